import styles from './auto-chip.module.css';

interface AutoChipProps {
  /** The field's label. */
  readonly label: string;
  readonly isAuto: boolean;
  readonly isDisabled: boolean;
  /** Returns the number to its rule. */
  readonly onAuto: () => void;
}

/** Says whether a number follows its rule or is the user's own, and leads back to the rule. */
export function AutoChip({ label, isAuto, isDisabled, onAuto }: AutoChipProps) {
  if (isAuto) return <span className={styles.chip}>Auto</span>;
  return (
    <>
      <span className={`${styles.chip} ${styles.yours}`}>Yours</span>
      {!isDisabled && (
        <button type="button" className={styles.back} onClick={onAuto}>
          Back to auto<span className="visually-hidden">: {label}</span>
        </button>
      )}
    </>
  );
}
