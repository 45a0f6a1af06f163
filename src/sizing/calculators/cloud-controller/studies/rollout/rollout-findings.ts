import type { Finding, Fix } from '../../../../core/finding.ts';
import { counted, numberText } from '../../../../core/number-text.ts';
import { capiRanges } from '../../capi.ts';
import type { FleetInputs } from '../../params.ts';
import { bridgeNeeded, type Lane, type Rollout, twoDeploys, type Ways } from './lanes.ts';
import { hoursText } from './rollout-figures.ts';

/** What the ways cost in capacity, quota and connections, and how to do better. */
export function rolloutFindings(
  inputs: FleetInputs,
  rollout: Rollout,
  { advised, one }: Ways,
): readonly Finding[] {
  return [
    ...quotaFindings(inputs, rollout, advised),
    ...capacityFindings(rollout, advised),
    ...(advised === one ? [] : oneDeployFindings(rollout, one)),
    ...smallerBridge(inputs, rollout),
    ...releaseFindings(inputs),
    ...drainFindings(inputs, advised),
  ];
}

function bridgeFix(vms: number): Fix {
  return {
    label: `Use ${numberText(vms)} in between`,
    edit: { kind: 'set', inputs: { rolloutBridge: vms } },
  };
}

function capacityFindings(rollout: Rollout, lane: Lane): readonly Finding[] {
  const { load, pace, thin, thinVms } = rollout;
  if (lane.lowest >= load) return [];
  const today = thinVms * thin.requests;
  const base = { id: 'lowest', severity: 'caution', rules: ['R-4', 'CF-12'] } as const;
  const title = `${lane.label} ${lane.id === 'one' ? 'falls' : 'fall'} to ${numberText(lane.lowest)} of ${numberText(load)}`;
  if (today < load)
    return [{ ...base, title, text: `Today’s fleet carries only ${numberText(today)} to begin with.` }];
  const needed = bridgeNeeded(rollout);
  const out = `BOSH takes ${counted(pace.maxInFlight, 'VM')} out at a time.`;
  if (needed === undefined) return [{ ...base, title, text: out }];
  // Zones smaller than a round, or Puma VMs that carry less than Thin ones, make it another number.
  const isByRule = needed === Math.ceil(load / thin.requests) + pace.maxInFlight;
  const rule = `: ⌈${numberText(load)} / ${numberText(thin.requests)}⌉ + ${numberText(pace.maxInFlight)}`;
  return [
    {
      ...base,
      title,
      text: `${out} With ${counted(needed, 'VM')} in between nothing is short${isByRule ? rule : ''}.`,
      fix: bridgeFix(needed),
    },
  ];
}

function oneDeployFindings({ load, newVms, pace, thin, thinVms }: Rollout, lane: Lane): readonly Finding[] {
  if (lane.lowest >= load)
    return [
      {
        id: 'one-deploy-suffices',
        severity: 'note',
        title: 'One deploy would do',
        text: `Its lowest point is ${numberText(lane.lowest)} of ${numberText(load)}.`,
        rules: ['R-4'],
      },
    ];
  const kept = Math.min(newVms, thinVms);
  return [
    {
      id: 'one-deploy',
      severity: 'note',
      title: `One deploy would fall to ${numberText(lane.lowest)} of ${numberText(load)}`,
      text: `${newVms < thinVms ? 'BOSH deletes surplus VMs first' : 'No VM is added before'}: ${counted(kept, 'Thin VM')} ${kept === 1 ? 'carries' : 'carry'} ${numberText(kept * thin.requests)}, less ${counted(pace.maxInFlight, 'VM')} being updated.`,
      rules: ['R-4'],
    },
  ];
}

/** With a peak below today's threads fewer VMs do in between, which spares quota and connections. */
function smallerBridge(inputs: FleetInputs, rollout: Rollout): readonly Finding[] {
  const needed = bridgeNeeded(rollout);
  if (needed === undefined || needed >= rollout.bridgeVms || rollout.newVms >= rollout.bridgeVms) return [];
  const kind = inputs.loadMode === 'observed' ? 'an observed peak' : 'a load';
  return [
    {
      id: 'smaller-bridge',
      severity: 'note',
      title: `${counted(needed, 'VM')} in between are enough`,
      text: `For ${kind} of ${numberText(rollout.load)}: ${numberText(needed * rollout.puma.vcpus)} vCPU and ${numberText(needed * rollout.puma.memoryGib)} GiB instead of ${numberText(rollout.bridgeVms * rollout.puma.vcpus)} and ${numberText(rollout.bridgeVms * rollout.puma.memoryGib)}.`,
      rules: ['R-4', 'CF-12'],
      fix: bridgeFix(needed),
    },
  ];
}

function quotaFindings(inputs: FleetInputs, rollout: Rollout, lane: Lane): readonly Finding[] {
  const checks = [
    { id: 'quota-vcpu', needed: lane.vcpus, most: inputs.rolloutMaxVcpus, unit: 'vCPU', rules: ['R-4'] },
    {
      id: 'quota-memory',
      needed: lane.memoryGib,
      most: inputs.rolloutMaxMemory,
      unit: 'GiB',
      rules: ['R-4', 'CF-7'],
    },
    {
      id: 'quota-connections',
      needed: lane.connections,
      most: inputs.connectionsFree,
      unit: 'DB connections',
      rules: ['R-3', 'CF-10'],
    },
  ];
  return checks.flatMap(({ id, most, needed, rules, unit }): readonly Finding[] => {
    if (most === null || needed <= most) return [];
    const better = fittingBridge(inputs, rollout);
    return [
      {
        id,
        severity: 'blocker',
        title: `The rollout takes ${numberText(needed)} ${unit}, ${numberText(needed - most)} more than there are`,
        text:
          better === undefined
            ? `With ${counted(rollout.bridgeVms, 'VM')} in between it does not fit, and no other number of them fits and carries ${numberText(rollout.load)}. Make room for the time of the rollout.`
            : `${counted(better, 'VM')} in between would fit and carry ${numberText(rollout.load)}.`,
        rules,
        ...(better === undefined ? {} : { fix: bridgeFix(better) }),
      },
    ];
  });
}

/** The largest bridge that fits the quota, the database and carries the load. */
function fittingBridge(inputs: FleetInputs, rollout: Rollout): number | undefined {
  const least = bridgeNeeded(rollout) ?? Number.POSITIVE_INFINITY;
  for (let bridgeVms = rollout.bridgeVms - 1; bridgeVms >= least; bridgeVms -= 1) {
    const lane = twoDeploys({ ...rollout, bridgeVms });
    const fits = (needed: number, most: number | null) => most === null || needed <= most;
    const isRoom =
      fits(lane.vcpus, inputs.rolloutMaxVcpus) &&
      fits(lane.memoryGib, inputs.rolloutMaxMemory) &&
      fits(lane.connections, inputs.connectionsFree);
    if (isRoom) return bridgeVms;
  }
  return undefined;
}

function releaseFindings({ capi }: FleetInputs): readonly Finding[] {
  const { hasThin, label } = capiRanges[capi];
  if (hasThin) return [];
  return [
    {
      id: 'no-way-back',
      severity: 'caution',
      title: 'There is no way back to Thin',
      text: `capi-release ${label} has no Thin: the upgrade itself is the switch. Going back means redeploying a release before 1.223.`,
      rules: ['R-1'],
    },
  ];
}

function drainFindings({ capi, rolloutDrainMinutes }: FleetInputs, lane: Lane): readonly Finding[] {
  if (rolloutDrainMinutes === 0) return [];
  const since =
    capi === '1.138'
      ? ' Before 1.200 uploads are not waited for: a drain ends after a minute, and uploads under way are lost.'
      : '';
  return [
    {
      id: 'drain',
      severity: 'note',
      title: `${lane.label} may take ${hoursText(lane.minutes)}`,
      text: `Each VM may drain for ${counted(rolloutDrainMinutes, 'minute')} while uploads finish; mostly it is far less.${since}`,
      rules: ['R-14'],
    },
  ];
}
