import type { ChartTable } from '../../../sizing/core/figure.ts';
import { counted, numberText } from '../../../sizing/core/number-text.ts';
import type { GraphFigure } from '../../../sizing/core/study-figures.ts';
import type { GraphLayout, GraphNode } from './graph-layout.ts';

const mostNamed = 5;

/** What a node is, what it waits for and what waits for it, in a sentence or three. */
export function nodeSentence(layout: GraphLayout, node: GraphNode): string {
  const labels = new Map(layout.nodes.map((n) => [n.node.id, n.node.label]));
  const ends = (own: 'first' | 'waiting', other: 'first' | 'waiting') =>
    [...new Set(layout.edges.filter((e) => e[own] === node.id).map((e) => e[other]))].map(
      (id) => labels.get(id) ?? id,
    );
  const count = node.count > 1 ? `, ${numberText(node.count)} of them` : '';
  const chain = node.isCritical ? ', on the longest chain' : '';
  const before = ends('waiting', 'first');
  const after = ends('first', 'waiting');
  return [
    `${node.label}${node.detail ? ` (${node.detail})` : ''}${count}${chain}.`,
    before.length > 0 ? `Waits for ${listed(before)}.` : 'Waits for nothing.',
    after.length > 0 ? `${listed(after)} ${after.length === 1 ? 'waits' : 'wait'} for it.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed);
  const more = names.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${counted(more, 'other')}`;
  const last = shown.at(-1) ?? '';
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${last}` : last;
}

/** Every node with what it waits for. */
export function graphTable(figure: GraphFigure, layout: GraphLayout): ChartTable {
  const labels = new Map(figure.nodes.map((node) => [node.id, node.label]));
  const isGrouped = figure.nodes.some((node) => node.count > 1);
  const waitsFor = (id: string, isImplied: boolean) =>
    layout.edges
      .filter((e) => e.waiting === id && e.edge.isImplied === isImplied)
      .map((e) => labels.get(e.first) ?? e.first)
      .join(', ');
  const hasImplied = figure.edges.some((edge) => edge.isImplied);
  return {
    columns: [
      'Name',
      'What it is',
      ...(isGrouped ? ['Count'] : []),
      'Layer',
      'Longest chain',
      'Waits for',
      ...(hasImplied ? ['Waits for, added by the service'] : []),
    ],
    rows: figure.nodes.map((node) => [
      node.label,
      node.detail,
      ...(isGrouped ? [node.count] : []),
      node.layer,
      node.isCritical ? 'yes' : 'no',
      waitsFor(node.id, false),
      ...(hasImplied ? [waitsFor(node.id, true)] : []),
    ]),
  };
}
