import { counted, numberText } from '../../../../core/number-text.ts';
import { capiRanges } from '../../capi.ts';
import type { LoadCase } from './load-case.ts';
import { requestText } from './load-cells.ts';
import { publishedDurations, publishedSource } from './load-published.ts';
import { rateText } from './load-text.ts';

/** What the Load form says beside its fields. */
export function loadHints(load: LoadCase): Readonly<Record<string, string>> {
  const { inputs, request } = load;
  const { label, queue } = capiRanges[inputs.capi];
  const queues = { shared: 'one queue for a VM’s workers', own: 'a queue for each worker' } as const;
  const { p50Ms, p95Ms, p99Ms } = publishedDurations[inputs.publishedDurations];
  const rows = request.log.kind === 'log' ? request.log.durationsMs.length : 0;
  return {
    requestFrom: `A request takes ${requestText(load)}.`,
    publishedDurations: `Half within ${numberText(p50Ms)} ms, 95 of 100 within ${numberText(p95Ms)} ms, 99 within ${numberText(p99Ms)} ms. ${publishedSource}.`,
    cpuSharePercent:
      inputs.requestFrom === 'log' && request.log.kind === 'log' && request.log.databaseMs !== null
        ? 'Not used: the log’s database times say more.'
        : 'Assumed: nobody has published it. 30 to 60 % is a guess; your log can tell.',
    distribution:
      inputs.distribution === 'own'
        ? rows > 0
          ? `From ${counted(rows, 'request')}: squared coefficient of variation ${numberText(request.cpuScv)} of CPU, ${numberText(request.ioScv)} of waiting.`
          : 'Paste a log below.'
        : `Squared coefficient of variation ${numberText(request.cpuScv)}, of CPU and of waiting.`,
    requestsPerSecond: `Now ${rateText(load.loadPerSecond)}, ${load.loadSource}.`,
    acceptPolicy: `capi-release ${label}: ${queue === 'shared' ? queues.shared : queues.own}.`,
  };
}
