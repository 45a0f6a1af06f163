import { type FocusEvent, type KeyboardEvent, useCallback, useState } from 'react';

export interface Cursor {
  /** The part that is read, by its place among the parts; null when none is. */
  readonly index: number | null;
  readonly isByKey: boolean;
  readonly point: (index: number | null) => void;
  /** For the drawing's svg, which is the one tab stop. */
  readonly handlers: {
    readonly tabIndex: 0;
    readonly onFocus: (event: FocusEvent<SVGSVGElement>) => void;
    readonly onBlur: () => void;
    readonly onKeyDown: (event: KeyboardEvent<SVGSVGElement>) => void;
  };
}

const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const;

export type Arrow = (typeof arrows)[number];

/**
 * Reading a drawing part by part: the pointer points at one, or arrows walk where `step` says, Home and End go to the
 * first and the last, Esc leaves. `step` gives undefined where there is no further part.
 */
export function useCursor(count: number, step: (arrow: Arrow, from: number) => number | undefined): Cursor {
  const [at, setAt] = useState<{ readonly index: number; readonly isByKey: boolean } | null>(null);
  const index = at && at.index < count ? at.index : null;
  // Stable, so that what is drawn need not be drawn again for it.
  const point = useCallback(
    (to: number | null) => setAt(to === null ? null : { index: to, isByKey: false }),
    [],
  );
  const walkTo = (to: number) => setAt({ index: Math.max(0, Math.min(count - 1, to)), isByKey: true });
  return {
    index,
    isByKey: at?.isByKey ?? false,
    point,
    handlers: {
      tabIndex: 0,
      onFocus(event) {
        if (index === null && event.currentTarget.matches(':focus-visible')) walkTo(0);
      },
      onBlur: () => setAt(null),
      onKeyDown(event) {
        if (event.ctrlKey || event.metaKey || event.altKey || count === 0) return;
        const arrow = arrows.find((a) => a === event.key);
        if (arrow) walkTo(index === null ? 0 : (step(arrow, index) ?? index));
        else if (event.key === 'Home') walkTo(0);
        else if (event.key === 'End') walkTo(count - 1);
        else if (event.key === 'Escape') event.currentTarget.blur();
        else return;
        event.preventDefault();
        event.stopPropagation();
      },
    },
  };
}
