import { conditionOf } from '../../conditions.ts';
import { connectionsOf } from '../../connections.ts';
import type { FleetInputs } from '../../params.ts';
import type { SizedFleet } from '../../size.ts';
import { mostVms } from '../../size.ts';
import type { Candidates, Search } from './candidates.ts';
import { settingsOf } from './candidates.ts';
import type { CriterionId } from './criteria.ts';
import type { Limits } from './limits.ts';
import type { Demand } from './response-times.ts';
import { mostTimedSettings, responseTimesOf } from './response-times.ts';
import type { Question } from './solve.ts';
import { havePrices, type VmSizes, vmSizesOf } from './vm-sizes.ts';

/** What is asked, and what of it could not be taken as it was asked. */
export interface Asked {
  readonly question: Question;
  readonly sizes: VmSizes;
  readonly hasPrices: boolean;
  /** What requests take, where it was given and there are not too many settings to work it out for. */
  readonly demand: Demand | undefined;
  readonly isTooManyToTime: boolean;
  /** Criteria that were chosen and have no numbers: cost without prices, p95 without times. */
  readonly dropped: readonly CriterionId[];
}

/** The inputs of Solve as a question; the load and the condition are those of the Size view. */
export function questionOf({ inputs, sizing }: SizedFleet): Asked {
  const sizes = vmSizesOf(inputs.solveSizes);
  const search = searchOf(inputs, sizing.load, sizes);
  const given = demandOf(inputs);
  const isTooManyToTime = given !== undefined && settingsOf(search) > mostTimedSettings;
  const demand = isTooManyToTime ? undefined : given;
  const hasPrices = havePrices(sizes.sizes);
  const hasNumbers = (id: string) => (id === 'cost' ? hasPrices : id !== 'p95' || demand !== undefined);
  const chosen = [inputs.solveX, inputs.solveY, ...(inputs.solveZ === 'none' ? [] : [inputs.solveZ])];
  const goal = inputs.solveGoal;
  const priced = goal === 'cost' || goal === 'p95' ? [goal] : [];
  return {
    sizes,
    hasPrices,
    demand,
    isTooManyToTime,
    dropped: [...new Set([...chosen, ...priced])].filter((id) => !hasNumbers(id)),
    question: {
      search,
      limits: limitsOf(inputs),
      goal: hasNumbers(goal) ? goal : 'vcpu',
      axes: twoOrMore(chosen.filter(hasNumbers)),
      ...(demand ? { timed: (candidates: Candidates) => responseTimesOf(candidates, demand) } : {}),
    },
  };
}

function searchOf(inputs: FleetInputs, load: number, { sizes }: VmSizes): Search {
  const thin = { engine: 'thin', connectionsPerProcess: 25, localWorkersPerVm: 2 } as const;
  return {
    sizes,
    workerChoice: inputs.solveSpare,
    leastThreads: inputs.solveLeastThreads,
    mostThreads: inputs.solveMostThreads,
    thinThreads: inputs.solveThin ? inputs.thinThreads : undefined,
    load,
    condition: conditionOf(inputs.survive),
    zones: inputs.zones,
    hasVmInEveryZone: inputs.solveEveryZone,
    memoryPerProcessGib: inputs.memoryPerThinVmGib,
    connectionsPerPumaLocal: connectionsOf({ ...inputs, engine: 'puma' }, 1, inputs.reckon).perLocalWorker,
    connectionsPerThinVm: connectionsOf({ ...inputs, ...thin }, 1, inputs.reckon).total,
  };
}

/** The plot has two different axes, whatever was chosen. */
function twoOrMore(chosen: readonly CriterionId[]): readonly CriterionId[] {
  const axes = [...new Set(chosen)];
  for (const spare of ['vcpu', 'vms'] as const) {
    if (axes.length < 2 && !axes.includes(spare)) axes.push(spare);
  }
  return axes;
}

/** The most of each that may be used; connections as on the Size view unless set here. */
export function limitsOf(inputs: FleetInputs): Limits {
  const none = Number.POSITIVE_INFINITY;
  return {
    vms: inputs.solveMaxVms ?? mostVms,
    vcpus: inputs.solveMaxVcpus ?? none,
    memory: inputs.solveMaxMemory ?? none,
    'vm-memory': inputs.solveMaxVmMemory ?? none,
    connections: inputs.solveMaxConnections ?? inputs.connectionsFree ?? none,
  };
}

function demandOf(inputs: FleetInputs): Demand | undefined {
  const { solveMaxP95Ms, solveRate, solveServiceMs } = inputs;
  if (solveServiceMs === null || solveRate === null) return undefined;
  return {
    requestsPerSecond: solveRate,
    serviceSeconds: solveServiceMs / 1000,
    cpuShare: inputs.solveCpuShare / 100,
    mostP95Seconds: solveMaxP95Ms === null ? Number.POSITIVE_INFINITY : solveMaxP95Ms / 1000,
    mostCpuShare: inputs.solveMaxCpu / 100,
    condition: conditionOf(inputs.survive),
    zones: inputs.zones,
  };
}
