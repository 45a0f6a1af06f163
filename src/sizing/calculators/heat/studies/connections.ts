/** The Connections study: who may open what, what fits, and what message queue and memory see. */
import { severities } from '../../../core/finding.ts';
import { numberText } from '../../../core/number-text.ts';
import type { Study, StudyView } from '../../../core/study.ts';
import type { Check } from '../advice.ts';
import * as database from '../database-findings.ts';
import type { HeatParams } from '../params.ts';
import type { HeatComparison, HeatSizing } from '../size.ts';
import { executorSetApart, queueDepthIsBlind } from '../worker-findings.ts';
import { errorTable } from './connections/error-table.ts';
import { fitsTable } from './connections/fits-table.ts';
import { nodeTable, queueTable } from './connections/process-tables.ts';
import { guideStack, upstreamStack } from './connections/stacked.ts';
import { connectionsVerdict } from './connections/verdict.ts';
import { noLosses, systemPicture } from './system-picture.ts';

export const study: Study<HeatParams, HeatSizing> = { evaluate: evaluateConnections };

const checks: readonly Check[] = [
  database.tooManyConnectionsError,
  database.queuePoolError,
  database.overTheLimit,
  database.poolUnderRule,
  database.thinMargin,
  database.overflowRaised,
  executorSetApart,
  everyNode,
  database.limitUnknown,
  queueDepthIsBlind,
];

function evaluateConnections(comparison: HeatComparison): StudyView {
  const { baseline, selected } = comparison;
  const findings = checks
    .flatMap((check) => check({ option: selected, baseline }) ?? [])
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const stacks = [guideStack(comparison), upstreamStack(comparison)];
  return {
    verdict: connectionsVerdict(selected, findings),
    figures: [
      ...(selected.inputs.reckonBy === 'guide' ? stacks : stacks.toReversed()),
      fitsTable(selected),
      errorTable(comparison),
      nodeTable(comparison),
      systemPicture(comparison, 'connections-system', noLosses),
      queueTable(comparison),
    ],
    findings,
    exports: [],
    hints: {},
  };
}

/** Behind one address the nodes of a cluster do not share the load. */
function everyNode({ option: { inputs, sizing } }: Parameters<Check>[0]): ReturnType<Check> {
  const { databaseNodes, databaseRoute, otherConnections } = inputs;
  if (databaseNodes === 1 || databaseRoute === 'spread') return undefined;
  const sum = sizing.shown.ceiling.total + otherConnections;
  return {
    id: 'every-node',
    severity: 'note',
    title: `Each of ${numberText(databaseNodes)} database nodes must allow ${numberText(sum)}`,
    text: 'One address leads to one node at a time, and after a failover to another. Shares do not add up.',
    rules: ['HT-11'],
  };
}
