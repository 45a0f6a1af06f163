import { describe, expect, it } from 'vitest';
import type { Search } from '../../../../../../src/sizing/calculators/cloud-controller/studies/solve/candidates.ts';
import { candidatesOf } from '../../../../../../src/sizing/calculators/cloud-controller/studies/solve/candidates.ts';
import type { Demand } from '../../../../../../src/sizing/calculators/cloud-controller/studies/solve/response-times.ts';
import { responseTimesOf } from '../../../../../../src/sizing/calculators/cloud-controller/studies/solve/response-times.ts';
import { search, size } from './search.ts';

/** One thread on one core and a load of 1: a VM is the textbook's single server. */
const single: Search = {
  ...search,
  sizes: [size(1)],
  leastThreads: 1,
  mostThreads: 1,
  load: 1,
  condition: 'all',
  hasVmInEveryZone: false,
};

/** 100 ms of CPU a request. */
const demand: Demand = {
  requestsPerSecond: 5,
  serviceSeconds: 0.1,
  cpuShare: 1,
  mostP95Seconds: Number.POSITIVE_INFINITY,
  mostCpuShare: 1,
  condition: 'all',
  zones: 3,
};

function answerTo(changes: Partial<Demand>, from = single) {
  const candidates = candidatesOf(from);
  const { cpuShare, p95Ms } = responseTimesOf(candidates, { ...demand, ...changes });
  return { vms: candidates.vms[0], p95Ms: p95Ms[0] ?? 0, cpuShare: cpuShare[0] ?? 0 };
}

describe('responseTimesOf', () => {
  it('has the p95 of M/M/1, ln 20 / (μ − λ), and λ/μ of the core in use', () => {
    // μ is 10 a second.
    const { cpuShare, p95Ms, vms } = answerTo({});
    expect(vms).toBe(1);
    expect(p95Ms).toBeCloseTo((1000 * Math.log(20)) / 5, 0);
    expect(cpuShare).toBeCloseTo(0.5, 10);
  });

  it('adds VMs until p95 is short enough, each with its part of the requests', () => {
    // ln 20 / (10 − 5 / n) ≤ 0.35 from n = 3.47 on.
    const { cpuShare, p95Ms, vms } = answerTo({ mostP95Seconds: 0.35 });
    expect(vms).toBe(4);
    expect(p95Ms).toBeCloseTo((1000 * Math.log(20)) / (10 - 5 / 4), 0);
    expect(cpuShare).toBeCloseTo(0.125, 10);
  });

  it.each([
    // ⌈λ / 5⌉ VMs keep half of a core each.
    [5, 1],
    [5.1, 2],
    [10, 2],
    [48, 10],
    [701, 141],
    [2500, 500],
  ])('takes for %d requests a second with half of each CPU in use %d VMs', (requestsPerSecond, vms) => {
    expect(answerTo({ requestsPerSecond, mostCpuShare: 0.5 }).vms).toBe(vms);
  });

  it('has no time where not even 500 VMs do', () => {
    const never = { vms: 1, p95Ms: Number.POSITIVE_INFINITY, cpuShare: 1 };
    expect(answerTo({ requestsPerSecond: 2501, mostCpuShare: 0.5 })).toEqual(never);
    // 95 of 100 requests alone on a VM take up to 0.1 × ln 20 = 0.2996 seconds.
    expect(answerTo({ mostP95Seconds: 0.299 })).toEqual(never);
    expect(answerTo({ mostP95Seconds: 0.301 }).vms).toBeGreaterThan(1);
  });

  it('keeps a larger fleet that the threads ask for, and takes its times', () => {
    const { cpuShare, vms } = answerTo({}, { ...single, load: 20 });
    expect(vms).toBe(20);
    expect(cpuShare).toBeCloseTo(0.025, 10);
  });

  it.each([
    // Ten VMs must be left; a stalled worker counts as its whole VM; of 15 in three zones 5 are lost.
    ['all', 10],
    ['worker', 11],
    ['vm', 11],
    ['az', 15],
  ] as const)('reckons with what is left in the condition: %s takes %d VMs', (condition, vms) => {
    const answer = answerTo({ requestsPerSecond: 50, mostCpuShare: 0.5, condition });
    expect(answer.vms).toBe(vms);
    expect(answer.cpuShare).toBeCloseTo(0.5, 10);
  });

  it('leaves a VM over where the stalled worker is on the only one', () => {
    // Three of four workers would carry a load of 1, but a stall counts as the loss of the VM.
    const four = { ...single, sizes: [size(4)] };
    const answer = answerTo({ condition: 'worker' }, { ...four, condition: 'worker' });
    expect(answer.vms).toBe(2);
    // 5 × 0.1 seconds on four cores.
    expect(answer.cpuShare).toBeCloseTo(0.125, 10);
  });

  it('takes waiting for what is not CPU: 4 cores, 16 threads and half of 100 ms on the CPU', () => {
    const four = {
      ...single,
      sizes: [size(4)],
      leastThreads: 4,
      mostThreads: 4,
    };
    const answer = answerTo({ requestsPerSecond: 20, cpuShare: 0.5 }, four);
    // 20 × 0.05 seconds on four cores.
    expect(answer.cpuShare).toBeCloseTo(0.25, 10);
    expect(answer.vms).toBe(1);
    // Nobody waiting for CPU, two exponential times of 50 ms: (1 + 20t) e^(−20t) is 0.05 at 237 ms. Each process an
    // M/M/1 for a quarter of the requests, 5 a second of 20, before its wait: 4 e^(−15t) − 3 e^(−20t) is 0.05 at 278 ms.
    // A free thread is better than a process by chance, so it lies between.
    expect(answer.p95Ms).toBeGreaterThan(237);
    expect(answer.p95Ms).toBeLessThan(278);
  });
});
