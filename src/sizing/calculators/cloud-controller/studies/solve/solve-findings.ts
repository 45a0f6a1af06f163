import type { Finding, Fix } from '../../../../core/finding.ts';
import { capitalised, counted, numberText } from '../../../../core/number-text.ts';
import { listed } from '../../fleet-name.ts';
import type { FleetInputs } from '../../params.ts';
import { mostVms, type SizedFleet } from '../../size.ts';
import { kindOf } from './candidates.ts';
import type { CriterionId } from './criteria.ts';
import { limitKinds, type NearMiss } from './limits.ts';
import type { Asked } from './question.ts';
import { type Demand, mostTimedSettings } from './response-times.ts';
import { settingName } from './setting-text.ts';
import type { Solution } from './solve.ts';

/** What is to be known beside the settings found, and what stops all of them where none is. */
export function solveFindings(option: SizedFleet, asked: Asked, solution: Solution): readonly Finding[] {
  const { inputs } = option;
  return [
    ...(solution.fitting.length === 0
      ? [nothingFits(inputs, asked, solution)]
      : bestFindings(option, solution)),
    ...refusedSizes(asked),
    ...asked.dropped.map((id) => withoutNumbers(id, asked)),
    ...tooManyToTime(asked, solution),
  ];
}

/** Which limit stops everything, by how much, and the smallest step that lets something in. */
function nothingFits(inputs: FleetInputs, asked: Asked, solution: Solution): Finding {
  const base = { id: 'nothing-fits', severity: 'blocker' } as const;
  const { leastThreads, mostThreads, sizes } = asked.question.search;
  if (solution.relaxation) return { ...base, ...relaxed(solution, asked, solution.relaxation) };
  if (leastThreads > mostThreads)
    return {
      ...base,
      title: `No thread count lies from ${numberText(leastThreads)} to ${numberText(mostThreads)}`,
      text: 'The guide’s range is 10 to 20.',
      rules: ['CF-6'],
      fix: {
        label: 'Use 10 to 20',
        edit: { kind: 'set', inputs: { solveLeastThreads: 10, solveMostThreads: 20 } },
      },
    };
  if (asked.demand && solution.candidates.count > 0) return { ...base, ...tooSlow(asked.demand) };
  const [small] = solution.candidates.tooSmall;
  if (small)
    return {
      ...base,
      title: 'No VM size holds the memory of its workers',
      text: `${counted(small.vcpus, 'worker')} at ${numberText(inputs.memoryPerThinVmGib)} GiB each ${small.vcpus === 1 ? 'needs' : 'need'} ${numberText(small.vcpus * inputs.memoryPerThinVmGib)} GiB; the VM has ${numberText(small.memoryGib ?? 0)} GiB. Allow fewer workers, or larger VMs.`,
      rules: ['CF-7'],
      fix: { label: 'Any number of workers', edit: { kind: 'set', inputs: { solveSpare: 'any' } } },
    };
  return {
    ...base,
    title: 'No VM size leaves room for workers',
    text:
      sizes.length === 0
        ? 'Sizes go from 1 to 64 vCPU.'
        : 'With a core left spare, a VM takes at least 3 vCPU: a single worker is less resilient than Thin.',
    rules: ['CF-5', 'CF-9'],
    fix: { label: 'Use 2, 4, 8 and 16 vCPU', edit: { kind: 'set', inputs: { solveSizes: '2, 4, 8, 16' } } },
  };
}

function relaxed(
  solution: Solution,
  asked: Asked,
  miss: NearMiss,
): Pick<Finding, 'title' | 'text' | 'rules' | 'fix'> {
  const { limits } = asked.question;
  const name = settingName(solution.candidates, miss.row);
  const [first] = miss.excesses;
  const amounts = miss.excesses.map(
    ({ limit, needed }) =>
      `${limitKinds[limit].amount(limits[limit])} set, ${limitKinds[limit].amount(needed)} needed`,
  );
  const names = miss.excesses.map(({ limit }, index) => {
    const own = limitKinds[limit].name;
    return index === 0 ? own : own.charAt(0).toLowerCase() + own.slice(1);
  });
  const isPossible = miss.excesses.every(({ limit, needed }) => limit !== 'vms' || needed <= mostVms);
  const raised = miss.excesses.map(({ limit, needed }) => limitKinds[limit].amount(needed));
  const fix: Fix = {
    label: `Use ${listed(raised)}`,
    edit: {
      kind: 'set',
      inputs: Object.assign({}, ...miss.excesses.map(({ limit, needed }) => limitKinds[limit].relax(needed))),
    },
  };
  return {
    title: `${capitalised(listed(names))} ${miss.excesses.length === 1 ? 'is' : 'are'} what stops it`,
    text: `${amounts.join('; ')} for ${name}. ${miss.excesses.length === 1 ? 'No smaller step lets a setting in.' : 'No single limit raised lets a setting in.'}${isPossible ? '' : ` A fleet has at most ${numberText(mostVms)} VMs here.`}`,
    rules: first?.limit === 'connections' ? ['CF-10', 'R-3'] : ['CF-11'],
    ...(isPossible ? { fix } : {}),
  };
}

function tooSlow(demand: Demand): Pick<Finding, 'title' | 'text' | 'rules'> {
  const { mostCpuShare, mostP95Seconds, requestsPerSecond } = demand;
  const limit = Number.isFinite(mostP95Seconds)
    ? `a p95 of ${numberText(mostP95Seconds * 1000)} ms and `
    : '';
  return {
    title: 'No fleet is fast enough',
    text: `Not even ${numberText(mostVms)} VMs of any size keep ${limit}${numberText(mostCpuShare * 100)}% CPU at ${numberText(requestsPerSecond)} requests per second. A p95 below what a request takes on an idle VM cannot be had.`,
    rules: ['R-12'],
  };
}

function bestFindings({ inputs }: SizedFleet, { best, candidates }: Solution): readonly Finding[] {
  const [row] = best;
  if (row === undefined) return [];
  const threads = candidates.threads[row] ?? 0;
  const { isThin, workers } = kindOf(candidates, row);
  const isPuma = !isThin;
  const cores = (candidates.vms[row] ?? 0) * workers;
  const name = settingName(candidates, row);
  return [
    ...(isPuma && threads === 20 && inputs.solveLeastThreads < 20
      ? [
          {
            id: 'no-reserve',
            severity: 'note' as const,
            title: `${name} has no threads in reserve`,
            text: '20 threads are the ceiling; the guide’s advice for a migration is fewer than 20.',
            rules: ['CF-6', 'CF-12'],
            fix: {
              label: 'Allow up to 19',
              edit: { kind: 'set' as const, inputs: { solveMostThreads: 19 } },
            },
          },
        ]
      : []),
    ...(isPuma && threads > 20
      ? [
          {
            id: 'over-ceiling',
            severity: 'caution' as const,
            title: 'More than 20 threads is not recommended',
            text: `${name} has ${numberText(threads)} threads per worker.`,
            rules: ['CF-6'],
            fix: {
              label: 'Allow up to 20',
              edit: {
                kind: 'set' as const,
                inputs: { solveMostThreads: 20, solveLeastThreads: Math.min(20, inputs.solveLeastThreads) },
              },
            },
          },
        ]
      : []),
    ...(cores < inputs.thinVms
      ? [
          {
            id: 'fewer-cores',
            severity: inputs.loadMode === 'parity' ? ('caution' as const) : ('note' as const),
            title: `Fewer cores at work than today: ${numberText(cores)} against ${numberText(inputs.thinVms)}`,
            text: `${name} has as many threads, but a process uses one core at most.`,
            rules: ['R-12', 'CF-5'],
          },
        ]
      : []),
  ];
}

function refusedSizes({ sizes }: Asked): readonly Finding[] {
  if (sizes.refused.length === 0) return [];
  return [
    {
      id: 'sizes-refused',
      severity: 'caution',
      title: `Left out: ${listed(sizes.refused.slice(0, 5))}`,
      text: 'A VM size has 1 to 64 vCPU and some memory.',
      rules: ['CF-5'],
    },
  ];
}

function withoutNumbers(id: CriterionId, { isTooManyToTime, sizes }: Asked): Finding {
  if (id === 'cost')
    return {
      id: 'no-prices',
      severity: 'note',
      title: 'Costs need a price for every size',
      text: `Write sizes as vCPU:GiB:price; ${numberText(sizes.sizes.filter((s) => s.price === undefined).length)} of ${numberText(sizes.sizes.length)} have none. Cost is left out until then.`,
      rules: ['CF-12'],
    };
  return {
    id: 'no-times',
    severity: 'note',
    title: 'Response times need a service time and a rate',
    text: isTooManyToTime
      ? 'They are left out because there are too many settings.'
      : 'Enter what a request takes and how many come in a second. p95 is left out until then.',
    rules: ['R-12'],
  };
}

function tooManyToTime({ isTooManyToTime }: Asked, { candidates }: Solution): readonly Finding[] {
  if (!isTooManyToTime) return [];
  return [
    {
      id: 'too-many-to-time',
      severity: 'caution',
      title: `Response times are worked out for at most ${numberText(mostTimedSettings)} settings`,
      text: `There are ${numberText(candidates.count)}; allow fewer sizes, worker counts or threads. Limits of response time and CPU are not applied until then.`,
      rules: ['R-12'],
    },
  ];
}
