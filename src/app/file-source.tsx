import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from '../ui/shell/button.tsx';
import { droppedFile } from './dropped-file.ts';
import styles from './file-dialog.module.css';
import { readTextFile, type TextFile } from './read-text-file.ts';

interface FileSourceProps {
  /** Names the file field: "File to import". */
  readonly label: string;
  /** Beside the button. */
  readonly tools?: ReactNode;
  /** Larger files are refused unread; 2 MB unless told. */
  readonly mostBytes?: number;
  readonly onFile: (file: TextFile) => void;
  /** Where a file may be dropped. */
  readonly children: ReactNode;
}

/** A button to open a text file, and a place to drop one. What is no such file is refused, and the text stays. */
export function FileSource({ label, tools, mostBytes, onFile, children }: FileSourceProps) {
  const input = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isOver, setIsOver] = useState(false);

  function take(file: File | string): void {
    if (typeof file === 'string') {
      setRefusal(file);
      return;
    }
    readTextFile(file, mostBytes).then((read) => {
      setRefusal(typeof read === 'string' ? read : null);
      if (typeof read !== 'string') onFile(read);
    });
  }

  /** Before the editor hears of it, which would put in whatever the bytes look like. */
  function onDrop(event: DragEvent): void {
    setIsOver(false);
    const dropped = droppedFile(event.dataTransfer);
    if (dropped === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    take(dropped);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first.
    <div
      className={styles.source}
      data-over={isOver ? '' : undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDropCapture={onDrop}
    >
      <div className={styles.tools}>
        <Button onClick={() => input.current?.click()}>Open a file</Button>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={label}
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            event.target.value = '';
            if (chosen) take(chosen);
          }}
        />
        {tools}
      </div>
      {refusal !== null && (
        <p role="alert" className={styles.refusal}>
          {refusal} The text below was left as it is.
        </p>
      )}
      {children}
    </div>
  );
}
