import { describe, expect, it } from 'vitest';
import { heat } from '../../../../src/sizing/calculators/heat/index.ts';
import type { Plan } from '../../../../src/sizing/core/plan.ts';
import { planOf } from '../../../../src/sizing/core/preset.ts';
import { firstVisit, planWith, resultOf } from './plans.ts';

const { plan, selected } = firstVisit();

describe('gauge', () => {
  it('holds four hulls against a limit of 600, each as tall as its ceiling', () => {
    const { gauge } = resultOf(plan, selected);
    expect(gauge.mode).toBe('limit');
    expect(gauge.line?.value).toBe(600);
    expect(gauge.line?.explain.worked).toBe('1,000 − 400 = 600');
    expect(gauge.hulls.map((hull) => [hull.letter, hull.lines[0]?.value])).toEqual([
      ['A', 720],
      ['B', 1080],
      ['C', 576],
      ['D', 9072],
    ]);
    expect(gauge.hulls[2]?.spoken).toBe('Option C, Table + pool. Heat may open 576 connections, 24 spare.');
  });
});

describe('charts', () => {
  const chart = resultOf(plan, selected).charts[0];
  const panels = chart?.kind === 'panels' ? chart.panels : [];

  it('marks the table at 8, the knee at 17 and the text from 32 to 64', () => {
    expect(panels[0]?.marks.map(({ at, to, label }) => [at, to, label])).toEqual([
      [8, undefined, 'Guide table: 8'],
      [17, undefined, '17: chain-bound'],
      [32, 64, 'Guide text: 32–64'],
    ]);
  });

  it('marks no knee where no work is shared out: by the source code, and with convergence off', () => {
    const labels = (from: Plan) => {
      const [first] = resultOf(from).charts;
      const marks = first?.kind === 'panels' ? (first.panels[0]?.marks ?? []) : [];
      return marks.map(({ label }) => label);
    };
    const table = ['Guide table: 8', 'Guide text: 32–64'];
    expect(labels(planWith({ reckonBy: 'upstream' }))).toEqual(table);
    expect(labels(planWith({}, { convergence: false }))).toEqual(table);
    expect(labels(planWith({}))).toContain('17: chain-bound');
  });

  it('draws connections at pool = 2 × workers: 576 at 8, over the limit at 9', () => {
    const line = panels[1]?.series[0];
    const at = (x: number) =>
      line?.shape === 'line' ? line.data.find((point) => point.x === x)?.y : undefined;
    expect(at(8)).toBe(576);
    expect(at(9)).toBe(3 * 13 * 18);
    expect(panels[1]?.marks.find(({ tone }) => tone === 'limit')?.at).toBe(600);
  });

  it('keeps every option and every mark of the workers inside the axis', () => {
    for (const panel of panels) {
      for (const { x, y } of panel.places) {
        expect(x).toBeGreaterThanOrEqual(panel.x.min);
        expect(x).toBeLessThanOrEqual(panel.x.max);
        expect(y).toBeGreaterThanOrEqual(panel.y.min);
        expect(y).toBeLessThanOrEqual(panel.y.max);
      }
    }
  });

  it('draws no limit on a logarithmic axis when nothing is free', () => {
    const full = resultOf(planWith({ maxConnections: 400, otherConnections: 400 })).charts[0];
    const marks = full?.kind === 'panels' ? full.panels.flatMap((panel) => panel.marks) : [];
    expect(marks.length).toBeGreaterThan(0);
    expect(marks.filter(({ tone }) => tone === 'limit')).toEqual([]);
  });

  it('steps through the guide’s table and keeps its other sentence as a band of its own', () => {
    const steps = resultOf(plan, selected).charts[1];
    if (steps?.kind !== 'xy') throw new Error('The worker table is one plot.');
    const engine = steps.series.find(({ id }) => id === 'engine');
    const data = engine?.shape === 'step' ? engine.data : [];
    expect(data.filter(({ x }) => [4, 8, 16, 32, 64].includes(x)).map(({ y }) => y)).toEqual([
      2, 4, 8, 16, 16,
    ]);
    const band = steps.series.find(({ id }) => id === 'text');
    expect(band?.shape === 'band' ? band.data.find(({ x }) => x === 16) : undefined).toEqual({
      x: 16,
      low: 32,
      high: 64,
    });
  });
});

describe('comparison table', () => {
  it('names what is created: one stack, or how many', () => {
    const title = (stacksAtOnce: number) =>
      resultOf(planWith({ resources: 300, stacksAtOnce })).table.sections[0]?.title;
    expect(title(1)).toBe('Stack of 300');
    expect(title(2)).toBe('2 stacks of 300');
  });
});

describe('reference tables', () => {
  const tables = resultOf(plan, selected).referenceTables;
  const textsOf = (id: string) =>
    tables.find((table) => table.id === id)?.rows.map((row) => row.cells.map((cell) => cell.text)) ?? [];

  it('shows the guide’s worker table and marks the row of the user’s controllers', () => {
    expect(textsOf('worker-sizing').map((row) => row.slice(0, 3))).toEqual([
      ['4 vCPUs', '2', '2'],
      ['8 vCPUs', '4', '4'],
      ['16 vCPUs', '8', '4'],
      ['32+ vCPUs', '16', '8'],
    ]);
    const rows = tables.find(({ id }) => id === 'worker-sizing')?.rows;
    expect(rows?.map(({ isMarked }) => isMarked === true)).toEqual([false, false, true, false]);
  });

  it('shows the guide’s seven settings with its defaults and upstream’s', () => {
    expect(textsOf('performance-tuning').map(([key, value, , upstream]) => [key, value, upstream])).toEqual([
      ['heat_engine_workers', '4', 'CPUs, at least 4'],
      ['heat_api_workers', '4', 'one per core'],
      ['heat_db_max_pool_size', '10', '5'],
      ['heat_db_max_overflow', '20', '50, raised to 64'],
      ['heat_rpc_response_timeout', '120', '60'],
      ['heat_max_stacks_per_tenant', '100', '512'],
      ['heat_max_resources_per_stack', '1,000', '1,000'],
    ]);
  });

  it('marks the convergence mode that the selected option uses', () => {
    const marked = (convergence: boolean) => {
      const found = resultOf(planWith({}, { convergence })).referenceTables.find(
        ({ id }) => id === 'convergence-modes',
      );
      return found?.rows.filter(({ isMarked }) => isMarked).map(({ cells }) => cells[0]?.text);
    };
    expect(marked(true)).toEqual(['Convergence (default)']);
    expect(marked(false)).toEqual(['Non-convergence']);
  });

  it('rests the settings on the guide’s defaults, the raised overflow and upstream’s defaults', () => {
    const found = resultOf(plan, selected).referenceTables.find(({ id }) => id === 'performance-tuning');
    expect(found?.rules).toEqual(['HT-7', 'R-5', 'R-10']);
    expect(found?.rows[0]?.cells[0]?.text).toBe('heat_engine_workers');
  });

  it('shows 100 stacks a project as upstream’s default up to 12.0.0', () => {
    const old = resultOf(planWith({ release: '12' })).referenceTables.find(
      ({ id }) => id === 'performance-tuning',
    );
    expect(old?.rows[5]?.cells[3]?.text).toBe('100');
  });

  it('marks what an option sets otherwise than the guide', () => {
    const rows = tables.find(({ id }) => id === 'performance-tuning')?.rows ?? [];
    // Option C, the third of four behind four columns: 8 workers, pool 16, overflow 0.
    expect(rows.map((row) => row.cells[6]?.differs === true)).toEqual([
      true,
      false,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('expects every service up and, upstream, one row an engine process', () => {
    expect(textsOf('service-list')).toEqual([
      ['ctrl-01', 'heat-eng', '0', 'up', '2026-03-18T10:00Z', 'heat-engine, 24 rows in all'],
      ['ctrl-01', 'heat-api', '8004', 'up', '2026-03-18T10:00Z', 'no rows'],
    ]);
  });
});

describe('presets', () => {
  it.each([
    ['table-4', 2, 2, 10],
    ['table-8', 4, 4, 10],
    ['table-16', 8, 4, 16],
    ['table-32', 16, 8, 32],
    ['defaults', 4, 4, 10],
    ['text', 32, 4, 64],
  ])('has %s with %i engine and %i API workers and pool %i', (id, engineWorkers, apiWorkers, poolSize) => {
    const preset = heat.presets.find((p) => p.id === id);
    if (!preset) throw new Error(`There is no preset ${id}.`);
    expect(planOf(heat, preset).plan.options[0]?.inputs).toMatchObject({
      engineWorkers,
      apiWorkers,
      poolSize,
    });
  });
});
