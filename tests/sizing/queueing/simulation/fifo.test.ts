import { describe, expect, it } from 'vitest';
import { popAt, popFirst, pushLast } from '../../../../src/sizing/queueing/simulation/fifo.ts';

/** Two queues over eight items; the first holds the given ones in that order, the second holds 7. */
function queueOf(items: readonly number[]) {
  const head = new Int32Array(2).fill(-1);
  const tail = new Int32Array(2).fill(-1);
  const next = new Int32Array(8);
  pushLast(head, tail, next, 1, 7);
  for (const item of items) pushLast(head, tail, next, 0, item);
  const drain = (queue: number) => {
    const drained: number[] = [];
    for (let item = popFirst(head, tail, next, queue); item >= 0; item = popFirst(head, tail, next, queue)) {
      drained.push(item);
    }
    return drained;
  };
  return {
    take: (skipped: number) => popAt(head, tail, next, 0, skipped),
    push: (item: number) => pushLast(head, tail, next, 0, item),
    drain: () => drain(0),
    drainOther: () => drain(1),
  };
}

describe('popFirst', () => {
  it('gives the items in the order they came, then -1', () => {
    expect(queueOf([4, 2, 5]).drain()).toEqual([4, 2, 5]);
    expect(queueOf([]).drain()).toEqual([]);
  });
});

describe('popAt', () => {
  it.each([
    [0, 4, [2, 5, 6, 3]],
    [1, 2, [4, 5, 6, 3]],
    [2, 5, [4, 2, 6, 3]],
    [3, 6, [4, 2, 5, 3]],
  ])(
    'takes the item %i places behind the first out; the others and a new one keep their order',
    (skipped, taken, left) => {
      const queue = queueOf([4, 2, 5, 6]);
      expect(queue.take(skipped)).toBe(taken);
      queue.push(3);
      expect(queue.drain()).toEqual(left);
      expect(queue.drainOther()).toEqual([7]);
    },
  );

  it('leaves an empty queue behind the only item', () => {
    const queue = queueOf([4]);
    expect(queue.take(0)).toBe(4);
    queue.push(3);
    expect(queue.drain()).toEqual([3]);
  });
});
