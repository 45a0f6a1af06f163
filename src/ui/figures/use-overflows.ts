import { type RefObject, useEffect, useState } from 'react';

/**
 * Whether an element is wider inside than outside, followed: only then must it be reachable by keys. Nothing moves by
 * it, so it waits for the layout instead of forcing one.
 */
export function useOverflows(element: RefObject<HTMLElement | null>): boolean {
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const measure = () => setOverflows(target.scrollWidth > target.clientWidth + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    if (target.firstElementChild) observer.observe(target.firstElementChild);
    return () => observer.disconnect();
  }, [element]);
  return overflows;
}
