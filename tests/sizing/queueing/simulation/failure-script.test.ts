import { describe, expect, it } from 'vitest';
import type { SimulatedFailure } from '../../../../src/sizing/queueing/simulation/simulation-config.ts';
import { fleetOf } from './fleet-of.ts';
import { playTrace, type TraceRow } from './play-trace.ts';

const crash = (vm: number, worker: number | null, durationMs: number): SimulatedFailure => ({
  kind: 'crash',
  atMs: 50,
  durationMs,
  vm,
  worker,
});

const pair: readonly TraceRow[] = [
  [0, 100, 0],
  [0, 100, 0],
];

describe('takeFailureStep', () => {
  it.each([
    [0, [-1, 100]],
    [1, [100, -1]],
  ])('loses the request inside the Thin of VM %i that crashes, and no other', (vm, responses) => {
    // Round robin: the first request is in VM 0, the second in VM 1.
    const result = playTrace(
      { ...fleetOf('thin', 2, 1, 20), healthProbe: null, failures: [crash(vm, 0, 1000)] },
      pair,
    );
    expect([...result.traceResponsesMs!]).toEqual(responses);
    expect(result.errors).toEqual({ refused: 0, lost: 1, unreachable: 0, noBackend: 0 });
    expect(result.unfinished).toBe(0);
  });

  it('loses one of two requests with either of two workers, and the other one with the other', () => {
    const lostWith = (worker: number) => {
      const result = playTrace(
        { ...fleetOf('puma-5', 1, 2, 1), healthProbe: null, failures: [crash(0, worker, 1000)] },
        pair,
      );
      expect(result.errors.lost).toBe(1);
      expect([...result.traceResponsesMs!].sort()).toEqual([-1, 100]);
      return result.traceResponsesMs!.indexOf(-1);
    };
    expect([lostWith(0), lostWith(1)].sort()).toEqual([0, 1]);
  });

  it('keeps the listen queue when a worker crashes, and loses it with the VM', () => {
    const config = { ...fleetOf('puma-5', 1, 1, 1), healthProbe: null };
    // The second waits in the listen queue from the start; the worker is back at 70.
    const worker = playTrace({ ...config, failures: [crash(0, 0, 20)] }, pair);
    expect([...worker.traceResponsesMs!]).toEqual([-1, 170]);
    const vm = playTrace({ ...config, failures: [crash(0, null, 20)] }, pair);
    expect([...vm.traceResponsesMs!]).toEqual([-1, -1]);
    expect(vm.errors.lost).toBe(2);
    expect(vm.unfinished).toBe(0);
  });
});
