import { Children, type ReactNode, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { drawLater, drawNext, forget } from './draw-later.ts';

/**
 * Draws its children one after another, each once the one before is on the screen. Laid out in one go, a page of panels
 * would keep a slow phone from answering the first touch.
 */
export function InTurn({ children }: { readonly children: ReactNode }) {
  const all = Children.toArray(children);
  const [drawn, setDrawn] = useState(1);
  const [owner] = useState(() => ({}));
  const isWhole = drawn >= all.length;
  useLayoutEffect(() => {
    if (isWhole) return;
    // What has been begun is brought to its end first, or what follows would be moved by it.
    const ask = drawn === 1 ? drawLater : drawNext;
    // At once, for who is next is settled when this is drawn.
    ask(owner, () => flushSync(() => setDrawn(drawn + 1)));
    return () => forget(owner);
  }, [owner, drawn, isWhole]);
  return all.slice(0, drawn);
}
