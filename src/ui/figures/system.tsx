import { useCallback } from 'react';
import type { SystemFigure } from '../../sizing/core/study-figures.ts';
import { FigureFrame } from './study/figure-frame.tsx';
import { SystemDrawing } from './system/system-drawing.tsx';
import { systemTable } from './system/system-text.ts';

/** A fleet or a control plane to scale, every process and slot countable, what is lost struck out. */
export function SystemPicture({ figure }: { readonly figure: SystemFigure }) {
  const table = useCallback(() => systemTable(figure), [figure]);
  return (
    <FigureFrame figure={figure} table={table}>
      <SystemDrawing figure={figure} />
    </FigureFrame>
  );
}
