import { describe, expect, it } from 'vitest';
import { createRandomStream } from '../../../../src/sizing/queueing/random/random-stream.ts';
import { EventHeap } from '../../../../src/sizing/queueing/simulation/event-heap.ts';

describe('EventHeap', () => {
  it('gives timers back by time, whatever is set, moved, cancelled or grown in between', () => {
    const stream = createRandomStream(3, 0);
    const heap = new EventHeap(50);
    const expected = new Map<number, number>();
    for (let step = 0; step < 20_000; step += 1) {
      if (step === 10_000) heap.grow(200);
      const id = stream.nextIndex(step < 10_000 ? 50 : 200);
      const action = stream.nextUniform();
      if (action < 0.5) {
        const time = stream.nextUniform();
        heap.schedule(id, time);
        expected.set(id, time);
      } else if (action < 0.7) {
        heap.cancel(id);
        expected.delete(id);
      } else if (expected.size > 0) {
        const earliest = Math.min(...expected.values());
        expect(heap.firstTime()).toBe(earliest);
        expect(heap.firstId()).toBe([...expected].find(([, time]) => time === earliest)?.[0]);
        expected.delete(heap.pop());
      }
      expect(heap.size).toBe(expected.size);
      expect(heap.isSet(id)).toBe(expected.has(id));
    }
  });

  it('gives eight timers back by time in whatever order they are set, with some moved and one cancelled', () => {
    const times = [5, 3, 8, 1, 7, 2, 6, 4];
    for (let turn = 0; turn < 8; turn += 1) {
      for (const step of [1, 3, 5, 7]) {
        const order = times.map((_, index) => (turn + step * index) % 8);
        const heap = new EventHeap(8);
        for (const id of order) heap.schedule(id, times[id]!);
        // One moves to the front, one to the back, one goes.
        heap.schedule(order[2]!, 0.5);
        heap.schedule(order[4]!, 9);
        heap.cancel(order[6]!);
        const left = order
          .filter((_, index) => ![2, 4, 6].includes(index))
          .sort((a, b) => times[a]! - times[b]!);
        const expected = [order[2]!, ...left, order[4]!];
        expect([heap.size, heap.firstTime()]).toEqual([7, 0.5]);
        expect(expected.map(() => heap.pop())).toEqual(expected);
        expect(heap.size).toBe(0);
      }
    }
  });

  it('is left as it is when what is not set is cancelled, and by room for more', () => {
    const heap = new EventHeap(3);
    heap.schedule(2, 20);
    heap.schedule(0, 10);
    heap.cancel(1);
    expect(heap.size).toBe(2);
    heap.grow(5);
    expect(heap.capacity).toBe(5);
    expect([0, 1, 2, 3, 4].map((id) => heap.isSet(id))).toEqual([true, false, true, false, false]);
    heap.schedule(4, 15);
    heap.schedule(3, 5);
    expect([heap.pop(), heap.pop(), heap.pop(), heap.pop()]).toEqual([3, 0, 4, 2]);
    expect([0, 1, 2, 3, 4].map((id) => heap.isSet(id))).toEqual([false, false, false, false, false]);
  });
});
