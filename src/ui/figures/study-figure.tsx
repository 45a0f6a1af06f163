import { memo, Suspense } from 'react';
import type { Edit } from '../../sizing/core/finding.ts';
import type { Figure } from '../../sizing/core/study.ts';
import { preloadable } from '../shell/preloadable.tsx';
import { ChartFigure, rechartsChart } from './chart-figure.tsx';
import { useLater } from './use-later.ts';

interface StudyFigureProps {
  readonly figure: Figure;
  readonly onEdit: (edit: Edit) => void;
}

// Each kind is loaded with the first study that needs it.
const dataTable = preloadable(async () => (await import('./data-table.tsx')).DataTableFigure);
const stackedBars = preloadable(async () => (await import('./stacked-bars.tsx')).StackedBarsFigure);
const gantt = preloadable(async () => (await import('./gantt.tsx')).GanttChart);
const graph = preloadable(async () => (await import('./graph.tsx')).GraphPicture);
const system = preloadable(async () => (await import('./system.tsx')).SystemPicture);

/** Fetches every kind, so that an answer that comes later waits for none. What fails is asked for again when needed. */
export function preloadFigures(): void {
  for (const { preload } of [dataTable, stackedBars, gantt, graph, system, rechartsChart])
    preload().catch(() => undefined);
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
      return <dataTable.Component table={figure} onEdit={onEdit} />;
    case 'stacked-bars':
      return <stackedBars.Component figure={figure} />;
    case 'gantt':
      return <gantt.Component figure={figure} />;
    case 'graph':
      return <graph.Component figure={figure} />;
    case 'system':
      return <system.Component figure={figure} />;
    default:
      return null;
  }
}
