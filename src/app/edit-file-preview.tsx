import type { AddedValue, ChangedValue, EditedInPlace, ValueByHand } from '../share/edit-in-place.ts';
import type { TextPlace } from '../sizing/core/import.ts';
import { counted } from '../sizing/core/number-text.ts';
import { DiffView } from '../ui/panels/diff-view.tsx';
import type { FileEdit } from './edit-file-worker.ts';
import styles from './file-dialog.module.css';
import { LineButton, PreviewTable } from './preview-table.tsx';
import { ProblemList } from './problem-list.tsx';

interface EditFilePreviewProps {
  readonly edit: FileEdit;
  readonly isStale: boolean;
  readonly onGoTo: (place: TextPlace) => void;
}

/** What the edited file has that the user's own has not, value by value and line by line. */
export function EditFilePreview({ edit, isStale, onGoTo }: EditFilePreviewProps) {
  const { edited, hunks } = edit;
  return (
    <div className={styles.preview} aria-busy={isStale}>
      <p role="status" className={styles.summary}>
        {summaryOf(edited)}
      </p>
      {edited.kind === 'refused' && <ProblemList problems={edited.problems} onGoTo={onGoTo} />}
      {edited.kind === 'edited' && (
        <>
          <ByHand values={edited.byHand} onGoTo={onGoTo} />
          <ProblemList problems={edited.warnings} onGoTo={onGoTo} />
          <Changed values={edited.changed} onGoTo={onGoTo} />
          <Added values={edited.added} />
          {hunks.length > 0 && (
            <section aria-label="Difference">
              <h3>Line by line</h3>
              <DiffView label="Lines removed and added" hunks={hunks} />
            </section>
          )}
        </>
      )}
    </div>
  );
}

/** The whole outcome in a sentence. */
function summaryOf(edited: EditedInPlace): string {
  if (edited.kind === 'refused') return 'The file was not edited.';
  const { added, byHand, changed } = edited;
  if (changed.length + added.length + byHand.length === 0)
    return 'The file already has every value. Nothing changes.';
  const parts = [
    ...(changed.length > 0 ? [`${counted(changed.length, 'value')} replaced`] : []),
    ...(added.length > 0 ? [`${added.length} added`] : []),
    ...(byHand.length > 0 ? [`${byHand.length} left to you`] : []),
  ];
  const rest = changed.length + added.length > 0 ? 'All else stays as it is, byte for byte.' : '';
  return `${parts.join(', ')}. ${rest}`.trim();
}

interface WithPlaces {
  readonly onGoTo: (place: TextPlace) => void;
}

function ByHand({ values, onGoTo }: WithPlaces & { readonly values: readonly ValueByHand[] }) {
  if (values.length === 0) return null;
  return (
    <section aria-label="Left to you" className={styles.left}>
      <h3>Not in the file yet: {counted(values.length, 'value')} to put in by hand</h3>
      <ul>
        {values.map(({ path, place, reason, value }) => (
          <li key={path}>
            <code>
              {path}: {value}
            </code>
            <span className={styles.note}>
              {place && (
                <>
                  <LineButton place={place} onGoTo={onGoTo} />{' '}
                </>
              )}
              {reason}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Changed({ values, onGoTo }: WithPlaces & { readonly values: readonly ChangedValue[] }) {
  if (values.length === 0) return null;
  return (
    <PreviewTable title="Replaced" columns={['In your file', 'Before', 'After']}>
      {values.map((value) => (
        <tr key={value.path} data-changed="">
          <td>
            <LineButton place={value} onGoTo={onGoTo} /> <code>{value.path}</code>
          </td>
          <td>{value.before === '' ? 'nothing' : <code>{value.before}</code>}</td>
          <td>
            <code>{value.after}</code>
          </td>
        </tr>
      ))}
    </PreviewTable>
  );
}

function Added({ values }: { readonly values: readonly AddedValue[] }) {
  if (values.length === 0) return null;
  return (
    <PreviewTable title="Added" columns={['In the edited file', 'Value']}>
      {values.map(({ line, path, value }) => (
        <tr key={path} data-changed="">
          <td>
            Line {line} <code>{path}</code>
          </td>
          <td>
            <code>{value}</code>
          </td>
        </tr>
      ))}
    </PreviewTable>
  );
}
