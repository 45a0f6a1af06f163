import type { Finding } from '../../../core/finding.ts';
import { counted, numberText, numberWord } from '../../../core/number-text.ts';
import { conditions } from '../conditions.ts';
import { baselineName } from '../fleet-name.ts';
import type { FleetComparison } from '../size.ts';

/** A core for each worker and threads within the guide's range. */
export function coresAndThreadsFit({ selected }: FleetComparison): Finding | undefined {
  const { engine, threadsPerWorker: threads, vcpusPerVm: cores, workersPerVm: workers } = selected.inputs;
  if (engine === 'thin' || workers > cores || threads < 10 || threads >= 20) return undefined;
  const reserve = 20 - threads;
  return {
    id: 'fine-cores',
    severity: 'fine',
    title: `One core for each worker, ${numberWord(reserve)} ${reserve === 1 ? 'thread' : 'threads'} in reserve`,
    text: `With 20 threads per worker the fleet would carry ${numberText(selected.sizing.processes * 20)}.`,
    rules: ['CF-5', 'CF-6'],
  };
}

export function databaseFits({ selected }: FleetComparison): Finding | undefined {
  const { connectionsFree: free, reckon } = selected.inputs;
  const { total } = selected.sizing.connections[reckon];
  if (free === null || total > free) return undefined;
  return {
    id: 'fine-database',
    severity: 'fine',
    title: `The database has ${counted(free - total, 'connection')} to spare`,
    text: `Up to ${numberText(total)} of ${numberText(free)} free.`,
    rules: ['CF-10', 'R-3'],
  };
}

export function neverWorseThanBaseline({ baseline, selected }: FleetComparison): Finding | undefined {
  const gains = conditions.map((c) => selected.sizing.carries[c] - baseline.sizing.carries[c]);
  if (baseline.letter === selected.letter || gains.some((gain) => gain <= 0)) return undefined;
  return {
    id: 'fine-baseline',
    severity: 'fine',
    title: `Carries more than ${baselineName(baseline)} in every condition`,
    text: `From ${numberText(Math.min(...gains))} to ${counted(Math.max(...gains), 'request')} more.`,
    rules: ['CF-11'],
  };
}

/** K8: the most memory on each VM is not the most in total. */
export function memoryPerVmAndTotal({ options, selected }: FleetComparison): Finding | undefined {
  const { memoryGib, memoryPerVmGib } = selected.sizing;
  const others = options.filter((o) => o.letter !== selected.letter);
  const largest = others.toSorted((a, b) => b.sizing.memoryGib - a.sizing.memoryGib)[0];
  if (!largest || largest.sizing.memoryGib <= memoryGib) return undefined;
  if (others.some((o) => o.sizing.memoryPerVmGib >= memoryPerVmGib)) return undefined;
  return {
    id: 'K8',
    severity: 'note',
    title: 'Most memory on each VM, not in total',
    text: `${numberText(memoryPerVmGib)} GiB a VM is the most of all options; ${numberText(memoryGib)} GiB in total is less than option ${largest.letter}’s ${numberText(largest.sizing.memoryGib)}.`,
    rules: ['K8', 'CF-7'],
  };
}
