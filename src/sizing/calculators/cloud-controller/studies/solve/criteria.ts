import type { Axis } from '../../../../core/figure.ts';
import type { FleetInputs } from '../../params.ts';

export type CriterionId = FleetInputs['solveX'];

interface Criterion {
  readonly label: string;
  readonly axis: Pick<Axis, 'label' | 'format'>;
}

/** What settings are compared by; smaller is better in each. */
export const criteria: Readonly<Record<CriterionId, Criterion>> = {
  vcpu: {
    label: 'total vCPU',
    axis: { label: 'Total vCPU', format: 'number' },
  },
  vms: {
    label: 'VMs',
    axis: { label: 'API VMs', format: 'number' },
  },
  memory: {
    label: 'memory',
    axis: { label: 'Total memory (GiB)', format: 'number' },
  },
  connections: {
    label: 'DB connections',
    axis: { label: 'DB connections', format: 'number' },
  },
  loss: {
    label: 'requests lost with one VM',
    axis: { label: 'Requests lost with one VM', format: 'number' },
  },
  cost: {
    label: 'cost',
    axis: { label: 'Cost, as priced', format: 'number' },
  },
  p95: {
    label: 'p95 response',
    axis: { label: 'p95 response (ms)', format: 'number' },
  },
};

/** How each goal ends the sentence "Six VMs carry today's 400 requests …". */
export const goalPhrases: Readonly<Record<FleetInputs['solveGoal'], string>> = {
  vcpu: 'on the fewest vCPU',
  vms: 'with the fewest VMs',
  memory: 'in the least memory',
  connections: 'over the fewest DB connections',
  loss: 'and lose the least with a VM',
  reserve: 'with the most threads in reserve',
  cost: 'at the lowest cost',
  p95: 'with the shortest p95',
};
