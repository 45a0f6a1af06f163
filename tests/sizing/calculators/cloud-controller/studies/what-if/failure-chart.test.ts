import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { fleets } from '../../plans.ts';
import { peak } from '../peak.ts';
import { chartIn, viewFor } from '../views.ts';

const chartFor = async (shared: Inputs = {}, option: Inputs = fleets.profile3plus1) =>
  chartIn(await viewFor('what-if', option, shared), 'failure-dots');

describe('failureChart', () => {
  it('has a row of dots an option, the first condition on top', async () => {
    const { places, series } = await chartFor();
    const dots = (values: readonly number[]) => values.map((x, index) => ({ x, y: 6 - index }));
    const look = { shape: 'dots', marker: 'circle', filled: true };
    expect(series).toEqual([
      // All up, 2 workers, deploy, 2 VMs, AZ, AZ in a deploy, growth with a VM lost.
      {
        id: 'dots-A',
        label: 'A Today',
        letter: 'A',
        ...look,
        data: dots([400, 360, 380, 360, 260, 240, 380]),
      },
      {
        id: 'dots-B',
        label: 'B New',
        letter: 'B',
        ...look,
        data: dots([468, 442, 416, 364, 312, 260, 416]),
      },
    ]);
    expect(places).toEqual([]);
  });

  it('names the conditions from the last row up, with how the selected option stands in each', async () => {
    const { x, y } = await chartFor();
    expect(y).toEqual({
      label: 'Condition',
      scale: 'linear',
      min: -0.4,
      max: 6.7,
      ticks: [0, 1, 2, 3, 4, 5, 6],
      format: 'number',
      names: [
        '+20% load',
        'AZ lost in a deploy',
        'AZ lost',
        '2 VMs lost',
        'Deploy',
        '2 workers stalled',
        'All up',
      ],
      notes: [
        { text: 'B 64 short', tone: 'bad' },
        { text: 'B 140 short', tone: 'bad' },
        { text: 'B 88 short', tone: 'bad' },
        { text: 'B 36 short', tone: 'bad' },
        { text: 'B 16 spare', tone: 'good' },
        { text: 'B 42 spare', tone: 'good' },
        { text: 'B 68 spare', tone: 'good' },
      ],
    });
    // 8% more than the grown load of 480.
    expect(x).toEqual({ label: 'Requests carried', scale: 'linear', min: 0, max: 519, format: 'number' });
    // Than the most that is carried where nothing grows: 468 × 1.08 = 505.44.
    expect((await chartFor({ whatIfGrowth: 0 })).x.max).toBe(506);
  });

  it('marks the load, and the grown load where it is another', async () => {
    const load = { axis: 'x', at: 400, label: 'Load 400', tone: 'load' };
    expect((await chartFor()).marks).toEqual([
      load,
      { axis: 'x', at: 480, label: 'Grown 480', tone: 'load', isDashed: true },
    ]);
    expect((await chartFor({ whatIfGrowth: 0 })).marks).toEqual([load]);
  });

  it('names one or several that carry the load everywhere, also where not a thread is left over', async () => {
    const thin = (vms: number) => ({ engine: 'thin', vcpusPerVm: 1, vms, threadsPerWorker: 20 });
    // Of 32 VMs 11 stand in the largest zone, and one more is updated: 20 × 20.
    const same = { whatIfGrowth: 0 };
    expect((await chartFor(same, thin(32))).subtitle).toBe('B carries the load in every condition.');
    expect((await chartFor(same, thin(31))).subtitle).toBe('No option carries the load in every condition.');
    // A peak of 240 is what today's fleet carries at worst.
    const worst = { ...peak(240), whatIfGrowth: 0 };
    expect((await chartFor(worst, thin(32))).subtitle).toBe('A and B carry the load in every condition.');
  });
});
