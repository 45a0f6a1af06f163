import { describe, expect, it } from 'vitest';
import { loadView } from '../../../../../../src/sizing/calculators/cloud-controller/studies/load/load-view.ts';
import { plainText } from '../../../../../../src/sizing/core/explanation.ts';
import { severities } from '../../../../../../src/sizing/core/finding.ts';
import { thinAndPuma } from './case-of.ts';
import { seriesOf, simulated, stall } from './simulated.ts';

const ofCurves = ['response-mean', 'response-percentiles', 'answers', 'processes', 'stall'];

describe('loadView', () => {
  it('shows the curves and three tables, and what a run found between them', async () => {
    const load = await thinAndPuma();
    expect(loadView(load).figures.map((f) => f.id)).toEqual(ofCurves);
    const run = loadView(load, [simulated(load.baseline, { meanMs: 205 })]);
    expect(run.figures.map((f) => f.id)).toEqual([
      'response-mean',
      'simulated',
      'response-percentiles',
      'answers',
      'processes',
      'stall',
    ]);
    const [mean] = run.figures;
    expect(mean?.kind === 'xy' && mean.places).toEqual([{ letter: 'A', x: 10, y: 205, text: '205 ms' }]);
    expect(mean?.subtitle).toContain('Badges with a time: simulated, seed 7, 100,000 requests.');
    expect(plainText(run.verdict.paragraph)).toMatch(/: Thin 205 ms on average\.$/);
    expect([run.exports, Object.keys(run.hints).length > 0]).toEqual([[], true]);
  });

  it('shows a run with a failure second by second, once there is one', async () => {
    const load = await thinAndPuma(stall);
    expect(loadView(load).figures.map((f) => f.id)).toEqual(ofCurves);
    const run = loadView(load, [simulated(load.baseline, {}, { series: seriesOf([[100, 1, 0, 1]]) })]);
    expect(run.figures.map((f) => f.id).slice(0, 3)).toEqual([
      'second-by-second',
      'response-mean',
      'simulated',
    ]);
  });

  it('puts the worst findings of curves and run first', async () => {
    const load = await thinAndPuma({ requestFrom: 'published', requestsPerSecond: 1 });
    const errors = { refused: 5, lost: 0, unreachable: 0, noBackend: 0 };
    const { findings } = loadView(load, [simulated(load.selected, { meanMs: 9999 }, { errors })]);
    const order = findings.map((f) => severities.indexOf(f.severity));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(findings.map((f) => f.id)).toEqual(expect.arrayContaining(['L10', 'L11', 'L8-1']));
    expect(findings.at(-1)?.severity).toBe('note');
  });
});
