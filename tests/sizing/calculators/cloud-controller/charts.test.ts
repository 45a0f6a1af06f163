import { describe, expect, it } from 'vitest';
import type { Chart } from '../../../../src/sizing/core/figure.ts';
import type { Inputs, Plan } from '../../../../src/sizing/core/plan.ts';
import { withOwn } from '../round-trip.ts';
import { firstVisit, fleets, observed, planWith, resultOf } from './plans.ts';

const { profile2, profile3plus1, profile4 } = fleets;

function chart<K extends Chart['kind']>(kind: K, plan: Plan, selected: 'A' | 'B' | 'C' = 'B') {
  const found = resultOf(plan, selected).charts.find((c): c is Chart & { kind: K } => c.kind === kind);
  if (!found) throw new Error(`There is no chart of the kind ${kind}.`);
  return found;
}

describe('chartsOf', () => {
  it('names who carries the load in every condition, also who carries it exactly', () => {
    const said = (fleet: Inputs) => chart('bars', planWith(fleet)).subtitle;
    // 15 VMs of 2 × 20 in three AZs keep 10: 400 of 400; 14 keep 9.
    expect(said({ ...profile2, vms: 15 })).toBe('B carries 400 in every condition.');
    expect(said({ ...profile2, vms: 14 })).toBe('No option carries 400 in every condition.');
    // Today’s 20 × 20 keep 13 × 20 = 260 with an AZ lost.
    const both = planWith({ ...profile2, vms: 15 }, observed(260));
    expect(chart('bars', both).subtitle).toBe('A and B carry 260 in every condition.');
  });

  it('draws a bar for each option and condition against the load', () => {
    const { categories, line, series } = chart('bars', planWith(profile3plus1));
    expect(categories).toEqual(['All up', 'Worker stalled', 'VM lost', 'AZ lost']);
    expect(line).toEqual({ label: 'Load', value: 400 });
    expect(series).toEqual([
      { letter: 'A', name: 'Today', values: [400, 380, 380, 260] },
      { letter: 'B', name: 'New', values: [468, 455, 416, 312] },
    ]);
  });
});

describe('cores against what is carried', () => {
  it('puts each option where its cores and its capacity after the loss are', () => {
    const { marks, places, subtitle } = chart('xy', firstVisit().plan, 'C');
    expect(places).toEqual([
      { letter: 'A', x: 20, y: 380, text: '380' },
      { letter: 'B', x: 20, y: 360, text: '360' },
      { letter: 'C', x: 36, y: 416, text: '416' },
      { letter: 'D', x: 32, y: 315, text: '315' },
    ]);
    expect(marks).toEqual([{ axis: 'y', at: 400, label: 'Load 400', tone: 'load' }]);
    expect(subtitle).toBe(
      'Requests carried with one VM lost. The line is a Thin fleet with 20 threads on each 1-vCPU VM.',
    );
  });

  it('leaves a tenth of room above the most cores and the highest figure', () => {
    // 36 vCPU and 416: 39.6 and 457.6, rounded up.
    const { x, y } = chart('xy', planWith(profile3plus1));
    expect([x.min, x.max, x.scale]).toEqual([0, 40, 'linear']);
    expect([y.min, y.max, y.scale]).toEqual([0, 458, 'linear']);
    // A load of 1,000 lies above every fleet; today’s 50 VMs lie right of it.
    const far = chart('xy', planWith(profile3plus1, { thinVms: 50 }));
    expect([far.x.max, far.y.max]).toEqual([55, 1100]);
  });

  it('draws a Thin fleet of every size up to a tenth above what is shown', () => {
    const { series } = chart('xy', planWith(profile3plus1));
    expect(series.map(({ id, shape }) => [id, shape])).toEqual([['thin-fleets', 'line']]);
    // With one VM lost n VMs carry (n − 1) × 20; 23 carry 440 of 457.6, 24 would carry 460.
    expect(series[0]?.data).toEqual(Array.from({ length: 23 }, (_, at) => ({ x: at + 1, y: at * 20 })));
  });

  it('ends the line at the most cores', () => {
    const { series } = chart('xy', planWith(profile3plus1, observed(2000)));
    expect(series[0]?.data.at(-1)).toEqual({ x: 36, y: 700 });
    expect(series[0]?.data).toHaveLength(36);
  });

  it('draws the last point where it lies exactly a tenth above', () => {
    // With all up n VMs of 11 threads carry 11 n: 10 × 11 is a tenth above the load of 100.
    const shared = { survive: 'none', thinThreads: 11, ...observed(100) };
    const small = { vcpusPerVm: 1, vms: 5, threadsPerWorker: 10 };
    const { series } = chart('xy', withOwn(planWith(small, shared), 'A', { vms: 4 }));
    expect(series[0]?.data.at(-1)).toEqual({ x: 10, y: 110 });
  });

  it('takes larger steps where the fleets are large', () => {
    // 120 VMs in steps of 2, and 121 in steps of 3.
    const xs = (thinVms: number) => {
      const { series } = chart('xy', planWith(profile4, { thinVms }));
      return series[0]?.data.map((point) => point.x) ?? [];
    };
    expect(xs(60).slice(0, 3)).toEqual([1, 2, 3]);
    expect(xs(120).slice(0, 3)).toEqual([1, 3, 5]);
    expect(xs(121).slice(0, 3)).toEqual([1, 4, 7]);
    expect(xs(120)).toHaveLength(60);
  });
});
