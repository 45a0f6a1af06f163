import fc from 'fast-check';
import { expect } from 'vitest';
import type { Condition } from '../../../../../../src/sizing/calculators/cloud-controller/conditions.ts';
import { carriesOf } from '../../../../../../src/sizing/calculators/cloud-controller/size.ts';
import type {
  Candidates,
  Search,
  WorkerChoice,
} from '../../../../../../src/sizing/calculators/cloud-controller/studies/solve/candidates.ts';
import {
  kindOf,
  settingsOf,
} from '../../../../../../src/sizing/calculators/cloud-controller/studies/solve/candidates.ts';
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
  /** Threads of a worker: the fewer of them, the more are in reserve. */
  readonly reserve: number;
  readonly p95: number;
}

const axes = ['vms', 'vcpu', 'memory', 'connections', 'loss', 'cost'] as const;
const goals = [...axes, 'reserve'] as const;
const mostVms = 60;

/** Problems that are small enough for trying everything. */
export const problems = fc.record({
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
  goal: fc.constantFrom(...goals),
  /** Response times are given, and the shortest is an axis too. */
  isTimed: fc.boolean(),
});

type Problem = typeof problems extends fc.Arbitrary<infer T> ? T : never;

/** Any times will do for comparing; every eleventh setting is never fast enough. */
function p95OfRow(row: number): number {
  return row % 11 === 10 ? Number.POSITIVE_INFINITY : 100 + ((row * 7919) % 13);
}

/** Every fleet from one VM on is tried until one carries the load: no formula of the solver is used. */
function everySetting(search: Search, isTimed: boolean): readonly Setting[] {
  const found: Setting[] = [];
  const add = (size: Search['sizes'][number], isThin: boolean, workers: number, threads: number) => {
    const processes = isThin ? 1 : workers;
    if (!holds(search, size, processes)) return;
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
      reserve: threads,
      p95: isTimed ? p95OfRow(found.length) : 0,
    });
  };
  for (const size of search.sizes) {
    for (let workers = size.vcpus; workers >= 1; workers -= 1) {
      if (!isAllowed(workers, size.vcpus, search.workerChoice)) continue;
      for (let t = search.leastThreads; t <= search.mostThreads; t += 1) add(size, false, workers, t);
    }
    if (search.thinThreads !== undefined) add(size, true, 1, search.thinThreads);
  }
  return found;
}

function holds(search: Search, { memoryGib }: Search['sizes'][number], processes: number): boolean {
  return memoryGib === undefined || processes * search.memoryPerProcessGib <= memoryGib;
}

function isAllowed(workers: number, cores: number, choice: WorkerChoice): boolean {
  const isAll = workers === cores;
  const isSpare = workers === cores - 1 && workers > 1;
  if (choice === 'no') return isAll;
  if (choice === 'yes') return isSpare;
  if (choice === 'either') return isAll || isSpare;
  return workers > 1 || cores === 1;
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

const tieBreakers = ['vcpu', 'vms', 'memory', 'connections', 'reserve'] as const;

/** The goal first, then cores, VMs, memory, connections and threads. */
function inOrderOf(goal: Problem['goal']) {
  return (a: Setting, b: Setting) => {
    if (a[goal] !== b[goal]) return a[goal] < b[goal] ? -1 : 1;
    return tieBreakers.map((id) => a[id] - b[id]).find((difference) => difference !== 0) ?? 0;
  };
}

function nameOf(candidates: Candidates, row: number): string {
  const { isThin, vcpus, workers } = kindOf(candidates, row);
  return `${isThin ? 'thin' : 'puma'} ${vcpus} ${workers} ${candidates.threads[row]}`;
}

/** So many problems solved and tried; tells what was among them, since no problem shows everything. */
export function compareOn(problems: fc.Arbitrary<Problem>, runs: { numRuns: number; seed: number }) {
  const seen = { fronts: 0, stops: 0, mostSettings: 0, mostMisses: 0 };
  fc.assert(
    fc.property(problems, (problem) => {
      const { hasFront, isStopped, misses, settings } = compareWithTrying(problem);
      if (hasFront) seen.fronts += 1;
      if (isStopped) seen.stops += 1;
      seen.mostSettings = Math.max(seen.mostSettings, settings);
      seen.mostMisses = Math.max(seen.mostMisses, misses);
    }),
    runs,
  );
  return seen;
}

/** What holds of a solution, by trying everything; tells whether there was a front, and whether one limit stops all. */
function compareWithTrying({ chosen, goal, isTimed, limits, span, ...rest }: Problem) {
  const search: Search = { ...rest, mostThreads: rest.leastThreads + span };
  const over = isTimed ? ([...chosen, 'p95'] as const) : chosen;
  const all = everySetting(search, isTimed);
  const fast = all.filter(({ p95 }) => Number.isFinite(p95));
  const fitting = fast.filter((s) => excesses(s, limits).length === 0);
  const beats = (a: Setting, b: Setting) =>
    over.every((axis) => a[axis] <= b[axis]) && over.some((axis) => a[axis] < b[axis]);
  const front = fitting.filter((s) => !fitting.some((other) => beats(other, s)));
  const byGoal = inOrderOf(goal);

  const timed = ({ count }: Candidates) => ({
    p95Ms: Float64Array.from({ length: count }, (_, row) => p95OfRow(row)),
    cpuShare: new Float64Array(count),
  });
  const solution = solve({ search, limits, goal, axes: over, ...(isTimed ? { timed } : {}) });
  const { candidates: c } = solution;
  const names = (rows: Iterable<number>) => [...rows].map((row) => nameOf(c, row));
  expect(c.count).toBe(all.length);
  expect(settingsOf(search)).toBe(all.length);
  expect(c.tooSmall).toEqual(
    search.sizes.filter((size) =>
      Array.from({ length: size.vcpus }, (_, index) => index + 1).some(
        (workers) => isAllowed(workers, size.vcpus, search.workerChoice) && !holds(search, size, workers),
      ),
    ),
  );
  expect(names(solution.fitting).toSorted()).toEqual(fitting.map((s) => s.name).toSorted());
  expect(names(solution.front).toSorted()).toEqual(front.map((s) => s.name).toSorted());
  for (const row of solution.front) expect(c.vms[row]).toBe(all.find((s) => s.name === nameOf(c, row))?.vms);

  const places = new Set(front.map((s) => over.map((axis) => s[axis]).join(' ')));
  expect(solution.frontPlaces).toBe(places.size);
  const best = fitting.toSorted(byGoal).slice(0, 500);
  expect(names(solution.best)).toEqual(best.map((s) => s.name));

  const outside = fast
    .map((setting) => ({ setting, own: excesses(setting, limits) }))
    .filter(({ own }) => own.length > 0)
    .map(({ own, setting }) => ({ setting, own, share: own.reduce((sum, share) => sum + share, 0) }))
    .toSorted((a, b) => a.share - b.share || byGoal(a.setting, b.setting));
  expect(solution.rejected).toBe(outside.length);
  expect(names(solution.nearest.map(({ row }) => row))).toEqual(
    outside.slice(0, 50).map(({ setting }) => setting.name),
  );
  for (const [index, miss] of solution.nearest.entries())
    expect(miss.share).toBeCloseTo(outside[index]?.share ?? 0, 12);

  // Where nothing fits, no single limit raised by a smaller share lets anything in.
  const single = outside.filter(({ own }) => own.length === 1);
  const isStopped = fitting.length === 0 && single.length > 0;
  const [easiest] = isStopped ? single : outside;
  if (fitting.length > 0) expect(solution.relaxation).toBeUndefined();
  else {
    const { relaxation } = solution;
    expect(relaxation && nameOf(c, relaxation.row)).toBe(easiest?.setting.name);
    expect(relaxation?.excesses.length).toBe(easiest?.own.length);
    expect(relaxation?.share ?? 0).toBeCloseTo(easiest?.share ?? 0, 12);
  }
  return { hasFront: front.length > 0, isStopped, misses: outside.length, settings: all.length };
}
