import { describe, expect, it } from 'vitest';
import type {
  SimulatedFailure,
  SimulationConfig,
} from '../../../../src/sizing/queueing/simulation/simulation-config.ts';
import { fleetOf } from './fleet-of.ts';
import { playTrace, responsesIn, type TraceRow } from './play-trace.ts';

const second = 1000;
const probes = { intervalMs: 10 * second, timeoutMs: 6 * second };

/** Thins of one thread that are probed every 10 s, the first of two VMs from 5 s on, the last always from 10 s on. */
const thins = (vms: number, change: Partial<SimulationConfig> = {}): SimulationConfig => ({
  ...fleetOf('thin', vms, 1, 1),
  healthProbe: probes,
  ...change,
});

const failure = (
  kind: SimulatedFailure['kind'],
  fromSecond: number,
  toSecond: number,
  vm = 0,
): SimulatedFailure => ({
  kind,
  atMs: fromSecond * second,
  durationMs: (toSecond - fromSecond) * second,
  vm,
  worker: null,
});

/** A request of 1 ms in the middle of each second. */
const eachSecond = (seconds: number): readonly TraceRow[] =>
  Array.from({ length: seconds }, (_, at) => [(at + 0.5) * second, 1, 0]);

/** VMs in the pool during each second from the given one on. */
function poolFrom(config: SimulationConfig, rows: readonly TraceRow[], from: number, to: number) {
  return [...playTrace(config, rows).series.vmsInPool.subarray(from, to)];
}

const times = (count: number, value: number) => new Array<number>(count).fill(value);

describe('advanceProbe', () => {
  it('takes a VM out when a probe is not answered in time, and back when one is', () => {
    // The probe of second 10 is not answered by 16; that of 20 finds it still inside, and the stall's end at 25 comes
    // too late for it. The next is sent and answered at 30.
    const config = thins(1, { failures: [failure('stall', 5, 25)] });
    expect(poolFrom(config, eachSecond(40), 14, 32)).toEqual([
      ...times(2, 1),
      ...times(14, 0),
      ...times(2, 1),
    ]);
    const result = playTrace(config, eachSecond(40));
    expect(result.errors).toEqual({ refused: 0, lost: 0, unreachable: 0, noBackend: 14 });
    const failed = responsesIn(result).flatMap((ms, at) => (ms < 0 ? [at] : []));
    expect(failed).toEqual(Array.from({ length: 14 }, (_, index) => 16 + index));
  });

  it.each([
    [0, 11, 25],
    [1, 16, 30],
  ])('probes two VMs at times of their own: VM %i is out from %i to %i', (vm, out, back) => {
    const config = thins(2, { failures: [failure('stall', 4, 20, vm)] });
    expect(poolFrom(config, eachSecond(40), out - 2, back + 2)).toEqual([
      ...times(2, 2),
      ...times(back - out, 1),
      ...times(2, 2),
    ]);
  });

  it.each([0, 1])('takes crashed VM %i out and brings it back', (vm) => {
    const config = thins(2, { failures: [failure('crash', 4, 19, vm)] });
    const [out, back] = vm === 0 ? [11, 25] : [16, 20];
    expect(poolFrom(config, eachSecond(40), out - 1, back + 1)).toEqual([2, ...times(back - out, 1), 2]);
  });

  it('lets a VM stay that answers late but in time, and go that answers too late', () => {
    // The probe of second 10 waits behind a request that began at 9.5.
    const inTime: readonly TraceRow[] = [[9.5 * second, 6.3 * second, 0], ...eachSecond(40).slice(30)];
    expect(poolFrom(thins(1), inTime, 9, 31)).toEqual(times(22, 1));
    const late: readonly TraceRow[] = [[9.5 * second, 7 * second, 0], ...eachSecond(40).slice(30)];
    expect(poolFrom(thins(1), late, 14, 22)).toEqual([1, 1, 0, 0, 0, 0, 1, 1]);
  });

  it('sends no probe to a VM that turns connections away', () => {
    // The only place is taken from 9.5 to 16.2.
    const rows: readonly TraceRow[] = [[9.5 * second, 6.7 * second, 0], ...eachSecond(40).slice(30)];
    expect(poolFrom(thins(1, { queueLimitPerVm: 1 }), rows, 14, 22)).toEqual([1, 1, 0, 0, 0, 0, 1, 1]);
  });

  it('never takes a VM out where nobody probes', () => {
    const config = thins(1, { healthProbe: null, failures: [failure('stall', 5, 25)] });
    expect(poolFrom(config, eachSecond(40), 0, 40)).toEqual(times(40, 1));
  });

  it('counts probes as no requests', () => {
    const result = playTrace(thins(2), eachSecond(60));
    expect(result).toMatchObject({ arrivals: 60, unfinished: 0 });
    expect(result.response).toMatchObject({ count: 60, maxMs: 1, meanWaitMs: 0 });
    expect(result.series.completions.reduce((sum, count) => sum + count, 0)).toBe(60);
  });
});
