import { describe, expect, it } from 'vitest';
import type {
  ScheduleBar,
  StackSchedule,
} from '../../../../../../src/sizing/calculators/heat/hot/stack-schedule.ts';
import {
  guideGantt,
  upstreamGantt,
} from '../../../../../../src/sizing/calculators/heat/studies/template/gantt-figure.ts';

const text = { id: 'gantt', title: 'When?', subtitle: 'So.' };
const bar = (
  path: string,
  startSeconds: number,
  finishSeconds: number,
  lane = 0,
  type = 'X',
): ScheduleBar => ({
  path,
  type,
  startSeconds,
  finishSeconds,
  lane,
  isOnLastPath: false,
});

function scheduleOf(
  bars: readonly ScheduleBar[],
  chain: readonly string[] = [],
  makespanSeconds?: number | null,
): StackSchedule {
  return {
    makespanSeconds:
      makespanSeconds === undefined ? Math.max(...bars.map((b) => b.finishSeconds)) : makespanSeconds,
    bars,
    longestChain: { paths: chain, seconds: 0 },
    totalWorkSeconds: 0,
    breakdown: [],
    boundBy: '',
    findings: [],
  };
}

const guide = (bars: readonly ScheduleBar[], workers = 1, tasks = 1, chain: readonly string[] = []) =>
  guideGantt(scheduleOf(bars, chain), workers, tasks, text);
const upstream = (bars: readonly ScheduleBar[], isConvergence: boolean, slots = 4) =>
  upstreamGantt(scheduleOf(bars), slots, isConvergence, text);

describe('guideGantt, lanes and bars', () => {
  it('names every worker, and every task of a worker where there are several', () => {
    expect(guide([bar('a', 0, 10)], 3).lanes).toEqual(['worker 1', 'worker 2', 'worker 3']);
    expect(guide([bar('a', 0, 10)], 2, 2).lanes).toEqual([
      'worker 1, task 1',
      'worker 1, task 2',
      'worker 2, task 1',
      'worker 2, task 2',
    ]);
  });

  it('names up to 1,024 places, and of more those that are used', () => {
    const bars = [bar('a', 0, 10), bar('b', 0, 10, 4), bar('c', 0, 10, 2)];
    expect(guide(bars, 1024).lanes).toHaveLength(1024);
    expect(guide(bars, 1025).lanes).toHaveLength(5);
    expect(guide(bars, 512, 2).lanes).toHaveLength(1024);
    expect(guide(bars, 513, 2).lanes).toHaveLength(5);
  });

  it('draws what takes time, and marks the longest chain', () => {
    const figure = guide([bar('a', 0, 10, 0, 'A'), bar('b', 5, 20, 1, 'B'), bar('none', 20, 20)], 2, 1, [
      'a',
    ]);
    expect(figure).toMatchObject({ kind: 'gantt', ...text, endSeconds: 20 });
    expect(figure.bars).toEqual([
      { lane: 0, startSeconds: 0, endSeconds: 10, label: 'a', type: 'A', isCritical: true },
      { lane: 1, startSeconds: 5, endSeconds: 20, label: 'b', type: 'B', isCritical: false },
    ]);
    expect(figure.busy).toEqual([
      { atSeconds: 0, lanes: 1 },
      { atSeconds: 5, lanes: 2 },
      { atSeconds: 10, lanes: 1 },
      { atSeconds: 20, lanes: 0 },
    ]);
  });

  it('ends with the last bar where the stack never does', () => {
    const bars = [bar('a', 0, 30), bar('b', 0, 20)];
    expect(guideGantt(scheduleOf(bars, [], null), 2, 1, text).endSeconds).toBe(30);
    expect(guideGantt(scheduleOf(bars, [], 40), 2, 1, text).endSeconds).toBe(40);
    expect(guideGantt(scheduleOf([], [], null), 2, 1, text)).toMatchObject({
      endSeconds: 0,
      bars: [],
      busy: [],
    });
  });
});

describe('upstreamGantt, lanes', () => {
  it('has the slots that are used, by process', () => {
    // Lane 9 of 4 slots a process is the second slot of the third.
    const figure = upstream(
      [bar('a', 0, 10, 9), bar('b', 0, 10, 0), bar('c', 10, 20, 9), bar('d', 0, 9, 3)],
      true,
    );
    expect(figure.lanes).toEqual(['process 1, slot 1', 'process 1, slot 4', 'process 3, slot 2']);
    expect(figure.bars.map(({ label, lane }) => [label, lane])).toEqual([
      ['a', 2],
      ['b', 0],
      ['c', 2],
      ['d', 1],
    ]);
  });

  it('packs the legacy engine’s tasks into as few lanes as overlap', () => {
    const figure = upstream(
      [bar('late', 10, 20, 7), bar('a', 0, 10, 5), bar('b', 0, 25, 6), bar('c', 5, 15, 8), bar('d', 15, 18)],
      false,
    );
    expect(figure.lanes).toEqual(['task 1', 'task 2', 'task 3']);
    const lanes = Object.fromEntries(figure.bars.map(({ label, lane }) => [label, lane]));
    // The first lane is free again at 10, the third at 15.
    expect(lanes).toEqual({ a: 0, b: 1, c: 2, late: 0, d: 2 });
  });

  it('takes the lowest lane that is free, and one that is free to the billionth of a second', () => {
    const figure = upstream([bar('a', 0, 5), bar('b', 0, 4), bar('c', 5 - 1e-10, 9)], false);
    expect(Object.fromEntries(figure.bars.map(({ label, lane }) => [label, lane]))).toEqual({
      a: 0,
      b: 1,
      c: 0,
    });
    const busy = upstream([bar('a', 0, 5), bar('b', 0, 6), bar('c', 4.9, 9)], false);
    expect(busy.lanes).toHaveLength(3);
    expect(upstream([bar('none', 0, 0)], false).lanes).toEqual(['task 1']);
  });
});

describe('gantt figures of many bars', () => {
  /** So many bars one behind the other in one lane, each a second long with a gap. */
  const row = (count: number, gapSeconds: number, type: (at: number) => string = () => 'X') =>
    Array.from({ length: count }, (_, at) =>
      bar(`r${at}`, at * (1 + gapSeconds), at * (1 + gapSeconds) + 1, 0, type(at)),
    );

  it('draws 600 bars as they are, and joins more', () => {
    expect(guide(row(600, 0)).bars).toHaveLength(600);
    expect(guide(row(600, 0)).bars[0]?.label).toBe('r0');
    // All of one type without a gap: one bar.
    const [joined, ...others] = guide(row(601, 0)).bars;
    expect(others).toEqual([]);
    expect(joined).toEqual({
      lane: 0,
      startSeconds: 0,
      endSeconds: 601,
      label: 'r0 and 600 more',
      type: 'X',
      isCritical: false,
    });
  });

  it('closes no gap that would show', () => {
    // 601 bars over 6,001 s: a gap of 9 s is under a 600th of all and closed …
    expect(guide(row(601, 9)).bars.length).toBe(1);
    // … and one of 4 s of 700 is not, for a 300th is 2.3 s.
    const wide = [...row(700, 0).map((one) => ({ ...one, lane: 1 })), bar('x', 0, 1), bar('y', 5, 6)];
    const figure = guide(wide, 2);
    expect(figure.bars.filter(({ lane }) => lane === 0).map(({ label }) => label)).toEqual(['x', 'y']);
    expect(figure.bars.filter(({ lane }) => lane === 1)).toHaveLength(1);
  });

  it('keeps lanes and the chain apart', () => {
    const bars = row(700, 0).map((one, at) => ({ ...one, lane: at % 2 === 0 ? 0 : 1 }));
    const lanes = guide(bars, 2).bars.map(({ lane }) => lane);
    expect(new Set(lanes)).toEqual(new Set([0, 1]));
    const half = Array.from({ length: 350 }, (_, at) => `r${at}`);
    const marked = guide(row(700, 0), 1, 1, half).bars;
    expect(marked.map(({ isCritical, label }) => [label, isCritical])).toEqual([
      ['r0 and 349 more', true],
      ['r350 and 349 more', false],
    ]);
  });

  it('joins different types only while they are short together', () => {
    // 1,000 s, types in turn: bars without a gap are joined while shorter than a hundredth, 10 s.
    const figure = guide(row(1000, 0, (at) => `T${at % 2}`));
    expect(figure.bars).toHaveLength(100);
    expect(figure.bars.every(({ type }) => type === 'several types')).toBe(true);
    expect(figure.bars[0]).toMatchObject({ startSeconds: 0, endSeconds: 10, label: 'r0 and 9 more' });
    expect(figure.bars[1]?.startSeconds).toBe(10);
  });

  it('keeps the longer end where a bar lies inside another', () => {
    const bars = [bar('outer', 0, 650), ...row(650, 0)];
    const [first] = guide(bars).bars;
    expect(first?.endSeconds).toBe(650);
    expect(first?.label).toBe('outer and 650 more');
  });

  it('joins by time, in whatever order bars come', () => {
    expect(guide(row(601, 0).toReversed()).bars.map(({ label }) => label)).toEqual(['r0 and 600 more']);
  });
});
