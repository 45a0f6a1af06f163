import styles from './study.module.css';

interface ReadingLineProps {
  readonly text: string | undefined;
  /** How to read the drawing, while nothing is read. */
  readonly hint: string;
}

/** The part of a drawing that is pointed at or walked to, in words, shown and said. */
export function ReadingLine({ text, hint }: ReadingLineProps) {
  return (
    <p className={styles.reading}>
      <span aria-live="polite">{text}</span>
      {text === undefined && <span className={styles.hint}>{hint}</span>}
    </p>
  );
}
