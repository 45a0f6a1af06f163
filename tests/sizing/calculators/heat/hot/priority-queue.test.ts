import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priorityQueue } from '../../../../../src/sizing/calculators/heat/hot/priority-queue.ts';

describe('priorityQueue', () => {
  it('gives out by rank, and those of equal rank as they came', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 6 }), { maxLength: 40 }), (ranks) => {
        const queue = priorityQueue<number>();
        ranks.forEach((rank, turn) => {
          queue.put(rank, turn);
        });
        expect(queue.size()).toBe(ranks.length);
        const taken = ranks.map(() => queue.take());
        // Array.prototype.sort is stable, so it keeps the turn.
        expect(taken).toEqual(ranks.map((_, turn) => turn).sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0)));
        expect(queue.size()).toBe(0);
        expect(queue.take()).toBeUndefined();
      }),
    );
  });

  it('keeps the order where putting and taking alternate', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat({ max: 6 })), { maxLength: 60 }), (steps) => {
        const queue = priorityQueue<string>();
        const held: { readonly rank: number; readonly name: string }[] = [];
        steps.forEach((rank, turn) => {
          if (rank === null) {
            const least = Math.min(...held.map((entry) => entry.rank));
            const at = held.findIndex((entry) => entry.rank === least);
            expect(queue.take()).toBe(held[at]?.name);
            held.splice(Math.max(0, at), 1);
          } else {
            queue.put(rank, String(turn));
            held.push({ rank, name: String(turn) });
          }
          expect(queue.size()).toBe(held.length);
        });
      }),
    );
  });
});
