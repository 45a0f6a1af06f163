/** First-in first-out queues as chains through one array of links: queue q is head[q] ... tail[q], -1 when empty. */
export function pushLast(
  head: Int32Array,
  tail: Int32Array,
  next: Int32Array,
  queue: number,
  item: number,
): void {
  next[item] = -1;
  const last = tail[queue]!;
  if (last < 0) head[queue] = item;
  else next[last] = item;
  tail[queue] = item;
}

/** The item `skipped` places behind the first, removed; the queue must be that long. */
export function popAt(
  head: Int32Array,
  tail: Int32Array,
  next: Int32Array,
  queue: number,
  skipped: number,
): number {
  let before = -1;
  let item = head[queue]!;
  for (let place = 0; place < skipped; place += 1) {
    before = item;
    item = next[item]!;
  }
  const after = next[item]!;
  if (before < 0) head[queue] = after;
  else next[before] = after;
  if (after < 0) tail[queue] = before;
  return item;
}

/** The first item, removed, or -1 from an empty queue. */
export function popFirst(head: Int32Array, tail: Int32Array, next: Int32Array, queue: number): number {
  const first = head[queue]!;
  if (first < 0) return -1;
  const second = next[first]!;
  head[queue] = second;
  if (second < 0) tail[queue] = -1;
  return first;
}
