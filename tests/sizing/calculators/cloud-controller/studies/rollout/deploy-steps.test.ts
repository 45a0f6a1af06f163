import { describe, expect, it } from 'vitest';
import {
  additionStep,
  deletionStep,
  steadyStep,
  updateSteps,
} from '../../../../../../src/sizing/calculators/cloud-controller/studies/rollout/deploy-steps.ts';
import { pace, puma, thin } from './kinds.ts';

describe('steadyStep', () => {
  it('is so many times one VM: 20 Thin VMs of 20 threads, 1 vCPU, 4 GiB and 27 connections', () => {
    expect(steadyStep('Today', thin, 20)).toEqual({
      title: 'Today',
      lowest: 400,
      after: 400,
      vcpus: 20,
      memoryGib: 80,
      connections: 540,
      minutes: 0,
      thinVms: 20,
      pumaVms: 0,
      moments: [{ minute: 0, carries: 400 }],
    });
  });

  it('counts Puma VMs as Puma: 9 × 52 threads, 36 vCPU, 144 GiB, 657 connections', () => {
    expect(steadyStep('After', puma, 9)).toMatchObject({
      lowest: 468,
      vcpus: 36,
      memoryGib: 144,
      connections: 657,
      thinVms: 0,
      pumaVms: 9,
    });
  });
});

describe('deletionStep', () => {
  it('carries from its start only what is kept, and takes what there was until VMs have drained', () => {
    expect(deletionStep(thin, 20, 9, pace)).toEqual({
      title: '11 surplus Thin VMs deleted',
      lowest: 180,
      after: 180,
      vcpus: 20,
      memoryGib: 80,
      connections: 540,
      // Side by side: one drain, whatever their number.
      minutes: 6,
      thinVms: 9,
      pumaVms: 0,
      moments: [{ minute: 0, carries: 180 }],
    });
  });

  it('says one VM as one', () => {
    expect(deletionStep(puma, 10, 9, pace).title).toBe('1 surplus Puma VM deleted');
  });
});

describe('additionStep', () => {
  it('adds 11 VMs four at a time in three rounds of 5 minutes', () => {
    expect(additionStep(puma, 9, 20, { ...pace, maxInFlight: 4 })).toEqual({
      title: '11 Puma VMs added',
      lowest: 468,
      after: 1040,
      vcpus: 80,
      memoryGib: 320,
      connections: 1460,
      minutes: 15,
      thinVms: 0,
      pumaVms: 20,
      // 9, 13, 17 and 20 VMs of 52.
      moments: [
        { minute: 0, carries: 468 },
        { minute: 5, carries: 676 },
        { minute: 10, carries: 884 },
        { minute: 15, carries: 1040 },
      ],
    });
  });

  it('says one VM as one', () => {
    expect(additionStep(thin, 20, 21, pace).title).toBe('1 Thin VM added');
  });
});

describe('updateSteps', () => {
  it('takes the canary out first and then two at a time of what is left in zones of 3, 2 and 2 VMs', () => {
    expect(updateSteps(thin, puma, 7, { ...pace, maxInFlight: 2 })).toEqual([
      {
        title: 'Canary to Puma',
        // Six of 20; then one of 52 beside them.
        lowest: 120,
        after: 172,
        // Six Thin VMs, and the one being rebuilt at what the larger kind takes.
        vcpus: 6 * 1 + 4,
        memoryGib: 6 * 4 + 16,
        connections: 6 * 27 + 73,
        minutes: 11,
        thinVms: 6,
        pumaVms: 1,
        moments: [
          { minute: 0, carries: 120 },
          { minute: 11, carries: 172 },
        ],
      },
      {
        title: 'Others to Puma, 2 at a time',
        // 1 × 52 + 4 × 20, 3 × 52 + 2 × 20, 5 × 52, 7 × 52.
        lowest: 132,
        after: 364,
        vcpus: 28,
        memoryGib: 112,
        connections: 511,
        minutes: 33,
        thinVms: 0,
        pumaVms: 7,
        moments: [
          { minute: 0, carries: 132 },
          { minute: 11, carries: 196 },
          { minute: 22, carries: 260 },
          { minute: 33, carries: 364 },
        ],
      },
    ]);
  });

  it('counts on the way back what turns to Thin, and takes most while most still run Puma', () => {
    expect(updateSteps(puma, thin, 3, pace)).toEqual([
      {
        title: 'Canary to Thin',
        lowest: 104,
        after: 124,
        vcpus: 12,
        memoryGib: 48,
        connections: 219,
        minutes: 11,
        thinVms: 1,
        pumaVms: 2,
        moments: [
          { minute: 0, carries: 104 },
          { minute: 11, carries: 124 },
        ],
      },
      {
        title: 'Others to Thin, 1 at a time',
        // 20 + 52, then 2 × 20, then 3 × 20.
        lowest: 40,
        after: 60,
        vcpus: 1 + 4 + 4,
        memoryGib: 4 + 16 + 16,
        connections: 27 + 73 + 73,
        minutes: 22,
        thinVms: 3,
        pumaVms: 0,
        moments: [
          { minute: 0, carries: 72 },
          { minute: 11, carries: 40 },
          { minute: 22, carries: 60 },
        ],
      },
    ]);
  });

  it('never updates VMs of two zones in one round: 7 VMs, three at a time, in rounds of 3, 2 and 2', () => {
    const steps = updateSteps(thin, puma, 7, { ...pace, canaries: 0, maxInFlight: 3 });
    expect(steps.map(({ title }) => title)).toEqual(['VMs to Puma, 3 at a time']);
    // 4 × 20; 3 × 52 + 2 × 20; 5 × 52; 7 × 52.
    expect(steps[0]?.moments.map(({ carries }) => carries)).toEqual([80, 196, 260, 364]);
  });

  it('updates several canaries as many at a time as others, from the first zone on', () => {
    const [canaries, others] = updateSteps(thin, puma, 7, { ...pace, canaries: 5, maxInFlight: 2 });
    expect(canaries?.title).toBe('5 canaries to Puma');
    // 2, 2 and 1 out: 5 × 20; 2 × 52 + 3 × 20; 4 × 52 + 2 × 20.
    expect(canaries?.moments.map(({ carries }) => carries)).toEqual([100, 164, 248, 300]);
    // The two of the third zone are left, and out together.
    expect(others?.moments.map(({ carries }) => carries)).toEqual([260, 364]);
  });

  it('has no others where every VM is a canary, and never more canaries than VMs', () => {
    expect(updateSteps(thin, puma, 3, { ...pace, canaries: 3 }).map(({ title }) => title)).toEqual([
      '3 canaries to Puma',
    ]);
    expect(
      updateSteps(thin, puma, 2, { ...pace, canaries: 5 }).map(({ title, pumaVms }) => [title, pumaVms]),
    ).toEqual([['2 canaries to Puma', 2]]);
  });
});
