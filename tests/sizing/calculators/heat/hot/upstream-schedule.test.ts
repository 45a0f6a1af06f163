import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fanInDelaySeconds } from '../../../../../src/sizing/calculators/heat/hot/engine-timing.ts';
import { graphOfShape } from '../../../../../src/sizing/calculators/heat/hot/stack-plan.ts';
import type { StackSchedule } from '../../../../../src/sizing/calculators/heat/hot/stack-schedule.ts';
import { upstreamSchedule } from '../../../../../src/sizing/calculators/heat/hot/upstream-schedule.ts';
import { graphIn, template } from './hot-edges.ts';
import { brokenEdges, timedGraphs } from './random-graph.ts';

const file = join(import.meta.dirname, '../../../../../../shared/data/heat-live-measurements.json');
const isPresent = existsSync(file);
const reason = isPresent ? '' : ' (skipped: the measurements are not on this machine)';

interface Measurement {
  readonly mode: 'convergence' | 'legacy';
  readonly workers: number;
  readonly kind: 'wide' | 'chain' | 'fan';
  readonly n: number;
  readonly wait: number;
  readonly seconds: number;
}

function measurements(): readonly Measurement[] {
  const all = JSON.parse(readFileSync(file, 'utf8')) as { readonly create_seconds: readonly Measurement[] };
  return all.create_seconds;
}

function widthsOf(kind: Measurement['kind'], n: number): readonly number[] {
  return kind === 'wide' ? [n] : kind === 'fan' ? [1, n] : new Array<number>(n).fill(1);
}

function modelled(
  widths: readonly number[],
  wait: number,
  workers: number,
  isConvergence = true,
): StackSchedule {
  return upstreamSchedule(graphOfShape(widths, 'X'), {
    secondsOf: () => wait,
    engineProcesses: workers,
    isConvergence,
  });
}

describe.skipIf(!isPresent)(`upstreamSchedule against a measured heat-engine${reason}`, () => {
  const cases = isPresent ? measurements() : [];
  it('has measurements of both engines to compare with', () => {
    expect(new Set(cases.map(({ mode }) => mode))).toEqual(new Set(['convergence', 'legacy']));
  });
  it.each(cases.map((one) => [`${one.mode} ${one.kind} ${one.n}, ${one.wait} s each`, one] as const))(
    'comes within 20 % or 1 s for %s',
    (_, { mode, kind, n, wait, workers, seconds }) => {
      const { makespanSeconds } = modelled(widthsOf(kind, n), wait, workers, mode === 'convergence');
      expect(Math.abs((makespanSeconds ?? Number.POSITIVE_INFINITY) - seconds)).toBeLessThanOrEqual(
        Math.max(1, 0.2 * seconds),
      );
    },
  );
});

describe('upstreamSchedule', () => {
  // Measured on Heat 19.0.0, 2 workers: 20 resources that wait for nothing take 20.1 s under convergence and
  // 1.4 s without; a chain of 20 takes 2.4 s and 21 s; one with 200 behind it takes 32 s.
  it.each([
    ['20 side by side', [20], 20.1, 1.39],
    ['a chain of 20', new Array<number>(20).fill(1), 2.43, 20.96],
    ['20 behind one', [1, 20], 1.55, 2.12],
  ])(
    'comes near the measured times with and without convergence for %s',
    (_, widths, convergence, legacy) => {
      const off = (isConvergence: boolean, seconds: number): number =>
        Math.abs((modelled(widths, 0, 2, isConvergence).makespanSeconds ?? 0) - seconds) /
        Math.max(1, 0.2 * seconds);
      expect(off(true, convergence)).toBeLessThanOrEqual(1);
      expect(off(false, legacy)).toBeLessThanOrEqual(1);
    },
  );

  it('says that the pause after each leaf sets the time of a wide stack', () => {
    const schedule = modelled([101], 0, 4);
    expect(schedule.boundBy).toBe(
      'The pause of a second after each resource that waits for nothing sets 100 s.',
    );
    expect(schedule.breakdown[0]).toEqual({ cause: 'leaf-pause', seconds: 100 });
    expect(schedule.bars[100]?.startSeconds).toBeCloseTo((schedule.bars[0]?.startSeconds ?? 0) + 100, 6);
  });

  it('says that many reporting at once set the time of a fan', () => {
    expect(modelled([1, 200], 0, 2).breakdown[0]?.cause).toBe('fan-in');
  });

  it('takes about a second for each level without convergence', () => {
    const schedule = modelled(new Array<number>(30).fill(1), 0, 4, false);
    expect(schedule.makespanSeconds).toBeGreaterThan(29);
    expect(schedule.makespanSeconds).toBeLessThan(32);
    expect(schedule.breakdown[0]?.cause).toBe('level-pause');
  });

  it('gives 64 slots to a process: the 65th resource waits where one process has them all', () => {
    const schedule = modelled([1, 65], 100, 1);
    const rootDone = schedule.bars[0]?.finishSeconds ?? 0;
    const starts = schedule.bars.slice(1).map(({ startSeconds }) => startSeconds - rootDone);
    expect(starts.filter((start) => start < 10)).toHaveLength(64);
    expect(Math.max(...starts)).toBeGreaterThan(100);
  });

  // Measured: 8 groups of 2 at once on one worker: 6.5 s with 64 slots, nothing moves any more with 4.
  const groups = template('2018-08-31', {
    root: '{type: R}',
    ...Object.fromEntries(
      Array.from({ length: 8 }, (_, at) => [
        `g${at}`,
        '{type: OS::Heat::ResourceGroup, depends_on: root, properties: {count: 2, resource_def: {type: X}}}',
      ]),
    ),
  });
  const starving = (slotsPerProcess: number): StackSchedule =>
    upstreamSchedule(graphIn(groups), {
      secondsOf: (type) => (type === 'X' ? 2 : 0),
      engineProcesses: 1,
      isConvergence: true,
      slotsPerProcess,
    });

  it('finds that stacks holding every slot never end', () => {
    const stuck = starving(4);
    expect(stuck.makespanSeconds).toBeNull();
    expect(stuck.findings[0]).toMatchObject({ id: 'hot-deadlock', severity: 'blocker' });
    expect(stuck.findings[0]?.text).toContain('4 stacks inside it wait at once, each in one of 4 slots');
    expect(starving(64).makespanSeconds).toBeGreaterThan(4.5);
    expect(starving(64).makespanSeconds).toBeLessThan(8.5);
  });

  it('warns where stacks inside fill half of the slots', () => {
    expect(starving(16).findings.map(({ id }) => id)).toContain('hot-deadlock-risk');
    expect(starving(64).findings.map(({ id }) => id)).not.toContain('hot-deadlock-risk');
  });

  it('finds fewer than four engine processes, a time-out and what was never measured', () => {
    const ids = (schedule: StackSchedule): readonly string[] => schedule.findings.map(({ id }) => id);
    expect(ids(modelled([3], 0, 3))).toEqual(['hot-engine-floor']);
    expect(ids(modelled([3], 0, 4))).toEqual([]);
    expect(ids(modelled([2], 3600, 4))).toEqual(['hot-stack-timeout']);
    expect(ids(modelled([1, 201], 0, 4))).toEqual(['hot-beyond-measured']);
  });

  it.each([true, false])(
    'respects every edge and explains the whole time (convergence %s)',
    (isConvergence) => {
      fc.assert(
        fc.property(
          timedGraphs(),
          fc.integer({ min: 1, max: 6 }),
          ({ graph, secondsOf }, engineProcesses) => {
            const schedule = upstreamSchedule(graph, { secondsOf, engineProcesses, isConvergence });
            expect(brokenEdges(graph, schedule.bars)).toEqual([]);
            const total = schedule.breakdown.reduce((sum, { seconds }) => sum + seconds, 0);
            expect(total).toBeCloseTo(schedule.makespanSeconds ?? -1, 6);
            expect(schedule.makespanSeconds).toBeGreaterThanOrEqual(schedule.longestChain.seconds);
          },
        ),
      );
    },
  );

  it('casts the leaves of a stack a second apart, those of a stack inside too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 8 }), (leaves, workers) => {
        const starts = modelled([leaves], 3, workers).bars.map(({ startSeconds }) => startSeconds);
        starts.slice(1).forEach((start, at) => {
          expect(start - (starts[at] ?? 0)).toBeGreaterThanOrEqual(1 - 1e-9);
        });
      }),
    );
  });
});

describe('fanInDelaySeconds', () => {
  it('is nothing for a few, and grows with the number and with fewer processes', () => {
    expect(fanInDelaySeconds(8, 2)).toBe(0);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 16 }), (n, processes) => {
        expect(fanInDelaySeconds(n + 1, processes)).toBeGreaterThanOrEqual(fanInDelaySeconds(n, processes));
        expect(fanInDelaySeconds(n, processes + 1)).toBeLessThanOrEqual(fanInDelaySeconds(n, processes));
      }),
    );
  });
});
