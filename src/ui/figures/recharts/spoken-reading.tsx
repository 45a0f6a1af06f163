import { type RefObject, useEffect } from 'react';

/** Where a plot's reading is said: always there, as a screen reader does not hear of a region that comes with its text. */
export function SpokenReading({ ref }: { readonly ref: RefObject<HTMLParagraphElement | null> }) {
  return <p ref={ref} className="visually-hidden" aria-live="polite" />;
}

/** Says the words of the point that is read. By the element and not by state: the plot need not be drawn anew for it. */
export function useSpokenReading(ref: RefObject<HTMLParagraphElement | null>, words: string): void {
  useEffect(() => {
    if (ref.current) ref.current.textContent = words;
  }, [ref, words]);
}
