import { startTransition, useEffect, useState } from 'react';
import { drawLater, forget } from './draw-later.ts';

/** False at first, true once there is a frame for what takes many milliseconds to set up. */
export function useTurn(): boolean {
  const [isTurn, setIsTurn] = useState(false);
  const [owner] = useState(() => ({}));
  useEffect(() => {
    if (isTurn) return;
    drawLater(owner, () => startTransition(() => setIsTurn(true)));
    return () => forget(owner);
  }, [isTurn, owner]);
  return isTurn;
}
