import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../../../src/sizing/core/explanation.ts';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { fleets } from '../../plans.ts';
import { viewFor } from '../views.ts';
import { nine, tune } from './tune.ts';

const verdictFor = async (fleet: Inputs, shared: Inputs, samples = '') =>
  (await viewFor('fine-tune', fleet, shared, { samples })).verdict;

describe('fineTuneVerdict', () => {
  it.each<readonly [string, Inputs, Inputs, string]>([
    // 9 × 63.9 = 575.1 on 9 VMs of 80 × 0.8; 9 × 64 needs a tenth.
    [
      'raises threads',
      nine,
      tune(63.9, 0.5, 2),
      'Threads run out before CPU. Raise threads to 20, then add VMs.',
    ],
    ['raises both', nine, tune(64, 0.5, 2), 'Threads run out before CPU. Raise threads to 20 and add 1 VM.'],
    [
      'adds VMs where threads are 20',
      fleets.profile2,
      tune(36, 0.5, 1),
      'Threads run out before CPU, and 20 are all a worker should have: add 2 VMs.',
    ],
    [
      'finds no fleet large enough',
      { ...fleets.profile2, vms: 500 },
      tune(36, 0.5, 1),
      'Threads run out before CPU. No fleet of this size of VM is enough.',
    ],
    [
      'finds no Thin fleet large enough',
      { ...fleets.thin, vms: 500 },
      tune(18, 0.5, 0.5),
      'Threads run out before CPU. No fleet of this size of VM is enough.',
    ],
    ['adds a VM', { ...nine, vms: 2 }, tune(45, 0.9, 2), 'Scale out: add 1 VM or cores.'],
    [
      'finds no fleet that scales out',
      { ...nine, vms: 500 },
      tune(45, 0.95, 3),
      'Scale out: add cores; VMs of this size are not enough.',
    ],
    [
      'wants cores or some VMs, no number of which is enough',
      { ...nine, vms: 500, threadsPerWorker: 10 },
      tune(5, 0.95, 3),
      'CPU-bound. More threads will not help; add cores or VMs.',
    ],
    [
      'wants lower threads above 10',
      { ...nine, vms: 2, threadsPerWorker: 11 },
      tune(5, 0.9, 2),
      'CPU-bound. More threads will not help; add cores or 1 VM, or lower threads.',
    ],
    // On 6 VMs in 3 zones 4 are left, with 9 × 0.3 / 4 = 0.675 of CPU.
    [
      'shrinks for an AZ',
      nine,
      tune(10, 0.3, 1, { survive: 'az' }),
      'Room to shrink: 6 VMs would keep p95 below its limits with one AZ lost. Remove one at a time.',
    ],
    [
      'shrinks for a VM, though none need be survived',
      nine,
      tune(10, 0.3, 1, { survive: 'none' }),
      'Room to shrink: 5 VMs would keep p95 below its limits with one VM lost. Remove one at a time.',
    ],
  ])('%s', async (_, fleet, shared, headline) => {
    const verdict = await verdictFor(fleet, shared);
    expect([verdict.headline, verdict.spoken]).toEqual([headline, headline]);
  });

  it('meets, changes or is short by the quadrant', async () => {
    const state = async (shared: Inputs) => (await verdictFor(nine, shared)).state;
    expect(await state(tune(10, 0.3, 1))).toBe('meets');
    expect(await state(tune(45, 0.3, 1))).toBe('changes');
    expect(await state(tune(45, 0.9, 1))).toBe('short');
    expect(await state(tune(10, 0.9, 1))).toBe('short');
    // Half an answer, or none.
    expect(await state(tune(10, null, null))).toBe('changes');
    expect(await state({})).toBe('changes');
  });

  it('is no more than a change while a value is in doubt', async () => {
    // A load of 45 on one VM of 4 cores is in doubt; the others judge.
    const verdict = await verdictFor(nine, tune(10, 0.3, 45));
    expect([verdict.state, verdict.stateText]).toEqual(['changes', 'Threads free, cores within']);
    expect((await verdictFor(nine, tune(10, 0.9, 45))).state).toBe('changes');
  });

  it('asks what a doubtful value is of, and says that samples are refused', async () => {
    const headline = async (shared: Inputs, samples = '') =>
      (await verdictFor(nine, shared, samples)).headline;
    expect(await headline(tune(312, null, null))).toBe(
      'One value does not fit a single VM; say what it is of.',
    );
    expect(await headline({}, 'outstanding\nx')).toBe('The samples cannot be read; nothing of them is used.');
    expect(await headline({}, 'outstanding\n10')).toBe(
      'Threads are clear of their limit. CPU user or the load average tells about the cores.',
    );
  });

  it('says of a series up to where 95 % of the time is, of single values what they are', async () => {
    const said = async (shared: Inputs, samples = '') =>
      plainText((await verdictFor(nine, shared, samples)).paragraph);
    expect(await said(tune(null, 0.5, null), 'outstanding\n10\n26')).toBe(
      '95% of the time up to: 26 of 52 threads on a VM, CPU user 50% of at most 85%.',
    );
    expect(await said(tune(null, null, 1.5))).toBe('Measured: load average 1.5 of 4 cores.');
    expect(plainText((await verdictFor(fleets.thin, tune(null, null, 0.5))).paragraph)).toBe(
      'Measured: load average 0.5 of 1 core.',
    );
  });

  it('has a key figure of each value measured, with its number', async () => {
    const figures = async (shared: Inputs) =>
      (await verdictFor(nine, shared)).keyFigures.map(({ cell, label }) => [label, cell.value]);
    expect(await figures(tune(26, 0.5, 2))).toEqual([
      ['Threads in use', 0.5],
      ['CPU user', 0.5],
      ['Load average', 2],
    ]);
    expect(await figures(tune(26, null, null))).toEqual([['Threads in use', 0.5]]);
    expect(await figures(tune(null, 0.5, null))).toEqual([['CPU user', 0.5]]);
    expect(await figures(tune(null, null, 2))).toEqual([['Load average', 2]]);
    expect(await figures({})).toEqual([]);
  });

  it('calls threads good below what is near, bad from there on', async () => {
    const tone = async (outstanding: number) =>
      (await verdictFor(nine, tune(outstanding, null, null))).keyFigures[0]?.cell.tone;
    expect([await tone(41.5), await tone(41.6)]).toEqual(['good', 'bad']);
  });
});

describe('study', () => {
  it('hints at the metric that works, and how many threads a VM has', async () => {
    const hint = async (fleet: Inputs) => (await viewFor('fine-tune', fleet)).hints.fineTuneOutstanding;
    expect(await hint(nine)).toBe('cc_requests_outstanding_total; a VM has 52 threads.');
    expect(await hint(fleets.thin)).toBe('cc.requests.outstanding.gauge; a VM has 20 threads.');
  });

  it('draws the quadrant only once both threads and cores are known', async () => {
    const ids = async (shared: Inputs) => {
      const view = await viewFor('fine-tune', nine, shared);
      expect(view.exports).toEqual([]);
      return view.figures.map((f) => f.id);
    };
    expect(await ids(tune(10, 0.3, 1))).toEqual(['quadrant', 'readings', 'metrics']);
    expect(await ids(tune(10, null, null))).toEqual(['readings', 'metrics']);
  });
});
