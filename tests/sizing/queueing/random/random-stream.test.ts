import { describe, expect, it } from 'vitest';
import { createRandomStream, RandomStream } from '../../../../src/sizing/queueing/random/random-stream.ts';
import { splitmix32 } from '../../../../src/sizing/queueing/random/splitmix32.ts';

/** sfc32 written from its definition with big integers, as an independent oracle. */
function sfc32Oracle(seeds: readonly [bigint, bigint, bigint], skip: number, count: number): number[] {
  const mask = 0xffffffffn;
  let [a, b, c] = seeds;
  let counter = 1n;
  const values: number[] = [];
  for (let index = 0; index < skip + count; index += 1) {
    const sum = (a + b + counter) & mask;
    counter = (counter + 1n) & mask;
    a = b ^ (b >> 9n);
    b = (c + (c << 3n)) & mask;
    c = ((((c << 21n) & mask) | (c >> 11n)) + sum) & mask;
    if (index >= skip) values.push(Number(sum));
  }
  return values;
}

/** splitmix32 written from its definition with big integers: one step of the golden ratio, then the finaliser. */
function splitmix32Oracle(state: bigint): bigint {
  const mask = 0xffffffffn;
  let z = (state + 0x9e3779b9n) & mask;
  z = ((z ^ (z >> 16n)) * 0x21f0aaadn) & mask;
  z = ((z ^ (z >> 15n)) * 0x735a2d97n) & mask;
  return z ^ (z >> 15n);
}

describe('RandomStream', () => {
  it('gives the numbers of the sfc32 definition', () => {
    const stream = new RandomStream(0x12345678, 0x9abcdef0, 0xdeadbeef);
    const drawn = Array.from({ length: 1000 }, () => stream.nextUint32());
    expect(drawn).toEqual(sfc32Oracle([0x12345678n, 0x9abcdef0n, 0xdeadbeefn], 15, 1000));
  });

  it('fills 64 equal cells evenly', () => {
    const stream = createRandomStream(7, 0);
    const cells = new Float64Array(64);
    const draws = 640_000;
    for (let index = 0; index < draws; index += 1) cells[stream.nextIndex(64)]! += 1;
    const expected = draws / 64;
    const chiSquare = cells.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // 63 degrees of freedom: mean 63, standard deviation 11.2; five of them either side.
    expect(chiSquare).toBeGreaterThan(63 - 45);
    expect(chiSquare).toBeLessThan(63 + 56);
  });

  it('has no correlation between successive numbers', () => {
    const stream = createRandomStream(11, 3);
    const draws = 400_000;
    let previous = stream.nextUniform() - 0.5;
    let sum = 0;
    for (let index = 0; index < draws; index += 1) {
      const value = stream.nextUniform() - 0.5;
      sum += value * previous;
      previous = value;
    }
    // The product of two independent centred uniforms has standard deviation 1/12.
    expect(Math.abs(sum / draws)).toBeLessThan(4 / 12 / Math.sqrt(draws));
  });

  it('never gives 0 or 1', () => {
    const stream = createRandomStream(1, 1);
    for (let index = 0; index < 100_000; index += 1) {
      const uniform = stream.nextUniform();
      if (!(uniform > 0 && uniform < 1)) throw new Error(`drew ${uniform}`);
    }
  });
});

describe('createRandomStream', () => {
  const firstFour = (seed: number, stream: number, replication: number) => {
    const numbers = createRandomStream(seed, stream, replication);
    return [0, 1, 2, 3].map(() => numbers.nextUint32());
  };

  it('repeats itself for the same seed, stream and replication', () => {
    expect(firstFour(7, 2, 1)).toEqual(firstFour(7, 2, 1));
  });

  it.each([
    [1, 0, 0],
    [7, 2, 1],
    [2 ** 32 - 1, 7, 30],
  ])(
    'is sfc32 with seed %i, stream %i and replication %i mixed into its three words',
    (seed, stream, replication) => {
      const mask = 0xffffffffn;
      const a = splitmix32Oracle(BigInt(seed));
      const b = splitmix32Oracle(a ^ ((BigInt(stream + 1) * 0x85ebca6bn) & mask));
      const c = splitmix32Oracle(b ^ ((BigInt(replication + 1) * 0xc2b2ae35n) & mask));
      const numbers = createRandomStream(seed, stream, replication);
      expect(Array.from({ length: 100 }, () => numbers.nextUint32())).toEqual(
        sfc32Oracle([a, b, c], 15, 100),
      );
    },
  );

  it('differs when the seed, the stream or the replication differs', () => {
    const all = [firstFour(7, 2, 1), firstFour(8, 2, 1), firstFour(7, 3, 1), firstFour(7, 2, 2)];
    expect(new Set(all.flat()).size).toBe(16);
  });

  it('keeps neighbouring seeds unrelated', () => {
    const draws = 20_000;
    let sum = 0;
    for (let seed = 0; seed < draws; seed += 1) {
      sum +=
        (createRandomStream(seed, 0).nextUniform() - 0.5) *
        (createRandomStream(seed + 1, 0).nextUniform() - 0.5);
    }
    expect(Math.abs(sum / draws)).toBeLessThan(4 / 12 / Math.sqrt(draws));
  });
});

describe('splitmix32', () => {
  it.each([0, 1, 7, 2 ** 31, 2 ** 32 - 1])('gives the number of its definition for %i', (seed) => {
    expect(splitmix32(seed)).toBe(Number(splitmix32Oracle(BigInt(seed))));
  });

  it('changes half of the bits when one bit of the seed changes', () => {
    let flipped = 0;
    let pairs = 0;
    for (let seed = 0; seed < 2000; seed += 1) {
      for (let bit = 0; bit < 32; bit += 1) {
        let difference = splitmix32(seed) ^ splitmix32(seed ^ (1 << bit));
        while (difference !== 0) {
          flipped += 1;
          difference &= difference - 1;
        }
        pairs += 1;
      }
    }
    expect(flipped / pairs).toBeGreaterThan(15.9);
    expect(flipped / pairs).toBeLessThan(16.1);
  });
});
