import { type RefObject, startTransition, useEffect, useState } from 'react';
import { drawLater, forget } from './draw-later.ts';

/** By then the page has long been answering, and nobody has scrolled there yet. */
const patienceMs = 5000;

/**
 * Whether an element is, or once was, within a screen's height of what is seen, or the page has been there for a while.
 * Drawings far below cost the page its first second otherwise, most of all on a phone. Where nothing can tell,
 * everything counts as near.
 */
export function useNear(element: RefObject<Element | null>): boolean {
  const [isNear, setIsNear] = useState(typeof IntersectionObserver === 'undefined');
  const [owner] = useState(() => ({}));
  useEffect(() => {
    const target = element.current;
    if (isNear || !target) return;
    const come = () => drawLater(owner, () => startTransition(() => setIsNear(true)));
    const observer = new IntersectionObserver((entries) => entries.some((e) => e.isIntersecting) && come(), {
      rootMargin: '100% 0px',
    });
    observer.observe(target);
    const patience = setTimeout(come, patienceMs);
    return () => {
      observer.disconnect();
      clearTimeout(patience);
      forget(owner);
    };
  }, [element, isNear, owner]);
  return isNear;
}
