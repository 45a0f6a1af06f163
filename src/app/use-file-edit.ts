import { useEffect, useRef, useState } from 'react';
import type { FileContent } from '../sizing/core/export-document.ts';
import type { FileEdit, FileEditRequest } from './edit-file-worker.ts';

/** A pasted file is edited this long after the last key. */
const settleMs = 200;

export interface FileEditing {
  /** Of the text as it was last read; null before the first. */
  readonly edit: FileEdit | null;
  /** Whether `edit` is of an earlier text. */
  readonly isPending: boolean;
  readonly hasFailed: boolean;
}

/** The file with an export's values in it, worked out in a worker. An empty text has none. */
export function useFileEdit(text: string, content: FileContent): FileEditing {
  const [done, setDone] = useState<{ readonly text: string; readonly edit: FileEdit } | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const worker = useRef<Worker | null>(null);
  const asked = useRef({ id: 0, text: '' });

  useEffect(() => {
    const started = new Worker(new URL('./edit-file-worker.ts', import.meta.url), {
      type: 'module',
      name: 'edit-file',
    });
    started.onmessage = ({ data }: MessageEvent<FileEdit>) => {
      if (data.id === asked.current.id) setDone({ text: asked.current.text, edit: data });
    };
    started.onerror = () => setHasFailed(true);
    worker.current = started;
    return () => started.terminate();
  }, []);

  useEffect(() => {
    asked.current = { id: asked.current.id + 1, text };
    if (text === '') return;
    const request: FileEditRequest = { ...asked.current, content };
    const timer = setTimeout(() => worker.current?.postMessage(request), settleMs);
    return () => clearTimeout(timer);
  }, [text, content]);

  const isEmpty = text === '';
  return {
    edit: isEmpty ? null : (done?.edit ?? null),
    isPending: !isEmpty && done?.text !== text,
    hasFailed,
  };
}
