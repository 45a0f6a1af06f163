/** Smallest-first queue of whole numbers below a capacity, ordered by a key each, then by themselves. */
export interface IndexHeap {
  readonly size: () => number;
  readonly push: (index: number) => void;
  /** Index of the smallest key, or undefined if the heap is empty. */
  readonly peek: () => number | undefined;
  readonly pop: () => number | undefined;
}

/**
 * An empty heap over `keys`; a key must not change while its index is inside. Push and pop take O(log n).
 *
 * Source: binary heap in a typed array.
 */
export function createIndexHeap(keys: Float64Array): IndexHeap {
  const heap = new Int32Array(keys.length);
  let size = 0;
  const isBefore = (a: number, b: number): boolean => {
    const difference = (keys[a] ?? 0) - (keys[b] ?? 0);
    return difference < 0 || (difference === 0 && a < b);
  };
  const push = (index: number): void => {
    let hole = size;
    size += 1;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const above = heap[parent] ?? 0;
      if (!isBefore(index, above)) break;
      heap[hole] = above;
      hole = parent;
    }
    heap[hole] = index;
  };
  const pop = (): number | undefined => {
    if (size === 0) return undefined;
    const smallest = heap[0];
    size -= 1;
    const moved = heap[size] ?? 0;
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= size) break;
      if (child + 1 < size && isBefore(heap[child + 1] ?? 0, heap[child] ?? 0)) child += 1;
      if (!isBefore(heap[child] ?? 0, moved)) break;
      heap[hole] = heap[child] ?? 0;
      hole = child;
    }
    heap[hole] = moved;
    return smallest;
  };
  return { size: () => size, push, peek: () => (size > 0 ? heap[0] : undefined), pop };
}
