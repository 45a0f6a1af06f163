import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../../../src/sizing/core/explanation.ts';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { fleets } from '../../plans.ts';
import { peak } from '../peak.ts';
import { rolloutFor } from './rollout-for.ts';

const verdictFor = async (shared: Inputs = {}, option?: Inputs) => (await rolloutFor(shared, option)).verdict;

describe('rolloutVerdict', () => {
  it('says which way to go, why, and what it takes meanwhile', async () => {
    const verdict = await verdictFor();
    expect(verdict.state).toBe('changes');
    expect(verdict.stateText).toBe('The way to option B is 20 short at its lowest point');
    expect(plainText(verdict.paragraph)).toBe(
      'One deploy falls to 160: BOSH deletes surplus VMs before it updates the rest. In between it takes up to 80 vCPU, 320 GiB and 1,460 DB connections, for up to 3 h 46 min.',
    );
    expect(verdict.paragraph[1]).toEqual({ strong: '80 vCPU, 320 GiB' });
    expect(verdict.keyFigures).toEqual([
      { label: 'Lowest capacity', cell: { text: '380', value: 380, tone: 'bad', note: '20 short' } },
      { label: 'Peak vCPU', cell: { text: '80', value: 80 } },
      { label: 'Peak memory', cell: { text: '320', value: 320, unit: 'GiB' } },
      { label: 'Peak DB connections', cell: { text: '1,460', value: 1460 } },
    ]);
    expect(verdict.spoken).toBe('The way to option B keeps at least 380 of 400 requests.');
  });

  it.each([
    // 21 VMs in between leave today's 400 at the lowest; an observed peak of 390 leaves ten of them.
    [{ rolloutBridge: 21 }, 'Three deploys keep', 'meets', 'exact'],
    [{ rolloutBridge: 21, ...peak(390) }, 'Three deploys keep', 'meets', '10 spare'],
    [{ rolloutBridge: 21, capi: '1.223' }, 'Three deploys keep', 'changes', 'exact'],
  ])('with %o: %s, %s, %s', async (shared, headline, state, note) => {
    const verdict = await verdictFor(shared);
    expect(verdict.headline).toContain(`${headline} at least 400 of`);
    expect(verdict.state).toBe(state);
    expect(verdict.stateText).toBe('The way to option B carries the load all the time');
    expect(verdict.keyFigures[0]?.cell).toMatchObject({ tone: 'good', note });
  });

  it('is short where the rollout needs more room than there is', async () => {
    const verdict = await verdictFor({ rolloutMaxVcpus: 60 });
    expect(verdict.state).toBe('short');
    expect(verdict.stateText).toBe('The way to option B needs more room than there is');
  });

  it('says of a single deploy what is deleted before others are updated, and only that', async () => {
    const grows = await verdictFor({}, { ...fleets.profile3, vms: 20 });
    expect(grows.headline).toBe('One deploy keeps at least 380 of 400 requests.');
    expect(plainText(grows.paragraph)).toMatch(/^No VM is deleted before it is replaced\. In between/);
    // With nine in between as in the end, eleven Thin VMs go first.
    const shrinks = await verdictFor({ rolloutBridge: 9 });
    expect(shrinks.headline).toBe('One deploy keeps at least 160 of 400 requests.');
    expect(plainText(shrinks.paragraph)).toMatch(
      /^BOSH deletes surplus VMs before it updates the rest\. In between/,
    );
  });
});

describe('nothingToRollOut', () => {
  it('asks for a Puma option', async () => {
    const view = await rolloutFor({ growthPercent: 50 }, fleets.thin);
    expect(view.verdict).toMatchObject({
      state: 'meets',
      stateText: 'Option B runs Thin',
      keyFigures: [{ label: 'Load to carry', cell: { text: '400', value: 400 } }],
    });
    expect(plainText(view.verdict.paragraph)).toBe(
      'Select a Puma option to see the way to it, step by step.',
    );
    expect([view.figures, view.findings, view.exports, view.hints]).toEqual([[], [], [], {}]);
  });
});
