import { lazy, Suspense, useId, useState } from 'react';
import { numberText } from '../sizing/core/number-text.ts';
import type { AttachmentField } from '../sizing/core/study.ts';
import type { TextMark } from '../ui/editor/text-mark.ts';
import { Button } from '../ui/shell/button.tsx';
import styles from './attachment-editor.module.css';

const CodeEditor = lazy(async () => ({ default: (await import('../ui/editor/code-editor.tsx')).CodeEditor }));

interface AttachmentEditorProps {
  readonly field: AttachmentField;
  readonly text: string;
  readonly marks: readonly TextMark[];
  readonly onChange: (text: string) => void;
}

/** A text the study reads: typed, pasted or dropped as a file. Too large a text is refused, never cut. */
export function AttachmentEditor({ field, text, marks, onChange }: AttachmentEditorProps) {
  const id = useId();
  const [refused, setRefused] = useState<string | null>(null);

  function take(next: string): void {
    const bytes = new TextEncoder().encode(next).length;
    if (bytes > field.maxBytes) {
      setRefused(
        `${field.label}: ${numberText(bytes)} bytes are too many; at most ${numberText(field.maxBytes)} are read. The text before stays in use.`,
      );
      return;
    }
    setRefused(null);
    onChange(next);
  }

  return (
    <div className={styles.editor}>
      <h2>{field.label}</h2>
      <p id={`${id}-help`} className={styles.help}>
        {field.help}
      </p>
      <Suspense
        fallback={
          <textarea className={styles.plain} aria-label={field.label} readOnly rows={10} value={text} />
        }
      >
        <CodeEditor
          id={id}
          label={field.label}
          describedBy={`${id}-help`}
          text={text}
          language={field.language}
          marks={marks}
          onChange={take}
        />
      </Suspense>
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
