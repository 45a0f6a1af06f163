/**
 * Requests as rows of typed arrays. A row is taken at arrival and put back at the end, so that memory follows the
 * number of requests inside at once, not the length of the run.
 */
export class RequestTable {
  capacity: number;
  arrivalMs: Float64Array;
  startMs: Float64Array;
  /** CPU and I/O still to be drawn or spent, as the length of one piece of each. */
  pieceMs: Float64Array;
  pauseMs: Float64Array;
  /** CPU left of the present piece. */
  leftMs: Float64Array;
  pausesLeft: Int32Array;
  /** The process it is in, or -1 while it waits in a VM's listen queue. */
  process: Int32Array;
  vm: Int32Array;
  /** Link of whichever queue it stands in. */
  next: Int32Array;
  /** Row of the trace it came from. */
  source: Int32Array;
  /** Requests sent so far on its connection. */
  connectionUses: Int32Array;
  isInside: Uint8Array;
  isCounted: Uint8Array;
  private firstFree = -1;
  private readonly reserved: number;

  constructor(reserved: number, rows: number) {
    this.reserved = reserved;
    this.capacity = reserved + rows;
    const integers = () => new Int32Array(this.capacity);
    const numbers = () => new Float64Array(this.capacity);
    this.arrivalMs = numbers();
    this.startMs = numbers();
    this.pieceMs = numbers();
    this.pauseMs = numbers();
    this.leftMs = numbers();
    this.pausesLeft = integers();
    this.process = integers().fill(-1);
    this.vm = integers();
    this.next = integers();
    this.source = integers();
    this.connectionUses = integers();
    this.isInside = new Uint8Array(this.capacity);
    this.isCounted = new Uint8Array(this.capacity);
    this.linkFree(reserved);
  }

  take(): number {
    if (this.firstFree < 0) this.grow();
    const row = this.firstFree;
    this.firstFree = this.next[row]!;
    return row;
  }

  putBack(row: number): void {
    if (row < this.reserved) return;
    this.next[row] = this.firstFree;
    this.firstFree = row;
  }

  private linkFree(from: number): void {
    for (let row = this.capacity - 1; row >= from; row -= 1) {
      this.next[row] = this.firstFree;
      this.firstFree = row;
    }
  }

  private grow(): void {
    const from = this.capacity;
    this.capacity = 2 * from;
    const numbers = (old: Float64Array) => {
      const grown = new Float64Array(this.capacity);
      grown.set(old);
      return grown;
    };
    const integers = (old: Int32Array) => {
      const grown = new Int32Array(this.capacity);
      grown.set(old);
      return grown;
    };
    const flags = (old: Uint8Array) => {
      const grown = new Uint8Array(this.capacity);
      grown.set(old);
      return grown;
    };
    this.arrivalMs = numbers(this.arrivalMs);
    this.startMs = numbers(this.startMs);
    this.pieceMs = numbers(this.pieceMs);
    this.pauseMs = numbers(this.pauseMs);
    this.leftMs = numbers(this.leftMs);
    this.pausesLeft = integers(this.pausesLeft);
    this.process = integers(this.process);
    this.vm = integers(this.vm);
    this.next = integers(this.next);
    this.source = integers(this.source);
    this.connectionUses = integers(this.connectionUses);
    this.isInside = flags(this.isInside);
    this.isCounted = flags(this.isCounted);
    this.linkFree(from);
  }
}
