/** 53-bit uniforms of the Mersenne Twister MT19937, of which Python and Ruby make the same from the same state. */
class MersenneTwister {
  private readonly words = new Uint32Array(624);
  private next = 624;

  /** `init_genrand`, as Ruby seeds with one word. */
  constructor(seed: number) {
    this.words[0] = seed;
    for (let i = 1; i < 624; i += 1) this.words[i] = Math.imul(1_812_433_253, this.mixed(i)) + i;
  }

  /** `init_by_array` with one word, as Python seeds. */
  static ofPython(seed: number): MersenneTwister {
    const twister = new MersenneTwister(19_650_218);
    const { words } = twister;
    let i = 1;
    const wrap = () => {
      i += 1;
      if (i < 624) return;
      words[0] = words[623]!;
      i = 1;
    };
    for (let k = 0; k < 624; k += 1, wrap())
      words[i] = (words[i]! ^ Math.imul(twister.mixed(i), 1_664_525)) + seed;
    for (let k = 0; k < 623; k += 1, wrap())
      words[i] = (words[i]! ^ Math.imul(twister.mixed(i), 1_566_083_941)) - i;
    words[0] = 0x8000_0000;
    return twister;
  }

  uniform(): number {
    const high = this.word() >>> 5;
    return (high * 67_108_864 + (this.word() >>> 6)) / 9_007_199_254_740_992;
  }

  exponential(): number {
    return -Math.log(1 - this.uniform());
  }

  private mixed(i: number): number {
    const before = this.words[i - 1]!;
    return before ^ (before >>> 30);
  }

  private word(): number {
    if (this.next === 624) this.twist();
    let y = this.words[this.next]!;
    this.next += 1;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c_5680;
    y ^= (y << 15) & 0xefc6_0000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  private twist(): void {
    const { words } = this;
    for (let i = 0; i < 624; i += 1) {
      const y = (words[i]! & 0x8000_0000) | (words[(i + 1) % 624]! & 0x7fff_ffff);
      words[i] = words[(i + 397) % 624]! ^ (y >>> 1) ^ ((y & 1) * 0x9908_b0df);
    }
    this.next = 0;
  }
}

export interface RegeneratedRun {
  readonly arrivalsMs: readonly number[];
  readonly cpuMs: readonly number[];
  readonly ioMs: readonly number[];
}

type Row = Readonly<Record<string, string>>;

/** Seeds of the measured runs: by mix (5+45, 10+40, 2+98, 20+20: hundreds) and load, and those of side series. */
const runSeeds = [0, 100, 200, 300]
  .flatMap((mix) => [1, 2, 3, 4].map((load) => mix + load))
  .concat([7, 21, 31]);

function arrivalsOf(seed: number, perSecond: number, durationMs: number): readonly number[] {
  const clock = MersenneTwister.ofPython(seed);
  const arrivals: number[] = [];
  for (let atMs = 0; ; ) {
    atMs += (1000 * clock.exponential()) / perSecond;
    if (atMs >= durationMs) return arrivals;
    arrivals.push(atMs);
  }
}

/** CPU and I/O of request `index` as multiples of their means. */
function sizeOf(seed: number, index: number): readonly [number, number] {
  const draws = new MersenneTwister((seed + index * 1_000_003) % 2 ** 32);
  return [draws.exponential(), draws.exponential()];
}

const isNear = (value: number, drawn: number) => Math.abs(value / drawn - 1) < 0.004;
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/**
 * The requests of an open run of which only the statistics are at hand. Arrivals came from Python's generator, the
 * sizes of each request from Ruby's: with the right seed the traces' come out to the last digit, and a row's number of
 * requests and drawn means tell its seed. Undefined where none fits.
 */
export function regenerateRun(row: Row): RegeneratedRun | undefined {
  const number = (column: string) => Number(row[column]);
  for (const seed of runSeeds) {
    const arrivalsMs = arrivalsOf(seed, number('rate_offered'), 1000 * number('duration_s'));
    const warm = arrivalsMs.findIndex((ms) => ms >= 1000 * number('warmup_s'));
    // The rate is rounded to four digits, which may move a request across either end.
    if (Math.abs(arrivalsMs.length - warm - number('n')) > 1) continue;
    const sizes = arrivalsMs.map((_, index) =>
      row.dist === 'exp' ? sizeOf(seed, index) : ([1, 1] as const),
    );
    const cpuMs = sizes.map(([cpu]) => cpu * number('cpu_ms'));
    const ioMs = sizes.map(([, io]) => io * number('io_ms'));
    const counted = arrivalsMs.length - warm;
    const fits =
      isNear(sumOf(cpuMs.slice(warm)) / counted, number('cpu_drawn_ms')) &&
      isNear(sumOf(ioMs.slice(warm)) / counted, number('io_drawn_ms'));
    if (fits) return { arrivalsMs, cpuMs, ioMs };
  }
  return undefined;
}
