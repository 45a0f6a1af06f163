import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { planWith } from '../../plans.ts';
import { peak } from '../peak.ts';
import { findingIn, viewFor, viewOf } from '../views.ts';
import { withOptions } from '../with-options.ts';
import { nine, tune } from './tune.ts';

const remedyFor = async (fleet: Inputs, shared: Inputs) =>
  findingIn(await viewFor('fine-tune', fleet, shared), 'remedy');
const spread = 'Reckoned from p95, the same requests spread evenly.';

describe('fineTuneFindings, its remedy', () => {
  it('raises threads: a caution, with an option to try', async () => {
    // 52 / (4 × 16) = 81 %, 52 / (4 × 17) = 76 %. With a VM lost 8 × 68 = 544 carry today's 400.
    expect(await remedyFor(nine, tune(52, 0.5, 2))).toEqual({
      id: 'remedy',
      severity: 'caution',
      title: '17 threads would bring it below its limits',
      text: spread,
      rules: ['CF-15', 'CF-6'],
      fix: {
        label: 'Make this a new option',
        edit: { kind: 'add-option', name: '17 threads', inputs: { vms: 9, threadsPerWorker: 17 } },
      },
    });
  });

  it('raises both, named in the order of VMs and threads', async () => {
    // 9 × 64 = 576 on VMs of 80 threads, of which 64 may be used.
    const found = await remedyFor(nine, tune(64, 0.5, 2));
    expect(found?.title).toBe('10 VMs, 20 threads would bring it below its limits');
    expect(found?.fix?.edit).toEqual({
      kind: 'add-option',
      name: '10 VMs, 20 threads',
      inputs: { vms: 10, threadsPerWorker: 20 },
    });
  });

  it('adds VMs: a blocker where cores are over', async () => {
    // 9 × 0.95 = 8.55: 10 VMs have 0.855, 11 have 0.777.
    for (const outstanding of [10, 45])
      expect(await remedyFor(nine, tune(outstanding, 0.95, 3))).toMatchObject({
        severity: 'blocker',
        title: '11 VMs would bring it below its limits',
        rules: ['CF-15', 'CF-6'],
        fix: { edit: { name: '11 VMs' } },
      });
  });

  it('removes VMs: a note, with the plan’s own load where that is not reached', async () => {
    // Five VMs, four left: 4 × 52 = 208 of 400.
    expect(await remedyFor(nine, tune(10, 0.3, 1))).toEqual({
      id: 'remedy',
      severity: 'note',
      title: '5 VMs instead of 9 would do',
      text: `${spread} Remove one VM at a time and measure again. The plan’s own load is not reached by it: 208 of 400 with one VM lost.`,
      rules: ['CF-15', 'CF-12'],
      fix: {
        label: 'Make this a new option',
        edit: { kind: 'add-option', name: '5 VMs', inputs: { vms: 5, threadsPerWorker: 13 } },
      },
    });
  });

  it.each<readonly [Inputs, string]>([
    // Six VMs in three zones, four left; five VMs with all up: 260.
    [{ survive: 'az' }, ' 208 of 400 with one AZ lost.'],
    [{ survive: 'none' }, ' 260 of 400 with all up.'],
    // Five VMs less one worker of 13 threads.
    [{ survive: 'worker' }, ' 247 of 400 with one worker stalled.'],
    [peak(209), ' 208 of 209 with one VM lost.'],
  ])('holds the plan’s load against what is left with %j', async (shared, ending) => {
    const { text = '' } = (await remedyFor(nine, tune(10, 0.3, 1, shared))) ?? {};
    expect(text.endsWith(ending)).toBe(true);
  });

  it('has nothing to say of a plan’s load that is just reached', async () => {
    const { text } = (await remedyFor(nine, tune(10, 0.3, 1, peak(208)))) ?? {};
    expect(text).toBe(`${spread} Remove one VM at a time and measure again.`);
  });

  it('is silent without a quadrant or a fleet that would do, and while a value is in doubt', async () => {
    expect(await remedyFor(nine, tune(52, null, null))).toBeUndefined();
    expect(await remedyFor({ ...nine, vms: 3 }, tune(35, 0.6, 2))).toBeUndefined();
    // A load average of 45 on 4 cores is in doubt; threads and CPU judge, but nothing is advised.
    expect(await remedyFor(nine, tune(52, 0.5, 45))).toBeUndefined();
  });

  it('offers an option only where there is room for one: six are the most', async () => {
    const foundIn = async (count: number) => {
      const plan = withOptions(planWith(nine, tune(52, 0.5, 2)), count);
      return findingIn(await viewOf('fine-tune', plan), 'remedy');
    };
    expect((await foundIn(5))?.fix?.label).toBe('Make this a new option');
    expect(await foundIn(6)).toMatchObject({ title: '17 threads would bring it below its limits' });
    expect((await foundIn(6))?.fix).toBeUndefined();
  });

  it('does what it says: the option it makes is below all limits, at the same requests', async () => {
    for (const [outstanding, cpu, load] of [
      [52, 0.5, 2],
      [64, 0.5, 2],
      [45, 0.95, 3],
      [10, 0.5, 5],
    ] as const) {
      const found = await remedyFor(nine, tune(outstanding, cpu, load));
      const edit = found?.fix?.edit;
      if (edit?.kind !== 'add-option') throw new Error('It adds an option.');
      const share = 9 / Number(edit.inputs.vms);
      const after = tune(outstanding * share, cpu * share, load * share);
      const { verdict } = await viewFor('fine-tune', { ...nine, ...edit.inputs }, after);
      expect(verdict.stateText).toBe('Threads free, cores within');
    }
  });
});
