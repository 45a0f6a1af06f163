import { describe, expect, it } from 'vitest';
import { createIndexHeap } from '../../../src/sizing/queueing/index-heap.ts';

/** Everything in the heap, in the order in which it comes out. */
function drained(heap: ReturnType<typeof createIndexHeap>): readonly (number | undefined)[] {
  const out: (number | undefined)[] = [];
  while (heap.size() > 0) {
    const first = heap.peek();
    const popped = heap.pop();
    expect(popped).toBe(first);
    out.push(popped);
  }
  return out;
}

describe('createIndexHeap', () => {
  it('gives indices by their keys, whatever the order they came in', () => {
    const keys = Float64Array.from({ length: 60 }, (_, index) => (index * 37) % 61);
    const byKey = Array.from(keys.keys()).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
    const orders = [byKey, byKey.toReversed(), Array.from(keys.keys())];
    for (const order of orders) {
      const heap = createIndexHeap(keys);
      for (const index of order) heap.push(index);
      expect(heap.size()).toBe(60);
      expect(drained(heap)).toEqual(byKey);
    }
  });

  it('gives equal keys by index', () => {
    const heap = createIndexHeap(new Float64Array(20));
    for (const index of [7, 3, 19, 0, 12, 4, 16, 1]) heap.push(index);
    expect(drained(heap)).toEqual([0, 1, 3, 4, 7, 12, 16, 19]);
  });

  it('stays in order while indices come and go', () => {
    const keys = Float64Array.from({ length: 200 }, (_, index) => ((index * 53) % 97) - 40);
    const heap = createIndexHeap(keys);
    const inside: number[] = [];
    const smallest = () => inside.toSorted((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b)[0];
    for (let step = 0; step < 200; step += 1) {
      heap.push(step);
      inside.push(step);
      if (step % 3 === 2) {
        const expected = smallest();
        expect(heap.pop()).toBe(expected);
        inside.splice(inside.indexOf(expected ?? -1), 1);
      }
      expect(heap.peek()).toBe(smallest());
      expect(heap.size()).toBe(inside.length);
    }
  });

  it('has nothing when it is empty', () => {
    const heap = createIndexHeap(new Float64Array(3));
    expect([heap.size(), heap.peek(), heap.pop()]).toEqual([0, undefined, undefined]);
    heap.push(2);
    expect([heap.pop(), heap.size(), heap.peek(), heap.pop()]).toEqual([2, 0, undefined, undefined]);
  });
});
