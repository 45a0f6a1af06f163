import type { Explanation } from '../../core/explanation.ts';
import { counted, numberText } from '../../core/number-text.ts';
import type { Condition } from './conditions.ts';
import type { FleetInputs } from './params.ts';
import type { SizedFleet } from './size.ts';

/** "9 × 4 × 13": the factors of a product, thousands grouped. */
export function product(...factors: readonly number[]): string {
  return factors.map((factor) => numberText(factor)).join(' × ');
}

/** How the load comes about. */
export function explainLoad(option: SizedFleet): Explanation {
  const { growthPercent, loadMode, thinThreads, thinVms } = option.inputs;
  const { baseLoad, load } = option.sizing;
  const isParity = loadMode === 'parity';
  const base = isParity ? product(thinVms, thinThreads) : numberText(baseLoad);
  const growth = growthPercent > 0 ? ` × ${numberText(1 + growthPercent / 100)}` : '';
  return {
    formula: `${isParity ? 'Thin VMs × threads' : 'Observed peak'}${growth ? ' × growth, rounded up' : ''}`,
    worked: isParity || growth ? `${base}${growth} = ${numberText(load)}` : base,
    origins: isParity ? ['guide', 'yours'] : ['yours'],
    rules: isParity ? ['CF-11'] : ['CF-15'],
  };
}

/** How the capacity in a condition comes about, and what today's fleet carries in it. */
export function explainCarries(option: SizedFleet, condition: Condition): Explanation {
  const { carries, fleet, today, vmsInLargestZone } = option.sizing;
  const { threadsPerWorker: threads, vms, workersPerVm: workers, zones } = fleet;
  const isThin = option.inputs.engine === 'thin';
  const factors = isThin ? [threads] : [workers, threads];
  const perVm = isThin ? 'threads' : 'workers × threads';
  const result = ` = ${numberText(carries[condition])}`;
  const origins: Explanation['origins'] = ['guide', 'yours'];
  const ways: Readonly<Record<Condition, Pick<Explanation, 'formula' | 'worked' | 'rules'>>> = {
    all: {
      formula: `API VMs × ${perVm}`,
      worked: product(vms, ...factors) + result,
      rules: isThin ? ['CF-2'] : ['CF-11'],
    },
    worker: {
      formula: `API VMs × ${perVm}, less the threads of one ${isThin ? 'process' : 'worker'}`,
      worked: `${product(vms, ...factors)} − ${numberText(threads)}${result}`,
      rules: isThin ? ['CF-2'] : ['CF-9', 'CF-11'],
    },
    vm: {
      formula: `(API VMs − 1) × ${perVm}`,
      worked: `(${numberText(vms)} − 1) × ${product(...factors)}${result}`,
      rules: ['CF-12', 'R-4'],
    },
    az: {
      formula: `(API VMs − VMs in the largest AZ) × ${perVm}; ${counted(vms, 'VM')} in ${counted(zones, 'AZ')}: at most ${numberText(vmsInLargestZone)} in one`,
      worked: `(${numberText(vms)} − ${numberText(vmsInLargestZone)}) × ${product(...factors)}${result}`,
      rules: ['CF-11', 'R-4'],
    },
  };
  const { formula, rules, worked } = ways[condition];
  return { formula: `${formula}. Today’s fleet: ${numberText(today[condition])}`, worked, origins, rules };
}

/** The upper bound of database connections, and the other reckoning's where it is far off. */
export function explainConnections(option: SizedFleet): Explanation {
  const { inputs, sizing } = option;
  const { engine, connectionsPerProcess: pool, localWorkersPerVm: local, reckon, vms } = inputs;
  const { perLocalWorker, total } = sizing.connections[reckon];
  const isThin = engine === 'thin';
  const serving = isThin
    ? product(vms, pool)
    : `${numberText(vms)} × (${numberText(sizing.fleet.workersPerVm)} + 1) × ${numberText(pool)}`;
  const other = otherConnections(option);
  return {
    formula: `${isThin ? 'API VMs × pool' : 'API VMs × (workers + main process) × pool'} + local workers × connections of each`,
    worked: `${serving} + ${product(vms, local, perLocalWorker)} = ${numberText(total)}`,
    origins: reckon === 'guide' ? ['guide', 'release', 'assumed'] : ['release', 'yours'],
    rules: ['CF-10', 'R-3'],
    ...(other ? { other } : {}),
  };
}

const otherWay: Readonly<Record<FleetInputs['reckon'], FleetInputs['reckon']>> = {
  guide: 'upstream',
  upstream: 'guide',
};

/** "upstream: 2,385" where the other reckoning changes the figure by more than a quarter. */
export function otherConnections({ inputs, sizing }: SizedFleet): string | undefined {
  const way = otherWay[inputs.reckon];
  const shown = sizing.connections[inputs.reckon].total;
  const other = sizing.connections[way].total;
  return Math.abs(other - shown) > shown / 4 ? `${way}: ${numberText(other)}` : undefined;
}
