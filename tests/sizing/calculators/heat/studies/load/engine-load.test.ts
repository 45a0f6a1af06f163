import { describe, expect, it } from 'vitest';
import { engineLoadOf } from '../../../../../../src/sizing/calculators/heat/studies/load/engine-load.ts';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { optionOf, planWith } from '../../plans.ts';

const loadOf = (shared: Inputs = {}, own: Inputs = {}) =>
  engineLoadOf(optionOf(planWith(shared, { engineWorkers: 8, apiWorkers: 4, ...own })).inputs);

function settledAt(load: ReturnType<typeof loadOf>, stacksPerHour: number) {
  const answer = load.answerAt(stacksPerHour);
  if (answer.kind === 'grows') throw new Error('The backlog grows.');
  return answer;
}

/** One place: one worker on one controller, stacks of one resource of 20 s with hardly any CPU. */
const single: Inputs = {
  controllers: 1,
  resources: 1,
  longestChain: 1,
  secondsPerResource: 20,
  cpuMsPerCreate: 1,
};

describe('engineLoadOf, what limits', () => {
  it('has a place for each task of a worker by the guide, 64 for each process by the source code', () => {
    expect(loadOf()).toMatchObject({ queues: 'resources', places: 24 });
    expect(loadOf({}, { tasksPerWorker: 2 }).places).toBe(48);
    expect(loadOf({ reckonBy: 'upstream' }, { tasksPerWorker: 2 }).places).toBe(24 * 64);
    expect(loadOf({ reckonBy: 'upstream' }, { executorThreads: 8 }).places).toBe(24 * 8);
  });

  it('is full by places where resources wait for clouds: 24 ÷ 20 s, of 300 a stack', () => {
    const load = loadOf();
    expect(load.ceilingPerHour).toBeCloseTo(14.4, 6);
    expect(load.limitedBy).toBe('places');
    // 24 cores ÷ 40 ms.
    expect(load.cpuCeilingPerHour).toBeCloseTo(((24 / 0.04) * 3600) / 300, 6);
  });

  it('has no more cores than controllers have, and none beyond the workers', () => {
    const cpu = (shared: Inputs, engineWorkers: number) =>
      loadOf(shared, { engineWorkers }).cpuCeilingPerHour;
    expect(cpu({ vcpuPerController: 4 }, 8)).toBeCloseTo(((12 / 0.04) * 3600) / 300, 6);
    expect(cpu({ vcpuPerController: 16 }, 2)).toBeCloseTo(((6 / 0.04) * 3600) / 300, 6);
    expect(cpu({ cpuMsPerCreate: 80 }, 8)).toBeCloseTo(((24 / 0.08) * 3600) / 300, 6);
  });

  it('lets a resource take at least its CPU', () => {
    // 1 s of CPU a resource of 0.1 s: 24 workers of one task each create 24 a second.
    const load = loadOf({ secondsPerResource: 0.1, cpuMsPerCreate: 1000 });
    expect(load.ceilingPerHour).toBeCloseTo((24 * 3600) / 300, 6);
    expect(load.limitedBy).toBe('CPU');
    // 300 s of work over 24; chain 6 s.
    expect(load.alone.lowSeconds).toBeCloseTo(12.5, 9);
  });

  it('reckons one stack alone, however many are entered on the Size view', () => {
    expect(loadOf({ stacksAtOnce: 10 }).alone.lowSeconds).toBeCloseTo(250, 9);
    expect(loadOf({ reckonBy: 'upstream' }).alone.lowSeconds).toBe(120);
  });
});

describe('engineLoadOf, one place', () => {
  it.each([
    // M/M/1 at 20 s: the wait is 20 ρ ÷ (1 − ρ) s.
    [0.25, 20 / 3],
    [0.5, 20],
    [0.9, 180],
  ])('waits at %f of its capacity as M/M/1: %f s', (utilisation, waitSeconds) => {
    const load = loadOf(single, { engineWorkers: 1 });
    expect(load.ceilingPerHour).toBeCloseTo(180, 6);
    const { placesInUse, stackTime, stacksInProgress, wait } = settledAt(load, 180 * utilisation);
    expect(wait.lowSeconds).toBeCloseTo(waitSeconds, 4);
    // A batch of one waits as long: (1 + 1) ÷ 2.
    expect(wait.highSeconds).toBeCloseTo(waitSeconds, 4);
    expect(stackTime.lowSeconds).toBeCloseTo(20 + waitSeconds, 4);
    expect(placesInUse).toBeCloseTo(utilisation, 6);
    // Little: stacks an hour by the hours they stay.
    expect(stacksInProgress).toBeCloseTo((180 * utilisation * (20 + waitSeconds)) / 3600, 4);
  });

  it('waits at each resource of the chain', () => {
    // Two in a chain: 90 stacks an hour fill the place; at half of it 20 s twice.
    const load = loadOf({ ...single, resources: 2, longestChain: 2 }, { engineWorkers: 1 });
    expect(load.ceilingPerHour).toBeCloseTo(90, 6);
    const { stackTime, wait } = settledAt(load, 45);
    expect(wait.lowSeconds).toBeCloseTo(20, 4);
    expect(stackTime.lowSeconds).toBeCloseTo(40 + 2 * 20, 4);
  });

  it('waits for whole levels at the cautious end: batches of 4 as M^[4]/M/1', () => {
    // (1 + 4) ÷ 2 × 20 s at half of the capacity, where single ones wait 20 s.
    const load = loadOf({ ...single, resources: 4 }, { engineWorkers: 1 });
    const { stackTime, wait } = settledAt(load, 22.5);
    expect(wait.lowSeconds).toBeCloseTo(20, 4);
    expect(wait.highSeconds).toBeCloseTo(50, 4);
    // Alone 80 s, one after the other.
    expect(stackTime.highSeconds).toBeCloseTo(80 + 50, 4);
  });

  it('grows by what comes over the ceiling, and from the ceiling on', () => {
    const load = loadOf(single, { engineWorkers: 1 });
    const left = (perHour: number) => {
      const answer = load.answerAt(perHour);
      return answer.kind === 'grows' ? answer.stacksPerHour : null;
    };
    expect(left(200)).toBeCloseTo(20, 6);
    expect(left(180.001)).toBeCloseTo(0.001, 6);
    expect(left(179)).toBeNull();
    expect(settledAt(load, 0)).toMatchObject({ stacksInProgress: 0, mostInProgress: 0, placesInUse: 0 });
  });
});

describe('engineLoadOf, several places', () => {
  it('shares one queue by the guide: M/M/2 at half of its capacity waits a third of a service', () => {
    // Erlang C of 2 servers at ρ = 1/2: 1/3; wait = C × 20 ÷ (2 (1 − ρ)).
    const load = loadOf(single, { engineWorkers: 2 });
    expect(load.ceilingPerHour).toBeCloseTo(360, 6);
    expect(settledAt(load, 180).wait.lowSeconds).toBeCloseTo(20 / 3, 4);
    // As if both places were one that is twice as fast: 10 s × ρ ÷ (1 − ρ).
    expect(settledAt(load, 180).wait.highSeconds).toBeCloseTo(10, 4);
  });

  it('deals to each engine’s own queue by the source code', () => {
    // Two engines of one place: each an M/M/1 of 20 s at the cautious end, one shared queue at the other.
    const upstream = { ...single, reckonBy: 'upstream', leaves: 1 };
    const load = loadOf(upstream, { engineWorkers: 2, executorThreads: 1 });
    const { wait } = settledAt(load, 180);
    expect(wait.lowSeconds).toBeCloseTo(20 / 3, 3);
    expect(wait.highSeconds).toBeCloseTo(20, 3);
  });

  it('deals a level of 8 to two engines as batches of 4', () => {
    const upstream = { ...single, resources: 8, reckonBy: 'upstream', leaves: 1 };
    const load = loadOf(upstream, { engineWorkers: 2, executorThreads: 1 });
    // (1 + 4) ÷ 2 × 20 s at half of the capacity.
    expect(settledAt(load, load.ceilingPerHour / 2).wait.highSeconds).toBeCloseTo(50, 3);
    // By the guide one queue of both: (1 + 8) ÷ 2 × 10 s.
    const guide = loadOf({ ...single, resources: 8 }, { engineWorkers: 2 });
    expect(settledAt(guide, guide.ceilingPerHour / 2).wait.highSeconds).toBeCloseTo(45, 3);
  });

  it('waits no longer for a level that is smaller than the engines are many', () => {
    // Batches of 1 ÷ 2 count as 1.
    const load = loadOf(
      { ...single, reckonBy: 'upstream', leaves: 1 },
      { engineWorkers: 4, executorThreads: 1 },
    );
    expect(settledAt(load, load.ceilingPerHour / 2).wait.highSeconds).toBeCloseTo(20, 3);
  });
});

describe('engineLoadOf, convergence off', () => {
  const off = { engineWorkers: 1, convergence: false };

  it('keeps a worker for a whole stack by the guide', () => {
    // 10 × 20 s a stack: 18 an hour; as M/M/1 at half of it a wait of 200 s.
    const load = loadOf({ ...single, resources: 10 }, off);
    expect(load).toMatchObject({ queues: 'stacks', places: 1, limitedBy: 'places' });
    expect(load.ceilingPerHour).toBeCloseTo(18, 6);
    const { placesInUse, stackTime, wait } = settledAt(load, 9);
    expect(wait.lowSeconds).toBeCloseTo(200, 4);
    expect(wait.highSeconds).toBeCloseTo(200, 4);
    expect(stackTime.lowSeconds).toBeCloseTo(400, 4);
    expect(stackTime.highSeconds).toBeCloseTo(400, 4);
    expect(placesInUse).toBeCloseTo(0.5, 9);
    expect(settledAt(load, 9).stacksInProgress).toBeCloseTo(1, 4);
  });

  it('needs 19 of 40 ms of CPU a create', () => {
    // One core ÷ (10 × 1 s × 19 ÷ 40), in stacks an hour.
    const load = loadOf({ ...single, resources: 10, cpuMsPerCreate: 1000 }, off);
    expect(load.cpuCeilingPerHour).toBeCloseTo(3600 / 4.75, 6);
    expect(load.limitedBy).toBe('places');
  });

  it('is limited by the CPU where 64 stacks of a process are', () => {
    const shared = { ...single, resources: 100, reckonBy: 'upstream', cpuMsPerCreate: 1000 };
    const load = loadOf(shared, off);
    // 100 × 0.475 s of one core.
    expect(load.limitedBy).toBe('CPU');
    expect(load.ceilingPerHour).toBeCloseTo(3600 / 47.5, 6);
    expect(load.places).toBe(64);
  });

  it('grows by what is over', () => {
    const answer = loadOf({ ...single, resources: 10 }, off).answerAt(20);
    expect(answer.kind).toBe('grows');
    expect(answer.kind === 'grows' && answer.stacksPerHour).toBeCloseTo(2, 6);
  });
});
