import type { Cell, Explanation } from '../../../../core/explanation.ts';
import { counted, numberText } from '../../../../core/number-text.ts';
import { wording } from '../../conditions.ts';
import type { LoadCase, LoadedOption } from './load-case.ts';
import { rateText, responseText, shareText } from './load-text.ts';

/** The CPU share above which the guide wants more cores (CF-15). */
export const guideCpuShare = 0.85;

/** "100 ms CPU and 100 ms waiting", before what servers add. */
export function requestText({ request }: LoadCase): string {
  const { cpuSeconds, ioSeconds } = request;
  return `${responseText(cpuSeconds)} CPU and ${responseText(ioSeconds)} waiting`;
}

/** A response time in milliseconds throughout, so that a column can be compared at a glance. */
export function msCell(seconds: number): Cell {
  const ms = seconds * 1000;
  return { text: numberText(ms, ms < 9.95 ? 1 : 0), value: ms, unit: 'ms' };
}

/** What stands where a fleet has no answer at the load. */
export function unsettledText({ answer }: LoadedOption): string {
  if (answer.kind === 'nothing-left') return 'nothing left';
  return answer.kind === 'grows'
    ? `does not settle: the queue grows by ${rateText(answer.growthPerSecond)} a second`
    : '';
}

export function ceilingCell(load: LoadCase, one: LoadedOption): Cell {
  const { ceilingPerSecond, vmsLeft } = one.loaded;
  const { workersPerVm } = one.make;
  const perVm = vmsLeft > 0 ? ceilingPerSecond / vmsLeft : 0;
  const isShort = ceilingPerSecond <= load.loadPerSecond;
  return {
    text: rateText(ceilingPerSecond),
    value: ceilingPerSecond,
    unit: '/s',
    ...(isShort ? { tone: 'bad' as const } : {}),
    explain: {
      formula: `VMs that serve ${wording[load.condition].having} × what one of them completes a second with every thread busy; a process computes on one core at most`,
      worked: `${numberText(vmsLeft)} × ${rateText(perVm)} = ${rateText(ceilingPerSecond)}; ${counted(workersPerVm, 'process', 'processes')} a VM, ${counted(one.make.threadsPerWorker, 'thread')} each, ${requestText(load)}`,
      origins: originsOf(load),
      rules: ['R-12', 'CF-5'],
    },
  };
}

/** Load over ceiling. */
export function usedCell(load: LoadCase, { loaded }: LoadedOption): Cell {
  if (loaded.ceilingPerSecond === 0) return { text: 'nothing left', value: null, tone: 'bad' };
  const share = load.loadPerSecond / loaded.ceilingPerSecond;
  return {
    text: shareText(share),
    value: share,
    tone: share >= 1 ? 'bad' : share > guideCpuShare ? 'warn' : 'plain',
    explain: {
      formula: 'Requests a second ÷ the rate at which the fleet is full',
      worked: `${rateText(load.loadPerSecond)} ÷ ${rateText(loaded.ceilingPerSecond)} = ${shareText(share)}`,
      origins: load.isLoadAssumed ? ['assumed'] : ['yours'],
      rules: ['CF-15'],
    },
  };
}

export function meanCell(load: LoadCase, one: LoadedOption): Cell {
  const { answer, loaded } = one;
  if (answer.kind !== 'settles') return { text: unsettledText(one), value: null, tone: 'bad' };
  const { lockWaitSeconds, meanSeconds, threadWaitSeconds } = answer;
  return {
    ...msCell(meanSeconds),
    explain: {
      formula: 'Time alone + wait for the interpreter lock or a core + wait for a thread, on average',
      worked: `At ${rateText(load.loadPerSecond)} a second: ${responseText(loaded.idleSeconds)} + ${responseText(lockWaitSeconds)} + ${responseText(threadWaitSeconds)} = ${responseText(meanSeconds)}`,
      ...responseOrigins(load),
    },
  };
}

export function percentileCell(load: LoadCase, one: LoadedOption, which: 'p50' | 'p95' | 'p99'): Cell {
  const { answer } = one;
  if (answer.kind !== 'settles') return { text: '–', value: null };
  if (answer.percentiles === null) return { text: 'not worked out', value: null };
  const seconds = answer.percentiles[which];
  const isBound = one.loaded.parts.length > 1;
  return {
    ...msCell(seconds),
    ...(isBound ? { note: 'at most' } : {}),
    explain: {
      formula: `${which.slice(1)} of 100 requests take no longer: a request followed through all it may meet${isBound ? '; of the VM with the stalled worker' : ''}`,
      worked: `At ${rateText(load.loadPerSecond)} a second: ${responseText(seconds)}`,
      ...responseOrigins(load),
    },
  };
}

export function waitShareCell(load: LoadCase, { answer }: LoadedOption): Cell {
  if (answer.kind !== 'settles') return { text: '–', value: null };
  return {
    text: shareText(answer.waitShare),
    value: answer.waitShare,
    explain: {
      formula: 'Share of requests that find every thread of their VM busy',
      worked: `At ${rateText(load.loadPerSecond)} a second: ${shareText(answer.waitShare)}`,
      ...responseOrigins(load),
    },
  };
}

function responseOrigins(load: LoadCase): Pick<Explanation, 'origins' | 'rules'> {
  return { origins: originsOf(load), rules: ['R-11', 'R-12'] };
}

/** What a request rests on, and the model; each once, though a request may rest on an assumption itself. */
function originsOf({ request }: LoadCase): Explanation['origins'] {
  return [...new Set([...request.origins, 'assumed' as const])];
}
