import { capitalised, numberWord } from '../../../../core/number-text.ts';
import { connectionsOf } from '../../connections.ts';
import type { FleetInputs } from '../../params.ts';
import type { FleetComparison } from '../../size.ts';
import { isToday, mostVms } from '../../size.ts';
import type { Pace, Step, VmKind } from './deploy-steps.ts';
import { additionStep, deletionStep, steadyStep, updateSteps } from './deploy-steps.ts';

export type LaneId = 'one' | 'two' | 'back';

/** A way from one fleet to another, deploy by deploy. */
export interface Lane {
  readonly id: LaneId;
  readonly label: string;
  readonly deploys: readonly { readonly title: string; readonly steps: readonly Step[] }[];
  /** Least carried at any moment. */
  readonly lowest: number;
  readonly vcpus: number;
  readonly memoryGib: number;
  readonly connections: number;
  /** When every VM drains for as long as it may. */
  readonly minutes: number;
}

/** From today's Thin fleet to the selected option and back. */
export interface Rollout {
  readonly thin: VmKind;
  readonly puma: VmKind;
  readonly thinVms: number;
  readonly newVms: number;
  /** VMs between the two deploys. */
  readonly bridgeVms: number;
  /** What must be carried meanwhile: today's load, before growth. */
  readonly load: number;
  readonly pace: Pace;
}

export function rolloutOf({ options, selected }: FleetComparison): Rollout {
  const { inputs, sizing } = selected;
  const today = options.find(isToday);
  const todays: FleetInputs = today?.inputs ?? {
    ...inputs,
    engine: 'thin',
    vcpusPerVm: 1,
    localWorkersPerVm: 2,
    connectionsPerProcess: 25,
  };
  return {
    thin: {
      server: 'Thin',
      requests: inputs.thinThreads,
      vcpus: todays.vcpusPerVm,
      memoryGib: inputs.memoryPerThinVmGib,
      connections: connectionsOf(todays, 1, inputs.reckon).total,
    },
    puma: {
      server: 'Puma',
      requests: sizing.fleet.workersPerVm * sizing.fleet.threadsPerWorker,
      vcpus: inputs.vcpusPerVm,
      memoryGib: sizing.memoryPerVmGib,
      connections: connectionsOf(inputs, 1, inputs.reckon).total,
    },
    thinVms: inputs.thinVms,
    newVms: inputs.vms,
    bridgeVms: inputs.rolloutBridge ?? inputs.thinVms,
    load: sizing.baseLoad,
    pace: {
      maxInFlight: inputs.maxInFlight,
      canaries: inputs.rolloutCanaries,
      zones: inputs.zones,
      drainMinutes: inputs.rolloutDrainMinutes,
      rebuildMinutes: inputs.rolloutRebuildMinutes,
    },
  };
}

/** From today to the selected option in a single deploy, and the way that is advised; both may be the same. */
export interface Ways {
  readonly one: Lane;
  readonly advised: Lane;
}

/** Where the number of VMs in between is also the one before or the one after, a second deploy has nothing to do. */
export function waysOf(rollout: Rollout): Ways {
  const { bridgeVms, newVms, thinVms } = rollout;
  const one = oneDeploy(rollout);
  return { one, advised: bridgeVms === Math.min(newVms, thinVms) ? one : twoDeploys(rollout) };
}

/** Puma on and the number of VMs changed at once: surplus VMs go first, as Thin. */
export function oneDeploy({ newVms, pace, puma, thin, thinVms }: Rollout): Lane {
  const kept = Math.min(thinVms, newVms);
  return laneOf('one', 'One deploy', [
    { title: 'Before', steps: [steadyStep('Today', thin, thinVms)] },
    {
      title: 'Puma on and scale',
      steps: [
        ...(kept < thinVms ? [deletionStep(thin, thinVms, kept, pace)] : []),
        ...updateSteps(thin, puma, kept, pace),
        ...(newVms > kept ? [additionStep(puma, kept, newVms, pace)] : []),
      ],
    },
  ]);
}

/** Puma on with the bridge's VMs, and only then the number of VMs that shall stay. */
export function twoDeploys(rollout: Rollout): Lane {
  const { bridgeVms, newVms, pace, puma, thin, thinVms } = rollout;
  const deploys = [
    ...(bridgeVms > thinVms
      ? [{ title: 'More Thin VMs first', steps: [additionStep(thin, thinVms, bridgeVms, pace)] }]
      : []),
    {
      title: 'Puma on',
      steps: [
        ...(bridgeVms < thinVms ? [deletionStep(thin, thinVms, bridgeVms, pace)] : []),
        ...updateSteps(thin, puma, bridgeVms, pace),
      ],
    },
    ...(bridgeVms === newVms
      ? []
      : [
          {
            title: bridgeVms > newVms ? 'Scale in' : 'Scale out',
            steps: [scaled(puma, bridgeVms, newVms, pace)],
          },
        ]),
  ];
  return laneOf('two', `${capitalised(numberWord(deploys.length))} deploys`, [
    { title: 'Before', steps: [steadyStep('Today', thin, thinVms)] },
    ...deploys,
  ]);
}

/** Back to Thin: as many VMs as today first, still on Puma, and only then the switch. */
export function wayBackLane({ newVms, pace, puma, thin, thinVms }: Rollout): Lane {
  const wide = Math.max(newVms, thinVms);
  return laneOf('back', 'Way back', [
    { title: 'Before', steps: [steadyStep('After the rollout', puma, newVms)] },
    ...(newVms < thinVms ? [{ title: 'Scale out', steps: [additionStep(puma, newVms, thinVms, pace)] }] : []),
    { title: 'Thin on', steps: updateSteps(puma, thin, wide, pace) },
    ...(wide > thinVms ? [{ title: 'Scale in', steps: [deletionStep(thin, wide, thinVms, pace)] }] : []),
  ]);
}

function scaled(kind: VmKind, from: number, to: number, pace: Pace): Step {
  return to < from ? deletionStep(kind, from, to, pace) : additionStep(kind, from, to, pace);
}

function laneOf(id: LaneId, label: string, deploys: Lane['deploys']): Lane {
  const steps = deploys.flatMap((deploy) => deploy.steps);
  const most = (what: 'vcpus' | 'memoryGib' | 'connections') => Math.max(...steps.map((step) => step[what]));
  return {
    id,
    label,
    deploys,
    lowest: Math.min(...steps.map((step) => step.lowest)),
    vcpus: most('vcpus'),
    memoryGib: most('memoryGib'),
    connections: most('connections'),
    minutes: steps.reduce((sum, step) => sum + step.minutes, 0),
  };
}

/**
 * The fewest VMs between the deploys that carry the load all the time: ⌈load / Thin threads⌉ and those being updated,
 * where a Puma VM carries no less than a Thin one. Never fewer than the option has in the end, if that is less than today.
 */
export function bridgeNeeded(rollout: Rollout): number | undefined {
  for (let bridgeVms = Math.min(rollout.newVms, rollout.thinVms); bridgeVms <= mostVms; bridgeVms += 1) {
    const { deploys } = twoDeploys({ ...rollout, bridgeVms });
    const later = deploys.slice(1).flatMap((deploy) => deploy.steps);
    // More Thin VMs first starts from today's fleet, which carries what it carries.
    const own = bridgeVms > rollout.thinVms ? later.slice(1) : later;
    if (own.every((step) => step.lowest >= rollout.load)) return bridgeVms;
  }
  return undefined;
}
