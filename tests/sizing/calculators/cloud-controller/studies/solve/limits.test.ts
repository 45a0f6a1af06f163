import { describe, expect, it } from 'vitest';
import { candidatesOf } from '../../../../../../src/sizing/calculators/cloud-controller/studies/solve/candidates.ts';
import type { LimitId } from '../../../../../../src/sizing/calculators/cloud-controller/studies/solve/limits.ts';
import {
  excessesOf,
  excessText,
  limitKinds,
} from '../../../../../../src/sizing/calculators/cloud-controller/studies/solve/limits.ts';
import { noLimits, search } from './search.ts';

describe('limitKinds', () => {
  it.each<[LimitId, string, string, string, object]>([
    ['vms', 'The number of VMs', '1 VM', '1,200 VMs', { solveMaxVms: 7 }],
    ['vcpus', 'The number of cores', '1 vCPU', '1,200 vCPU', { solveMaxVcpus: 7 }],
    ['memory', 'Memory', '1 GiB', '1,200 GiB', { solveMaxMemory: 7 }],
    ['vm-memory', 'Memory per VM', '1 GiB', '1,200 GiB', { solveMaxVmMemory: 7 }],
    ['connections', 'The database', '1 connection', '1,200 connections', { solveMaxConnections: 7 }],
  ])('calls %s %s, writes %s and %s, and is relaxed by its own input', (id, name, one, many, inputs) => {
    const kind = limitKinds[id];
    expect([kind.name, kind.amount(1), kind.amount(1200)]).toEqual([name, one, many]);
    expect(kind.relax(7)).toEqual(inputs);
  });
});

describe('excessesOf', () => {
  it('names each limit that a setting passes, by how much, and none that it fills', () => {
    // 6 × 4 × 20: 6 VMs, 24 vCPU, 96 GiB of 16 each, 6 × (5 × 20 + 8) = 648 connections.
    const candidates = candidatesOf(search);
    const full = { vms: 6, vcpus: 24, memory: 96, 'vm-memory': 16, connections: 648 };
    expect(excessesOf(candidates, 0, full)).toEqual([]);
    expect(excessesOf(candidates, 0, noLimits)).toEqual([]);
    const less = { vms: 5, vcpus: 22, memory: 93, 'vm-memory': 12, connections: 643 };
    expect(excessesOf(candidates, 0, less)).toEqual([
      { limit: 'vms', needed: 6, over: 1 },
      { limit: 'vcpus', needed: 24, over: 2 },
      { limit: 'memory', needed: 96, over: 3 },
      { limit: 'vm-memory', needed: 16, over: 4 },
      { limit: 'connections', needed: 648, over: 5 },
    ]);
  });
});

describe('excessText', () => {
  it('says what is over, with memory per VM told from memory', () => {
    expect(excessText([{ limit: 'connections', needed: 648, over: 24 }])).toBe('24 connections over');
    expect(
      excessText([
        { limit: 'memory', needed: 96, over: 8 },
        { limit: 'vm-memory', needed: 16, over: 4 },
        { limit: 'vms', needed: 6, over: 1 },
      ]),
    ).toBe('8 GiB and 4 GiB a VM and 1 VM over');
  });
});
