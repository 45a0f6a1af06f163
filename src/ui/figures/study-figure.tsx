import { lazy, memo, Suspense } from 'react';
import type { Edit } from '../../sizing/core/finding.ts';
import type { Figure } from '../../sizing/core/study.ts';
import { ChartFigure } from './chart-figure.tsx';

interface StudyFigureProps {
  readonly figure: Figure;
  readonly onEdit: (edit: Edit) => void;
}

// Each kind is loaded with the first study that needs it.
const DataTableFigure = lazy(async () => ({ default: (await import('./data-table.tsx')).DataTableFigure }));
const StackedBarsFigure = lazy(async () => ({
  default: (await import('./stacked-bars.tsx')).StackedBarsFigure,
}));
const GanttChart = lazy(async () => ({ default: (await import('./gantt.tsx')).GanttChart }));
const GraphPicture = lazy(async () => ({ default: (await import('./graph.tsx')).GraphPicture }));
const SystemPicture = lazy(async () => ({ default: (await import('./system.tsx')).SystemPicture }));

/** Any figure of a study, by its kind. Drawn again only when the figure is another one: some take many milliseconds. */
export const StudyFigure = memo(function StudyFigure({ figure, onEdit }: StudyFigureProps) {
  switch (figure.kind) {
    case 'xy':
    case 'panels':
    case 'bars':
      return <ChartFigure chart={figure} />;
    default:
      return (
        <Suspense fallback={null}>
          <LaterFigure figure={figure} onEdit={onEdit} />
        </Suspense>
      );
  }
});

function LaterFigure({ figure, onEdit }: StudyFigureProps) {
  switch (figure.kind) {
    case 'table':
      return <DataTableFigure table={figure} onEdit={onEdit} />;
    case 'stacked-bars':
      return <StackedBarsFigure figure={figure} />;
    case 'gantt':
      return <GanttChart figure={figure} />;
    case 'graph':
      return <GraphPicture figure={figure} />;
    case 'system':
      return <SystemPicture figure={figure} />;
    default:
      return null;
  }
}
