import { describe, expect, it } from 'vitest';
import type { Mark, XyChart } from '../../../../src/sizing/core/figure.ts';
import type { Inputs } from '../../../../src/sizing/core/plan.ts';
import { planWith, resultOf, table } from './plans.ts';

function chartOf(shared: Inputs = {}, ...options: readonly Inputs[]) {
  const [chart] = resultOf(planWith(shared, ...(options.length > 0 ? options : [table]))).charts;
  if (chart?.kind !== 'panels') throw new Error('These are panels.');
  const [time, connections] = chart.panels;
  if (!time || !connections) throw new Error('There are two panels.');
  return { chart, time, connections };
}

function bandAt({ series: [line] }: XyChart, x: number) {
  return line?.shape === 'band' ? line.data.find((point) => point.x === x) : undefined;
}

function lineAt({ series: [line] }: XyChart, x: number): number | undefined {
  return line?.shape === 'line' ? line.data.find((point) => point.x === x)?.y : undefined;
}

const xsOf = ({ series: [line] }: XyChart) => line?.data.map(({ x }) => x) ?? [];
const labels = (marks: readonly Mark[]) => marks.map(({ label }) => label);

describe('twoLimitsChart, time', () => {
  it('spans the time of every worker count by the guide', () => {
    const { time } = chartOf();
    // 6,000 s over 3 w, at least the chain of 120 s; at most that and 120 × (1 − 1 ÷ 3 w).
    expect(bandAt(time, 8)?.low).toBeCloseTo(250, 9);
    expect(bandAt(time, 8)?.high).toBeCloseTo(250 + 115, 9);
    expect(bandAt(time, 64)?.low).toBe(120);
    expect(bandAt(time, 64)?.high).toBeCloseTo(6000 / 192 + (120 * 191) / 192, 9);
  });

  it('spans it by the source code where that is how the plan reckons', () => {
    // 294 leaves, 6,000 s over 3 × 8 × 64 places, the chain, handovers and CPU: see the table of the Size view.
    const { time } = chartOf({ reckonBy: 'upstream' });
    expect(bandAt(time, 8)?.low).toBe(120);
    expect(bandAt(time, 8)?.high).toBeCloseTo(294 + 6000 / 1536 + (120 * 1535) / 1536 + 0.5 + 12 / 24, 9);
  });

  it('draws every count up to 31 and then steps of a sixteenth, with both ends', () => {
    const xs = xsOf(chartOf().time);
    expect(xs.slice(0, 30)).toEqual(Array.from({ length: 30 }, (_, at) => at + 2));
    expect(xs.filter((x) => x > 31)).toEqual([32, 34, 36, 38, 40, 42, 44, 46, 48, 51, 54, 57, 60, 63, 64]);
  });

  it('marks table, knee and text with what they rest on', () => {
    expect(chartOf().time.marks).toEqual([
      { axis: 'x', at: 8, label: 'Guide table: 8', detail: '16 vCPU row', tone: 'guide' },
      { axis: 'x', at: 17, label: '17: chain-bound', detail: '2:00, no less', tone: 'note', isDashed: true },
      { axis: 'x', at: 32, to: 64, label: 'Guide text: 32–64', detail: '2–4 per core', tone: 'guide' },
    ]);
    expect(chartOf({ vcpuPerController: 2 }).time.marks[0]).toMatchObject({
      at: 1,
      detail: '1 per 2 vCPU, our reading',
    });
  });

  it('marks no knee beyond the axis, and one at its end', () => {
    // ⌈resources ÷ (chain × controllers)⌉ workers; the axis ends at 64.
    const knee = (resources: number) =>
      labels(chartOf({ resources, longestChain: 1, controllers: 1 }).time.marks).includes(
        `${resources}: chain-bound`,
      );
    expect(knee(64)).toBe(true);
    expect(knee(65)).toBe(false);
  });

  it('draws the target across the time only', () => {
    const { connections, time } = chartOf({ targetMinutes: 4.5 });
    expect(time.marks.at(-1)).toEqual({ axis: 'y', at: 270, label: 'Target 4:30', tone: 'load' });
    expect(labels(connections.marks)).not.toContain('Target 4:30');
    expect(chartOf().time.marks.every(({ axis }) => axis === 'x')).toBe(true);
  });

  it('stands each option at the middle of its own time', () => {
    const { time } = chartOf({}, table, { ...table, engineWorkers: 4 });
    expect(time.places.map(({ letter, text, x }) => [letter, x, text])).toEqual([
      ['A', 8, '4 to 6 min'],
      ['B', 4, '8 to 10 min'],
    ]);
    expect(time.places[0]?.y).toBeCloseTo((250 + 365) / 2, 9);
    // 500 and 500 + 110.
    expect(time.places[1]?.y).toBeCloseTo(555, 9);
  });

  it('has an axis in whole steps of minutes that covers band and options', () => {
    // With 2 workers 1,000 + 120 × 5/6 = 1,100 s, 18.3 min.
    expect(chartOf().time.y).toMatchObject({
      scale: 'linear',
      min: 0,
      max: 1200,
      ticks: [0, 300, 600, 900, 1200],
      format: 'minutes',
    });
    // With 1 worker 2,000 + 80 s; a legacy option of 300 × 20 s stands at 100 min.
    const legacy = chartOf({}, table, { ...table, convergence: false });
    expect(legacy.time.y.max).toBeGreaterThanOrEqual(6000);
  });
});

describe('twoLimitsChart, workers', () => {
  it.each([
    // From 2, or less where an option or the table has less, to 64 or the text’s 4 per core.
    [{}, [table], 2, 64],
    [{}, [{ ...table, engineWorkers: 1 }], 1, 64],
    [{ vcpuPerController: 2 }, [table], 1, 64],
    [{ vcpuPerController: 17 }, [table], 2, 128],
    [{}, [table, { ...table, engineWorkers: 65 }], 2, 128],
    [{}, [table, { ...table, engineWorkers: 256 }], 2, 256],
  ])('has an axis for %j and %j from %i to %i', (shared, options, min, max) => {
    const { x } = chartOf(shared, ...options).time;
    expect(x).toMatchObject({ scale: 'log2', min, max, format: 'number' });
    expect(x.ticks?.[0]).toBe(min);
    expect(x.ticks?.at(-1)).toBe(max);
  });
});

describe('twoLimitsChart, connections', () => {
  it('has pool = 2 × workers and no overflow, whatever the option sets', () => {
    const { connections } = chartOf({}, { ...table, poolSize: 100, overflow: 50 });
    expect(lineAt(connections, 8)).toBe(3 * (8 + 4) * 16);
    expect(lineAt(connections, 64)).toBe(3 * (64 + 4) * 128);
    expect(lineAt(chartOf({ reckonBy: 'upstream' }).connections, 8)).toBe(3 * 8 * (16 + 64));
  });

  it('stands options at what they may open', () => {
    expect(chartOf({}, table, { ...table, overflow: 20 }).connections.places).toEqual([
      { letter: 'A', x: 8, y: 576, text: '576' },
      // 36 × 36.
      { letter: 'B', x: 8, y: 1296, text: '1,296' },
    ]);
  });

  it('draws the limit from 1 connection on', () => {
    const limit = (maxConnections: number | null) =>
      chartOf({
        maxConnections,
        otherConnections: maxConnections === null ? 0 : 400,
      }).connections.marks.filter(({ axis }) => axis === 'y');
    expect(limit(1000)).toEqual([{ axis: 'y', at: 600, label: 'Limit 600', tone: 'limit' }]);
    expect(limit(401)).toEqual([{ axis: 'y', at: 1, label: 'Limit 1', tone: 'limit' }]);
    expect(limit(400)).toEqual([]);
    expect(limit(null)).toEqual([]);
  });

  it('has an axis of powers of ten around all it draws', () => {
    // From 3 × 6 × 4 = 72 with 2 workers to 3 × 68 × 128 = 26,112 with 64.
    expect(chartOf().connections.y).toMatchObject({
      scale: 'log10',
      min: 10,
      max: 100_000,
      ticks: [10, 100, 1000, 10_000, 100_000],
      format: 'number',
    });
    // An option of a single connection a process: 3 × 5 × 1.
    const small = chartOf({ controllers: 1 }, { engineWorkers: 1, apiWorkers: 1, poolSize: 1, overflow: 0 });
    expect(small.connections.y.min).toBe(1);
  });
});

describe('twoLimitsChart, what it says', () => {
  const end = (shared: Inputs, own: Inputs = {}) => chartOf(shared, { ...table, ...own }).chart.subtitle;

  it.each([
    [{}, {}, 'Its table says 8 for 16 vCPU, its text says 2 to 4 per core.'],
    [
      { vcpuPerController: 2 },
      {},
      'Its table starts at 4 vCPU; half a worker per vCPU gives 1 for 2, its text',
    ],
    [{}, {}, 'Without max_connections nothing is known of your database, and '],
    // 3 × (1 + 4) × 2 = 30.
    [{ maxConnections: 29 }, {}, 'Your database does not carry even 1 at that pool, and '],
    [{ maxConnections: 30 }, {}, 'Your database stops you at 1, and '],
    // 1 × (256 + 4) × 512 = 133,120.
    [{ controllers: 1, maxConnections: 200_000 }, { apiWorkers: 4 }, 'Your database does not stop you, and '],
    [{}, {}, 'past 17 the longest chain sets the time.'],
    [{ reckonBy: 'upstream' }, {}, 'by the source code more workers hardly shorten the wait.'],
    [{}, { convergence: false }, 'with convergence off no worker shares a stack with another.'],
    [
      { controllers: 1, resources: 257, longestChain: 1 },
      {},
      'it is the work, not the longest chain, that sets the time.',
    ],
    [{ controllers: 1, resources: 256, longestChain: 1 }, {}, 'past 256 the longest chain sets the time.'],
  ])('with %j and %j: %s', (shared, own, text) => {
    expect(end(shared, own)).toContain(text);
  });

  it('speaks of stacks where there are several', () => {
    expect(chartOf().time.title).toBe('Minutes to create the stack');
    expect(chartOf({ stacksAtOnce: 2 }).time.title).toBe('Minutes to create the stacks');
    expect(chartOf().time.subtitle).toContain('option A');
  });
});
