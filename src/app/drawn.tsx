import { useEffect } from 'react';

interface DrawnProps {
  readonly onDrawn: () => void;
}

/** Draws nothing, and says once when what is drawn with it has been painted. */
export function Drawn({ onDrawn }: DrawnProps) {
  useEffect(() => {
    // A page in the background paints no frame and must not wait for one.
    const late = setTimeout(onDrawn, 1000);
    const frame = requestAnimationFrame(() => {
      clearTimeout(late);
      setTimeout(onDrawn);
    });
    return () => {
      clearTimeout(late);
      cancelAnimationFrame(frame);
    };
  }, [onDrawn]);
  return null;
}
