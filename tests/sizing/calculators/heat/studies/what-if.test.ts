import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { durationText } from '../../../../../src/sizing/core/number-text.ts';
import type { Plan } from '../../../../../src/sizing/core/plan.ts';
import { firstVisit, planWith, pressed } from '../plans.ts';
import { figureOf, findingIn, keyFigure, rowOf, viewOf } from './view-of.ts';

const { plan } = firstVisit();
const row = (from: Plan, id: string) => rowOf(viewOf('what-if', from, {}, 'C'), 'what-if-matrix', id);

function textOf(from: Plan, id: string): string {
  const content = viewOf('what-if', from, {}, 'C').exports.find((document) => document.id === id)?.content;
  if (content?.kind !== 'text') throw new Error(`There is no text ${id}.`);
  return content.text;
}

describe('what-if study', () => {
  it('loses a controller: 12:30 to 14:15 today, 6:15 to 8:08 with 8 workers', () => {
    expect(row(plan, 'controllers-A').slice(0, 2)).toEqual(['1 controller lost', '12:30 to 14:15']);
    expect(row(plan, 'controllers-C').slice(0, 2)).toEqual(['1 controller lost', '6:15 to 8:08']);
    // Two thirds of 576.
    expect(row(plan, 'controllers-C').at(-1)).toBe('384 216 spare');
  });

  it('loses engine workers one by one: 23 of 24 do 6,000 s in 4:21 at best', () => {
    // 6,000 / 23 = 260.9; + 120 × 22 / 23 = 375.7 s.
    expect(row(plan, 'workers-C')[1]).toBe('4:21 to 6:16');
    // One process of 16 connections less.
    expect(row(plan, 'workers-C').at(-1)).toBe('560 40 spare');
  });

  it('doubles seconds and resources: 12,000 s over 24 workers, chain 240 s and 120 s', () => {
    expect(row(plan, 'slow-C').slice(1, 3)).toEqual(['8:20 to 12:10', '+100 %']);
    expect(row(plan, 'growth-C')[1]).toBe('8:20 to 10:15');
  });

  it('creates ten stacks at once: 60,000 s over 24 workers', () => {
    expect(row(plan, 'stacks-C')[1]).toBe('41:40 to 43:35');
  });

  it('compares each option with the baseline in the same condition', () => {
    // 8:07.5 against 14:15 is 43 % less.
    expect(row(plan, 'controllers-C')[3]).toBe('−43 %');
    expect(row(plan, 'controllers-A')[3]).toBe('–');
  });

  it('sets a target against both ends of the time, met when the long end is just within', () => {
    // 6:15 to 8:07.5 with a controller lost.
    const title = (targetMinutes: number) => {
      const from = { ...plan, shared: { ...plan.shared, targetMinutes } };
      return findingIn(viewOf('what-if', from, {}, 'C'), 'target-controllers')?.title;
    };
    expect(title(6)).toContain('the target of 6:00 is missed');
    expect(title(6.25)).toContain('the target of 6:15 may be missed');
    expect(title(8)).toContain('the target of 8:00 may be missed');
    expect(title(8.5)).toBeUndefined();
  });

  it('blocks a stack over its limit today, and cautions about one that would outgrow it', () => {
    const severity = (resources: number) => {
      const from = { ...plan, shared: { ...plan.shared, resources } };
      return findingIn(viewOf('what-if', from, {}, 'C'), 'limit-resources')?.severity;
    };
    expect(severity(1000)).toBe('caution');
    expect(severity(1001)).toBe('blocker');
  });

  it('names the time in each condition but for lost workers and many stacks', () => {
    const view = viewOf('what-if', plan, {}, 'C');
    expect(keyFigure(view, 'All up')).toBe('4:10 to 6:05');
    expect(keyFigure(view, '1 controller lost')).toBe('6:15 to 8:08');
    expect(keyFigure(view, 'Cloud APIs 2 times slower')).toBe('8:20 to 12:10');
    expect(view.verdict.keyFigures.map(({ label }) => label)).not.toContain('1 engine worker lost');
  });

  it('tells first what takes longest', () => {
    expect(viewOf('what-if', plan, {}, 'C').verdict.headline).toContain(
      '41:40 to 43:35 instead of 4:10 to 6:05.',
    );
  });

  it('says so where no engine is left, and draws no dot for it', () => {
    const all = { ...plan, shared: { ...plan.shared, lostControllers: 3 } };
    expect(row(all, 'controllers-C')[1]).toBe('stops no engine left');
    const view = viewOf('what-if', all, {}, 'C');
    expect(view.verdict.headline).toBe('With 3 controllers lost nothing is created any more.');
    expect(view.verdict.state).toBe('short');
    const chart = figureOf(view, 'xy', 'what-if-times');
    const at = chart.y.names?.indexOf('3 controllers lost');
    expect(at).toBe(4);
    const rows = chart.series.flatMap((s) => (s.shape === 'dots' ? s.data.map(({ y }) => y) : []));
    expect(rows).not.toContain(at);
    expect(rows).toContain(5);
    expect(chart.y.notes?.[4]).toEqual({ text: 'C stops', tone: 'bad' });
  });

  it('sets each option against the conditions by the long end of its time', () => {
    const chart = figureOf(viewOf('what-if', plan, {}, 'C'), 'xy', 'what-if-times');
    const timesOf = (letter: string) => {
      const series = chart.series.find((s) => s.letter === letter);
      return series?.shape === 'dots' ? series.data.slice(0, 2).map(({ x }) => durationText(x)) : [];
    };
    // 8:20 to 10:10, with a controller lost 12:30 to 14:15; 4:10 to 6:05, then 6:15 to 8:08.
    expect(timesOf('A')).toEqual(['10:10', '14:15']);
    expect(timesOf('C')).toEqual(['6:05', '8:08']);
    // Beside times over an hour, on an axis that says so.
    expect(chart.x).toMatchObject({ scale: 'log2', label: 'Stack time at most, min:s (log scale)' });
  });

  it('strikes the lost controllers and workers out of the picture', () => {
    const lost = { ...plan, shared: { ...plan.shared, lostControllers: 1, lostWorkers: 3 } };
    const figure = figureOf(viewOf('what-if', lost, {}, 'C'), 'system', 'what-if-system');
    const at = figure.places.findIndex(({ id }) => id === 'engine');
    const out = figure.systems.map(({ letter, cells }) => [
      letter,
      ...(cells[at]?.hosts ?? []).map(({ count, isLost, parts: [part] }) =>
        isLost
          ? `${count} lost`
          : `${count}: ${part?.shape === 'process' && `${part.lost} of ${part.count}`}`,
      ),
    ]);
    // Three workers out on the two controllers that are up: two on the first, one on the second.
    expect(out).toEqual([
      ['A', '1: 2 of 4', '1: 1 of 4', '1 lost'],
      ['B', '1: 2 of 8', '1: 1 of 8', '1 lost'],
      ['C', '1: 2 of 8', '1: 1 of 8', '1 lost'],
      ['D', '1: 2 of 32', '1: 1 of 32', '1 lost'],
    ]);
  });

  it('names the limits of both sources and offers to raise those that are hit', () => {
    const large = planWith({ resources: 600, growthFactor: 2, manyStacks: 150 });
    const view = viewOf('what-if', large);
    expect(rowOf(view, 'what-if-limits', 'stacks').slice(1)).toEqual([
      '150 over what is set',
      '100',
      '100',
      '512',
    ]);
    const fixes = figureOf(view, 'table', 'what-if-limits').rows.map(({ fix, id }) => [id, fix?.edit]);
    expect(fixes.slice(0, 3)).toEqual([
      ['resources', { kind: 'set', inputs: { maxResourcesPerStack: 1200 } }],
      ['stacks', { kind: 'set', inputs: { maxStacksPerProject: 150 } }],
      ['rpc', undefined],
    ]);
    const finding = findingIn(view, 'limit-resources');
    expect(finding?.title).toBe('Resources per stack: 1,200 needed, 1,000 set');
    if (!finding?.fix) throw new Error('no fix');
    expect(
      findingIn(viewOf('what-if', pressed(large, 'A', finding.fix).plan), 'limit-resources'),
    ).toBeUndefined();
  });

  it('blocks what is over a limit with all up already', () => {
    expect(findingIn(viewOf('what-if', planWith({ resources: 1001 })), 'limit-resources')?.severity).toBe(
      'blocker',
    );
    expect(viewOf('what-if', plan, {}, 'B').verdict.state).toBe('short');
  });

  it('says how many controllers may be lost within the target', () => {
    // 8 workers: 6:05 with three controllers, 8:08 with two, 14:15 with one.
    const target = { ...plan, shared: { ...plan.shared, targetMinutes: 10 } };
    expect(findingIn(viewOf('what-if', target, {}, 'C'), 'largest-loss')?.title).toBe(
      'C keeps the target with 1 controller lost, not with 2',
    );
    expect(findingIn(viewOf('what-if', target, {}, 'C'), 'target-slow')?.title).toBe(
      'Cloud APIs 2 times slower: the target of 10:00 may be missed',
    );
  });

  it('exports the guide’s alert as a rule file that Prometheus reads', () => {
    const rules: unknown = parse(textOf(plan, 'alert'));
    expect(rules).toMatchObject({
      groups: [
        { rules: [{ alert: 'OrchestrationEngineDown', expr: 'orchestration_engine_up == 0', for: '2m' }] },
      ],
    });
    expect(textOf(plan, 'alert')).toContain('24 engine processes');
  });

  it('lists one row for each engine process under the real columns, and none for the API', () => {
    const text = textOf(plan, 'monitoring');
    expect(text).toMatch(
      /\| Hostname +\| Binary +\| Engine ID +\| Host +\| Topic +\| Updated At +\| Status \|/,
    );
    expect(text.match(/\| controller-\d \| heat-engine /g)).toHaveLength(24);
    expect(text).not.toMatch(/\| heat-api/);
    expect(text).toContain('all queues stood at 0 messages');
  });

  it('sums up the rows of a large fleet', () => {
    const text = textOf({ ...plan, shared: { ...plan.shared, controllers: 32 } }, 'monitoring');
    expect(text).toContain('… and 248 rows more, 256 in all');
  });
});
