import { describe, expect, it } from 'vitest';
import { orderOf, type Task } from '../../../src/sizing/queueing/task-graph.ts';

const task = (durationSeconds: number, ...requires: readonly number[]): Task => ({
  durationSeconds,
  requires,
});

function ordered(tasks: readonly Task[]) {
  const order = orderOf(tasks);
  if (order.kind !== 'ordered') throw new Error('expected an order');
  return order;
}

describe('orderOf', () => {
  it('knows order, followers, ways to the end and the longest chain of a diamond', () => {
    // 2 s, then 3 and 1 s, then 4 s.
    const graph = ordered([task(2), task(3, 0), task(1, 0), task(4, 1, 2)]);
    expect([...graph.order]).toEqual([0, 1, 2, 3]);
    expect(graph.requiredBy).toEqual([[1, 2], [3], [3], []]);
    expect([...graph.toEndSeconds]).toEqual([9, 7, 5, 4]);
    expect(graph).toMatchObject({ longestChain: [0, 1, 3], longestChainSeconds: 9, totalWorkSeconds: 10 });
  });

  it('knows them of the same diamond written backwards', () => {
    const graph = ordered([task(4, 1, 2), task(3, 3), task(1, 3), task(2)]);
    expect([...graph.order]).toEqual([3, 1, 2, 0]);
    expect([...graph.toEndSeconds]).toEqual([4, 7, 5, 9]);
    expect(graph.longestChain).toEqual([3, 1, 0]);
  });

  it('follows the longer of two ways, whichever is listed first', () => {
    expect(ordered([task(1), task(5, 0), task(2, 0)]).longestChain).toEqual([0, 1]);
    expect(ordered([task(1), task(2, 0), task(5, 0)]).longestChain).toEqual([0, 2]);
    expect(ordered([task(1), task(7), task(5, 0)]).longestChain).toEqual([1]);
  });

  it('counts tasks that take no time into the chain behind them', () => {
    expect(ordered([task(1), task(0, 0), task(0, 1)]).longestChain).toEqual([0, 1, 2]);
  });

  it('is empty without tasks', () => {
    expect(ordered([])).toMatchObject({ longestChain: [], longestChainSeconds: 0, totalWorkSeconds: 0 });
  });

  it.each<readonly [string, readonly Task[], readonly number[]]>([
    ['two of one another', [task(1, 1), task(1, 0)], [0, 1]],
    ['one of itself', [task(1), task(1, 1)], [1]],
    [
      'three, reached from one that is not of them',
      [task(1, 1), task(1, 2), task(1, 3), task(1, 1)],
      [1, 2, 3],
    ],
    ['two behind one that is done', [task(1), task(1, 0, 2), task(1, 1)], [1, 2]],
  ])('names a circle: %s', (_what, tasks, circle) => {
    expect(orderOf(tasks)).toEqual({ kind: 'cycle', tasks: circle });
  });

  it.each([-1, 1, 0.5])('refuses the requirement %d, which is no task', (required) => {
    expect(() => orderOf([task(1, required)])).toThrow(`task 0 requires ${required}, which is no task`);
  });

  it('refuses a duration below nothing', () => {
    expect(() => orderOf([task(-1)])).toThrow('durationSeconds');
  });
});
