import { numberText } from '../../../../core/number-text.ts';
import { fleetOf, meanResponseOf } from '../../../../queueing/fleet-response.ts';
import type { FleetInputs } from '../../params.ts';
import type { MeanDemand } from './load-mean-demand.ts';

/** Halvings of the waiting that is looked for: far below a microsecond. */
const halvings = 50;
/** Share of the processes' time above which the wait for the lock drowns other waiting; a choice. */
const unsureShare = 0.6;

/**
 * A request's CPU and waiting from what today's fleet shows: CPU = cores used ÷ requests a second; time on a thread =
 * outstanding ÷ requests a second (Little), of which the wait for the interpreter lock is taken off by the model.
 * Undefined while one of the three numbers is missing.
 */
export function demandOfMetrics(inputs: FleetInputs, scv: number): MeanDemand | undefined {
  const { measuredCpuCores, measuredOutstanding, measuredPerSecond } = inputs;
  if (measuredCpuCores === null || measuredOutstanding === null || measuredPerSecond === null)
    return undefined;
  const cpuSeconds = measuredCpuCores / measuredPerSecond;
  const onThreadSeconds = measuredOutstanding / measuredPerSecond;
  const base = { cpuSeconds, source: 'from your three metrics', origins: ['yours'] as const };
  if (cpuSeconds >= onThreadSeconds) {
    return {
      ...base,
      ioSeconds: 0,
      doubts: [
        `${numberText(measuredCpuCores)} cores are more than ${numberText(measuredOutstanding)} outstanding requests can use: one of the numbers is of another fleet or another minute. No waiting is assumed.`,
      ],
    };
  }
  const inThread = (ioSeconds: number) => inThreadSeconds(inputs, scv, cpuSeconds, ioSeconds);
  const mostIo = onThreadSeconds - cpuSeconds;
  const withoutIo = inThread(0);
  if (withoutIo === undefined) {
    return {
      ...base,
      ioSeconds: mostIo,
      doubts: [
        `${numberText(measuredCpuCores)} cores are as much as ${numberText(inputs.thinVms)} Thin processes can use: the wait for the lock cannot be told from other waiting, and the answer is too slow.`,
      ],
    };
  }
  if (withoutIo >= onThreadSeconds) {
    return {
      ...base,
      ioSeconds: 0,
      doubts: [
        'Requests are on a thread for a shorter time than such a load keeps them there by CPU alone: no waiting is assumed.',
      ],
    };
  }
  let low = 0;
  let high = mostIo;
  for (let step = 0; step < halvings; step += 1) {
    const middle = (low + high) / 2;
    const seconds = inThread(middle);
    if (seconds === undefined || seconds > onThreadSeconds) high = middle;
    else low = middle;
  }
  const isBusy = measuredCpuCores > unsureShare * inputs.thinVms;
  return {
    ...base,
    ioSeconds: low,
    doubts: isBusy
      ? [
          'Measured on a busy fleet most of a request’s time is the wait for the lock, and what is left for other waiting is unsure. Measure at a quieter minute.',
        ]
      : [],
  };
}

/** Mean time on a thread of today's fleet at the measured load; undefined where that fleet does not carry it. */
function inThreadSeconds(
  inputs: FleetInputs,
  scv: number,
  cpuSeconds: number,
  ioSeconds: number,
): number | undefined {
  const fleet = fleetOf({
    vms: inputs.thinVms,
    workers: 1,
    threads: inputs.thinThreads,
    coresPerVm: 1,
    localWorkers: 0,
    localWorkerCpu: 0,
    cpuSecondsPerRequest: cpuSeconds,
    ioSecondsPerRequest: ioSeconds,
    cpuScv: scv,
    ioScv: scv,
    policy: 'slot',
    routing: inputs.routing,
  });
  const response = meanResponseOf(fleet, inputs.measuredPerSecond ?? 0);
  return response.kind === 'grows' ? undefined : response.meanResponseSeconds - response.meanWaitSeconds;
}
