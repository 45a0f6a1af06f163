import { useCallback } from 'react';
import type { StackedBars } from '../../sizing/core/study-figures.ts';
import { StackDrawing } from './stacked-bars/stack-drawing.tsx';
import { stackTable } from './stacked-bars/stack-text.ts';
import { FigureFrame } from './study/figure-frame.tsx';

/** Who takes which part of a whole, one bar an option, against the limit if there is one. */
export function StackedBarsFigure({ figure }: { readonly figure: StackedBars }) {
  const table = useCallback(() => stackTable(figure), [figure]);
  return (
    <FigureFrame figure={figure} table={table}>
      <StackDrawing figure={figure} />
    </FigureFrame>
  );
}
