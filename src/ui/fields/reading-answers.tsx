import styles from './reading-answers.module.css';

interface ReadingAnswersProps {
  readonly readings: readonly [string, string];
  readonly onAnswer: (text: string) => void;
}

/** The two readings of a number like "1.000", to choose from. */
export function ReadingAnswers({ readings, onAnswer }: ReadingAnswersProps) {
  return (
    <div className={styles.answers}>
      {readings.map((text) => (
        <button key={text} type="button" aria-label={`Use ${text}`} onClick={() => onAnswer(text)}>
          {text}
        </button>
      ))}
    </div>
  );
}
