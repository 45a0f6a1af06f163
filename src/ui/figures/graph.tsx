import { useCallback, useMemo } from 'react';
import type { GraphFigure } from '../../sizing/core/study-figures.ts';
import { GraphDrawing } from './graph/graph-drawing.tsx';
import { layoutOf } from './graph/graph-layout.ts';
import { graphTable } from './graph/graph-text.ts';
import { FigureFrame } from './study/figure-frame.tsx';

/** What waits for what, in layers from left to right, the longest chain bold. */
export function GraphPicture({ figure }: { readonly figure: GraphFigure }) {
  const layout = useMemo(() => layoutOf(figure), [figure]);
  const table = useCallback(() => graphTable(figure, layout), [figure, layout]);
  return (
    <FigureFrame figure={figure} table={table}>
      <GraphDrawing layout={layout} label={`${figure.title} ${figure.subtitle}`} />
    </FigureFrame>
  );
}
