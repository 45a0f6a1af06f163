import styles from './diff-view.module.css';

/** A line of a difference; its number is absent in the text that does not have it. */
export interface DiffLine {
  readonly sign: ' ' | '+' | '-';
  readonly text: string;
  readonly before: number | null;
  readonly after: number | null;
}

interface DiffViewProps {
  /** Names the difference for a screen reader. */
  readonly label: string;
  /** Runs of lines that differ, with what stands around them. */
  readonly hunks: readonly (readonly DiffLine[])[];
}

const signs = { ' ': '', '+': '+', '-': '−' } as const;
const words = { ' ': '', '+': 'Added: ', '-': 'Removed: ' } as const;

/** Lines taken out and put in, each with its sign and its number in either text. */
export function DiffView({ label, hunks }: DiffViewProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroller} tabIndex={0} aria-label={label}>
      <div className={styles.lines}>
        {hunks.map((lines) => (
          <div key={`${lines[0]?.before} ${lines[0]?.after}`} className={styles.hunk}>
            {lines.map((line) => (
              <div key={`${line.before} ${line.after}`} className={styles.line} data-sign={line.sign}>
                <span className={styles.number}>{line.before}</span>
                <span className={styles.number}>{line.after}</span>
                <span className={styles.sign} aria-hidden="true">
                  {signs[line.sign]}
                </span>
                <code className={styles.text}>
                  {line.sign !== ' ' && <span className="visually-hidden">{words[line.sign]}</span>}
                  {line.text}
                </code>
              </div>
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}
