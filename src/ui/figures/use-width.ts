import { type RefObject, useLayoutEffect, useState } from 'react';

/** Px, of what was measured last: figures stand in one column, and the next one is likely as wide. */
let latest: number | null = null;

/**
 * The inner width of an element in px, followed. Until it is known it is taken for that of what was measured last: where
 * that is right, nothing has to be drawn a second time in its first frame. Null where nothing was measured yet;
 * `assumed` where nothing is laid out: hidden, or printed from a hidden view.
 */
export function useMeasuredWidth(element: RefObject<HTMLElement | null>, assumed: number): number | null {
  const [width, setWidth] = useState(latest);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    const measure = () => {
      if (target.clientWidth > 0) latest = target.clientWidth;
      setWidth((before) => target.clientWidth || (before ?? assumed));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, [element, assumed]);
  return width;
}

/** The same for what can be drawn at an assumed width too. */
export function useWidth(element: RefObject<HTMLElement | null>, assumed: number): number {
  return useMeasuredWidth(element, assumed) ?? assumed;
}
