import { type ReactNode, useId } from 'react';
import { Button } from './button.tsx';
import { useModal } from './dialog.tsx';
import styles from './sheet.module.css';

interface SheetProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** The verdict in one line, kept in sight above the keyboard. */
  readonly strip: ReactNode;
  readonly children: ReactNode;
}

/** A full-height modal for narrow screens, with the result in a strip at its foot. */
export function Sheet({ title, isOpen, onClose, strip, children }: SheetProps) {
  const id = useId();
  const dialog = useModal(isOpen);
  return (
    <dialog ref={dialog} className={styles.sheet} data-sheet="" aria-labelledby={id} onClose={onClose}>
      {isOpen && (
        <div className={styles.content}>
          <header className={styles.header}>
            <h2 id={id}>{title}</h2>
            <Button look="primary" className={styles.done} onClick={onClose}>
              Done
            </Button>
          </header>
          <div className={styles.body}>{children}</div>
          <div className={styles.strip}>{strip}</div>
        </div>
      )}
    </dialog>
  );
}
