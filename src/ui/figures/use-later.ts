import { startTransition, useEffect, useState } from 'react';
import { drawLater, forget } from './draw-later.ts';

/** Longer than between two keys of a quick hand, shorter than it takes to scroll there. */
const pauseMs = 250;

/**
 * A value as it is drawn where it may follow a key press: a frame later, when what answers the key has been painted,
 * and one follower a frame, so that none of them keeps the next key waiting. The newest value always gets its turn.
 *
 * @param isSeen what is not on the screen waits until the typing pauses
 */
export function useLater<T>(value: T, isSeen: boolean = true): T {
  const [shown, setShown] = useState(() => ({ value }));
  const [owner] = useState(() => ({}));
  useEffect(() => {
    const draw = () => startTransition(() => setShown({ value }));
    const isDrawn = Object.is(shown.value, value);
    if (!isDrawn && isSeen) {
      // Keeps the place it has, so that none is left out while keys come fast.
      drawLater(owner, draw);
      return;
    }
    forget(owner);
    if (isDrawn) return;
    const pause = setTimeout(() => drawLater(owner, draw), pauseMs);
    return () => clearTimeout(pause);
  }, [owner, shown, value, isSeen]);
  useEffect(() => () => forget(owner), [owner]);
  return shown.value;
}
