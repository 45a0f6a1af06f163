import type { Letter } from '../../sizing/core/plan.ts';
import styles from './bottom-bar.module.css';
import { Button } from './button.tsx';

interface BottomBarProps {
  readonly letter: Letter;
  readonly onEdit: () => void;
  readonly onExport: () => void;
  readonly onCopyLink: () => void;
}

/** What a narrow screen keeps under the thumb. Shown below 760 px only. */
export function BottomBar({ letter, onEdit, onExport, onCopyLink }: BottomBarProps) {
  return (
    <section className={styles.bar} aria-label="Actions">
      <Button look="primary" className={styles.edit} onClick={onEdit}>
        Edit option {letter}
      </Button>
      <Button onClick={onExport}>YAML</Button>
      <Button onClick={onCopyLink}>Copy link</Button>
    </section>
  );
}
