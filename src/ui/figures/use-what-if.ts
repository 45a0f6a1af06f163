import { type KeyboardEvent, type PointerEvent, useCallback, useState } from 'react';
import { useEscape } from './use-escape.ts';

interface WhatIfScale {
  readonly max: number;
  readonly mark: number;
  readonly step: number;
}

interface WhatIf {
  /** The value tried, or null while the line stands where the plan has it. */
  readonly value: number | null;
  readonly isDragging: boolean;
  readonly clear: () => void;
  readonly handle: {
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onPointerDown: (event: PointerEvent<SVGGElement>) => void;
    readonly onPointerMove: (event: PointerEvent<SVGGElement>) => void;
    readonly onPointerUp: () => void;
  };
}

/**
 * Trying another load or limit: dragging the flag or ↑/↓ on it, until Esc. Nothing in the plan changes.
 * `valueAt` turns a position in the window into a value of the scale.
 */
export function useWhatIf(
  line: number | undefined,
  scale: WhatIfScale,
  valueAt: (clientY: number) => number,
): WhatIf {
  const [tried, setTried] = useState<{ readonly line: number | undefined; readonly value: number } | null>(
    null,
  );
  const [isDragging, setIsDragging] = useState(false);
  const clear = useCallback(() => setTried(null), []);
  // A new load in the plan ends the trial: it was tried against the old one.
  const value = tried !== null && tried.line === line ? tried.value : null;
  useEscape(value !== null, clear);
  const nudge = Math.max(1, Math.round(scale.mark / 4));

  const move = (to: number) => {
    const next = Math.min(scale.max, Math.max(0, Math.round(to)));
    setTried(next === line ? null : { line, value: next });
  };
  return {
    value,
    isDragging,
    clear,
    handle: {
      onKeyDown(event) {
        const from = value ?? line ?? 0;
        const targets: Readonly<Record<string, number>> = {
          ArrowUp: from + nudge,
          ArrowDown: from - nudge,
          PageUp: from + scale.step,
          PageDown: from - scale.step,
          Home: 0,
          End: scale.max,
        };
        const target = targets[event.key];
        if (target === undefined) return;
        move(target);
        event.preventDefault();
        event.stopPropagation();
      },
      onPointerDown(event) {
        event.currentTarget.setPointerCapture(event.pointerId);
        setIsDragging(true);
      },
      onPointerMove(event) {
        if (isDragging) move(Math.round(valueAt(event.clientY) / nudge) * nudge);
      },
      onPointerUp() {
        setIsDragging(false);
      },
    },
  };
}
