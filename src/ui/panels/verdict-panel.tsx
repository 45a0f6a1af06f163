import { memo } from 'react';
import type { Verdict } from '../../sizing/core/size-view.ts';
import { RingIcon } from '../icons/ring-icon.tsx';
import { Explained } from '../sources/explained.tsx';
import { RichText } from './rich-text.tsx';
import styles from './verdict-panel.module.css';

interface VerdictPanelProps {
  /** The last valid one; null when there never was one. */
  readonly verdict: Verdict | null;
  /** What to fix when there is no answer: "Fix API VMs to see a result." */
  readonly fix?: string | undefined;
  /** The verdict is from before an edit that cannot be used. */
  readonly isStale: boolean;
}

/** The answer: one state, one sentence, one paragraph, four figures. */
export const VerdictPanel = memo(function VerdictPanel({ verdict, fix, isStale }: VerdictPanelProps) {
  const isUnanswered = fix !== undefined || verdict === null;
  return (
    <section
      className={styles.verdict}
      aria-label="Result"
      data-state={isUnanswered ? 'none' : verdict.state}
    >
      <p className={styles.state}>
        <RingIcon state={isUnanswered ? 'none' : verdict.state} />
        {isUnanswered ? 'No answer yet' : verdict.stateText}
      </p>
      {isUnanswered ? (
        <>
          <h1 className={styles.headline}>{fix ?? 'Complete the inputs to see a result.'}</h1>
          {verdict && <p className={styles.before}>Before this edit: {verdict.headline}</p>}
        </>
      ) : (
        <>
          <h1 className={styles.headline}>{verdict.headline}</h1>
          <p className={styles.paragraph}>
            <RichText text={verdict.paragraph} />
          </p>
        </>
      )}
      {verdict && <KeyFigures verdict={verdict} isStale={isStale || isUnanswered} />}
    </section>
  );
});

function KeyFigures({ verdict, isStale }: { readonly verdict: Verdict; readonly isStale: boolean }) {
  return (
    <div className={styles.figures} data-stale={isStale || undefined}>
      {isStale && <p className={styles.stale}>Before this edit</p>}
      <dl className={styles.keys}>
        {verdict.keyFigures.map(({ label, cell }) => (
          <div key={label} className={styles.key}>
            <dt>{label}</dt>
            <dd data-tone={cell.tone}>
              <Explained cell={cell} label={label} />
              {(cell.unit || cell.note) && (
                <small>{[cell.unit, cell.note].filter((part) => part).join(', ')}</small>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
