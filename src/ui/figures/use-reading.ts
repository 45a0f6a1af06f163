import { type KeyboardEvent, useCallback, useState } from 'react';
import type { Letter } from '../../sizing/core/plan.ts';
import type { PlacedHull, PlacedLine } from './gauge-layout.ts';
import { useEscape } from './use-escape.ts';

interface Target {
  readonly letter: Letter;
  readonly lineId: string;
  readonly isByKey: boolean;
}

export interface Reading {
  readonly current:
    | { readonly hull: PlacedHull; readonly line: PlacedLine; readonly isByKey: boolean }
    | undefined;
  readonly open: (letter: Letter, lineId: string, isByKey: boolean) => void;
  readonly close: () => void;
  /** ↑ ↓ walk the ladder of the focused hull, ← → go to the neighbour, Esc closes. */
  readonly onKeyDown: (event: KeyboardEvent<SVGGElement>, hull: PlacedHull) => void;
}

/** Which line of which ladder is being read, by pointer or by key. */
export function useReading(hulls: readonly PlacedHull[]): Reading {
  const [target, setTarget] = useState<Target | null>(null);
  const open = (letter: Letter, lineId: string, isByKey: boolean) => setTarget({ letter, lineId, isByKey });
  const close = useCallback(() => setTarget(null), []);
  useEscape(target !== null, close);
  return {
    current: target ? found(hulls, target) : undefined,
    open,
    close,
    onKeyDown(event, hull) {
      const at = hull.lines.findIndex((l) => l.line.id === target?.lineId);
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const side = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step !== undefined) {
        const line = hull.lines[Math.min(hull.lines.length - 1, Math.max(0, at + step))];
        if (line) open(hull.hull.letter, line.line.id, true);
      } else if (side !== undefined) focusNeighbour(event.currentTarget, side);
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

function found(hulls: readonly PlacedHull[], target: Target): Reading['current'] {
  const hull = hulls.find((h) => h.hull.letter === target.letter);
  const line = hull?.lines.find((l) => l.line.id === target.lineId);
  return hull && line ? { hull, line, isByKey: target.isByKey } : undefined;
}

/** The next hull in column order, which is document order here as well. */
function focusNeighbour(from: SVGGElement, side: number): void {
  const hulls = [...(from.parentElement?.querySelectorAll<SVGGElement>(':scope > [role="img"]') ?? [])];
  hulls[hulls.indexOf(from) + side]?.focus();
}
