import styles from './bottom-bar.module.css';
import { Button } from './button.tsx';
import { inputsOpenerId } from './frame.tsx';

interface BottomBarProps {
  /** What the form holds: "Edit option C". */
  readonly editLabel: string;
  readonly onEdit: () => void;
  /** Absent where the view has no files. */
  readonly onExport?: (() => void) | undefined;
  readonly onCopyLink: () => void;
}

/** What a narrow screen keeps under the thumb. Shown below 760 px only. */
export function BottomBar({ editLabel, onEdit, onExport, onCopyLink }: BottomBarProps) {
  return (
    <section className={styles.bar} aria-label="Actions">
      <Button id={inputsOpenerId} look="primary" className={styles.edit} onClick={onEdit}>
        {editLabel}
      </Button>
      {onExport && <Button onClick={onExport}>YAML</Button>}
      <Button onClick={onCopyLink}>Copy link</Button>
    </section>
  );
}
