import { useCallback } from 'react';
import type { SystemFigure } from '../../sizing/core/study-figures.ts';
import { FigureFrame } from './study/figure-frame.tsx';
import { SystemDrawing } from './system/system-drawing.tsx';
import { systemTable } from './system/system-text.ts';

/**
 * Fleets or control planes side by side, every process and slot countable, what is lost struck out in each. Columns
 * are the options, as on the board, and rows the places that all of them share, at one scale: so a lost zone strikes
 * out one row through all options, and what is smaller looks smaller. One large picture with the others beside it
 * would need two scales.
 */
export function SystemPicture({ figure }: { readonly figure: SystemFigure }) {
  const table = useCallback(() => systemTable(figure), [figure]);
  return (
    <FigureFrame figure={figure} table={table}>
      <SystemDrawing figure={figure} />
    </FigureFrame>
  );
}
