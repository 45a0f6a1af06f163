import { splitmix32 } from './splitmix32.ts';

const warmUpRounds = 15;

/**
 * One seeded stream of random numbers: sfc32 (Chris Doty-Humphrey, PractRand), period about 2^127.
 * The state lives in a typed array because captured variables are boxed by the engine and halve the speed.
 */
export class RandomStream {
  private readonly state = new Int32Array(4);

  constructor(a: number, b: number, c: number) {
    this.state.set([a, b, c, 1]);
    for (let round = 0; round < warmUpRounds; round += 1) this.nextUint32();
  }

  /** An integer from 0 to 2^32 - 1, each equally likely. */
  nextUint32(): number {
    const s = this.state;
    const b = s[1]!;
    const c = s[2]!;
    const counter = s[3]!;
    const sum = (s[0]! + b + counter) | 0;
    s[3] = counter + 1;
    s[0] = b ^ (b >>> 9);
    s[1] = c + (c << 3);
    s[2] = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  }

  /** A number strictly between 0 and 1, so that a logarithm or a quantile of it is always finite. */
  nextUniform(): number {
    return (this.nextUint32() + 0.5) * 2.3283064365386963e-10;
  }

  /** An integer from 0 to `count` - 1. The bias of scaling 32 bits is below `count` / 2^32. */
  nextIndex(count: number): number {
    return Math.floor(this.nextUniform() * count);
  }
}

/**
 * A stream of its own for each purpose, so that two configurations compared under one seed see the same
 * arrivals and the same sizes (common random numbers), whatever else they draw.
 */
export function createRandomStream(seed: number, stream: number, replication = 0): RandomStream {
  const a = splitmix32(seed);
  const b = splitmix32(a ^ Math.imul(stream + 1, 0x85ebca6b));
  const c = splitmix32(b ^ Math.imul(replication + 1, 0xc2b2ae35));
  return new RandomStream(a, b, c);
}
