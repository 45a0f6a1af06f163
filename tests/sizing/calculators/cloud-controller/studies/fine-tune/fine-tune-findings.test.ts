import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { findingIn, viewFor } from '../views.ts';
import { csv, nine, tune } from './tune.ts';

async function idsFor(shared: Inputs): Promise<readonly string[]> {
  return (await viewFor('fine-tune', nine, shared)).findings.map(({ id }) => id);
}

describe('fineTuneFindings', () => {
  it('has nothing to say of units where nothing was divided or read as percent', async () => {
    // 45 of 52 is near: more threads would do.
    expect(await idsFor(tune(45, 0.5, 2))).toEqual(['remedy']);
    expect(await idsFor(tune(null, null, null))).toEqual([]);
  });

  it('says what was divided by the VMs, and only what was measured', async () => {
    const ofFleet = { fineTuneOutstandingOf: 'fleet', fineTuneLoadOf: 'fleet' };
    const title = async (shared: Inputs) =>
      findingIn(await viewFor('fine-tune', nine, { ...shared, ...ofFleet }), 'divided')?.title;
    expect(await title(tune(405, 0.5, 18))).toBe(
      'Outstanding requests and the load average divided by 9 VMs',
    );
    expect(await title(tune(405, 0.5, null))).toBe('Outstanding requests divided by 9 VMs');
    expect(await title(tune(null, 0.5, 18))).toBe('The load average divided by 9 VMs');
    expect(await title(tune(null, 0.5, null))).toBeUndefined();
  });

  it('takes 1 for all of the VM, and only more for percent', async () => {
    const all = await viewFor('fine-tune', nine, tune(10, 1, 1));
    expect(findingIn(all, 'cpu-percent')).toBeUndefined();
    expect(all.verdict.stateText).toBe('Threads free, cores over their limit');
    const percent = await viewFor('fine-tune', nine, tune(10, 2, 1));
    expect(findingIn(percent, 'cpu-percent')?.title).toBe('Read 2 as 2%');
    expect(percent.verdict.stateText).toBe('Threads free, cores within');
  });

  it('asks whether 312 outstanding requests are the whole fleet’s, and judges nothing until then', async () => {
    const view = await viewFor('fine-tune', nine, tune(312, 0.5, 2));
    expect(findingIn(view, 'outstanding-of-fleet')?.fix).toEqual({
      label: 'Divide by 9 VMs',
      edit: { kind: 'set', inputs: { fineTuneOutstandingOf: 'fleet' } },
    });
    expect(view.verdict.stateText).toBe('Not enough to judge');
    expect(findingIn(view, 'remedy')).toBeUndefined();
  });

  it('asks from more than one and a half times the threads on: 78 is taken, 79 is not', async () => {
    expect(
      findingIn(await viewFor('fine-tune', nine, tune(78, 0.5, 2)), 'outstanding-of-fleet'),
    ).toBeUndefined();
    expect(
      findingIn(await viewFor('fine-tune', nine, tune(79, 0.5, 2)), 'outstanding-of-fleet'),
    ).toBeDefined();
  });

  it('asks the same of a load average above four times the cores', async () => {
    expect(findingIn(await viewFor('fine-tune', nine, tune(10, 0.5, 16)), 'load-of-fleet')).toBeUndefined();
    const view = await viewFor('fine-tune', nine, tune(10, 0.5, 16.5));
    expect(findingIn(view, 'load-of-fleet')?.fix?.label).toBe('Divide by 9 VMs');
  });

  it('says that it reads 62 as 62%', async () => {
    expect(findingIn(await viewFor('fine-tune', nine, tune(10, 62, 2)), 'cpu-percent')?.title).toBe(
      'Read 62 as 62%',
    );
  });

  it('warns where all threads are taken, because the metric ends there', async () => {
    const ceiling = async (outstanding: number | null) =>
      findingIn(await viewFor('fine-tune', nine, tune(outstanding, 0.5, 2)), 'at-ceiling');
    expect(await ceiling(51.9)).toBeUndefined();
    expect(await ceiling(null)).toBeUndefined();
    expect(await ceiling(52)).toEqual({
      id: 'at-ceiling',
      severity: 'caution',
      title: 'All threads are taken: what waits is not in the metric',
      text: 'It ends at 52 threads, so more may be needed than is reckoned here. Add, then measure again.',
      rules: ['R-15', 'CF-15'],
    });
  });

  it('refuses CPU above 100% instead of guessing', async () => {
    const view = await viewFor('fine-tune', nine, tune(10, null, null), csv('cpu_user', '250', '120'));
    expect(findingIn(view, 'cpu-over-100')?.title).toBe('CPU user of 250: more than 100%');
    expect(view.verdict.stateText).toBe('Not enough to judge');
  });

  it.each<readonly [string, Inputs, Inputs, string, boolean]>([
    [
      'outstanding-of-fleet',
      nine,
      { fineTuneOutstanding: 312 },
      'A VM has 52 threads, and the metric ends there.',
      true,
    ],
    [
      'outstanding-of-fleet',
      nine,
      { fineTuneOutstanding: 3120, fineTuneOutstandingOf: 'fleet' },
      'A VM has 52 threads, and the metric ends there. It is divided by 9 VMs already.',
      false,
    ],
    [
      'outstanding-of-fleet',
      { ...nine, vms: 1 },
      { fineTuneOutstanding: 312 },
      'A VM has 52 threads, and the metric ends there.',
      false,
    ],
    ['load-of-fleet', nine, { fineTuneLoadAverage: 90 }, 'A VM has 4 cores.', true],
    [
      'load-of-fleet',
      nine,
      { fineTuneLoadAverage: 900, fineTuneLoadOf: 'fleet' },
      'A VM has 4 cores. It is divided by 9 VMs already.',
      false,
    ],
    ['load-of-fleet', { ...nine, vms: 1 }, { fineTuneLoadAverage: 90 }, 'A VM has 4 cores.', false],
  ])('asks by %s what a value is of, of %j with %j', async (id, fleet, shared, text, hasFix) => {
    const found = findingIn(await viewFor('fine-tune', fleet, shared), id);
    expect(found).toMatchObject({ severity: 'blocker', text });
    expect(found?.rules).toEqual(id === 'load-of-fleet' ? ['CF-15'] : ['CF-15', 'R-15']);
    if (!found?.fix) return expect(hasFix).toBe(false);
    // What the button does takes the question away: 312 / 9 of 52 threads, 90 / 9 on 4 cores.
    const { edit } = found.fix;
    if (edit.kind !== 'set') throw new Error('It sets a field.');
    expect([hasFix, Object.values(edit.inputs)]).toEqual([true, ['fleet']]);
    expect(findingIn(await viewFor('fine-tune', fleet, { ...shared, ...edit.inputs }), id)).toBeUndefined();
  });

  it('asks with the value in the title', async () => {
    const title = async (shared: Inputs, id: string) =>
      findingIn(await viewFor('fine-tune', nine, shared), id)?.title;
    expect(await title({ fineTuneOutstanding: 312.34 }, 'outstanding-of-fleet')).toBe(
      '312.3 outstanding requests: is this the whole fleet?',
    );
    expect(await title({ fineTuneLoadAverage: 90.25 }, 'load-of-fleet')).toMatch(
      /^A load average of 90\.\d: is this the whole fleet\?$/,
    );
  });

  it('cites the guide for CPU above 100%, for a file and for units', async () => {
    const rulesOf = async (shared: Inputs, ...lines: readonly string[]) =>
      (await viewFor('fine-tune', nine, shared, csv(...lines))).findings.map((f) => [
        f.id,
        f.severity,
        f.rules,
      ]);
    expect(await rulesOf({}, 'cpu', '250')).toEqual([
      ['samples-read', 'note', ['CF-15']],
      ['cpu-over-100', 'blocker', ['CF-15']],
    ]);
    expect(await rulesOf({}, 'cpu', 'x')).toEqual([['samples-refused', 'blocker', ['CF-15']]]);
    expect(await rulesOf({ ...tune(90, 62, null), fineTuneOutstandingOf: 'fleet' })).toEqual([
      ['remedy', 'note', ['CF-15', 'CF-12']],
      ['cpu-percent', 'note', ['CF-15']],
      ['divided', 'note', ['CF-15']],
    ]);
  });

  it('says of a series that it is read as percent', async () => {
    const view = await viewFor('fine-tune', nine, {}, csv('cpu', '50', '60'));
    expect(findingIn(view, 'cpu-percent')).toEqual({
      id: 'cpu-percent',
      severity: 'note',
      title: 'CPU user is read as percent',
      text: 'A share of the VM is at most 1; a value above is taken for percent.',
      rules: ['CF-15'],
    });
    expect(findingIn(await viewFor('fine-tune', nine, {}, csv('cpu', '250')), 'cpu-percent')).toBeUndefined();
  });
});
