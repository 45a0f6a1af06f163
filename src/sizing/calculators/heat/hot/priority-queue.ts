import { present } from './present.ts';

/** Smallest rank first; of equal ranks the one put in first. */
interface PriorityQueue<T> {
  readonly put: (rank: number, item: T) => void;
  readonly take: () => T | undefined;
  readonly size: () => number;
}

interface Ranked<T> {
  readonly rank: number;
  readonly turn: number;
  readonly item: T;
}

export function priorityQueue<T>(): PriorityQueue<T> {
  const heap: Ranked<T>[] = [];
  let turn = 0;
  const isBefore = (a: Ranked<T>, b: Ranked<T>): boolean =>
    a.rank < b.rank || (a.rank === b.rank && a.turn < b.turn);
  return {
    size: () => heap.length,
    put: (rank, item) => {
      const added: Ranked<T> = { rank, turn, item };
      turn += 1;
      let at = heap.length;
      heap.push(added);
      while (at > 0) {
        const above = (at - 1) >> 1;
        const parent = present(heap[above]);
        if (!isBefore(added, parent)) {
          break;
        }
        heap[at] = parent;
        at = above;
      }
      heap[at] = added;
    },
    take: () => {
      const last = heap.pop();
      const first = heap[0];
      if (last === undefined || first === undefined) {
        return last?.item;
      }
      let at = 0;
      for (;;) {
        const left = heap[2 * at + 1];
        const right = heap[2 * at + 2];
        if (left === undefined) {
          break;
        }
        const isRight = right !== undefined && isBefore(right, left);
        const child = isRight ? right : left;
        if (!isBefore(child, last)) {
          break;
        }
        heap[at] = child;
        at = 2 * at + (isRight ? 2 : 1);
      }
      heap[at] = last;
      return first.item;
    },
  };
}
