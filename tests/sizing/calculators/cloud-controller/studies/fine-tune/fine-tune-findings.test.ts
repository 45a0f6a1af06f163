import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { fleets } from '../../plans.ts';
import { findingIn, tableIn, viewFor } from '../views.ts';

/** Nine VMs with 4 × 13 = 52 threads and 4 cores each. */
const nine = fleets.profile3plus1;

function tune(outstanding: number | null, cpuUser: number | null, load: number | null): Inputs {
  return { fineTuneOutstanding: outstanding, fineTuneCpuUser: cpuUser, fineTuneLoadAverage: load };
}

function csv(...lines: readonly string[]) {
  return { samples: lines.join('\n') };
}

async function idsFor(shared: Inputs): Promise<readonly string[]> {
  return (await viewFor('fine-tune', nine, shared)).findings.map(({ id }) => id);
}

describe('fineTuneFindings', () => {
  it('says which columns of a file it used, which not, and what was missing', async () => {
    const samples = csv('time,outstanding,cpu_user', '9:00,10,0.3', '9:05,,0.4', '', '9:10,12,0.5');
    const finding = findingIn(await viewFor('fine-tune', nine, {}, samples), 'samples-read');
    expect(finding).toEqual({
      id: 'samples-read',
      severity: 'note',
      title: '3 rows of samples read',
      text: 'Used: outstanding, cpu_user; not used: time; 1 value missing; 1 blank row skipped.',
      rules: ['CF-15'],
    });
    const whole = csv('outstanding', '10', '12');
    expect(findingIn(await viewFor('fine-tune', nine, {}, whole), 'samples-read')?.text).toBe(
      'Used: outstanding.',
    );
  });

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

  it('cites for the ceiling of the metric what it counts and what to watch', async () => {
    const full = await viewFor('fine-tune', nine, tune(52, 0.5, 2));
    expect(findingIn(full, 'at-ceiling')?.rules).toEqual(['R-15', 'CF-15']);
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
    expect(findingIn(await viewFor('fine-tune', nine, tune(52, 0.5, 2)), 'at-ceiling')).toBeDefined();
    expect(findingIn(await viewFor('fine-tune', nine, tune(51, 0.5, 2)), 'at-ceiling')).toBeUndefined();
  });

  it('refuses CPU above 100% instead of guessing', async () => {
    const view = await viewFor('fine-tune', nine, tune(10, null, null), csv('cpu_user', '250', '120'));
    expect(findingIn(view, 'cpu-over-100')?.title).toBe('CPU user of 250: more than 100%');
    expect(view.verdict.stateText).toBe('Not enough to judge');
  });

  it('explains a file it cannot read and uses nothing of it', async () => {
    const view = await viewFor('fine-tune', nine, {}, csv('outstanding,cpu_user', '10,0.3', 'ten,0.3'));
    const finding = findingIn(view, 'samples-refused');
    expect(finding?.severity).toBe('blocker');
    expect(finding?.text).toBe('Row 3: “ten” is no number (outstanding). Nothing of the file is used.');
    expect(tableIn(view, 'readings').rows).toEqual([]);
  });
});
