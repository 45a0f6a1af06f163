import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../src/sizing/core/explanation.ts';
import type { Inputs, Letter, Plan } from '../../../../src/sizing/core/plan.ts';
import { withOwn } from '../round-trip.ts';
import { fleets, observed, planWith, resultOf, withOptions } from './plans.ts';

const { profile2, profile3, profile3plus1, thin } = fleets;
const verdictOf = (option: Inputs, shared: Inputs = {}) => resultOf(planWith(option, shared)).verdict;

/** Nothing to change but what a case adds: 20 VMs are not scaled in and carry 676 with an AZ lost. */
const settled = { ...profile3, vms: 20 };
const ready = { names: 'spec', raisesRestartLimit: true };

describe('verdictOf', () => {
  it.each([
    [settled, ready, 'meets', 'Option B meets the target'],
    // 20 VMs in three AZs keep 13: 13 × 52 = 676, exactly the load.
    [settled, { ...ready, ...observed(676), survive: 'az' }, 'meets', 'Option B meets the target'],
    [settled, { ...ready, names: 'both' }, 'changes', 'Option B meets the target, with one caution'],
    [
      { ...settled, localWorkersPerVm: 2 },
      { ...ready, names: 'both' },
      'changes',
      'Option B meets the target, with two cautions',
    ],
    [settled, { names: 'spec' }, 'changes', 'Option B meets the target once one setting is changed'],
    [settled, { names: 'guide' }, 'changes', 'Option B meets the target once two settings are changed'],
    // The 500 connections of PostgreSQL, against 20 × 5 × 13 + 20 × 8 = 1,460, which no setting saves.
    [
      settled,
      { ...ready, connectionsFree: 500 },
      'short',
      'Option B cannot run as it is: the database is 960 connections short',
    ],
    [
      { ...thin, vms: 40 },
      { ...ready, capi: '1.223', reckon: 'upstream' },
      'short',
      'Option B cannot run as it is: this release cannot run Thin',
    ],
    [profile2, ready, 'short', 'Option B falls 40 short when one VM is lost'],
    [profile2, { ...ready, survive: 'worker' }, 'short', 'Option B falls 20 short when one worker stalls'],
    [
      { ...profile2, vms: 9 },
      { ...ready, survive: 'none' },
      'short',
      'Option B falls 40 short even with all up',
    ],
  ])('judges %j with %j: %s', (option, shared, state, stateText) => {
    expect(verdictOf(option, shared)).toMatchObject({ state, stateText });
  });

  it.each([
    ['none', 'Option B carries 468, 68 spare.'],
    ['worker', 'Option B carries 455 with one worker stalled, 55 spare.'],
    ['vm', 'Option B carries 416 with one VM lost, 16 spare.'],
    ['az', 'Option B carries 312 with one AZ lost, 88 short.'],
  ])('says for a screen reader what is carried where %s must be survived', (survive, spoken) => {
    expect(verdictOf(profile3plus1, { survive }).spoken).toBe(spoken);
  });

  it.each([
    [{ ...profile2, vms: 9 }, { survive: 'none' }, 'Nine 2-vCPU Puma VMs carry 360 of today’s 400 requests.'],
    [profile2, {}, 'Ten 2-vCPU Puma VMs carry 360 of today’s 400 requests with one VM lost.'],
    // 400 with all up and nothing lost: exactly enough.
    [profile2, { survive: 'none' }, 'Ten 2-vCPU Puma VMs carry today’s 400 requests while nothing fails.'],
    [
      { ...profile2, vms: 11 },
      {},
      '11 Puma VMs with 2 vCPU each carry today’s 400 requests, even with one VM lost.',
    ],
  ])('heads %j with %j by what is carried', (option, shared, headline) => {
    expect(verdictOf(option, shared).headline).toBe(headline);
  });

  it('gives four key figures for the loss that must be survived, a lost VM where it is none', () => {
    const figures = (survive: string) =>
      verdictOf(profile3plus1, { survive }).keyFigures.map(({ cell, label }) => [label, cell.value]);
    const [first, ...costs] = [
      ['Capacity, all up', 468],
      ['Total vCPU', 36],
      ['Memory', 144],
    ];
    expect(figures('none')).toEqual([first, ['With one VM lost', 416], ...costs]);
    expect(figures('worker')).toEqual([first, ['With one worker stalled', 455], ...costs]);
    expect(figures('az')).toEqual([first, ['With one AZ lost', 312], ...costs]);
  });

  it('sets the capacity against the baseline’s, with its calculation, and judges it by no colour', () => {
    const [capacity] = verdictOf(profile3plus1).keyFigures;
    expect(capacity?.cell).toMatchObject({ text: '468', note: '+17%' });
    expect(capacity?.cell.explain?.worked).toBe('9 × 4 × 13 = 468');
    expect(capacity?.cell).not.toHaveProperty('tone');
    const [same] = resultOf(planWith(profile3plus1), 'A').verdict.keyFigures;
    expect(same?.cell).not.toHaveProperty('note');
    // 21 × 19 = 399: a quarter of a percent less.
    expect(verdictOf({ ...thin, vms: 21, threadsPerWorker: 19 }).keyFigures[0]?.cell.note).toBe('within 1%');
  });
});

describe('the paragraph of verdictOf', () => {
  const said = (plan: Plan, letter: Letter = 'B') => plainText(resultOf(plan, letter).verdict.paragraph);

  it('tells of a loss that is carried exactly as still carried', () => {
    // 15 VMs of 40 in three AZs keep 10: 400.
    expect(said(planWith({ ...profile2, vms: 15 }))).toBe(
      'Losing an AZ leaves 400, still enough for 400. Today’s Thin fleet would have left 260.',
    );
  });

  it.each([
    ['none', 'Losing a VM leaves 416, still enough for 400. Today’s Thin fleet would have left 380.'],
    ['worker', 'Losing a VM leaves 416, still enough for 400. Today’s Thin fleet would have left 380.'],
  ])('tells of the VM that a deploy takes out where %s must be survived', (survive, text) => {
    expect(said(planWith(profile3plus1, { survive }))).toBe(text);
  });

  it('compares with another option by its letter', () => {
    const plan = withOwn(planWith(profile3plus1), 'A', { vms: 21 });
    // (21 − 7) × 20 = 280 against (9 − 3) × 52 = 312.
    expect(said(plan)).toBe(
      'Losing an AZ leaves 312 of 400. That is below target, yet better than the 280 option A would have left.',
    );
  });

  it('makes figures strong, and nothing else', () => {
    const strong = (option: Inputs, shared: Inputs = {}) =>
      verdictOf(option, shared).paragraph.flatMap((part) => (typeof part === 'string' ? [] : [part.strong]));
    expect(strong(profile3plus1)).toEqual(['312', '260']);
    expect(strong(profile2)).toEqual(['400', '11 VMs']);
    expect(strong(profile3plus1, { survive: 'az', zones: 1 })).toEqual(['468']);
    expect(strong({ ...profile3, vms: 12 }, { survive: 'az' })).toEqual(['624']);
  });

  it('does not blame a single AZ for a load that no fleet carries', () => {
    const most = planWith(profile3, { ...observed(50_000), survive: 'az', zones: 3 });
    expect(said(most)).toContain('No number of such VMs would carry it.');
    const exact = planWith({ ...profile2, vms: 10 }, { survive: 'az' });
    expect(said(exact)).toBe('With all up it carries 400. 15 VMs of this size would carry it.');
  });

  const about = (plan: Plan) => said(plan).replace(/^.*would have left\. ?/, '');
  /** What is said of options beside nine VMs of Profile 3, which carry 416 with a VM lost. */
  const aboutOthers = (...others: readonly (readonly [Letter, string, Inputs])[]) =>
    about(withOptions(planWith(profile3plus1), ...others));

  it('says of other options what they carry, one or many', () => {
    const cheap = (letter: Letter, name: string) => [letter, name, { ...profile2, vms: 11 }] as const;
    const parity = (letter: Letter, name: string) => [letter, name, profile2] as const;
    const small = (letter: Letter, name: string) => [letter, name, { vms: 4 }] as const;
    expect(aboutOthers(cheap('C', 'Eleven'))).toBe('Eleven carries it too, on fewer vCPU.');
    expect(aboutOthers(cheap('C', 'X'), cheap('D', 'Y'))).toBe('X and Y carry it too, on fewer vCPU.');
    expect(aboutOthers(parity('C', 'Ten'))).toBe('Ten reaches 400 only while nothing fails.');
    expect(aboutOthers(parity('C', 'X'), parity('D', 'Y'))).toBe(
      'X and Y reach 400 only while nothing fails.',
    );
    expect(aboutOthers(small('C', 'Four'))).toBe('Four does not reach 400 at all.');
    expect(aboutOthers(small('C', 'X'), small('D', 'Y'))).toBe('X and Y do not reach 400 at all.');
    expect(aboutOthers(small('C', 'Four'), parity('D', 'Ten'), cheap('E', 'Eleven'))).toBe(
      'Eleven carries it too, on fewer vCPU. Ten reaches 400 only while nothing fails. Four does not reach 400 at all.',
    );
  });

  // 9 × 4 × 13: 468, with a worker stalled 455, with a VM lost 416, with 3 of 9 VMs lost 312.
  it('names the mildest loss under which another option carries less', () => {
    const nine = ['C', 'Nine', { ...profile3, vms: 9 }] as const;
    const plan = withOptions(planWith({ ...profile3, vms: 12 }, { survive: 'az' }), nine);
    expect(said(plan)).toContain('Nine reaches 400 only while no AZ is lost.');
    // 8 × 4 × 13: 416, with a worker stalled 403, with a VM lost 364.
    expect(aboutOthers(['C', 'Eight', { ...profile3, vms: 8 }])).toBe(
      'Eight reaches 400 only while no VM is lost.',
    );
  });

  it('says nothing of another option that carries it on as many cores or more', () => {
    expect(aboutOthers(['C', 'Same', {}], ['D', 'Larger', { vms: 12 }])).toBe('');
    expect(said(planWith(profile3plus1))).toMatch(/would have left\.$/);
  });

  it('says nothing of the baseline among the others', () => {
    // Today’s 20 × 20 carry 380 with one VM lost, on 20 vCPU.
    const alone = planWith(profile3plus1, observed(380));
    expect(said(alone)).toMatch(/would have left\.$/);
    // The same fleet as an option of its own is named.
    expect(about(withOptions(alone, ['C', 'Again', thin]))).toBe('Again carries it too, on fewer vCPU.');
  });
});
