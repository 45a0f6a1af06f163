import { type Finding, severities } from '../../core/finding.ts';
import type { Check } from './advice.ts';
import * as database from './database-findings.ts';
import type { HeatComparison } from './size.ts';
import * as stack from './stack-findings.ts';
import * as workers from './worker-findings.ts';

/** The server's limit has a view of its own, with everything that fits. */
const tooManyConnectionsError: Check = (advised) => {
  const finding = database.tooManyConnectionsError(advised);
  if (finding?.id !== 'H10') return finding;
  return { ...finding, fix: { label: 'Show what fits', edit: { kind: 'open-view', view: 'connections' } } };
};

const limitFirst: readonly Check[] = [tooManyConnectionsError, database.overTheLimit, database.poolUnderRule];
const poolFirst: readonly Check[] = [database.queuePoolError, database.poolUnderRule, database.overTheLimit];

const rest: readonly Check[] = [
  stack.overResourceLimit,
  stack.targetMissed,
  database.thinMargin,
  database.overflowRaised,
  stack.convergenceOff,
  workers.deadlockFloor,
  workers.executorSetApart,
  workers.shortRpcTimeout,
  stack.overStackLimit,
  workers.legacyDeprecated,
  workers.movedApiWorkers,
  workers.whyNotTheText,
  workers.overTable,
  workers.pastTheKnee,
  workers.defaultOverTable,
  database.limitUnknown,
  stack.leafPace,
  stack.modeIsSticky,
  workers.singleController,
  workers.queueDepthIsBlind,
  workers.lostWork,
  workers.alertOnEngines,
  stack.suitsConvergence,
];

/** Advice on the selected option: worst first, and within a severity the error the user sees first. */
export function findingsOf({ baseline, selected }: HeatComparison): readonly Finding[] {
  const first = selected.inputs.errorSeen === '1040' ? limitFirst : poolFirst;
  return [...first, ...rest]
    .flatMap((check) => check({ option: selected, baseline }) ?? [])
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}
