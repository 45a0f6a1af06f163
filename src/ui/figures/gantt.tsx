import { useCallback } from 'react';
import type { GanttFigure } from '../../sizing/core/study-figures.ts';
import { GanttDrawing } from './gantt/gantt-drawing.tsx';
import { ganttTable } from './gantt/gantt-text.ts';
import { FigureFrame } from './study/figure-frame.tsx';

/** Who works when: lanes over time, the longest chain outlined, and how busy the lanes are. */
export function GanttChart({ figure }: { readonly figure: GanttFigure }) {
  const table = useCallback(() => ganttTable(figure), [figure]);
  return (
    <FigureFrame figure={figure} table={table}>
      <GanttDrawing figure={figure} />
    </FigureFrame>
  );
}
