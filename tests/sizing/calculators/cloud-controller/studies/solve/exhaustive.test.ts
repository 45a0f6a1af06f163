import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../../../../src/sizing/calculators/cloud-controller/conditions.ts';
import { carriesOf } from '../../../../../../src/sizing/calculators/cloud-controller/size.ts';
import type {
  Search,
  WorkerChoice,
} from '../../../../../../src/sizing/calculators/cloud-controller/studies/solve/candidates.ts';
import { kindOf } from '../../../../../../src/sizing/calculators/cloud-controller/studies/solve/candidates.ts';
import type { Limits } from '../../../../../../src/sizing/calculators/cloud-controller/studies/solve/limits.ts';
import { solve } from '../../../../../../src/sizing/calculators/cloud-controller/studies/solve/solve.ts';

interface Setting {
  readonly name: string;
  readonly vms: number;
  readonly vcpu: number;
  readonly memory: number;
  readonly vmMemory: number;
  readonly connections: number;
  readonly loss: number;
  readonly cost: number;
}

const axes = ['vms', 'vcpu', 'memory', 'connections', 'loss', 'cost'] as const;
const mostVms = 60;

const problems = fc.record({
  sizes: fc.uniqueArray(
    fc.record({
      vcpus: fc.integer({ min: 1, max: 6 }),
      memoryGib: fc.option(fc.integer({ min: 2, max: 24 }), { nil: undefined }),
      price: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 3, selector: (size) => size.vcpus },
  ),
  workerChoice: fc.constantFrom<WorkerChoice>('no', 'yes', 'either', 'any'),
  leastThreads: fc.integer({ min: 1, max: 8 }),
  span: fc.integer({ min: 0, max: 6 }),
  thinThreads: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
  load: fc.integer({ min: 1, max: 90 }),
  condition: fc.constantFrom<Condition>('all', 'worker', 'vm', 'az'),
  zones: fc.integer({ min: 2, max: 4 }),
  hasVmInEveryZone: fc.boolean(),
  memoryPerProcessGib: fc.constantFrom(0.5, 1, 4),
  connectionsPerPumaLocal: fc.integer({ min: 0, max: 3 }),
  connectionsPerThinVm: fc.integer({ min: 1, max: 30 }),
  limits: fc.record({
    vms: fc.integer({ min: 1, max: mostVms }),
    vcpus: fc.option(fc.integer({ min: 1, max: 60 }), { nil: Number.POSITIVE_INFINITY }),
    memory: fc.option(fc.integer({ min: 1, max: 200 }), { nil: Number.POSITIVE_INFINITY }),
    'vm-memory': fc.option(fc.integer({ min: 1, max: 24 }), { nil: Number.POSITIVE_INFINITY }),
    connections: fc.option(fc.integer({ min: 10, max: 900 }), { nil: Number.POSITIVE_INFINITY }),
  }),
  chosen: fc.uniqueArray(fc.constantFrom(...axes), { minLength: 2, maxLength: 3 }),
});

type Problem = typeof problems extends fc.Arbitrary<infer T> ? T : never;

/** Every fleet from one VM on is tried until one carries the load: no formula of the solver is used. */
function everySetting(search: Search): readonly Setting[] {
  const found: Setting[] = [];
  const add = (size: Search['sizes'][number], isThin: boolean, workers: number, threads: number) => {
    const processes = isThin ? 1 : workers;
    if (size.memoryGib !== undefined && processes * search.memoryPerProcessGib > size.memoryGib) return;
    let vms = 1;
    const fleet = { workersPerVm: workers, threadsPerWorker: threads, zones: search.zones };
    while (
      carriesOf({ ...fleet, vms })[search.condition] < search.load ||
      (search.hasVmInEveryZone && vms < search.zones)
    )
      vms += 1;
    const vmMemory = size.memoryGib ?? processes * search.memoryPerProcessGib;
    const perVm = isThin
      ? search.connectionsPerThinVm
      : workers * threads + threads + 2 * workers * search.connectionsPerPumaLocal;
    found.push({
      name: `${isThin ? 'thin' : 'puma'} ${size.vcpus} ${workers} ${threads}`,
      vms,
      vcpu: vms * size.vcpus,
      memory: vms * vmMemory,
      vmMemory,
      connections: vms * perVm,
      loss: workers * threads,
      cost: size.price === undefined ? Number.POSITIVE_INFINITY : vms * size.price,
    });
  };
  for (const size of search.sizes) {
    for (let workers = 1; workers <= size.vcpus; workers += 1) {
      if (!isAllowed(workers, size.vcpus, search.workerChoice)) continue;
      for (let t = search.leastThreads; t <= search.mostThreads; t += 1) add(size, false, workers, t);
    }
    if (search.thinThreads !== undefined) add(size, true, 1, search.thinThreads);
  }
  return found;
}

function isAllowed(workers: number, cores: number, choice: WorkerChoice): boolean {
  const isAll = workers === cores;
  const isSpare = workers === cores - 1 && workers > 1;
  if (choice === 'no') return isAll;
  if (choice === 'yes') return isSpare;
  if (choice === 'either') return isAll || isSpare;
  return workers > 1 || cores === 1;
}

function fits(s: Setting, limits: Limits): boolean {
  return (
    s.vms <= limits.vms &&
    s.vcpu <= limits.vcpus &&
    s.memory <= limits.memory &&
    s.vmMemory <= limits['vm-memory'] &&
    s.connections <= limits.connections
  );
}

function excesses(s: Setting, limits: Limits): readonly number[] {
  const pairs: readonly (readonly [number, number])[] = [
    [s.vms, limits.vms],
    [s.vcpu, limits.vcpus],
    [s.memory, limits.memory],
    [s.vmMemory, limits['vm-memory']],
    [s.connections, limits.connections],
  ];
  return pairs.flatMap(([needed, most]) => (needed > most ? [(needed - most) / most] : []));
}

/** What holds of a solution, by trying everything; tells whether there was a front, and whether one limit stops all. */
function compareWithTrying({ chosen, limits, span, ...rest }: Problem) {
  const search: Search = { ...rest, mostThreads: rest.leastThreads + span };
  const all = everySetting(search);
  const fitting = all.filter((s) => fits(s, limits));
  const beats = (a: Setting, b: Setting) =>
    chosen.every((axis) => a[axis] <= b[axis]) && chosen.some((axis) => a[axis] < b[axis]);
  const front = fitting.filter((s) => !fitting.some((other) => beats(other, s)));

  const solution = solve({ search, limits, goal: 'vcpu', axes: chosen });
  const { candidates: c } = solution;
  const nameOf = (row: number) => {
    const { isThin, vcpus, workers } = kindOf(c, row);
    return `${isThin ? 'thin' : 'puma'} ${vcpus} ${workers} ${c.threads[row]}`;
  };
  expect(c.count).toBe(all.length);
  expect([...solution.fitting].map(nameOf).toSorted()).toEqual(fitting.map((s) => s.name).toSorted());
  expect(solution.front.map(nameOf).toSorted()).toEqual(front.map((s) => s.name).toSorted());
  for (const row of solution.front) expect(c.vms[row]).toBe(all.find((s) => s.name === nameOf(row))?.vms);

  const places = new Set(front.map((s) => chosen.map((axis) => s[axis]).join(' ')));
  expect(solution.frontPlaces).toBe(places.size);
  const vcpus = fitting.map((s) => s.vcpu).toSorted((a, b) => a - b);
  expect(solution.best.map((row) => (c.vms[row] ?? 0) * kindOf(c, row).vcpus)).toEqual(vcpus.slice(0, 500));

  const outside = all.map((s) => excesses(s, limits)).filter((shares) => shares.length > 0);
  const shares = outside.map((own) => own.reduce((sum, share) => sum + share, 0)).toSorted((a, b) => a - b);
  expect(solution.rejected).toBe(outside.length);
  expect(solution.nearest).toHaveLength(Math.min(50, outside.length));
  for (const [index, miss] of solution.nearest.entries())
    expect(miss.share).toBeCloseTo(shares[index] ?? 0, 12);

  // Where nothing fits, no single limit raised by a smaller share lets anything in.
  const single = outside.filter((own) => own.length === 1);
  const isStopped = fitting.length === 0 && single.length > 0;
  if (isStopped) {
    expect(solution.relaxation?.excesses).toHaveLength(1);
    expect(solution.relaxation?.share).toBeCloseTo(Math.min(...single.map(([share = 0]) => share)), 12);
  } else if (fitting.length === 0 && shares[0] !== undefined)
    expect(solution.relaxation?.share).toBeCloseTo(shares[0], 12);
  return { hasFront: front.length > 0, isStopped };
}

describe('solve', () => {
  it('finds exactly the front that trying every fleet finds, on 1,000 problems', () => {
    let withFront = 0;
    let withMiss = 0;
    fc.assert(
      fc.property(problems, (problem) => {
        const { hasFront, isStopped } = compareWithTrying(problem);
        if (hasFront) withFront += 1;
        if (isStopped) withMiss += 1;
      }),
      { numRuns: 1000, seed: 20_261_121 },
    );
    expect(withFront).toBeGreaterThan(200);
    expect(withMiss).toBeGreaterThan(50);
  });

  it('finds it as well where hundreds of settings share a size, on 40 problems', () => {
    const large = problems.map((problem) => ({
      ...problem,
      sizes: problem.sizes.map((size) => ({ ...size, vcpus: size.vcpus + 6 })),
      workerChoice: 'any' as const,
      span: 20 + problem.span,
      load: problem.load * 6,
    }));
    fc.assert(
      fc.property(large, (problem) => {
        compareWithTrying(problem);
      }),
      { numRuns: 40, seed: 20_261_121 },
    );
  });
});
