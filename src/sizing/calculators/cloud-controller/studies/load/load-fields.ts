import type { FleetInputs } from '../../params.ts';

/** Fields of the Load view that mean nothing beside the others. */
export function hiddenLoadFields(inputs: FleetInputs): readonly string[] {
  const { distribution, failureKind, requestFrom } = inputs;
  const isFailing = failureKind !== 'none';
  return [
    ...(requestFrom === 'entered' ? [] : ['serviceTimeMs']),
    ...(requestFrom === 'published' ? [] : ['publishedDurations']),
    ...(requestFrom === 'metrics'
      ? ['cpuSharePercent']
      : ['measuredPerSecond', 'measuredCpuCores', 'measuredOutstanding']),
    ...(['erlang', 'lognormal', 'hyperexponential'].includes(distribution) ? [] : ['requestScv']),
    ...(isFailing ? ['runLength', 'runRequests'] : ['failureScope', 'failureAtSeconds']),
    ...(isFailing ? [] : [inputs.runLength === 'requests' ? 'runSeconds' : 'runRequests']),
  ];
}
