import { describe, expect, it } from 'vitest';
import {
  guideCell,
  templateVerdict,
  unreadableVerdict,
  upstreamCell,
} from '../../../../../../src/sizing/calculators/heat/studies/template/verdict.ts';
import { plainText } from '../../../../../../src/sizing/core/explanation.ts';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { chainOf, groupOf, head, server, templateOf } from '../template-texts.ts';
import { problemAt } from './problem-at.ts';
import { bareFinding, runOf, withUpstream } from './template-runs.ts';

describe('guideCell', () => {
  const cell = (own: Inputs = {}, shared: Inputs = {}) =>
    guideCell(runOf(templateOf(60, server), shared, own, `${server}: 20`));

  it('schedules 60 servers of 20 s on 12 workers, and has both bounds', () => {
    // 1,200 s over 12 are 100 s; at most that and 20 × 11/12.
    expect(cell()).toMatchObject({
      text: '1:40',
      value: 100,
      valueUnit: 's',
      note: 'bounds 1:40 to 1:58',
      tone: 'plain',
      explain: {
        worked: '1,200 s of work over 12 at once, chain 20 s: 1:40',
        origins: ['guide', 'yours', 'assumed'],
        rules: ['HT-1', 'HT-5', 'M1'],
      },
    });
    expect(cell({ tasksPerWorker: 2 }).explain?.worked).toContain('over 24 at once');
    expect(cell({ tasksPerWorker: 2 }).value).toBe(60);
  });

  it('does all in sequence without convergence, whatever the tasks', () => {
    const off = cell({ convergence: false, tasksPerWorker: 2 });
    expect(off.value).toBe(1200);
    expect(off.explain).toMatchObject({ formula: 'One worker takes all resources in sequence' });
    expect(off.explain?.worked).toContain('over 1 at once');
    expect(cell().explain?.formula).toContain('A free worker takes');
  });

  it('is judged by its own end, not by the bounds', () => {
    expect(cell({}, { targetMinutes: 100 / 60 }).tone).toBe('good');
    expect(cell({}, { targetMinutes: 1.5 }).tone).toBe('bad');
  });
});

describe('upstreamCell', () => {
  const run = (own: Inputs = {}, shared: Inputs = {}) => runOf(chainOf(2), shared, own);

  it('names where the time goes', () => {
    const causes = {
      makespanSeconds: 75,
      breakdown: [
        { cause: 'leaf-pause', seconds: 60 },
        { cause: 'work', seconds: 15 },
      ],
    } as const;
    expect(upstreamCell(withUpstream(run(), causes))).toMatchObject({
      text: '1:15',
      value: 75,
      valueUnit: 's',
      note: 'convergence',
      tone: 'plain',
      explain: {
        worked: 'leaf pause 60 s + work 15 s',
        origins: ['release', 'yours', 'assumed'],
        rules: ['R-7', 'R-8', 'M2'],
      },
    });
    expect(upstreamCell(withUpstream(run(), causes)).explain?.formula).toContain('12 processes of 64 slots');
  });

  it('says by the bound what nothing is spent on', () => {
    const none = upstreamCell(
      withUpstream(run(), { makespanSeconds: 0, breakdown: [], boundBy: 'Nothing to create.' }),
    );
    expect(none.explain?.worked).toBe('Nothing to create.');
  });

  it('has no end where the stack has none', () => {
    expect(upstreamCell(withUpstream(run(), { makespanSeconds: null }))).toMatchObject({
      text: 'no end',
      value: null,
      tone: 'bad',
    });
  });

  it('is judged by the target, and says which engine', () => {
    const at = (targetMinutes: number, seconds: number) =>
      upstreamCell(withUpstream(run({}, { targetMinutes }), { makespanSeconds: seconds })).tone;
    expect([at(1, 60), at(1, 61)]).toEqual(['good', 'bad']);
    const legacy = upstreamCell(run({ convergence: false }));
    expect(legacy.note).toBe('legacy engine');
    expect(legacy.explain?.formula).toBe('One thread for each stack, in steps of at least a second');
  });
});

describe('templateVerdict', () => {
  const run = runOf(`${head}  g: ${groupOf(3)}\n  a: { type: "${server}" }\n`);

  it.each([
    [[], 'meets', 'Option A can create this stack'],
    [[bareFinding('a')], 'meets', 'Option A can create this stack'],
    [[bareFinding('a', 'caution')], 'changes', 'Option A can create this stack, with 1 caution'],
    [
      [bareFinding('a', 'caution'), bareFinding('b', 'caution'), bareFinding('c')],
      'changes',
      'Option A can create this stack, with 2 cautions',
    ],
    [[bareFinding('a', 'blocker')], 'short', '5 resources are over the limit of 1,000'],
  ] as const)('with %j: %s, %s', (findings, state, stateText) => {
    expect(templateVerdict(run, findings)).toMatchObject({ state, stateText });
  });

  it('says first that a stack never ends', () => {
    const endless = templateVerdict(withUpstream(run, { makespanSeconds: null }), [
      bareFinding('a', 'blocker'),
    ]);
    expect(endless).toMatchObject({ state: 'short', stateText: 'This stack would never finish' });
    expect(endless.headline).toContain('this stack never ends');
    expect(plainText(endless.paragraph)).toContain('By the source code: no end.');
    expect(endless.spoken).toMatch(/^5 resources, .* by the guide, no end by the source code\.$/);
  });

  it('has both times in words', () => {
    const answer = templateVerdict(
      withUpstream(run, { makespanSeconds: 61, boundBy: 'Work sets 61 s.' }),
      [],
    );
    expect(answer.headline).toBe('The stack takes 0:30 by the guide and 1:01 by the source code.');
    // Four servers of 30 s: 120 s over 12 at once, chain 30 s; at most 10 + 30 × 11/12 = 37.5 s.
    expect(plainText(answer.paragraph)).toBe(
      'By the guide it takes 0:30 to 0:38, scheduled 0:30 on 12 workers. By the source code: 1:01. Work sets 61 s.',
    );
    expect(answer.spoken).toBe('5 resources, 0:30 by the guide, 1:01 by the source code.');
    const legacy = templateVerdict(runOf(chainOf(2), {}, { convergence: false }), []);
    expect(plainText(legacy.paragraph)).toContain('on 12 workers of which one does all, in sequence.');
  });

  it('counts resources, chain and work, and where they come from', () => {
    const [resources, chain, work] = templateVerdict(run, []).keyFigures.map(({ cell }) => cell);
    expect(resources).toMatchObject({
      text: '5',
      value: 5,
      note: '2 wait for nothing',
      explain: { worked: '2 in the template, 3 in 1 stack inside = 5', origins: ['yours'], rules: ['HT-7'] },
    });
    // The group takes no time itself, a server 30 s.
    expect(chain).toMatchObject({
      text: '0:30',
      value: 30,
      valueUnit: 's',
      explain: { origins: ['yours', 'assumed'], rules: ['HT-5', 'M1'] },
    });
    expect(work).toMatchObject({
      text: '2:00',
      value: 120,
      valueUnit: 's',
      explain: { worked: '5 resources, 120 s', origins: ['yours', 'assumed'], rules: ['M1'] },
    });
  });

  it('repeats the first thing that keeps it from reading', () => {
    expect(unreadableVerdict([problemAt(2)])).toMatchObject({
      state: 'short',
      headline: 'Line 2, column 3: M2',
      spoken: 'Line 2, column 3: M2',
      keyFigures: [],
    });
    expect(unreadableVerdict([]).headline).toBe('The template cannot be read.');
  });
});
