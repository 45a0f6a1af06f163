import { describe, expect, it } from 'vitest';
import {
  ceilingSentence,
  responseCharts,
} from '../../../../../../src/sizing/calculators/cloud-controller/studies/load/load-charts.ts';
import type { XyChart } from '../../../../../../src/sizing/core/figure.ts';
import type { Inputs, Letter } from '../../../../../../src/sizing/core/plan.ts';
import { fleets } from '../../plans.ts';
import { chartsIn, guidePlan, planOfFleets, viewOf } from '../load-view.ts';
import { caseOf, caseOfOne, cpuOnly, twoPuma, twoThin } from './case-of.ts';

const noPlaces = { places: [], label: '' };

async function chartsOfOne(shared: Inputs, fleet: Inputs = twoThin): Promise<readonly XyChart[]> {
  const [mean, panels] = responseCharts(await caseOfOne(fleet, shared), noPlaces);
  return [mean, ...panels.panels];
}

function pointsOf(chart: XyChart | undefined, letter: Letter = 'A'): readonly (readonly [number, number])[] {
  const data = chart?.series.find((s) => s.letter === letter)?.data ?? [];
  return data.map((p) => [p.x, 'y' in p ? p.y : Number.NaN]);
}

describe('responseCharts', () => {
  it('draws the mean and the percentiles of M/M/1 at every point', async () => {
    const charts = await chartsOfOne({ requestsPerSecond: 10 });
    expect(charts.map((c) => c.id)).toEqual([
      'response-mean',
      'response-p50',
      'response-p95',
      'response-p99',
    ]);
    for (const [index, times] of [1, Math.log(2), Math.log(20), Math.log(100)].entries()) {
      const points = pointsOf(charts[index]);
      expect(points.length).toBeGreaterThan(20);
      const mean = (x: number) => 1000 / (10 - x / 2);
      expect(points).toEqual(points.map(([x]) => [x, expect.closeTo(times * mean(x), 1)]));
    }
  });

  it('takes even steps to the right end and small ones below the ceiling', async () => {
    // M/M/20 on two VMs, full at 400: 5 % more is 420, in 47 steps; and shares of 400 up to 99.9 %, where the wait is
    // 1 / (200 - 199.8) s and the plot is left.
    const [mean] = await chartsOfOne(
      { cpuSharePercent: 0, requestsPerSecond: 10 },
      { ...twoThin, threadsPerWorker: 20 },
    );
    expect([mean?.x.min, mean?.x.max]).toEqual([0, 420]);
    const even = Array.from({ length: 48 }, (_, i) => (420 * i) / 47);
    const near = [0.9, 0.94, 0.97, 0.985, 0.995, 0.999].map((share) => share * 400);
    const expected = [...even.filter((x) => x < 400), ...near].sort((a, b) => a - b);
    expect(pointsOf(mean).map(([x]) => x)).toEqual(expected.map((x) => expect.closeTo(x, 6)));
  });

  it('stops short of the ceiling, where rounding would decide how high a curve goes', async () => {
    // M/M/100, full at 44.002; the plot goes to 47, and its 44th step is 44.
    const shared = { serviceTimeMs: 100_000 / 44.002, cpuSharePercent: 0, requestsPerSecond: 1 };
    const [mean] = await chartsOfOne(shared, { ...twoThin, vms: 1, threadsPerWorker: 100 });
    expect(mean?.x.max).toBe(47);
    expect(pointsOf(mean).at(-1)?.[0]).toBeCloseTo(0.999 * 44.002, 6);
  });

  it('ends the plot at four times the time alone, percentiles at three times, and lets curves leave it', async () => {
    // 100 ms alone: 400; 69.3 × 3 = 208, 300 × 3 = 899, 461 × 3 = 1382, rounded up to two digits.
    const charts = await chartsOfOne({ requestsPerSecond: 10 });
    expect(charts.map((c) => [c.y.min, c.y.max])).toEqual([
      [0, 400],
      [0, 210],
      [0, 900],
      [0, 1400],
    ]);
    const ys = pointsOf(charts[0]).map(([, y]) => y);
    // To the first point above three times the plot, and no further.
    expect(ys.at(-1)).toBeGreaterThan(1200);
    expect(ys.at(-2)).toBeLessThanOrEqual(1200);
    // Percentiles are followed while the mean is at most five times the time alone: to 16 of 20 a second.
    for (const chart of charts.slice(1)) {
      const last = pointsOf(chart).at(-1)?.[0] ?? 0;
      expect(last).toBeLessThanOrEqual(16);
      expect(last).toBeGreaterThan(16 - 21 / 47);
    }
  });

  it('labels its axes, and draws a line for each option, in its name', async () => {
    const [mean, ...percentiles] = await chartsOfOne({ requestsPerSecond: 10 });
    expect(mean?.title).toBe('Where does response time climb?');
    expect(percentiles.map((c) => c.title)).toEqual([
      'Half of the requests',
      '95 of 100 requests',
      '99 of 100 requests',
    ]);
    expect([mean?.x.label, mean?.y.label]).toEqual(['Requests a second', 'Mean response, ms']);
    expect(mean?.series.map(({ id, label, shape }) => [id, label, shape])).toEqual([['A', 'One', 'line']]);
    expect(percentiles.map((c) => [c.y.label, c.subtitle])).toEqual(
      Array.from({ length: 3 }, () => ['Response, ms', '']),
    );
    expect(mean?.subtitle).toBe('One is full at 20 requests a second.');
    expect([mean, ...percentiles].map((c) => c?.places)).toEqual([[], [], [], []]);
  });

  it('reaches to the load where that is beyond every ceiling', async () => {
    // 30 × 1.05 = 31.5.
    expect((await chartsOfOne({ requestsPerSecond: 30 }))[0]?.x.max).toBe(32);
  });

  it('has no line for an option of which nothing is left, and no mark', async () => {
    const shared = { requestsPerSecond: 5, loadCondition: 'vm' };
    const charts = await chartsOfOne(shared, { ...twoThin, vms: 1 });
    expect(charts.map((c) => [c.series, c.marks.map((m) => m.label)])).toEqual(
      Array.from({ length: 4 }, () => [[], ['Load']]),
    );
  });

  it('marks the load and each ceiling, those alike once', async () => {
    const [mean] = chartsIn(await viewOf(guidePlan({ requestsPerSecond: 300 })));
    expect(mean?.marks).toEqual([
      { axis: 'x', at: 300, label: 'Load', detail: '300/s', tone: 'load' },
      { axis: 'x', at: 400, label: 'A and B full', detail: '400/s', tone: 'note', isDashed: true },
      { axis: 'x', at: 640, label: 'C full', detail: '640/s', tone: 'note', isDashed: true },
      { axis: 'x', at: 560, label: 'D full', detail: '560/s', tone: 'note', isDashed: true },
    ]);
  });

  it('lays places of a run over the mean where the plot reaches, and says so', async () => {
    const load = await caseOfOne(twoThin, { requestsPerSecond: 10 });
    const place = (y: number) => ({ letter: 'A' as const, x: 10, y });
    const [mean] = responseCharts(load, { places: [place(401), place(400), place(200)], label: 'a run' });
    expect(mean.places).toEqual([place(400), place(200)]);
    expect(mean.subtitle).toBe('One is full at 20 requests a second. Badges with a time: a run.');
    const [none] = responseCharts(load, { places: [place(401)], label: 'a run' });
    expect([none.places, none.subtitle]).toEqual([[], 'One is full at 20 requests a second.']);
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
    const letters = (id: string) =>
      chartsIn(view)
        .find((c) => c.id === id)
        ?.series.map((s) => s.letter);
    expect(letters('response-mean')).toEqual(['A', 'B', 'C']);
    for (const id of ['response-p50', 'response-p95', 'response-p99'])
      expect(letters(id)).toEqual(['A', 'C']);
    const subtitle = view.figures.find((f) => f.id === 'response-percentiles')?.subtitle;
    expect(subtitle).toBe('With more than 320 threads on a VM percentiles are not worked out: Big.');
  });

  it('says what the panels show', async () => {
    const [, panels] = responseCharts(await caseOfOne(twoThin, { requestsPerSecond: 10 }), noPlaces);
    expect(panels).toMatchObject({
      kind: 'panels',
      id: 'response-percentiles',
      title: 'How long do the slow requests take?',
      subtitle: 'Half, 95 and 99 of 100 requests are answered within so many milliseconds.',
    });
  });
});

describe('ceilingSentence', () => {
  const said = async (selected: Letter, baseline: Letter, shared: Inputs = {}, last: Inputs = { vms: 3 }) => {
    const plan = planOfFleets(
      [
        ['Thin', twoThin],
        ['Puma', twoPuma],
        ['More', { ...twoThin, ...last }],
      ],
      { ...cpuOnly, requestsPerSecond: 5, acceptPolicy: 'even', ...shared },
    );
    return ceilingSentence(await caseOf({ ...plan, baseline }, selected));
  };

  it('sets the selected option against the baseline', async () => {
    expect(await said('B', 'A')).toBe('Puma is full at 40 requests a second; Thin at 20.');
    expect(await said('A', 'C')).toBe('Thin is full at 20 requests a second; More at 30.');
  });

  it('sets the baseline against the best of the others', async () => {
    expect(await said('A', 'A')).toBe('Thin is full at 20 requests a second; Puma at 40.');
    expect(await said('B', 'B')).toBe('Puma is full at 40 requests a second; More at 30.');
  });

  it('names the condition, and of which option nothing is left', async () => {
    const lost = { loadCondition: 'vm' };
    expect(await said('A', 'B', lost)).toBe(
      'With one VM lost, Thin is full at 10 requests a second; Puma at 20.',
    );
    expect(await said('A', 'C', lost, { vms: 1 })).toBe(
      'With one VM lost, Thin is full at 10 requests a second; of More nothing is left.',
    );
    expect(await said('C', 'A', lost, { vms: 1 })).toBe('With one VM lost, nothing of More is left.');
  });

  it('has nothing to set a single option against', async () => {
    const load = await caseOfOne(twoThin, { requestsPerSecond: 5 });
    expect(ceilingSentence(load)).toBe('One is full at 20 requests a second.');
  });
});
