import { lazy, Suspense, useMemo, useState } from 'react';
import { editorText, withEditorText } from '../share/editor-text.ts';
import type { TextPlace } from '../sizing/core/import.ts';
import type { TextMark } from '../ui/editor/text-mark.ts';
import type { FileDocument } from '../ui/panels/export-panel.tsx';
import { saveText } from '../ui/panels/save-text.ts';
import { Button } from '../ui/shell/button.tsx';
import { Dialog } from '../ui/shell/dialog.tsx';
import { EditFilePreview } from './edit-file-preview.tsx';
import styles from './file-dialog.module.css';
import { FileSource } from './file-source.tsx';
import { useFileEdit } from './use-file-edit.ts';

interface EditFileDialogProps {
  readonly document: FileDocument;
  /** Says what was copied or saved. */
  readonly onDone: (text: string) => void;
  readonly onClose: () => void;
}

const CodeEditor = lazy(async () => ({ default: (await import('../ui/editor/code-editor.tsx')).CodeEditor }));

const noMarks: readonly TextMark[] = [];

/**
 * Puts an export's values into the user's own file, and shows every line that differs before the file is taken away.
 * The text lives in this dialog alone: no plan, link or storage sees it.
 */
export function EditFileDialog({ document, onDone, onClose }: EditFileDialogProps) {
  const [file, setFile] = useState<{ readonly name: string; readonly text: string }>({
    name: document.filename,
    text: '',
  });
  const [caret, setCaret] = useState<TextPlace | null>(null);
  const [isCopyRefused, setIsCopyRefused] = useState(false);
  const { edit, hasFailed, isPending } = useFileEdit(file.text, document.content);
  const shown = useMemo(() => editorText(file.text), [file.text]);
  const edited = edit?.edited.kind === 'edited' ? edit.edited : null;
  const marks = edit?.edited.kind === 'refused' ? edit.edited.problems : (edit?.edited.warnings ?? noMarks);
  const canTake = edited !== null && !isPending && edited.text !== file.text;

  function copy(text: string): void {
    const copied = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    copied.then(
      () => {
        setIsCopyRefused(false);
        onDone(`${file.name} copied, edited.`);
      },
      () => setIsCopyRefused(true),
    );
  }

  return (
    <Dialog title={`Edit my own file: ${document.label}`} isOpen onClose={onClose}>
      <div className={styles.content}>
        <p id="edit-help" className={styles.help}>
          Bring the file in which you keep these values: open it, drop it or paste it. Only values that differ
          from <strong>{document.label}</strong> are replaced, and what is missing is added; comments, order
          and everything else stay byte for byte. It is read here, in your browser, and neither kept nor put
          into links.
        </p>
        <FileSource
          label="File to edit"
          tools={file.text !== '' && <span className={styles.kind}>{file.name}</span>}
          onFile={setFile}
        >
          <Suspense fallback={<div className={styles.waiting} />}>
            <CodeEditor
              id="edit-text"
              label="File to edit"
              describedBy="edit-help"
              text={shown}
              language="yaml"
              marks={marks}
              caret={caret}
              onChange={(text) => setFile((old) => ({ ...old, text: withEditorText(old.text, text) }))}
            />
          </Suspense>
        </FileSource>
        {hasFailed && (
          <p role="alert">
            The file could not be edited. Check the connection and reload; your inputs are kept.
          </p>
        )}
        {edit ? (
          <EditFilePreview edit={edit} isStale={isPending} onGoTo={setCaret} />
        ) : (
          <p className={styles.empty}>
            {isPending ? 'Reading the file' : 'What would change shows here, before anything is saved.'}
          </p>
        )}
        {isCopyRefused && <p role="alert">The browser refused the clipboard. Download the file instead.</p>}
        <div className={styles.actions}>
          <Button
            look="primary"
            icon="save"
            disabled={!canTake}
            onClick={() => {
              if (!edited) return;
              saveText(file.name, edited.text);
              onDone(`${file.name} saved, edited.`);
            }}
          >
            Download
          </Button>
          <Button icon="copy" disabled={!canTake} onClick={() => edited && copy(edited.text)}>
            Copy
          </Button>
          <Button onClick={onClose}>Close</Button>
          {edited !== null && edited.byHand.length > 0 && (
            <span className={styles.note}>Without what is left to you.</span>
          )}
        </div>
      </div>
    </Dialog>
  );
}
