import type { Finding } from '../../core/finding.ts';
import { severities } from '../../core/finding.ts';
import * as capacity from './findings/capacity-findings.ts';
import * as deploy from './findings/deploy-findings.ts';
import * as fine from './findings/fine-findings.ts';
import * as setting from './findings/setting-findings.ts';
import type { FleetComparison } from './size.ts';

/** In the order in which they are shown within a severity. */
const checks: readonly ((comparison: FleetComparison) => Finding | undefined)[] = [
  capacity.loadNotCarried,
  deploy.thinRemoved,
  setting.threadsOutsideAdvice,
  setting.tooFewConnections,
  deploy.restartLimitTooLow,
  setting.databaseTooSmall,
  setting.moreWorkersThanCores,
  deploy.scaleInSecond,
  capacity.deployNotCarried,
  capacity.zoneNotCarried,
  setting.singleWorker,
  capacity.worseThanBaseline,
  capacity.fewerCoresThanToday,
  deploy.switchName,
  setting.tooFewLocalWorkers,
  capacity.parityWithoutMargin,
  setting.coresAndWorkers,
  setting.idleThinCores,
  deploy.ownQueues,
  deploy.localWorkersUnlimited,
  setting.databaseUnchecked,
  fine.memoryPerVmAndTotal,
  deploy.threadsTwoNames,
  fine.coresAndThreadsFit,
  fine.databaseFits,
  fine.neverWorseThanBaseline,
];

/** Advice about the selected option, the worst first. */
export function findingsOf(comparison: FleetComparison): readonly Finding[] {
  return checks
    .map((check) => check(comparison))
    .filter((finding) => finding !== undefined)
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}
