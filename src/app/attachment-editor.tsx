import { type DragEvent, useId, useState } from 'react';
import { numberText } from '../sizing/core/number-text.ts';
import type { AttachmentField } from '../sizing/core/study.ts';
import { Button } from '../ui/shell/button.tsx';
import styles from './attachment-editor.module.css';

interface AttachmentEditorProps {
  readonly field: AttachmentField;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** A text the study reads: typed, pasted or dropped as a file. Too large a text is refused, never cut. */
export function AttachmentEditor({ field, text, onChange }: AttachmentEditorProps) {
  const id = useId();
  const [refused, setRefused] = useState<string | null>(null);

  function take(next: string): void {
    const bytes = new TextEncoder().encode(next).length;
    if (bytes > field.maxBytes) {
      setRefused(
        `${field.label}: ${numberText(bytes)} bytes are too many; at most ${numberText(field.maxBytes)} are read. Nothing was changed.`,
      );
      return;
    }
    setRefused(null);
    onChange(next);
  }

  function drop(event: DragEvent): void {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    file.text().then(take, () => setRefused(`${field.label}: the file could not be read.`));
  }

  return (
    <div className={styles.editor}>
      <label htmlFor={id}>{field.label}</label>
      <p id={`${id}-help`} className={styles.help}>
        {field.help}
      </p>
      <textarea
        id={id}
        aria-describedby={`${id}-help`}
        aria-invalid={refused !== null}
        spellCheck={false}
        autoComplete="off"
        rows={14}
        value={text}
        onChange={(event) => take(event.target.value)}
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
      />
      {refused !== null && <p role="alert">{refused}</p>}
      <div className={styles.actions}>
        {field.sample !== undefined && text === '' && (
          <Button size="small" onClick={() => take(field.sample ?? '')}>
            Try a sample
          </Button>
        )}
        {text !== '' && (
          <Button size="small" look="quiet" onClick={() => take('')}>
            Clear
          </Button>
        )}
      </div>
    </div>
  );
}
