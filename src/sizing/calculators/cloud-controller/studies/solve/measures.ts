import type { Candidates, VmKind } from './candidates.ts';
import { kindOf } from './candidates.ts';

export type MeasureId = 'vms' | 'vcpu' | 'memory' | 'vm-memory' | 'connections' | 'loss' | 'threads' | 'cost';

/**
 * What a setting amounts to in one respect: `fixed` + `perThread` × threads of a worker, of one VM or of the whole
 * fleet. Neither is ever negative, so that an amount never falls as threads or VMs grow; and both are whole numbers or
 * one is 0, so that bounds of amounts round as the amounts do.
 */
export interface Measure {
  readonly of: 'vm' | 'fleet';
  readonly fixed: (kind: VmKind) => number;
  readonly perThread: (kind: VmKind) => number;
}

const none = () => 0;

/** Memory in GiB, cost as priced and infinite where the size has no price. Source: CF-7, CF-8, R-3, CF-11. */
export const measures: Readonly<Record<MeasureId, Measure>> = {
  vms: { of: 'fleet', fixed: () => 1, perThread: none },
  vcpu: { of: 'fleet', fixed: (kind) => kind.vcpus, perThread: none },
  memory: { of: 'fleet', fixed: (kind) => kind.memoryGib, perThread: none },
  'vm-memory': { of: 'vm', fixed: (kind) => kind.memoryGib, perThread: none },
  connections: { of: 'fleet', fixed: (kind) => kind.otherConnections, perThread: (kind) => kind.pools },
  // Requests that go with one VM.
  loss: { of: 'vm', fixed: none, perThread: (kind) => kind.workers },
  threads: { of: 'vm', fixed: none, perThread: () => 1 },
  cost: { of: 'fleet', fixed: (kind) => kind.size.price ?? Number.POSITIVE_INFINITY, perThread: none },
};

/** What so many VMs of a kind amount to with so many threads a worker. */
export function amountAt(measure: Measure, kind: VmKind, vms: number, threads: number): number {
  const ofVm = measure.fixed(kind) + measure.perThread(kind) * threads;
  return measure.of === 'fleet' ? vms * ofVm : ofVm;
}

/** What a row amounts to. */
export function amountOf(id: MeasureId, candidates: Candidates, row: number): number {
  const { threads, vms } = candidates;
  return amountAt(measures[id], kindOf(candidates, row), vms[row] ?? 0, threads[row] ?? 0);
}

export function connectionsPerVm(candidates: Candidates, row: number): number {
  return amountAt(measures.connections, kindOf(candidates, row), 1, candidates.threads[row] ?? 0);
}
