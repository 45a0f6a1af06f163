import { startTransition, useEffect, useState } from 'react';

/** What is to be drawn once there is a frame for it, in the order it was asked for. */
const waiting = new Map<object, () => void>();
let isUnderWay = false;

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
    waiting.delete(owner);
    if (isDrawn) return;
    const pause = setTimeout(() => drawLater(owner, draw), pauseMs);
    return () => clearTimeout(pause);
  }, [owner, shown, value, isSeen]);
  useEffect(() => () => void waiting.delete(owner), [owner]);
  return shown.value;
}

function drawLater(owner: object, draw: () => void): void {
  waiting.set(owner, draw);
  if (isUnderWay) return;
  isUnderWay = true;
  afterNextPaint();
}

function afterNextPaint(): void {
  // A task that is queued while a frame is being made runs when that frame has been painted.
  requestAnimationFrame(() => setTimeout(drawNext));
}

function drawNext(): void {
  const [next] = waiting;
  if (next) {
    const [owner, draw] = next;
    waiting.delete(owner);
    draw();
  }
  isUnderWay = waiting.size > 0;
  if (isUnderWay) afterNextPaint();
}
