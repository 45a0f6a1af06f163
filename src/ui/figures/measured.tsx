import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';

interface MeasuredProps {
  /** Px, where nothing is laid out: hidden, or printed from a hidden view. */
  readonly assumedWidth: number;
  readonly children: (width: number) => ReactNode;
}

/** Draws what has to know its width once that is known, still in the same frame; to draw it twice would cost too much. */
export function Measured({ assumedWidth, children }: MeasuredProps) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => {
    const target = box.current;
    if (!target) return;
    const measure = () => setWidth((before) => target.clientWidth || (before ?? assumedWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, [assumedWidth]);
  return <div ref={box}>{width !== null && children(width)}</div>;
}
