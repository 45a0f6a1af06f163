import { describe, expect, it } from 'vitest';
import {
  secondsChart,
  simulatedPlaces,
} from '../../../../../../src/sizing/calculators/cloud-controller/studies/load/run-chart.ts';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { thinAndPuma } from './case-of.ts';
import { seriesOf, simulated, stall } from './simulated.ts';

describe('simulatedPlaces', () => {
  it('puts each simulated mean on the curve, at the load', async () => {
    const load = await thinAndPuma();
    const runs = [simulated(load.baseline, { meanMs: 205 }), simulated(load.selected, { meanMs: 1070 })];
    expect(simulatedPlaces(load, runs)).toEqual([
      { letter: 'A', x: 10, y: 205, text: '205 ms' },
      { letter: 'B', x: 10, y: 1070, text: '1.1 s' },
    ]);
  });

  it('has no place for a run without an answer, nor where something fails', async () => {
    const load = await thinAndPuma();
    expect(simulatedPlaces(load, [simulated(load.baseline, null)])).toEqual([]);
    const failing = await thinAndPuma(stall);
    expect(simulatedPlaces(failing, [simulated(failing.baseline)])).toEqual([]);
  });
});

describe('secondsChart', () => {
  const chartsFor = async (shared: Inputs) => {
    const load = await thinAndPuma({ ...stall, ...shared });
    // The second second has no request that was answered.
    const rows = [
      [100, 5, 0, 1],
      [0, 0, 3, 4],
      [1234, 2, 7, 4],
    ] as const;
    return secondsChart(load, [
      simulated(load.baseline, {}, { series: seriesOf(rows) }),
      simulated(load.selected, {}, { series: seriesOf([[90, 1, 0, 0.5]], 2000) }),
    ]);
  };

  it('draws the mean response of each second that has one', async () => {
    const { panels } = await chartsFor({});
    expect(panels.map((p) => p.id)).toEqual(['second-response', 'second-inside']);
    expect(panels[0]?.series).toMatchObject([
      {
        id: 'A',
        label: 'Thin',
        letter: 'A',
        shape: 'line',
        data: [
          { x: 0, y: 100 },
          { x: 2, y: 1234 },
        ],
      },
      { id: 'B', label: 'Puma', letter: 'B', shape: 'line', data: [{ x: 0, y: 90 }] },
    ]);
    expect(panels[0]?.x).toMatchObject({ min: 0, max: 2, label: 'Seconds since the start' });
    // 1,234 rounded up to two digits.
    expect(panels[0]?.y).toMatchObject({ min: 0, max: 1300, label: 'Response, ms' });
  });

  it('draws how many are in the fleet, waiting or on a thread', async () => {
    const { panels } = await chartsFor({});
    expect(panels[1]?.series.map((s) => s.data)).toEqual([
      [
        { x: 0, y: 1 },
        { x: 1, y: 7 },
        { x: 2, y: 11 },
      ],
      [{ x: 0, y: 0.5 }],
    ]);
    expect(panels[1]?.y).toMatchObject({ max: 11, label: 'Requests' });
    expect(panels.map((panel) => [panel.places, panel.subtitle])).toEqual([
      [[], ''],
      [[], ''],
    ]);
  });

  it('takes its seconds from longer pieces of a long run', async () => {
    const load = await thinAndPuma(stall);
    const series = seriesOf(
      [
        [100, 1, 0, 0],
        [200, 1, 0, 0],
      ],
      4000,
    );
    const { panels } = secondsChart(load, [simulated(load.baseline, {}, { series })]);
    expect(panels.map((panel) => panel.series[0]?.data.map((p) => p.x))).toEqual([
      [0, 4],
      [0, 4],
    ]);
  });

  it('has axes of at least one where nothing happened', async () => {
    const load = await thinAndPuma(stall);
    expect(secondsChart(load, []).panels.map(({ x, y }) => [x.max, y.max])).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  it.each<readonly [Inputs, string, string]>([
    [{}, 'Process stalled', 'one process stalled'],
    [{ failureScope: 'vm' }, 'VM stalled', 'one VM stalled'],
    [{ failureKind: 'crash' }, 'Process down', 'one process down after a crash'],
    [{ failureKind: 'crash', failureScope: 'vm' }, 'VM down', 'one VM down after a crash'],
  ])('marks the failure of %j: %s', async (shared, label, said) => {
    const { panels, subtitle } = await chartsFor(shared);
    const mark = { axis: 'x', at: 20, to: 50, label, detail: '30 s', tone: 'note' };
    expect(panels.map((panel) => panel.marks)).toEqual([[mark], [mark]]);
    expect(subtitle).toBe(`Simulated, seed 7, 90 s, ${said} from 20 s to 50 s.`);
  });
});
