import { memo } from 'react';
import { numberText } from '../../../sizing/core/number-text.ts';
import { fittedText, textWidth } from '../study/fitted-text.ts';
import styles from './graph.module.css';
import { nodeHeight, nodeWidth, type PlacedNode } from './graph-layout.ts';

interface GraphNodesProps {
  readonly nodes: readonly PlacedNode[];
  /** Places among the nodes in reading order; what is pointed at is told by its place in it. */
  readonly order: readonly number[];
  readonly onPoint: (index: number) => void;
}

/** The nodes: a name, what it is, and how many where several are one. */
export const GraphNodes = memo(function GraphNodes({ nodes, order, onPoint }: GraphNodesProps) {
  return order.map((index, place) => {
    const placed = nodes[index];
    return placed && <NodeBox key={placed.node.id} placed={placed} onPoint={() => onPoint(place)} />;
  });
});

interface NodeBoxProps {
  readonly placed: PlacedNode;
  readonly onPoint: () => void;
}

function NodeBox({ placed: { node, x, y }, onPoint }: NodeBoxProps) {
  const count = node.count > 1 ? `×${numberText(node.count)}` : '';
  const room = nodeWidth - 18 - (count ? textWidth(count, 13) + 8 : 0);
  return (
    <g transform={`translate(${x} ${y})`} onPointerEnter={onPoint}>
      {count !== '' && (
        <path
          className={styles.stack}
          d={`M${nodeWidth + 3} 5V${nodeHeight + 3}H5M${nodeWidth} 3h3v2M3 ${nodeHeight}v3h2`}
        />
      )}
      <rect
        className={styles.node}
        data-critical={node.isCritical ? '' : undefined}
        width={nodeWidth}
        height={nodeHeight}
        rx={4}
      />
      <text className={styles.label} x={9} y={18}>
        {fittedText(node.label, room, 13)}
      </text>
      <text className={styles.detail} x={9} y={34}>
        {fittedText(node.detail, nodeWidth - 18, 12)}
      </text>
      {count !== '' && (
        <text className={styles.count} x={nodeWidth - 8} y={18} textAnchor="end">
          {count}
        </text>
      )}
    </g>
  );
}
