import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  guideMakespanSeconds,
  guideSchedule,
} from '../../../../../src/sizing/calculators/heat/hot/guide-schedule.ts';
import { graphOfShape } from '../../../../../src/sizing/calculators/heat/hot/stack-plan.ts';
import { graphIn, template } from './hot-edges.ts';
import { brokenEdges, timedGraphs } from './random-graph.ts';
import { groupOf, work } from './timeline.ts';

const workers = fc.integer({ min: 1, max: 8 });
const guide = (widths: readonly number[], count: number, seconds = 10, isConvergence = true): number =>
  guideSchedule(graphOfShape(widths, 'X'), { secondsOf: () => seconds, workers: count, isConvergence })
    .makespanSeconds;

/** The schedule of a stack whose types are their seconds. */
const scheduled = (resources: Readonly<Record<string, string>>, count: number) =>
  guideSchedule(graphIn(template('2015-04-30', resources)), {
    secondsOf: Number,
    workers: count,
    isConvergence: true,
  });

describe('guideSchedule', () => {
  it('takes the sum for a chain and rounds of work for independent resources', () => {
    expect(guide([1, 1, 1], 4)).toBe(30);
    expect(guide([10], 4)).toBe(30);
    expect(guide([10], 10)).toBe(10);
    expect(guide([1, 4, 1], 2)).toBe(40);
    expect(guide([], 4)).toBe(0);
  });

  it('lets one worker do everything without convergence', () => {
    expect(guide([2, 3], 8, 10, false)).toBe(50);
  });

  it('gives start, finish and worker of each resource, the longest chain and what bounds the time', () => {
    const schedule = scheduled({ a: work(6), b: work(4, 'depends_on: a'), c: work(4), d: work(4) }, 2);
    expect(
      schedule.bars.map(({ path, startSeconds, finishSeconds }) => [path, startSeconds, finishSeconds]),
    ).toEqual([
      ['a', 0, 6],
      ['b', 6, 10],
      ['c', 0, 4],
      ['d', 4, 8],
    ]);
    expect(schedule.bars.find(({ path }) => path === 'd')?.lane).toBe(
      schedule.bars.find(({ path }) => path === 'c')?.lane,
    );
    expect(schedule.longestChain).toEqual({ paths: ['a', 'b'], seconds: 10 });
    expect(schedule.totalWorkSeconds).toBe(18);
    expect(schedule.breakdown).toEqual([{ cause: 'work', seconds: 10 }]);
    expect(schedule.boundBy).toBe('The work of the resources that wait for one another sets 10 s.');
  });

  it('puts the time between the bounds of Graham and names what waits', () => {
    const graph = graphIn(template('2015-04-30', { a: work(6), b: work(4), c: work(3), d: work(2) }));
    const options = { secondsOf: Number, workers: 2, isConvergence: true };
    const schedule = guideSchedule(graph, options);
    // 15 s of work for two, the longest chain 6 s: at least 7.5 s, at most 7.5 + (1 - 1/2) × 6. By longest work first,
    // a and b start, c follows b at 4, and d follows a at 6.
    expect(schedule.leastSeconds).toBe(7.5);
    expect(schedule.mostSeconds).toBe(10.5);
    expect(schedule.makespanSeconds).toBe(8);
    expect(guideMakespanSeconds(graph, options)).toBe(8);
    expect(
      schedule.bars.map(({ path, startSeconds, lane, isOnLastPath }) => [
        path,
        startSeconds,
        lane,
        isOnLastPath,
      ]),
    ).toEqual([
      ['a', 0, 0, false],
      ['b', 0, 1, false],
      ['c', 4, 1, false],
      ['d', 6, 0, true],
    ]);
    expect(schedule.breakdown).toEqual([
      { cause: 'slots', seconds: 6 },
      { cause: 'work', seconds: 2 },
    ]);
    expect(schedule.findings).toEqual([]);
  });

  it('has the longest chain for its least where that takes longer than the shared work', () => {
    const schedule = guideSchedule(graphOfShape([1, 1, 1], 'X'), {
      secondsOf: () => 10,
      workers: 3,
      isConvergence: true,
    });
    expect(schedule.leastSeconds).toBe(30);
    expect(schedule.mostSeconds).toBeCloseTo(10 + (2 / 3) * 30, 9);
    expect(schedule.bars.every(({ isOnLastPath }) => isOnLastPath)).toBe(true);
  });

  it('takes a part of a worker for none, and none for one', () => {
    expect(guide([4], 2.9)).toBe(20);
    expect(guide([4], 0)).toBe(40);
  });

  it('follows the time back through the one that was done last', () => {
    const schedule = scheduled({ fast: work(1), slow: work(5), z: work(2, 'depends_on: [fast, slow]') }, 4);
    expect(schedule.bars.filter(({ isOnLastPath }) => isOnLastPath).map(({ path }) => path)).toEqual([
      'slow',
      'z',
    ]);
    expect(schedule.breakdown).toEqual([{ cause: 'work', seconds: 7 }]);
  });

  it('has nothing to show for an empty stack', () => {
    const schedule = guideSchedule(graphOfShape([], 'X'), {
      secondsOf: () => 1,
      workers: 2,
      isConvergence: true,
    });
    expect(schedule).toMatchObject({
      makespanSeconds: 0,
      bars: [],
      breakdown: [],
      boundBy: 'Nothing to create.',
    });
  });

  it('lets what waits for a group start with its last member, without a worker for its end', () => {
    const resources = {
      g: groupOf(1, 4),
      z: work(1),
      y: work(3, 'depends_on: z'),
      p: work(5, 'depends_on: y'),
      s1: work(10, 'depends_on: g'),
      s2: work(10, 'depends_on: g'),
    };
    const { bars } = scheduled(resources, 2);
    // At 4 s both workers are free, and of what is ready s1 and s2 have the longer work behind them.
    const starts = Object.fromEntries(bars.map(({ path, startSeconds }) => [path, startSeconds]));
    expect(starts).toEqual({ g: 0, 'g/0': 0, z: 0, y: 1, s1: 4, s2: 4, p: 14 });
  });

  it('lets nothing that waits for a group start before its last member is done', () => {
    const { bars } = scheduled({ g: groupOf(3, 4), z: work(1, 'depends_on: g') }, 2);
    // Two members to 4 s, the third to 8 s.
    expect(bars.find(({ path }) => path === 'z')?.startSeconds).toBe(8);
  });

  it('ends between the bounds of Graham, and never before the longest chain', () => {
    fc.assert(
      fc.property(timedGraphs(), workers, ({ graph, secondsOf }, count) => {
        const schedule = guideSchedule(graph, { secondsOf, workers: count, isConvergence: true });
        expect(schedule.makespanSeconds).toBeGreaterThanOrEqual(schedule.leastSeconds - 1e-9);
        expect(schedule.makespanSeconds).toBeLessThanOrEqual(schedule.mostSeconds + 1e-9);
        expect(schedule.makespanSeconds).toBeGreaterThanOrEqual(schedule.longestChain.seconds - 1e-9);
      }),
    );
  });

  it('starts nothing before all it waits for is done, and gives no worker two things at once', () => {
    fc.assert(
      fc.property(timedGraphs(), workers, ({ graph, secondsOf }, count) => {
        const { bars } = guideSchedule(graph, { secondsOf, workers: count, isConvergence: true });
        expect(brokenEdges(graph, bars)).toEqual([]);
        for (const bar of bars) {
          const both = bars.filter(
            (other) =>
              other !== bar &&
              other.lane === bar.lane &&
              other.startSeconds < bar.finishSeconds &&
              other.finishSeconds > bar.startSeconds,
          );
          expect(both).toEqual([]);
          expect(bar.lane).toBeLessThan(count);
        }
      }),
    );
  });

  it('is never slower with more workers for a chain or for independent resources', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 }),
        workers,
        fc.boolean(),
        (times, count, isChain) => {
          const resources = times.map((seconds, at) => [
            `r${at}`,
            work(seconds, isChain && at > 0 ? `depends_on: r${at - 1}` : ''),
          ]);
          const makespan = (most: number) => scheduled(Object.fromEntries(resources), most).makespanSeconds;
          expect(makespan(count + 1)).toBeLessThanOrEqual(makespan(count) + 1e-9);
        },
      ),
    );
  });

  it('explains the whole time', () => {
    fc.assert(
      fc.property(timedGraphs(), workers, ({ graph, secondsOf }, count) => {
        const { breakdown, makespanSeconds } = guideSchedule(graph, {
          secondsOf,
          workers: count,
          isConvergence: true,
        });
        expect(breakdown.reduce((total, { seconds }) => total + seconds, 0)).toBeCloseTo(makespanSeconds, 6);
      }),
    );
  });
});
