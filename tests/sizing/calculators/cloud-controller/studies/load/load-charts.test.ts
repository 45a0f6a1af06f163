import { describe, expect, it } from 'vitest';
import type { StudyView } from '../../../../../../src/sizing/core/study.ts';
import { fleets } from '../../plans.ts';
import { chartsIn, guidePlan, planOfFleets, viewOf } from '../load-view.ts';

/** Full at 400, 400, 640 and 560 requests a second of 50 ms CPU and 50 ms waiting. */
const fullAt = { A: 400, B: 400, C: 640, D: 560 } as const;

function chartIn(view: StudyView, id: string) {
  const chart = chartsIn(view).find((c) => c.id === id);
  if (!chart) throw new Error(`There is no chart ${id}.`);
  return chart;
}

describe('responseCharts', () => {
  it('begins each curve at the time alone and follows it out through the top, short of where the fleet is full', async () => {
    const chart = chartIn(await viewOf(guidePlan()), 'response-mean');
    for (const letter of ['A', 'B', 'C', 'D'] as const) {
      const data = chart.series.find((s) => s.letter === letter)?.data ?? [];
      const points = data.map((p) => [p.x, 'y' in p ? p.y : Number.NaN] as const);
      expect(points[0]?.[0]).toBe(0);
      expect(points[0]?.[1]).toBeCloseTo(100, 6);
      expect(points.at(-1)?.[1]).toBeGreaterThan(chart.y.max);
      expect(points.at(-1)?.[0]).toBeLessThan(fullAt[letter]);
      expect(points.length).toBeGreaterThan(20);
    }
  });

  it('has no percentiles of VMs with more than 320 threads, and says whose', async () => {
    const view = await viewOf(
      planOfFleets([
        ['Today', fleets.thin],
        ['Big', { vcpusPerVm: 16, vms: 2, threadsPerWorker: 21 }],
        ['Less', { vcpusPerVm: 16, vms: 2, threadsPerWorker: 10 }],
      ]),
      'B',
    );
    const letters = (id: string) => chartIn(view, id).series.map((s) => s.letter);
    expect(letters('response-mean')).toEqual(['A', 'B', 'C']);
    for (const id of ['response-p50', 'response-p95', 'response-p99'])
      expect(letters(id)).toEqual(['A', 'C']);
    expect(view.figures.find((f) => f.id === 'response-percentiles')?.subtitle).toBe(
      'With more than 320 threads on a VM percentiles are not worked out: Big.',
    );
  });

  it('marks the load as the load', async () => {
    const chart = chartIn(await viewOf(guidePlan({ requestsPerSecond: 300 })), 'response-mean');
    expect(chart.marks[0]).toEqual({ axis: 'x', at: 300, label: 'Load', detail: '300/s', tone: 'load' });
  });
});
