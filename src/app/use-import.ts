import { useEffect, useMemo, useState } from 'react';
import type { Calculator } from '../sizing/core/calculator.ts';
import type { ImportRequest, ImportResult, TextImporter } from '../sizing/core/import.ts';
import { createStudyClient } from '../worker/study-client.ts';

/** A pasted file is read this long after the last key. */
const settleMs = 200;

export interface Importing {
  /** What is read and where it can go; null until it has loaded. */
  readonly importer: Pick<TextImporter, 'accepts' | 'destinations'> | null;
  readonly result: ImportResult | null;
  readonly isPending: boolean;
  readonly error: string | null;
}

/** Reads the text in a worker, so that a large file does not freeze the page. */
export function useImport(calculator: Calculator, text: string, request: ImportRequest): Importing {
  const [importer, setImporter] = useState<Importing['importer']>(null);
  const [read, setRead] = useState<{ readonly text: string; readonly result: ImportResult | null } | null>(
    null,
  );
  const [error, setError] = useState<string | null>(null);
  const client = useMemo(() => createStudyClient(), []);
  useEffect(() => () => client.close(), [client]);

  useEffect(() => {
    calculator.importText?.().then(
      ({ accepts, destinations }) => setImporter({ accepts, destinations }),
      () => setError('Importing could not be loaded. Check the connection and reload; your inputs are kept.'),
    );
  }, [calculator]);

  const { plan, selected, destination } = request;
  useEffect(() => {
    // While the worker loads its code, an earlier text may be answered after a later one.
    let isGone = false;
    const timer = setTimeout(() => {
      client.readText(text, { plan, selected, ...(destination === undefined ? {} : { destination }) }).then(
        (result) => !isGone && setRead({ text, result }),
        (reason: unknown) => !isGone && setError(reason instanceof Error ? reason.message : String(reason)),
      );
    }, settleMs);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [client, text, plan, selected, destination]);

  return { importer, result: read?.result ?? null, isPending: read?.text !== text, error };
}
