import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heat } from '../../../../../src/sizing/calculators/heat/index.ts';
import type { Cell } from '../../../../../src/sizing/core/explanation.ts';
import type { Inputs, Letter, Plan } from '../../../../../src/sizing/core/plan.ts';
import { defaultsOf } from '../../../../../src/sizing/core/preset.ts';
import type { StudyView } from '../../../../../src/sizing/core/study.ts';
import { arbitrarySession } from '../../../../share/arbitrary-session.ts';

/** 4 and 8 engine workers on each of 3 controllers, for stacks of 300 resources of 20 s with a chain of 6. */
function planWith(shared: Inputs = {}, option: Inputs = {}): Plan {
  const defaults = defaultsOf(heat, 'option');
  return {
    calculator: 'heat',
    title: heat.planTitle,
    shared: { ...defaultsOf(heat, 'shared'), ...shared },
    options: [
      { letter: 'A', name: 'Today', inputs: { ...defaults, engineWorkers: 4, ...option } },
      { letter: 'B', name: 'Eight workers', inputs: { ...defaults, engineWorkers: 8, ...option } },
    ],
    baseline: 'A',
  };
}

async function viewOf(plan: Plan, selected: Letter = 'B'): Promise<StudyView> {
  const view = (await heat.study('load'))?.evaluate(plan, selected, {});
  if (!view) throw new Error('The plan cannot be studied.');
  return view;
}

function cellOf(view: StudyView, column: string, letter: Letter): Cell {
  const table = view.figures.find((f) => f.id === 'answers');
  if (table?.kind !== 'table') throw new Error('There is no table.');
  const at = table.columns.findIndex((c) => c.id === column);
  const cell = table.rows.find((row) => row.letter === letter)?.cells[at];
  if (!cell) throw new Error(`There is no ${column} of ${letter}.`);
  return cell;
}

/** The two ends of a stack's time in seconds, as the line of the chart and the cell have them. */
function highSecondsAt(view: StudyView, letter: Letter, perHour: number): number {
  const chart = view.figures.find((f) => f.kind === 'xy');
  const data = chart?.series.find((s) => s.letter === letter)?.data ?? [];
  const point = data.find((p) => p.x === perHour);
  if (!point || !('y' in point)) throw new Error(`There is no point at ${perHour}.`);
  return point.y;
}

describe('the Load view of Heat', () => {
  it('fills 12 and 24 places of one resource each, 20 s long, at 7.2 and 14.4 stacks of 300 an hour', async () => {
    const view = await viewOf(planWith());
    expect(cellOf(view, 'ceiling', 'A').value).toBeCloseTo(7.2, 9);
    expect(cellOf(view, 'ceiling', 'B').value).toBeCloseTo(14.4, 9);
    expect(view.verdict.headline).toBe('Eight workers is full at 14.4 stacks an hour; Today at 7.2.');
  });

  it('says that 10 stacks an hour leave 2.8 over with four workers, and how many workers carry them', async () => {
    const view = await viewOf(planWith({ stacksPerHour: 10 }), 'A');
    expect(view.verdict.state).toBe('short');
    expect(view.verdict.stateText).toBe('Option A does not settle: the backlog grows by 2.8 stacks an hour');
    // A worker on each controller is worth 1.8 stacks an hour: 7 are worth 12.6, and 10 is 79 % of that.
    expect(view.findings.find((f) => f.id === 'HL1')?.fix?.edit).toEqual({
      kind: 'set',
      inputs: { engineWorkers: 7 },
    });
    expect(view.findings.find((f) => f.id === 'HL1')?.fix?.label).toBe('Use 7 workers');
    // What is over the limit is not said to come near it as well.
    expect(view.findings.map((f) => f.id)).not.toContain('HL2');
  });

  it('says what queues: resources, or whole stacks where convergence is off', async () => {
    const worked = async (convergence: boolean) =>
      cellOf(await viewOf(planWith({}, { convergence })), 'ceiling', 'B').explain?.worked;
    expect(await worked(true)).toMatch(/^24 places for 300 resources of 20 s each;/);
    expect(await worked(false)).toMatch(/^24 places for stacks of 1:40:00 each;/);
  });

  it('completes 2.94283 resources a second in a process of 64 places with 0.3 s of CPU and 20 s of waiting', async () => {
    const view = await viewOf(
      planWith({ reckonBy: 'upstream', cpuMsPerCreate: 300, secondsPerResource: 20.3 }),
    );
    expect(cellOf(view, 'ceiling', 'B').value).toBeCloseTo((24 * 2.94282621257 * 3600) / 300, 6);
  });

  it('is limited by the CPU where a create is nothing else', async () => {
    const view = await viewOf(
      planWith({ reckonBy: 'upstream', cpuMsPerCreate: 100, secondsPerResource: 0.1 }),
    );
    expect(cellOf(view, 'ceiling', 'B').value).toBeCloseTo((24 / 0.1) * (3600 / 300), 6);
    expect(cellOf(view, 'ceiling', 'B').note).toBe('CPU');
  });

  it('gives workers beyond the cores no more CPU', async () => {
    const shared = {
      reckonBy: 'upstream',
      cpuMsPerCreate: 100,
      secondsPerResource: 0.1,
      vcpuPerController: 4,
    };
    const view = await viewOf(planWith(shared));
    // Four cores a controller, whether four or eight workers share them.
    expect(cellOf(view, 'ceiling', 'A').value).toBeCloseTo((12 / 0.1) * (3600 / 300), 6);
    expect(cellOf(view, 'ceiling', 'B').value).toBeCloseTo((12 / 0.1) * (3600 / 300), 6);
  });

  it('takes as long as alone where stacks are rare', async () => {
    const view = await viewOf(planWith({ stacksPerHour: 0.01 }));
    expect(cellOf(view, 'time', 'B').text).toBe('4:10');
    expect(cellOf(view, 'time', 'B').note).toBe('to 6:05');
  });

  it('has L = 10 of M^[4]/M/1 at 80 %: batches of 4 wait 200 s for one place of 20 s behind others', async () => {
    const shared = {
      controllers: 1,
      resources: 4,
      longestChain: 1,
      secondsPerResource: 20,
      cpuMsPerCreate: 1,
    };
    const plan = planWith({ ...shared, stacksPerHour: 36 }, { engineWorkers: 1 });
    const view = await viewOf(plan);
    // L / arrivals = 10 / 0.04 = 250 s on average: 20 s of its own, 30 s behind its own batch, 200 s behind others.
    const note = cellOf(view, 'time', 'B').note ?? '';
    // Alone 80 s, all four in a row.
    expect(note).toBe('to 4:40');
    // Little's law: 36 an hour that stay 280 s each.
    expect(cellOf(view, 'progress', 'B').value).toBeCloseTo(2.8, 9);
  });

  it('lets a stack keep one worker for 300 × 20 s where convergence is off', async () => {
    const view = await viewOf(planWith({}, { convergence: false }));
    expect(cellOf(view, 'ceiling', 'B').value).toBeCloseTo((24 * 3600) / 6000, 9);
  });

  it('climbs with the rate, from the time alone to beyond the plot', async () => {
    const view = await viewOf(planWith());
    expect(highSecondsAt(view, 'B', 0)).toBeCloseTo(365.4, 0);
    const chart = view.figures.find((f) => f.kind === 'xy');
    for (const { data } of chart?.series ?? []) {
      const ys = data.map((p) => ('y' in p ? p.y : 0));
      expect(ys).toEqual(ys.toSorted((a, b) => a - b));
      expect(ys.at(-1)).toBeGreaterThan(chart?.y.max ?? 0);
    }
  });

  it('answers for any plan without a number that is none, with rules it has and findings of different ids', async () => {
    const study = await heat.study('load');
    const rules = Object.keys(heat.rules);
    fc.assert(
      fc.property(arbitrarySession(heat), (session) => {
        const plan = { ...session.plan, options: session.plan.options.slice(0, 2) };
        const before = JSON.stringify(plan);
        const view = study?.evaluate(plan, plan.options[0]?.letter ?? 'A', {});
        expect(JSON.stringify(plan)).toBe(before);
        if (!view) return;
        const text = JSON.stringify(view);
        expect(text).not.toMatch(/NaN|Infinity|undefined|\[object /);
        expect(text.replaceAll('"value":null', '')).not.toContain('null');
        for (const figure of view.figures) {
          if (figure.kind !== 'xy') continue;
          for (const { data } of figure.series) {
            const xs = data.map((p) => p.x);
            expect(xs).toEqual(xs.toSorted((a, b) => a - b));
          }
        }
        for (const found of view.findings) for (const rule of found.rules) expect(rules).toContain(rule);
        expect(new Set(view.findings.map((f) => f.id)).size).toBe(view.findings.length);
      }),
      { numRuns: 40 },
    );
  });
});
