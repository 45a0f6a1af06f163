import { memo } from 'react';
import styles from './graph.module.css';
import type { PlacedEdge } from './graph-layout.ts';

interface GraphEdgesProps {
  readonly edges: readonly PlacedEdge[];
  readonly prefix: string;
  /** Those of the node that is read, drawn over the others. */
  readonly isRead?: boolean;
}

/** Edges with their arrows; those of the longest chain lie on top. */
export const GraphEdges = memo(function GraphEdges({ edges, prefix, isRead = false }: GraphEdgesProps) {
  const state = isRead ? 'read' : '';
  const drawn = edges.toSorted((a, b) => Number(a.edge.isCritical) - Number(b.edge.isCritical));
  return (
    <>
      <defs>
        {(['', 'critical'] as const).map((kind) => (
          <marker
            key={kind}
            id={`${prefix}-${state}${kind}`}
            viewBox="0 0 8 8"
            refX="7.5"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path className={styles.arrow} data-kind={isRead ? 'read' : kind} d="M0 0 8 4 0 8z" />
          </marker>
        ))}
      </defs>
      {drawn.map(({ edge, path }) => (
        <path
          key={`${edge.from} ${edge.to} ${edge.isImplied}`}
          className={styles.edge}
          data-critical={edge.isCritical ? '' : undefined}
          data-implied={edge.isImplied ? '' : undefined}
          data-read={isRead ? '' : undefined}
          d={path}
          markerEnd={`url(#${prefix}-${state}${edge.isCritical ? 'critical' : ''})`}
        />
      ))}
    </>
  );
});
