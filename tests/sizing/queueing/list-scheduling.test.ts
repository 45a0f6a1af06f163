import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SchedulingPriority, scheduleOf } from '../../../src/sizing/queueing/list-scheduling.ts';
import { makespanBounds } from '../../../src/sizing/queueing/makespan-bounds.ts';
import type { Task } from '../../../src/sizing/queueing/task-graph.ts';

function scheduled(tasks: readonly Task[], slots: number, priority?: SchedulingPriority) {
  const schedule = scheduleOf(tasks, slots, priority);
  if (schedule.kind !== 'scheduled') throw new Error('expected a schedule');
  return schedule;
}

/** Graham 1969: nine tasks, T1 before T9, T4 before T5 to T8. */
function graham(shorterBy = 0, withoutT4: readonly number[] = []): readonly Task[] {
  return [3, 2, 2, 2, 4, 4, 4, 4, 9].map((seconds, index) => {
    const position = index + 1;
    const requires = position === 9 ? [0] : position >= 5 && !withoutT4.includes(position) ? [3] : [];
    return { durationSeconds: seconds - shorterBy, requires };
  });
}

function independent(...seconds: readonly number[]): readonly Task[] {
  return seconds.map((durationSeconds) => ({ durationSeconds, requires: [] }));
}

function worstCase(slots: number): readonly Task[] {
  return independent(...new Array<number>(slots * (slots - 1)).fill(1), slots);
}

const graphs = fc
  .array(
    fc.record({
      durationSeconds: fc.integer({ min: 0, max: 20 }),
      picks: fc.array(fc.nat(), { maxLength: 3 }),
    }),
    {
      maxLength: 40,
    },
  )
  .map((list): readonly Task[] =>
    list.map(({ durationSeconds, picks }, index) => ({
      durationSeconds,
      requires: index === 0 ? [] : [...new Set(picks.map((pick) => pick % index))],
    })),
  );

describe('scheduleOf', () => {
  it("shows Graham's anomalies: more slots, shorter tasks and fewer requirements take longer", () => {
    expect(scheduled(graham(), 3).makespanSeconds).toBe(12);
    expect(scheduled(graham(), 4).makespanSeconds).toBe(15);
    expect(scheduled(graham(1), 3).makespanSeconds).toBe(13);
    expect(scheduled(graham(0, [5, 6]), 3).makespanSeconds).toBe(16);
  });

  it.each([
    [2, 3, 2],
    [3, 5, 3],
    [4, 7, 4],
  ])('takes 2 - 1/m as long as the best on %d slots when the long task comes last', (slots, listed, best) => {
    expect(scheduled(worstCase(slots), slots).makespanSeconds).toBe(listed);
    expect(scheduled(worstCase(slots), slots, 'longest-path').makespanSeconds).toBe(best);
  });

  it('starts the longest way first, wherever in the list it stands', () => {
    const second = scheduled(independent(1, 3, 1, 1), 2, 'longest-path');
    expect(second.makespanSeconds).toBe(3);
    expect([...second.startSeconds]).toEqual([0, 0, 1, 2]);
    expect([...second.slot]).toEqual([1, 0, 1, 1]);
    expect([...scheduled(independent(1, 1, 1, 3), 2, 'longest-path').startSeconds]).toEqual([0, 1, 2, 0]);
  });

  it('goes by the list where nothing else is asked for, so that a long last task begins late', () => {
    expect([...scheduled(independent(1, 3, 1, 1), 2).startSeconds]).toEqual([0, 0, 1, 2]);
    const last = scheduled(independent(1, 1, 1, 3), 2);
    expect([...last.startSeconds]).toEqual([0, 0, 1, 1]);
    expect(last).toMatchObject({
      makespanSeconds: 4,
      totalWorkSeconds: 6,
      longestChainSeconds: 3,
      longestChain: [3],
    });
  });

  it('respects every requirement, keeps a slot to one task at a time and stays within the bounds of Graham', () => {
    fc.assert(
      fc.property(graphs, fc.integer({ min: 1, max: 8 }), fc.boolean(), (tasks, slots, byPath) => {
        const run = scheduled(tasks, slots, byPath ? 'longest-path' : 'list-order');
        const perSlot = new Map<number, { start: number; finish: number }[]>();
        tasks.forEach((task, index) => {
          const start = run.startSeconds[index] ?? Number.NaN;
          const finish = run.finishSeconds[index] ?? Number.NaN;
          expect(finish - start).toBeCloseTo(task.durationSeconds, 9);
          for (const required of task.requires)
            expect(start).toBeGreaterThanOrEqual(run.finishSeconds[required] ?? Number.NaN);
          const slot = run.slot[index] ?? -1;
          expect(slot).toBeLessThan(slots);
          perSlot.set(slot, [...(perSlot.get(slot) ?? []), { start, finish }]);
        });
        for (const spans of perSlot.values()) {
          spans.sort((a, b) => a.start - b.start || a.finish - b.finish);
          spans.slice(1).forEach((span, i) => {
            expect(span.start).toBeGreaterThanOrEqual(spans[i]?.finish ?? Number.NaN);
          });
        }
        const bounds = makespanBounds(run.totalWorkSeconds, run.longestChainSeconds, slots);
        expect(run.makespanSeconds).toBeGreaterThanOrEqual(bounds.leastSeconds - 1e-9);
        expect(run.makespanSeconds).toBeLessThanOrEqual(bounds.mostSeconds + 1e-9);
      }),
    );
  });

  it('takes the longest chain when slots are plentiful', () => {
    fc.assert(
      fc.property(graphs, (tasks) => {
        const run = scheduled(tasks, 1000);
        expect(run.makespanSeconds).toBe(run.longestChainSeconds);
        const chain = run.longestChain.reduce((sum, task) => sum + (tasks[task]?.durationSeconds ?? 0), 0);
        expect(chain).toBe(run.longestChainSeconds);
      }),
    );
  });

  it('is empty for no tasks', () => {
    const run = scheduled([], 3);
    expect(run.makespanSeconds).toBe(0);
    expect(run.longestChain).toEqual([]);
  });

  it('names the tasks that wait for one another', () => {
    const tasks = [
      { durationSeconds: 1, requires: [] },
      { durationSeconds: 1, requires: [0, 3] },
      { durationSeconds: 1, requires: [1] },
      { durationSeconds: 1, requires: [2] },
      { durationSeconds: 1, requires: [3] },
    ];
    const answer = scheduleOf(tasks, 2);
    expect(answer.kind).toBe('cycle');
    if (answer.kind !== 'cycle') return;
    expect([...answer.tasks].sort()).toEqual([1, 2, 3]);
    answer.tasks.forEach((task, i) => {
      expect(tasks[task]?.requires).toContain(answer.tasks[(i + 1) % answer.tasks.length]);
    });
  });

  it('names a task that waits for itself', () => {
    expect(scheduleOf([{ durationSeconds: 1, requires: [0] }], 1)).toEqual({ kind: 'cycle', tasks: [0] });
  });

  it('refuses a requirement that is no task', () => {
    expect(() => scheduleOf([{ durationSeconds: 1, requires: [7] }], 1)).toThrow('requires 7');
  });

  it('schedules 10,000 tasks in layers of 100 exactly as arithmetic says', () => {
    // Each layer of 100 unit tasks requires one task of the layer before: 2 rounds of 50 slots a layer.
    const tasks = Array.from({ length: 10_000 }, (_, index) => ({
      durationSeconds: 1,
      requires: index < 100 ? [] : [Math.floor(index / 100) * 100 - 1],
    }));
    expect(scheduled(tasks, 50).makespanSeconds).toBe(200);
    expect(scheduled(tasks, 100).makespanSeconds).toBe(100);
  });
});
