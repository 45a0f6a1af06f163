import { memo, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Button } from '../../shell/button.tsx';
import { ReadingLine } from '../study/reading-line.tsx';
import { useCursor } from '../study/use-cursor.ts';
import { useWidth } from '../use-width.ts';
import styles from './graph.module.css';
import { GraphEdges } from './graph-edges.tsx';
import { type GraphLayout, nodeHeight, nodeWidth } from './graph-layout.ts';
import { GraphNodes } from './graph-nodes.tsx';
import { nodeSentence } from './graph-text.ts';
import { readingOrder, walked } from './graph-walk.ts';

interface GraphDrawingProps {
  readonly layout: GraphLayout;
  readonly label: string;
}

const leastZoom = 0.25;
const mostZoom = 2;
const step = 1.25;
/** Smaller than this, names are hard to read; a bigger graph scrolls instead. */
const leastReadable = 0.96;

/** The graph in a window that scrolls, with its zoom, its key, and the node that is read in words. */
export const GraphDrawing = memo(function GraphDrawing({ layout, label }: GraphDrawingProps) {
  const pane = useRef<HTMLDivElement>(null);
  const paneWidth = useWidth(pane, 340);
  const prefix = useId();
  const [asked, setAsked] = useState<number | null>(null);
  const fitting = paneWidth / Math.max(1, layout.width);
  const zoom = asked ?? (fitting >= leastReadable ? Math.min(1, fitting) : 1);
  const order = useMemo(() => readingOrder(layout), [layout]);
  const cursor = useCursor(layout.nodes.length, (arrow, from) => {
    const to = walked(layout, arrow, order[from] ?? 0);
    return to === undefined ? undefined : order.indexOf(to);
  });
  const read = cursor.index === null ? undefined : layout.nodes[order[cursor.index] ?? 0];
  useEffect(() => {
    if (read && cursor.isByKey && pane.current)
      bringIntoView(pane.current, read.x * zoom, read.y * zoom, zoom);
  }, [read, cursor.isByKey, zoom]);
  return (
    <>
      <div className={styles.head}>
        <GraphKey layout={layout} />
        <Zoom zoom={zoom} fitting={Math.min(1, fitting)} onZoom={setAsked} />
      </div>
      <div ref={pane} className={styles.pane}>
        <svg
          className={styles.drawing}
          width={Math.ceil(layout.width * zoom)}
          height={Math.ceil(layout.height * zoom)}
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          role="application"
          aria-roledescription="graph"
          aria-label={`${label} Arrow keys walk along the edges.`}
          {...cursor.handlers}
          onPointerLeave={() => cursor.point(null)}
        >
          <g>
            <GraphEdges edges={layout.edges} prefix={prefix} />
            {read && (
              <GraphEdges
                edges={layout.edges.filter((e) => e.first === read.node.id || e.waiting === read.node.id)}
                prefix={prefix}
                isRead
              />
            )}
            <GraphNodes nodes={layout.nodes} order={order} onPoint={cursor.point} />
            {read && (
              <rect
                className={styles.read}
                x={read.x - 3}
                y={read.y - 3}
                width={nodeWidth + 6}
                height={nodeHeight + 6}
                rx={6}
              />
            )}
          </g>
        </svg>
      </div>
      <ReadingLine
        text={read && nodeSentence(layout, read.node)}
        hint="Point at a node, or focus the graph and walk along its edges with the arrow keys."
      />
    </>
  );
});

/** Scrolls the pane, and never the page, until a node is inside it. */
function bringIntoView(pane: HTMLElement, x: number, y: number, zoom: number): void {
  const margin = 16;
  const right = x + nodeWidth * zoom + margin;
  const bottom = y + nodeHeight * zoom + margin;
  if (x - margin < pane.scrollLeft) pane.scrollLeft = x - margin;
  else if (right > pane.scrollLeft + pane.clientWidth) pane.scrollLeft = right - pane.clientWidth;
  if (y - margin < pane.scrollTop) pane.scrollTop = y - margin;
  else if (bottom > pane.scrollTop + pane.clientHeight) pane.scrollTop = bottom - pane.clientHeight;
}

interface ZoomProps {
  readonly zoom: number;
  readonly fitting: number;
  readonly onZoom: (zoom: number) => void;
}

function Zoom({ zoom, fitting, onZoom }: ZoomProps) {
  const to = (next: number) => onZoom(Math.min(mostZoom, Math.max(leastZoom, next)));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; this groups buttons.
    <div role="group" aria-label="Zoom" className={styles.zoom}>
      <Button size="small" aria-label="Zoom out" disabled={zoom <= leastZoom} onClick={() => to(zoom / step)}>
        −
      </Button>
      <output>{Math.round(zoom * 100)}%</output>
      <Button size="small" aria-label="Zoom in" disabled={zoom >= mostZoom} onClick={() => to(zoom * step)}>
        +
      </Button>
      <Button size="small" onClick={() => to(fitting)}>
        Fit
      </Button>
    </div>
  );
}

function GraphKey({ layout }: { readonly layout: GraphLayout }) {
  const hasImplied = layout.edges.some((e) => e.edge.isImplied);
  const hasGroups = layout.nodes.some((n) => n.node.count > 1);
  return (
    <ul className={styles.key} data-picture="">
      <li>
        <KeyLine /> the one on the right waits
      </li>
      <li>
        <KeyLine isCritical /> longest chain
      </li>
      {hasImplied && (
        <li>
          <KeyLine isImplied /> added by the service
        </li>
      )}
      {hasGroups && <li>×24: that many of a kind</li>}
    </ul>
  );
}

function KeyLine({ isCritical, isImplied }: { readonly isCritical?: boolean; readonly isImplied?: boolean }) {
  return (
    <svg width="30" height="8" aria-hidden="true">
      <path
        className={styles.edge}
        data-critical={isCritical ? '' : undefined}
        data-implied={isImplied ? '' : undefined}
        d="M0 4H30"
      />
    </svg>
  );
}
