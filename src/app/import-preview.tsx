import type { NamedParam } from '../sizing/core/calculator.ts';
import type { ImportResult, TextPlace } from '../sizing/core/import.ts';
import { counted, numberText } from '../sizing/core/number-text.ts';
import type { Value } from '../sizing/core/param.ts';
import { ParamField } from '../ui/fields/param-field.tsx';
import styles from './file-dialog.module.css';
import { LineButton, PreviewTable } from './preview-table.tsx';
import { ProblemList } from './problem-list.tsx';

interface ImportPreviewProps {
  readonly result: ImportResult;
  readonly params: readonly NamedParam[];
  /** What the user entered for what the file leaves open. */
  readonly entered: Readonly<Record<string, Value>>;
  readonly isStale: boolean;
  readonly onEnter: (field: string, value: Value) => void;
  readonly onGoTo: (place: TextPlace) => void;
}

/** What a file would change, what it leaves open, and what of it is not used; before anything is applied. */
export function ImportPreview({ result, params, entered, isStale, onEnter, onGoTo }: ImportPreviewProps) {
  const { found, needs, problems, unused, unusedLeftOut } = result;
  const labelOf = (field: string) => params.find((p) => p.name === field)?.label ?? field;
  return (
    <div className={styles.preview} aria-busy={isStale}>
      <ProblemList problems={problems} onGoTo={onGoTo} />
      {needs.length > 0 && (
        <section aria-label="Needs you">
          <h3>Needs you</h3>
          {needs.map((need) => {
            const param = params.find((p) => p.name === need.field);
            return (
              <div key={`${need.path} ${need.message}`}>
                <p>{need.message}</p>
                {param && (
                  <ParamField
                    param={param}
                    value={entered[param.name] ?? (param.kind === 'optional-number' ? null : param.default)}
                    onChange={(value) => onEnter(param.name, value)}
                    onDraft={() => {}}
                  />
                )}
              </div>
            );
          })}
        </section>
      )}
      {found.length > 0 && (
        <PreviewTable title="Found" columns={['In the file', 'Field', 'Before', 'After']}>
          {found.map((entry) => (
            <tr
              key={`${entry.path} ${entry.field}`}
              data-changed={entry.before === entry.value ? undefined : ''}
            >
              <td>
                <LineButton place={entry} onGoTo={onGoTo} /> <code>{entry.path}</code>
                {entry.note !== null && <span className={styles.note}>{entry.note}</span>}
              </td>
              <td>{labelOf(entry.field)}</td>
              <td>{valueText(entry.before)}</td>
              <td>{valueText(entry.value)}</td>
            </tr>
          ))}
        </PreviewTable>
      )}
      {unused.length > 0 && (
        <details>
          <summary>Not used: {counted(unused.length + unusedLeftOut, 'part')}</summary>
          <ul>
            {unused.map((entry) => (
              <li key={`${entry.line} ${entry.path}`}>
                Line {entry.line}: <code>{entry.path}</code>
              </li>
            ))}
            {unusedLeftOut > 0 && <li>and {numberText(unusedLeftOut)} more</li>}
          </ul>
        </details>
      )}
    </div>
  );
}

function valueText(value: Value): string {
  if (value === null) return 'empty';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return typeof value === 'number' ? numberText(value) : value;
}
