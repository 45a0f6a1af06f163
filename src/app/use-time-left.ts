import { useEffect, useRef, useState } from 'react';

/** Seconds a run will still take, from how fast it has gone; null until that can be said. */
export function useTimeLeft(fraction: number | null): number | null {
  const started = useRef<number | null>(null);
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    if (fraction === null) {
      started.current = null;
      setLeft(null);
      return;
    }
    started.current ??= performance.now();
    const elapsed = (performance.now() - started.current) / 1000;
    // The first moments say nothing about the rest.
    if (elapsed > 0.5 && fraction > 0.02) setLeft((elapsed / fraction) * (1 - fraction));
  }, [fraction]);
  return left;
}
