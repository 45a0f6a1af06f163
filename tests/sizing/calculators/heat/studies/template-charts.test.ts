import { describe, expect, it } from 'vitest';
import { planWith } from '../plans.ts';
import { chainOf, groupsBehindRoot, server, templateOf } from './template-texts.ts';
import { figureOf, viewOf } from './view-of.ts';

const plan = planWith({ controllers: 3 }, { engineWorkers: 4 });

describe('workersChart', () => {
  it('sets each option at its own workers and time', () => {
    const view = viewOf('template', plan, {
      template: templateOf(60, server),
      durations: 'OS::Nova::Server: 20',
    });
    // 60 × 20 s over 12 workers.
    expect(figureOf(view, 'xy', 'template-workers').places).toEqual([
      { letter: 'A', x: 12, y: 100, text: '1:40' },
    ]);
  });

  it('draws no point where a stack would never end', () => {
    // Measured: 8 groups at once never end in one process of 4 slots.
    const stuck = planWith({ controllers: 1 }, { engineWorkers: 1, executorThreads: 4 });
    const chart = figureOf(
      viewOf('template', stuck, { template: groupsBehindRoot(8) }),
      'xy',
      'template-workers',
    );
    const line = chart.series.find(({ id }) => id === 'upstream');
    const points = line?.shape === 'line' ? line.data : [];
    expect(points.map(({ x }) => x)).not.toContain(1);
    expect(points.map(({ x }) => x)).toContain(64);
    expect(points.every(({ y }) => typeof y === 'number' && y > 0)).toBe(true);
  });
});

describe('shapeChart', () => {
  it.each([true, false])(
    'shares independent resources out among 12 workers by the guide (option with convergence %s)',
    (convergence) => {
      const from = planWith({ controllers: 3, secondsPerResource: 20 }, { engineWorkers: 4, convergence });
      const chart = figureOf(viewOf('template', from), 'xy', 'template-shape');
      const line = chart.series.find(({ id }) => id === 'guide');
      const last = line?.shape === 'line' ? line.data.at(-1) : undefined;
      // 1,000 resources in 84 rounds of 12, 20 s each.
      expect(last).toEqual({ x: 1000, y: 1680 });
    },
  );
});

describe('upstreamGantt', () => {
  const lanes = (template: string) => {
    const from = planWith({ controllers: 3 }, { engineWorkers: 4, convergence: false });
    return figureOf(viewOf('template', from, { template }), 'gantt', 'template-upstream').lanes;
  };

  it('needs for the legacy engine as many lanes as resources overlap', () => {
    expect(lanes(chainOf(3))).toEqual(['task 1']);
    expect(lanes(templateOf(3, server))).toEqual(['task 1', 'task 2', 'task 3']);
  });
});

describe('chainTable', () => {
  it('sums up under "Done after" what each resource takes', () => {
    const view = viewOf('template', plan, {
      template: chainOf(3),
      durations: 'OS::Nova::Server: 20',
    });
    const { columns, rows } = figureOf(view, 'table', 'template-chain');
    const at = columns.findIndex(({ label }) => label === 'Done after');
    expect(rows.map(({ cells }) => cells[at]?.value)).toEqual([20, 40, 60]);
    expect(columns).toHaveLength(rows[0]?.cells.length ?? 0);
  });
});
