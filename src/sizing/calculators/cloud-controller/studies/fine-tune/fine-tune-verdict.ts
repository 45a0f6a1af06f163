import type { Rich } from '../../../../core/explanation.ts';
import { counted, numberText } from '../../../../core/number-text.ts';
import type { Verdict, VerdictState } from '../../../../core/size-view.ts';
import { conditionOf } from '../../conditions.ts';
import type { SizedFleet } from '../../size.ts';
import type { Pressure, Quadrant, Remedy } from './judgement.ts';
import type { Measurements } from './measurements.ts';

/** All that is known after judging. */
export interface Judged {
  readonly option: SizedFleet;
  readonly measurements: Measurements;
  readonly pressure: Pressure;
  readonly quadrant: Quadrant | undefined;
  readonly remedy: Remedy | undefined;
}

const states: Readonly<Record<Quadrant, VerdictState>> = {
  'near-within': 'changes',
  'near-exceeded': 'short',
  'below-exceeded': 'short',
  'below-within': 'meets',
};

/** The quadrant in words, with the numbers of this fleet. */
export function fineTuneVerdict(judged: Judged): Verdict {
  const { measurements, quadrant } = judged;
  const sentence = quadrant ? quadrantSentence(judged, quadrant) : partialSentence(judged);
  const state = quadrant && measurements.doubts.length === 0 ? states[quadrant] : 'changes';
  return {
    state,
    stateText: quadrant ? quadrantName(quadrant) : 'Not enough to judge',
    headline: sentence,
    paragraph: paragraphOf(judged),
    keyFigures: keyFiguresOf(judged),
    spoken: sentence,
  };
}

function quadrantName(quadrant: Quadrant): string {
  const texts: Readonly<Record<Quadrant, string>> = {
    'near-within': 'Threads near their limit, cores within',
    'near-exceeded': 'Threads near their limit, cores over',
    'below-exceeded': 'Threads free, cores over their limit',
    'below-within': 'Threads free, cores within',
  };
  return texts[quadrant];
}

function quadrantSentence({ option, remedy }: Judged, quadrant: Quadrant): string {
  const { inputs, sizing } = option;
  const { threadsPerWorker, vms } = sizing.fleet;
  const added = remedy ? remedy.vms - vms : 0;
  const more = `add ${counted(added, 'VM')}`;
  switch (quadrant) {
    case 'near-within':
      if (!remedy) return 'Threads run out before CPU. No fleet of this size of VM is enough.';
      if (inputs.engine === 'thin') return `Threads run out before CPU. Thin grows by VMs only: ${more}.`;
      if (added === 0)
        return `Threads run out before CPU. Raise threads to ${numberText(remedy.threads)}, then add VMs.`;
      return remedy.threads > threadsPerWorker
        ? `Threads run out before CPU. Raise threads to ${numberText(remedy.threads)} and ${more}.`
        : `Threads run out before CPU, and ${numberText(threadsPerWorker)} are all a worker should have: ${more}.`;
    case 'near-exceeded':
      return remedy
        ? `Scale out: ${more} or cores.`
        : 'Scale out: add cores; VMs of this size are not enough.';
    case 'below-exceeded':
      return `CPU-bound. More threads will not help; add cores or ${remedy ? counted(added, 'VM') : 'VMs'}${inputs.engine === 'puma' && threadsPerWorker > 10 ? ', or lower threads' : ''}.`;
    case 'below-within':
      return remedy
        ? `Room to shrink: ${counted(remedy.vms, 'VM')} would keep p95 below its limits with one ${conditionOf(inputs.survive) === 'az' ? 'AZ' : 'VM'} lost. Remove one at a time.`
        : 'Within its limits, and no VM to spare.';
  }
}

/** Half of what the guide asks for was given, or a value is in doubt. */
function partialSentence({ measurements, pressure }: Judged): string {
  const { areCoresExceeded, areThreadsNear } = pressure;
  if (measurements.doubts.length > 0) return 'One value does not fit a single VM; say what it is of.';
  if (measurements.reading.kind === 'refused') return 'The samples cannot be read; nothing of them is used.';
  if (areThreadsNear !== undefined)
    return areThreadsNear
      ? 'Threads are near their limit. CPU user or the load average tells whether cores are too.'
      : 'Threads are clear of their limit. CPU user or the load average tells about the cores.';
  if (areCoresExceeded !== undefined)
    return areCoresExceeded
      ? 'Cores are over their limit. Outstanding requests tell whether threads are near theirs.'
      : 'Cores are within their limits. Outstanding requests tell about the threads.';
  return 'Enter what you measured, and see what to change.';
}

function paragraphOf({ measurements, option, pressure }: Judged): Rich {
  const { limits, metrics } = measurements;
  if (pressure.threads === undefined && pressure.cores === undefined)
    return [
      `On each VM of option ${option.letter}: outstanding requests clear of `,
      { strong: numberText(limits.threads) },
      ', CPU user below ',
      { strong: numberText(limits.cpuUser, 3) },
      ' and load average below ',
      { strong: numberText(limits.cores) },
      '.',
    ];
  const parts = [
    ...(metrics.outstanding
      ? [`${numberText(metrics.outstanding.p95, 1)} of ${counted(limits.threads, 'thread')} on a VM`]
      : []),
    ...(metrics.cpuUser
      ? [
          `CPU user ${numberText(metrics.cpuUser.p95 * 100, 1)}% of at most ${numberText(limits.cpuUser * 100, 1)}%`,
        ]
      : []),
    ...(metrics.loadAverage
      ? [`load average ${numberText(metrics.loadAverage.p95, 2)} of ${counted(limits.cores, 'core')}`]
      : []),
  ];
  const isSeries = Object.values(metrics).some((metric) => metric.isSeries);
  return [`${isSeries ? '95% of the time up to: ' : 'Measured: '}${parts.join(', ')}.`];
}

function keyFiguresOf({ measurements, pressure }: Judged): Verdict['keyFigures'] {
  const { limits, metrics } = measurements;
  const share = (value: number) => `${numberText(value * 100, 0)}%`;
  return [
    ...(metrics.outstanding && pressure.threads !== undefined
      ? [
          {
            label: 'Threads in use',
            cell: {
              text: share(pressure.threads),
              value: pressure.threads,
              note: `${numberText(metrics.outstanding.p95, 1)} of ${numberText(limits.threads)}`,
              tone: pressure.areThreadsNear ? ('bad' as const) : ('good' as const),
            },
          },
        ]
      : []),
    ...(metrics.cpuUser
      ? [
          {
            label: 'CPU user',
            cell: {
              text: share(metrics.cpuUser.p95),
              value: metrics.cpuUser.p95,
              note: `limit ${share(limits.cpuUser)}`,
              tone: metrics.cpuUser.p95 < limits.cpuUser ? ('good' as const) : ('bad' as const),
            },
          },
        ]
      : []),
    ...(metrics.loadAverage
      ? [
          {
            label: 'Load average',
            cell: {
              text: numberText(metrics.loadAverage.p95),
              value: metrics.loadAverage.p95,
              note: `limit ${numberText(limits.cores)}`,
              tone: metrics.loadAverage.p95 < limits.cores ? ('good' as const) : ('bad' as const),
            },
          },
        ]
      : []),
  ];
}
