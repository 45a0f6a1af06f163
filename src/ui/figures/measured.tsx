import { type ReactNode, useRef } from 'react';
import { useMeasuredWidth } from './use-width.ts';

interface MeasuredProps {
  /** Px, where nothing is laid out: hidden, or printed from a hidden view. */
  readonly assumedWidth: number;
  readonly children: (width: number) => ReactNode;
}

/** Draws what has to know its width once that is known, still in the same frame; to draw it twice would cost too much. */
export function Measured({ assumedWidth, children }: MeasuredProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useMeasuredWidth(box, assumedWidth);
  return <div ref={box}>{width !== null && children(width)}</div>;
}
