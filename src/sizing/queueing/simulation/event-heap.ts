/**
 * The calendar of a simulation: one timer an id, each set, moved or cancelled in O(log n).
 * A binary heap in typed arrays that remembers where each timer stands, so that moving one leaves no stale
 * entry behind. Ids are small integers; times are any number.
 */
export class EventHeap {
  /** Timers set at this moment. */
  size = 0;
  /** Ids run below this. */
  capacity: number;
  private times: Float64Array;
  private ids: Int32Array;
  private positions: Int32Array;

  constructor(capacity: number) {
    this.capacity = capacity;
    this.times = new Float64Array(capacity);
    this.ids = new Int32Array(capacity);
    this.positions = new Int32Array(capacity).fill(-1);
  }

  /** Makes room for ids below `capacity`; timers that are set stay set. */
  grow(capacity: number): void {
    const times = new Float64Array(capacity);
    const ids = new Int32Array(capacity);
    const positions = new Int32Array(capacity).fill(-1);
    times.set(this.times);
    ids.set(this.ids);
    positions.set(this.positions);
    this.capacity = capacity;
    this.times = times;
    this.ids = ids;
    this.positions = positions;
  }

  /** The earliest timer's time; only while `size` is above 0. */
  firstTime(): number {
    return this.times[0]!;
  }

  /** The earliest timer's id; only while `size` is above 0. */
  firstId(): number {
    return this.ids[0]!;
  }

  isSet(id: number): boolean {
    return this.positions[id]! >= 0;
  }

  /** Removes the earliest timer and returns its id; only while `size` is above 0. */
  pop(): number {
    const id = this.ids[0]!;
    this.removeAt(0);
    this.positions[id] = -1;
    return id;
  }

  /** Sets the timer, or moves it if it is set already. */
  schedule(id: number, time: number): void {
    const position = this.positions[id]!;
    if (position < 0) {
      this.siftUp(this.size, id, time);
      this.size += 1;
    } else if (time < this.times[position]!) {
      this.siftUp(position, id, time);
    } else {
      this.siftDown(position, id, time);
    }
  }

  cancel(id: number): void {
    const position = this.positions[id]!;
    if (position < 0) return;
    this.removeAt(position);
    this.positions[id] = -1;
  }

  private removeAt(position: number): void {
    const last = this.size - 1;
    this.size = last;
    if (position === last) return;
    const id = this.ids[last]!;
    const time = this.times[last]!;
    if (position > 0 && time < this.times[(position - 1) >> 1]!) this.siftUp(position, id, time);
    else this.siftDown(position, id, time);
  }

  private siftUp(from: number, id: number, time: number): void {
    const { times, ids, positions } = this;
    let position = from;
    while (position > 0) {
      const parent = (position - 1) >> 1;
      const parentTime = times[parent]!;
      if (parentTime <= time) break;
      const parentId = ids[parent]!;
      times[position] = parentTime;
      ids[position] = parentId;
      positions[parentId] = position;
      position = parent;
    }
    times[position] = time;
    ids[position] = id;
    positions[id] = position;
  }

  private siftDown(from: number, id: number, time: number): void {
    const { times, ids, positions, size } = this;
    let position = from;
    let child = 2 * position + 1;
    while (child < size) {
      if (child + 1 < size && times[child + 1]! < times[child]!) child += 1;
      const childTime = times[child]!;
      if (childTime >= time) break;
      const childId = ids[child]!;
      times[position] = childTime;
      ids[position] = childId;
      positions[childId] = position;
      position = child;
      child = 2 * position + 1;
    }
    times[position] = time;
    ids[position] = id;
    positions[id] = position;
  }
}
