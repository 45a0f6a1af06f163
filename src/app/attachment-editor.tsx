import { lazy, Suspense, useId, useState } from 'react';
import { numberText } from '../sizing/core/number-text.ts';
import type { AttachmentField } from '../sizing/core/study.ts';
import type { TextMark } from '../ui/editor/text-mark.ts';
import { useTurn } from '../ui/figures/use-turn.ts';
import { Button } from '../ui/shell/button.tsx';
import styles from './attachment-editor.module.css';
import { FileSource } from './file-source.tsx';
import { ProblemList } from './problem-list.tsx';

const CodeEditor = lazy(async () => ({ default: (await import('../ui/editor/code-editor.tsx')).CodeEditor }));

interface AttachmentEditorProps {
  readonly field: AttachmentField;
  readonly text: string;
  readonly marks: readonly TextMark[];
  readonly onChange: (text: string) => void;
}

/**
 * A text the study reads: typed, pasted or from a file. Too large a text is refused, never cut. What is wrong with it
 * stands above, each leading to its place; F8 and Shift F8 go through them.
 */
export function AttachmentEditor({ field, text, marks, onChange }: AttachmentEditorProps) {
  const id = useId();
  const isTurn = useTurn();
  const [refused, setRefused] = useState<string | null>(null);
  const [caret, setCaret] = useState<Pick<TextMark, 'line' | 'column'> | null>(null);

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
      {marks.length > 0 && (
        <div className={styles.problems}>
          <ProblemList
            problems={marks.map(withPlace)}
            onGoTo={({ line, column }) => setCaret({ line, column })}
          />
        </div>
      )}
      <FileSource
        label={`File for ${field.label}`}
        mostBytes={field.maxBytes}
        onFile={(file) => take(file.text)}
      >
        <Suspense fallback={<PlainText field={field} text={text} />}>
          {isTurn ? (
            <CodeEditor
              id={id}
              label={field.label}
              describedBy={`${id}-help`}
              text={text}
              language={field.language}
              marks={marks}
              caret={caret}
              onChange={take}
            />
          ) : (
            <PlainText field={field} text={text} />
          )}
        </Suspense>
      </FileSource>
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

function withPlace({ line, column, message, severity }: TextMark): TextMark {
  return { line, column, severity, message: `Line ${line}, column ${column}: ${message}` };
}

/** Stands in for the editor until that is there. */
function PlainText({ field, text }: Pick<AttachmentEditorProps, 'field' | 'text'>) {
  return <textarea className={styles.plain} aria-label={field.label} readOnly rows={10} value={text} />;
}
