import { useEffect, useEffectEvent, useState } from 'react';
import type { PrintPaper, PrintPaperProps } from './print-paper.tsx';

/** Chromium and Firefox say when they have nothing to do; Safari is given a while. */
const laterMs = 2000;

/**
 * Where the change paper is written. Its code comes when the page has nothing else to do, or when it is asked for;
 * should it not arrive, the page itself is printed.
 */
export function PaperMount(props: PrintPaperProps) {
  const { calculator, isAsked, onOpened, workspace } = props;
  const [Paper, setPaper] = useState<typeof PrintPaper | null>(null);
  const load = useEffectEvent(() => {
    import('./print-paper.tsx').then(
      (module) => setPaper(() => module.PrintPaper),
      () => {
        if (!isAsked) return;
        onOpened();
        workspace.notifyIncomplete();
      },
    );
  });
  useEffect(() => {
    if (!calculator.isWhole) return;
    if (isAsked) {
      load();
      return;
    }
    if (typeof requestIdleCallback === 'function') {
      const waiting = requestIdleCallback(load);
      return () => cancelIdleCallback(waiting);
    }
    const waiting = setTimeout(load, laterMs);
    return () => clearTimeout(waiting);
  }, [calculator.isWhole, isAsked]);
  return Paper && <Paper {...props} />;
}
