import { type RefObject, useEffect, useState } from 'react';

/**
 * Whether an element is, or once was, within a screen's height of what is seen. Drawings far below cost the page its
 * first second otherwise, most of all on a phone. Where nothing can tell, everything counts as near.
 */
export function useNear(element: RefObject<Element | null>): boolean {
  const [isNear, setIsNear] = useState(typeof IntersectionObserver === 'undefined');
  useEffect(() => {
    const target = element.current;
    if (isNear || !target) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setIsNear(true);
      },
      { rootMargin: '100% 0px' },
    );
    observer.observe(target);
    return () => observer.disconnect();
  }, [element, isNear]);
  return isNear;
}
