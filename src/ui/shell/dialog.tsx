import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button.tsx';
import styles from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Beside the title. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A modal dialog; the platform keeps the focus inside and gives it back. Its content exists while it is open. */
export function Dialog({ title, isOpen, onClose, tools, children }: DialogProps) {
  const id = useId();
  const dialog = useModal(isOpen);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={id} onClose={onClose} closedby="any">
      {isOpen && (
        <div className={styles.content}>
          <header className={styles.header}>
            <h2 id={id}>{title}</h2>
            {tools}
            <Button
              icon="close"
              look="quiet"
              isIconOnly
              aria-label="Close"
              className={styles.close}
              onClick={onClose}
            />
          </header>
          <div className={styles.body}>{children}</div>
        </div>
      )}
    </dialog>
  );
}

/** Keeps a dialog element's state equal to `isOpen`. */
export function useModal(isOpen: boolean) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open === isOpen) return;
    if (!isOpen) {
      element.close();
      return;
    }
    const before = document.activeElement;
    element.showModal();
    return () => giveFocusBack(element, before);
  }, [isOpen]);
  return dialog;
}

/** The platform gives the focus back on `close`, but not when an open dialog leaves the page. */
function giveFocusBack(dialog: HTMLDialogElement, before: Element | null): void {
  const { activeElement, body } = document;
  const isLost = activeElement === null || activeElement === body;
  if (!dialog.isConnected && isLost && before instanceof HTMLElement) before.focus();
}
