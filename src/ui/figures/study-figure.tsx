import { lazy, memo, Suspense } from 'react';
import type { Edit } from '../../sizing/core/finding.ts';
import type { Figure } from '../../sizing/core/study.ts';
import { ChartFigure } from './chart-figure.tsx';
import { useLater } from './use-later.ts';

interface StudyFigureProps {
  readonly figure: Figure;
  readonly onEdit: (edit: Edit) => void;
}

// Each kind is loaded with the first study that needs it.
const loadDataTable = () => import('./data-table.tsx');
const loadStackedBars = () => import('./stacked-bars.tsx');
const loadGantt = () => import('./gantt.tsx');
const loadGraph = () => import('./graph.tsx');
const loadSystem = () => import('./system.tsx');

const DataTableFigure = lazy(async () => ({ default: (await loadDataTable()).DataTableFigure }));
const StackedBarsFigure = lazy(async () => ({ default: (await loadStackedBars()).StackedBarsFigure }));
const GanttChart = lazy(async () => ({ default: (await loadGantt()).GanttChart }));
const GraphPicture = lazy(async () => ({ default: (await loadGraph()).GraphPicture }));
const SystemPicture = lazy(async () => ({ default: (await loadSystem()).SystemPicture }));

/** Fetches every kind, so that an answer that comes later waits for none. What fails is asked for again when needed. */
export function preloadFigures(): void {
  for (const load of [loadDataTable, loadStackedBars, loadGantt, loadGraph, loadSystem])
    load().catch(() => undefined);
}

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

/** Follows a new answer in a frame of its own, as charts do by themselves. */
function LaterFigure(props: StudyFigureProps) {
  const { onEdit } = props;
  const figure = useLater(props.figure);
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
