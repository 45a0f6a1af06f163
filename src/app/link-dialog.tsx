import { Dialog } from '../ui/shell/dialog.tsx';
import { keyText } from '../ui/shell/key-text.ts';
import styles from './link-dialog.module.css';

interface LinkDialogProps {
  /** The link to copy by hand. */
  readonly link: string;
  readonly onClose: () => void;
}

/** Where the browser refuses the clipboard: the link, selected, to copy by hand. */
export function LinkDialog({ link, onClose }: LinkDialogProps) {
  return (
    <Dialog title="Copy this link" isOpen onClose={onClose}>
      <p>The browser refused the clipboard. The link is selected: copy it with {keyText('Ctrl C')}.</p>
      <textarea
        className={styles.link}
        aria-label="Link"
        readOnly
        rows={6}
        value={link}
        ref={(field) => field?.select()}
      />
    </Dialog>
  );
}
