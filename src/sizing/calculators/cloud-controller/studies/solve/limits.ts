import { counted, numberText } from '../../../../core/number-text.ts';
import type { Inputs } from '../../../../core/plan.ts';
import type { Candidates } from './candidates.ts';
import { amountOf, type MeasureId } from './measures.ts';

export type LimitId = 'vms' | 'vcpus' | 'memory' | 'vm-memory' | 'connections';

/** The most of each that may be used; infinite where the user set no limit. */
export type Limits = Readonly<Record<LimitId, number>>;

interface LimitKind {
  /** "Memory is what stops it". */
  readonly name: string;
  readonly measure: MeasureId;
  readonly amount: (value: number) => string;
  /** The input that relaxes it. */
  readonly relax: (value: number) => Inputs;
}

const gib = (value: number) => `${numberText(value)} GiB`;

export const limitKinds: Readonly<Record<LimitId, LimitKind>> = {
  vms: {
    name: 'The number of VMs',
    measure: 'vms',
    amount: (value) => counted(value, 'VM'),
    relax: (value) => ({ solveMaxVms: value }),
  },
  vcpus: {
    name: 'The number of cores',
    measure: 'vcpu',
    amount: (value) => `${numberText(value)} vCPU`,
    relax: (value) => ({ solveMaxVcpus: value }),
  },
  memory: {
    name: 'Memory',
    measure: 'memory',
    amount: gib,
    relax: (value) => ({ solveMaxMemory: value }),
  },
  'vm-memory': {
    name: 'Memory per VM',
    measure: 'vm-memory',
    amount: gib,
    relax: (value) => ({ solveMaxVmMemory: value }),
  },
  connections: {
    name: 'The database',
    measure: 'connections',
    amount: (value) => counted(value, 'connection'),
    relax: (value) => ({ solveMaxConnections: value }),
  },
};

export const limitIds: readonly LimitId[] = ['vms', 'vcpus', 'memory', 'vm-memory', 'connections'];

/** What a setting needs beyond a limit. */
export interface Excess {
  readonly limit: LimitId;
  readonly needed: number;
  readonly over: number;
}

/** The limits that a setting passes, none where it fits. */
export function excessesOf(candidates: Candidates, row: number, limits: Limits): readonly Excess[] {
  return limitIds.flatMap((limit) => {
    const needed = amountOf(limitKinds[limit].measure, candidates, row);
    return needed > limits[limit] ? [{ limit, needed, over: needed - limits[limit] }] : [];
  });
}

/** A rejected setting and by which share of its limits it lies outside. */
export interface NearMiss {
  readonly row: number;
  readonly excesses: readonly Excess[];
  readonly share: number;
}

/** "24 connections over", "8 GiB and 2 VMs over". */
export function excessText(excesses: readonly Excess[]): string {
  const parts = excesses.map(
    ({ limit, over }) => `${limitKinds[limit].amount(over)}${limit === 'vm-memory' ? ' a VM' : ''}`,
  );
  return `${parts.join(' and ')} over`;
}
