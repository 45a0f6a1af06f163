import { useEffect, useEffectEvent } from 'react';

/** Tells the owner what is wrong with a draft, and `null` once it is good again or its field is gone. */
export function useReport(message: string | undefined, onDraft: (message: string | null) => void): void {
  const report = useEffectEvent(onDraft);
  useEffect(() => {
    if (message === undefined) return;
    report(message);
    return () => report(null);
  }, [message]);
}
