import { describe, expect, it } from 'vitest';
import type {
  Lane,
  Rollout,
} from '../../../../../../src/sizing/calculators/cloud-controller/studies/rollout/lanes.ts';
import {
  bridgeNeeded,
  oneDeploy,
  twoDeploys,
  wayBackLane,
  waysOf,
} from '../../../../../../src/sizing/calculators/cloud-controller/studies/rollout/lanes.ts';
import { fleets, planWith } from '../../plans.ts';
import { rowOf, tableIn, viewOf } from '../views.ts';
import { guideRollout, puma } from './kinds.ts';

/** Deploy by deploy, the titles of its steps. */
function outline({ deploys }: Lane): readonly (readonly [string, readonly string[]])[] {
  return deploys.map(({ steps, title }) => [title, steps.map((step) => step.title)]);
}

const today = ['Before', ['Today']];
const updates = ['Canary to Puma', 'Others to Puma, 1 at a time'];

describe('oneDeploy', () => {
  it('deletes the surplus first, as Thin, and tells the least and the most of all its steps', () => {
    const lane = oneDeploy(guideRollout);
    expect(outline(lane)).toEqual([
      today,
      ['Puma on and scale', ['11 surplus Thin VMs deleted', ...updates]],
    ]);
    expect(lane).toMatchObject({
      id: 'one',
      label: 'One deploy',
      lowest: 160,
      // Nine of profile 3 take more than 20 Thin VMs.
      vcpus: 36,
      memoryGib: 144,
      connections: 657,
      // One drain, and nine rounds of 11.
      minutes: 105,
    });
  });

  it('adds VMs after the update of those there are, and none where their number stays', () => {
    expect(outline(oneDeploy({ ...guideRollout, newVms: 22 }))).toEqual([
      today,
      ['Puma on and scale', [...updates, '2 Puma VMs added']],
    ]);
    expect(outline(oneDeploy({ ...guideRollout, newVms: 20 }))).toEqual([
      today,
      ['Puma on and scale', updates],
    ]);
  });
});

describe('twoDeploys', () => {
  it('turns Puma on with as many VMs as today, then scales in', () => {
    const lane = twoDeploys(guideRollout);
    expect(outline(lane)).toEqual([
      today,
      ['Puma on', updates],
      ['Scale in', ['11 surplus Puma VMs deleted']],
    ]);
    expect(lane).toMatchObject({
      id: 'two',
      label: 'Two deploys',
      lowest: 380,
      vcpus: 80,
      memoryGib: 320,
      connections: 1460,
      minutes: 226,
    });
  });

  it('adds Thin VMs first where the bridge is wider than today', () => {
    const lane = twoDeploys({ ...guideRollout, bridgeVms: 22 });
    expect(outline(lane)).toEqual([
      today,
      ['More Thin VMs first', ['2 Thin VMs added']],
      ['Puma on', updates],
      ['Scale in', ['13 surplus Puma VMs deleted']],
    ]);
    expect([lane.label, lane.lowest]).toEqual(['Three deploys', 400]);
  });

  it('deletes Thin VMs in the deploy that turns Puma on where the bridge is narrower', () => {
    expect(outline(twoDeploys({ ...guideRollout, bridgeVms: 12 }))).toEqual([
      today,
      ['Puma on', ['8 surplus Thin VMs deleted', ...updates]],
      ['Scale in', ['3 surplus Puma VMs deleted']],
    ]);
  });

  it('scales out in the end where the fleet grows, and not at all where the bridge is what stays', () => {
    expect(outline(twoDeploys({ ...guideRollout, bridgeVms: 12, newVms: 15 })).at(-1)).toEqual([
      'Scale out',
      ['3 Puma VMs added'],
    ]);
    const stays = twoDeploys({ ...guideRollout, bridgeVms: 22, newVms: 22 });
    expect(outline(stays).map(([title]) => title)).toEqual(['Before', 'More Thin VMs first', 'Puma on']);
    expect(stays.label).toBe('Two deploys');
    const one = twoDeploys({ ...guideRollout, newVms: 20 });
    expect(outline(one).map(([title]) => title)).toEqual(['Before', 'Puma on']);
  });
});

describe('wayBackLane', () => {
  const back = ['Canary to Thin', 'Others to Thin, 1 at a time'];

  it('scales out on Puma before it turns Thin on', () => {
    const lane = wayBackLane(guideRollout);
    expect(outline(lane)).toEqual([
      ['Before', ['After the rollout']],
      ['Scale out', ['11 Puma VMs added']],
      ['Thin on', back],
    ]);
    expect([lane.id, lane.label, lane.lowest]).toEqual(['back', 'Way back', 380]);
  });

  it('deletes what is more than today after all run Thin', () => {
    expect(outline(wayBackLane({ ...guideRollout, newVms: 22 }))).toEqual([
      ['Before', ['After the rollout']],
      ['Thin on', back],
      ['Scale in', ['2 surplus Thin VMs deleted']],
    ]);
  });

  it('only turns Thin on where the number of VMs is today’s', () => {
    expect(outline(wayBackLane({ ...guideRollout, newVms: 20 })).map(([title]) => title)).toEqual([
      'Before',
      'Thin on',
    ]);
  });
});

describe('waysOf', () => {
  const labels = (rollout: Partial<Rollout>) => {
    const { advised, one } = waysOf({ ...guideRollout, ...rollout });
    return [one.label, advised === one ? 'the same' : advised.label];
  };

  it('advises two deploys where the bridge is neither today’s fleet nor the one in the end', () => {
    expect(labels({})).toEqual(['One deploy', 'Two deploys']);
    expect(labels({ bridgeVms: 12 })).toEqual(['One deploy', 'Two deploys']);
    expect(labels({ newVms: 22, bridgeVms: 21 })).toEqual(['One deploy', 'Three deploys']);
    expect(labels({ newVms: 22, bridgeVms: 22 })).toEqual(['One deploy', 'Two deploys']);
  });

  it('advises one where a second would have nothing to do', () => {
    expect(labels({ bridgeVms: 9 })).toEqual(['One deploy', 'the same']);
    expect(labels({ newVms: 22 })).toEqual(['One deploy', 'the same']);
    expect(labels({ newVms: 20 })).toEqual(['One deploy', 'the same']);
  });
});

describe('bridgeNeeded', () => {
  it('is ⌈load / threads of a Thin VM⌉ and the one that is being updated', () => {
    expect(bridgeNeeded(guideRollout)).toBe(21);
    expect(bridgeNeeded({ ...guideRollout, load: 220 })).toBe(12);
    expect(bridgeNeeded({ ...guideRollout, load: 221 })).toBe(13);
  });

  it('does not ask today’s fleet for more than it has: 410 of 400 take 21 VMs and one', () => {
    expect(bridgeNeeded({ ...guideRollout, load: 410 })).toBe(22);
  });

  it('is never less than what the option has in the end, or today has if that is less', () => {
    expect(bridgeNeeded({ ...guideRollout, load: 60 })).toBe(9);
    expect(bridgeNeeded({ ...guideRollout, load: 60, newVms: 30 })).toBe(20);
  });

  it('ends at 500 VMs, the largest fleet the form accepts', () => {
    const large = { ...guideRollout, thinVms: 500, newVms: 490 };
    expect(bridgeNeeded({ ...large, load: 9980 })).toBe(500);
    expect(bridgeNeeded({ ...large, load: 9981 })).toBeUndefined();
  });

  it('does not exist where the fleet in the end carries less than the load', () => {
    const large = { ...guideRollout, thinVms: 490, newVms: 490, load: 9800 };
    expect(bridgeNeeded({ ...large, puma: { ...puma, requests: 10 } })).toBeUndefined();
  });
});

describe('rolloutOf', () => {
  const beforeOf = async (option: Parameters<typeof planWith>[0], shared = {}) => {
    const plan = planWith(fleets.profile3plus1, shared);
    const [first, second] = plan.options;
    if (!first || !second) throw new Error('A plan has two options.');
    const options = [{ ...first, inputs: { ...first.inputs, ...option } }, second];
    const table = tableIn(await viewOf('rollout', { ...plan, options }), 'steps-two');
    const row = table.rows[0];
    if (!row) throw new Error('There is no first step.');
    const { connections, lowest, memory, thin, vcpu } = rowOf(table, row.id);
    return { thin, lowest, vcpu, memory, connections };
  };

  it('starts from today’s option as it is made: two cores and a pool of 30 on each VM', async () => {
    expect(await beforeOf({ vcpusPerVm: 2, connectionsPerProcess: 30 })).toEqual({
      thin: '20',
      lowest: '400',
      vcpu: '40',
      memory: '80',
      // 20 × (30 + 2).
      connections: '640',
    });
  });

  it('takes the guide’s Thin VM where no option is today’s: one core, a pool of 25, two local workers', async () => {
    const other = { vms: 19, vcpusPerVm: 2, connectionsPerProcess: 30 };
    expect(await beforeOf(other)).toMatchObject({ thin: '20', vcpu: '20', connections: '540' });
    // Upstream each local worker has a pool of 25 as well: 20 × 3 × 25.
    expect(await beforeOf(other, { reckon: 'upstream' })).toMatchObject({ connections: '1,500' });
  });
});
