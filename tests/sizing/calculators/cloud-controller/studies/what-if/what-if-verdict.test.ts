import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../../../src/sizing/core/explanation.ts';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { fleets } from '../../plans.ts';
import { viewFor } from '../views.ts';

const verdictFor = async (option: Inputs, shared: Inputs = {}) =>
  (await viewFor('what-if', option, shared)).verdict;

describe('whatIfVerdict', () => {
  it('says how much of what is asked is carried, and the figures of each loss', async () => {
    const verdict = await verdictFor(fleets.profile3plus1);
    expect(verdict.state).toBe('changes');
    expect(verdict.stateText).toBe('Option B carries the load in 3 of 7 conditions');
    expect(verdict.headline).toBe('Option B carries the load with 1 VM lost, not with 2.');
    expect(plainText(verdict.paragraph)).toBe(
      'Short of the load: 2 VMs lost, AZ lost, AZ lost in a deploy and +20% load. A carries the load with all up, not with 1 VM lost.',
    );
    expect(verdict.keyFigures).toEqual([
      { label: '2 workers stalled', cell: { text: '442', value: 442, note: '42 spare', tone: 'good' } },
      { label: '2 VMs lost', cell: { text: '364', value: 364, note: '36 short', tone: 'bad' } },
      { label: 'AZ lost', cell: { text: '312', value: 312, note: '88 short', tone: 'bad' } },
      { label: 'AZ lost in a deploy', cell: { text: '260', value: 260, note: '140 short', tone: 'bad' } },
    ]);
    expect(verdict.spoken).toBe('Option B carries the load in 3 of 7 conditions.');
  });

  it('meets the target where every condition is carried, to the last thread, and names none as short', async () => {
    // Of 32 VMs of 20 threads 11 are lost with a zone and one is updated: 400.
    const verdict = await verdictFor({ vcpusPerVm: 1, vms: 32, threadsPerWorker: 20 }, { whatIfGrowth: 0 });
    expect(verdict.state).toBe('meets');
    expect(verdict.stateText).toBe('Option B carries the load in 7 of 7 conditions');
    expect(plainText(verdict.paragraph)).toBe('A carries the load with all up, not with 1 VM lost.');
  });

  it('is short where not even all up carries the load', async () => {
    const verdict = await verdictFor({ ...fleets.profile3, vms: 7 });
    expect(verdict.state).toBe('short');
    expect(verdict.stateText).toBe('Option B carries the load in 0 of 7 conditions');
  });
});
