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
});
