import type { Attachments } from '../../../../core/study.ts';
import type { FleetInputs } from '../../params.ts';
import { type ReadLog, readRequestLog } from './load-log.ts';
import { enteredDemand, logDemand, type MeanDemand, publishedDemand, scvOf } from './load-mean-demand.ts';
import { demandOfMetrics } from './load-metrics.ts';
import { logAttachment } from './log-attachment.ts';

/** What one request asks of a process: its means and how requests vary. */
export interface RequestDemand extends MeanDemand {
  /** Squared coefficients of variation of the CPU time and of the waiting: 0 all alike, 1 exponential. */
  readonly cpuScv: number;
  readonly ioScv: number;
  readonly log: ReadLog;
}

/** Falls back to what was entered where the user's numbers are not enough, with a doubt that says so. */
export function requestOf(inputs: FleetInputs, attachments: Attachments): RequestDemand {
  const log = readRequestLog(attachments[logAttachment.id] ?? '');
  const variation = variationOf(inputs, log);
  const mean = meanDemandOf(inputs, log, variation.cpuScv);
  const missing = inputs.distribution === 'own' && log.kind !== 'log' ? [noVariation] : [];
  return { ...mean, ...variation, doubts: [...mean.doubts, ...missing], log };
}

const noVariation = 'There is no log to take the variation from: exponential requests are assumed.';

function meanDemandOf(inputs: FleetInputs, log: ReadLog, scv: number): MeanDemand {
  switch (inputs.requestFrom) {
    case 'entered':
      return enteredDemand(inputs, []);
    case 'published':
      return publishedDemand(inputs);
    case 'metrics':
      return (
        demandOfMetrics(inputs, scv) ??
        enteredDemand(inputs, ['Enter all three metrics; until then the entered time of a request counts.'])
      );
    case 'log':
      if (log.kind === 'log') return logDemand(inputs, log);
      return enteredDemand(inputs, [
        log.kind === 'empty'
          ? 'Paste a log below; until then the entered time of a request counts.'
          : `The log cannot be read. ${log.reason} The entered time of a request counts.`,
      ]);
  }
}

function variationOf(inputs: FleetInputs, log: ReadLog): Pick<RequestDemand, 'cpuScv' | 'ioScv'> {
  if (inputs.distribution === 'own' && log.kind === 'log') return variationOfLog(log);
  const scv = enteredScv(inputs);
  return { cpuScv: scv, ioScv: scv };
}

function variationOfLog(log: Extract<ReadLog, { kind: 'log' }>): Pick<RequestDemand, 'cpuScv' | 'ioScv'> {
  const { databaseMs, durationsMs } = log;
  if (databaseMs === null) {
    const scv = scvOf(durationsMs);
    return { cpuScv: scv, ioScv: scv };
  }
  return {
    cpuScv: scvOf(durationsMs.map((ms, row) => ms - (databaseMs[row] ?? 0))),
    ioScv: scvOf(databaseMs),
  };
}

function enteredScv(inputs: FleetInputs): number {
  switch (inputs.distribution) {
    case 'constant':
      return 0;
    case 'exponential':
    case 'own':
      return 1;
    case 'erlang':
      return 1 / erlangStages(inputs);
    case 'lognormal':
      return inputs.requestScv;
    case 'hyperexponential':
      return Math.max(1, inputs.requestScv);
  }
}

/** Erlang's law exists for coefficients 1/k only: the nearest k. */
export function erlangStages({ requestScv }: FleetInputs): number {
  return Math.max(1, Math.round(1 / requestScv));
}
