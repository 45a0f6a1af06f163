import { describe, expect, it } from 'vitest';
import { cloudController } from '../../../../src/sizing/calculators/cloud-controller/index.ts';
import { plainText } from '../../../../src/sizing/core/explanation.ts';
import type { Inputs } from '../../../../src/sizing/core/plan.ts';
import { firstVisit, fleets, observed, planWith, resultOf } from './plans.ts';

describe('cloudController', () => {
  it('answers a new visitor within five seconds', () => {
    const { plan, selected } = firstVisit();
    const { verdict } = resultOf(plan, selected);
    expect(selected).toBe('C');
    expect(plan.options.map((o) => o.name)).toEqual(['Today', 'Profile 2', 'Profile 3 + 1 VM', 'Profile 4']);
    expect(verdict.stateText).toBe('Option C meets the target once one setting is changed');
    expect(verdict.headline).toBe('Nine 4-vCPU Puma VMs carry today’s 400 requests, even with one VM lost.');
    expect(verdict.keyFigures.map(({ cell, label }) => [label, cell.text, cell.note])).toEqual([
      ['Capacity, all up', '468', '+17%'],
      ['With one VM lost', '416', '16 spare'],
      ['Total vCPU', '36', '+16'],
      ['Memory', '144', '+64'],
    ]);
    expect(plainText(verdict.paragraph)).toBe(
      'Losing an AZ leaves 312 of 400. That is below target, yet better than the 260 today’s Thin fleet would have left. Profile 2 reaches 400 only while nothing fails. Profile 4 reaches 400 only while no VM is lost.',
    );
    expect(verdict.spoken).toBe('Option C carries 416 with one VM lost, 16 spare.');
  });

  it('advises a new visitor with one blocker and three cautions', () => {
    const { plan, selected } = firstVisit();
    const titles = resultOf(plan, selected)
      .findings.filter((f) => f.severity === 'blocker' || f.severity === 'caution')
      .map((f) => f.title);
    expect(titles).toEqual([
      'Raise the memory restart limit',
      'Scale in with a second deploy',
      'An AZ loss leaves 312 of 400',
      'The switch has two names',
    ]);
  });

  it('draws a hull for each option with the ring at the loss of a VM', () => {
    const { gauge } = resultOf(firstVisit().plan, 'C');
    expect(gauge.line?.value).toBe(400);
    expect(gauge.hulls.map((hull) => hull.lines.map((line) => line.value))).toEqual([
      [400, 380, 380, 260],
      [400, 380, 360, 240],
      [468, 455, 416, 312],
      [420, 405, 315, 210],
    ]);
    expect(gauge.hulls.map((hull) => hull.lines.findIndex((line) => line.isRing))).toEqual([2, 2, 2, 2]);
    expect(gauge.hulls[2]?.spoken).toBe(
      'Option C, 9 VMs. All up 468. Worker stalled 455. VM lost 416, 16 spare. AZ lost 312.',
    );
  });

  it('sets the options against the guide’s profiles', () => {
    const [table] = resultOf(firstVisit().plan, 'C').referenceTables;
    expect(table?.columns.map((c) => c.letter ?? '')).toEqual(['', 'A', 'B', '', 'D', 'C']);
    expect(table?.columns.map((c) => c.isMarked === true)).toEqual([false, false, false, true, false, false]);
    expect(table?.caption).toBe('Option C is Profile 3 (Puma) with 1 more VM.');
    expect(table?.rows[1]?.cells.at(-1)).toEqual({ text: '9', differs: true });
  });

  it.each([
    ['worker', 'Nine 4-vCPU Puma VMs carry today’s 400 requests, even with one worker stalled.'],
    ['none', 'Nine 4-vCPU Puma VMs carry today’s 400 requests while nothing fails.'],
    ['az', 'Nine 4-vCPU Puma VMs carry 312 of today’s 400 requests with one AZ lost.'],
  ])('words the headline for the condition %s', (survive, headline) => {
    expect(resultOf(planWith(fleets.profile3plus1, { survive })).verdict.headline).toBe(headline);
  });

  it('words the verdict of a Thin fleet, of one VM and of many', () => {
    const thin = resultOf(planWith(fleets.profile3), 'A').verdict;
    expect(thin.stateText).toBe('Option A falls 20 short when one VM is lost');
    expect(thin.headline).toBe('20 Thin VMs carry 380 of today’s 400 requests with one VM lost.');
    const one = resultOf(planWith({ ...fleets.profile3, vms: 1 })).verdict;
    expect(one.headline).toBe('One 4-vCPU Puma VM carries none of today’s 400 requests with one VM lost.');
    const many = resultOf(planWith({ ...fleets.profile3, vms: 12 })).verdict;
    expect(many.headline).toBe(
      '12 Puma VMs with 4 vCPU each carry today’s 400 requests, even with one VM lost.',
    );
  });

  const paragraph = (fleet: Inputs, shared: Inputs = {}, letter: 'A' | 'B' = 'B') =>
    plainText(resultOf(planWith(fleet, shared), letter).verdict.paragraph);

  it.each([
    // 10 × 40 = 400 and 9 × 40 = 360; 11 VMs keep 400 with one lost.
    [fleets.profile2, {}, 'With all up it carries 400. 11 VMs of this size would carry it.'],
    [
      { ...fleets.profile2, vms: 9 },
      {},
      'Even with all up it carries only 360. 11 VMs of this size would carry it.',
    ],
    [{ ...fleets.profile2, vms: 9 }, { survive: 'none' }, '10 VMs of this size would carry it.'],
    [
      fleets.profile3plus1,
      { survive: 'az', zones: 1 },
      'With all up it carries 468. With a single AZ no number of VMs would carry it.',
    ],
    [
      fleets.profile3plus1,
      observed(50_000),
      'Even with all up it carries only 468. No number of such VMs would carry it.',
    ],
  ])('says what would carry the load where %j with %j does not', (fleet, shared, said) => {
    expect(paragraph(fleet, shared)).toBe(said);
  });

  it('sets the next worse loss against today’s fleet', () => {
    const twelve = { ...fleets.profile3, vms: 12 };
    expect(paragraph(twelve, { survive: 'az' })).toBe('With all up it carries 624.');
    // (12 − 4) × 52 = 416; today (20 − 7) × 20 = 260.
    expect(paragraph(twelve)).toBe(
      'Losing an AZ leaves 416, still enough for 400. Today’s Thin fleet would have left 260.',
    );
    expect(paragraph(fleets.profile2, { survive: 'none' })).toBe(
      'Losing a VM leaves 360 of 400. That is below target, and worse than the 380 today’s Thin fleet would have left.',
    );
    const peak = observed(350);
    expect(paragraph(fleets.profile3, peak)).toBe(
      'Losing an AZ leaves 260 of 350. That is below target, and as much as today’s Thin fleet would have left.',
    );
    expect(paragraph(fleets.profile3, peak, 'A')).toBe('Losing an AZ leaves 260 of 350.');
  });

  it('says of the other options which carry it on fewer cores, and which never do', () => {
    const plan = planWith(fleets.profile3plus1, observed(350));
    const like = (letter: 'C' | 'D', name: string, vms: number) => ({
      letter,
      name,
      inputs: { ...plan.options[1]?.inputs, vms },
    });
    const options = [...plan.options, like('C', 'Eight', 8), like('D', 'Four', 4)];
    expect(plainText(resultOf({ ...plan, options }).verdict.paragraph)).toContain(
      'Eight carries it too, on fewer vCPU. Four does not reach 350 at all.',
    );
  });

  it('gives the capacity against today’s in whole percents', () => {
    const note = (fleet: Inputs) => resultOf(planWith(fleet)).verdict.keyFigures[0]?.cell.note;
    // 400, 360, 21 × 19 = 399 and 31 × 13 = 403 against 400.
    expect(note(fleets.profile2)).toBeUndefined();
    expect(note({ ...fleets.profile2, vms: 9 })).toBe('−10%');
    expect(note({ vcpusPerVm: 1, vms: 21, threadsPerWorker: 19 })).toBe('within 1%');
    expect(note({ vcpusPerVm: 1, vms: 31, threadsPerWorker: 13 })).toBe('+1%');
  });

  it('words an observed peak, growth and a load of one request', () => {
    const peak = { ...observed(350), growthPercent: 10 };
    expect(resultOf(planWith(fleets.profile3plus1, peak)).verdict.headline).toBe(
      'Nine 4-vCPU Puma VMs carry the observed peak of 350 requests plus 10%, even with one VM lost.',
    );
    const single = observed(1);
    expect(resultOf(planWith(fleets.profile3plus1, single)).verdict.headline).toContain('peak of 1 request,');
  });

  it('asks for the observed peak when it is to be carried but not given', () => {
    const { problems, result } = cloudController.evaluate(
      planWith(fleets.profile3, { loadMode: 'observed' }),
      'B',
    );
    expect(result).toBeNull();
    expect(problems.B).toEqual([
      {
        field: 'observedPeak',
        message: 'Observed peak, whole fleet: enter a whole number from 1 to 50,000, or match today.',
      },
    ]);
  });

  it('tells beside API VMs how many reach the load and how many cover the loss', () => {
    const hint = (option: keyof typeof fleets, shared = {}) =>
      cloudController.evaluate(planWith(fleets[option], shared), 'B').formNotes.hints.vms;
    expect(hint('profile3plus1')).toBe('8 reach 416. The ninth covers a lost VM.');
    expect(hint('profile3plus1', { survive: 'none' })).toBe('8 reach 416.');
    expect(hint('profile3plus1', { survive: 'az' })).toBe('8 reach 416. 12 cover a lost AZ.');
    expect(hint('profile3plus1', { survive: 'az', zones: 1 })).toBe(
      '8 reach 416. No number covers a lost AZ.',
    );
  });

  it('lets workers, local workers and connections follow their rules', () => {
    const autos = (option: keyof typeof fleets) =>
      cloudController.evaluate(planWith(fleets[option]), 'B').autoValues;
    expect(autos('thin')).toEqual({ workersPerVm: 1, localWorkersPerVm: 2, connectionsPerProcess: 25 });
    expect(autos('profile3')).toEqual({ workersPerVm: 4, localWorkersPerVm: 8, connectionsPerProcess: 13 });
    expect(autos('profile4')).toEqual({ workersPerVm: 7, localWorkersPerVm: 14, connectionsPerProcess: 15 });
  });

  it('hides for Thin what only Puma has', () => {
    expect(cloudController.evaluate(planWith(fleets.thin), 'B').formNotes.hidden).toEqual(
      expect.arrayContaining(['workersPerVm', 'spareCore']),
    );
  });
});
