import { lazy, Suspense, useState } from 'react';
import { useStore } from 'zustand';
import { editorText } from '../share/editor-text.ts';
import type { Calculator } from '../sizing/core/calculator.ts';
import { hasErrors, type ImportResult } from '../sizing/core/import.ts';
import { counted } from '../sizing/core/number-text.ts';
import type { Value } from '../sizing/core/param.ts';
import type { PlanStore } from '../state/plan-store.ts';
import type { Workspace } from '../state/workspace.ts';
import type { TextMark } from '../ui/editor/text-mark.ts';
import { Button } from '../ui/shell/button.tsx';
import { Dialog } from '../ui/shell/dialog.tsx';
import styles from './file-dialog.module.css';
import { FileSource } from './file-source.tsx';
import { ImportPreview } from './import-preview.tsx';
import { useImport } from './use-import.ts';

interface ImportDialogProps {
  readonly workspace: Workspace;
  readonly store: PlanStore;
  readonly calculator: Calculator;
  readonly onClose: () => void;
}

const CodeEditor = lazy(async () => ({ default: (await import('../ui/editor/code-editor.tsx')).CodeEditor }));

/** Bring what you run: paste or open a file, see what is found in it, and put it into the plan. */
export function ImportDialog({ workspace, store, calculator, onClose }: ImportDialogProps) {
  const { plan, selected } = useStore(store.store);
  const [text, setText] = useState('');
  const [destination, setDestination] = useState<string | null>(null);
  const [entered, setEntered] = useState<Readonly<Record<string, Value>>>({});
  const [caret, setCaret] = useState<{ readonly line: number; readonly column: number } | null>(null);
  const { importer, result, isPending, error } = useImport(calculator, text, {
    plan,
    selected,
    ...(destination === null ? {} : { destination }),
  });

  function apply(read: ImportResult): void {
    const inputs = { ...read.inputs, ...entered };
    store.apply({ kind: 'set', inputs });
    workspace.announce(`${counted(Object.keys(inputs).length, 'setting')} imported.`, {
      label: 'Undo',
      onAct: store.undo,
    });
    onClose();
  }

  const link = result?.link ?? null;
  const canApply =
    result !== null && !hasErrors(result) && Object.keys({ ...result.inputs, ...entered }).length > 0;

  return (
    <Dialog title="Import YAML" isOpen onClose={onClose}>
      <div className={styles.content}>
        <p id="import-help" className={styles.help}>
          {importer?.accepts} It is read here, in your browser. Only what is listed under Found enters the
          plan; anything else in the file, secrets included, is neither kept nor put into links.
        </p>
        <FileSource
          label="File to import"
          onFile={(file) => setText(editorText(file.text))}
          tools={
            <>
              {result && text !== '' && (
                <span className={styles.kind}>{result.kind ?? 'Nothing known yet'}</span>
              )}
              {importer && importer.destinations.length > 1 && (
                <label className={styles.into}>
                  Into
                  <select
                    value={destination ?? result?.destination ?? ''}
                    onChange={(event) => setDestination(event.target.value)}
                  >
                    {importer.destinations.map(({ id, label }) => (
                      <option key={id} value={id}>
                        {label}
                      </option>
                    ))}
                  </select>
                </label>
              )}
            </>
          }
        >
          <Suspense fallback={<div className={styles.waiting} />}>
            <CodeEditor
              id="import-text"
              label="File to import"
              describedBy="import-help"
              text={text}
              language="yaml"
              marks={marksOf(result)}
              caret={caret}
              onChange={setText}
            />
          </Suspense>
        </FileSource>
        {error !== null && <p role="alert">{error}</p>}
        {result && text !== '' && (
          <ImportPreview
            result={result}
            params={calculator.params}
            entered={entered}
            isStale={isPending}
            onEnter={(field, value) => setEntered((old) => ({ ...old, [field]: value }))}
            onGoTo={setCaret}
          />
        )}
        <div className={styles.actions}>
          <Button look="primary" disabled={!canApply || isPending} onClick={() => result && apply(result)}>
            Apply
          </Button>
          {/* The file may have been edited since, so its link is an offer and never taken in its place. */}
          {link !== null && (
            <Button
              onClick={() => {
                workspace.openLink(link);
                onClose();
              }}
            >
              Open the plan it was made from
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </div>
    </Dialog>
  );
}

const noMarks: readonly TextMark[] = [];

function marksOf(result: ImportResult | null): readonly TextMark[] {
  return result?.problems ?? noMarks;
}
