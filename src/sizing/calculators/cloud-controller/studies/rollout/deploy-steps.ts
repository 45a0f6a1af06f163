/** What one VM of a kind brings and takes. */
export interface VmKind {
  readonly server: 'Thin' | 'Puma';
  /** Requests carried at once. */
  readonly requests: number;
  readonly vcpus: number;
  readonly memoryGib: number;
  readonly connections: number;
}

/** How BOSH goes about a deploy. */
export interface Pace {
  readonly maxInFlight: number;
  readonly canaries: number;
  readonly zones: number;
  readonly drainMinutes: number;
  readonly rebuildMinutes: number;
}

/** A moment from which on so much is carried. */
export interface Moment {
  readonly minute: number;
  readonly carries: number;
}

/** One thing BOSH does, with the least it leaves and the most it takes meanwhile. */
export interface Step {
  readonly title: string;
  readonly lowest: number;
  /** Carried when it is done. */
  readonly after: number;
  readonly vcpus: number;
  readonly memoryGib: number;
  readonly connections: number;
  /** When every VM drains for as long as it may. */
  readonly minutes: number;
  readonly thinVms: number;
  readonly pumaVms: number;
  /** Within the step, from its start. */
  readonly moments: readonly Moment[];
}

/** VMs of one kind, nothing going on. */
export function steadyStep(title: string, kind: VmKind, vms: number): Step {
  const carries = vms * kind.requests;
  return {
    title,
    lowest: carries,
    after: carries,
    ...takenBy(kind, vms),
    ...countedAs(kind, vms),
    minutes: 0,
    moments: [{ minute: 0, carries }],
  };
}

/** BOSH deletes surplus VMs before all else, side by side: from the start on they carry nothing new (R-4). */
export function deletionStep(kind: VmKind, from: number, to: number, pace: Pace): Step {
  return {
    ...steadyStep(
      `${from - to} surplus ${kind.server} VMs deleted`.replace(/^1 surplus (\w+) VMs/, '1 surplus $1 VM'),
      kind,
      to,
    ),
    // They are there until they have drained.
    ...takenBy(kind, from),
    minutes: pace.drainMinutes,
  };
}

/** VMs added one round after the other; nothing is taken away. */
export function additionStep(kind: VmKind, from: number, to: number, pace: Pace): Step {
  const rounds = Math.ceil((to - from) / pace.maxInFlight);
  return {
    ...steadyStep(`${to - from} ${kind.server} ${to - from === 1 ? 'VM' : 'VMs'} added`, kind, to),
    lowest: from * kind.requests,
    minutes: rounds * pace.rebuildMinutes,
    moments: [
      ...Array.from({ length: rounds }, (_, round) => ({
        minute: round * pace.rebuildMinutes,
        carries: (from + round * pace.maxInFlight) * kind.requests,
      })),
      { minute: rounds * pace.rebuildMinutes, carries: to * kind.requests },
    ],
  };
}

/**
 * Every VM of a fleet rebuilt as another kind: canaries first, then zone by zone, `maxInFlight` at a time. A VM that is
 * being rebuilt carries nothing and takes what the larger of both kinds takes.
 *
 * Source: BOSH, canaries and max_in_flight (R-4); the least over all rounds is the lowest point.
 */
export function updateSteps(from: VmKind, to: VmKind, vms: number, pace: Pace): readonly Step[] {
  const canaries = Math.min(pace.canaries, vms);
  const steps: Step[] = [];
  if (canaries > 0)
    steps.push(
      updateStep(
        `${canaries === 1 ? 'Canary' : `${canaries} canaries`} to ${to.server}`,
        from,
        to,
        vms,
        0,
        roundsOf([canaries], pace),
        pace,
      ),
    );
  const zones = Array.from(
    { length: pace.zones },
    (_, zone) => Math.floor(vms / pace.zones) + (zone < vms % pace.zones ? 1 : 0),
  );
  const rest = withoutFirst(zones, canaries);
  if (vms > canaries)
    steps.push(
      updateStep(
        `${canaries > 0 ? 'Others' : 'VMs'} to ${to.server}, ${pace.maxInFlight} at a time`,
        from,
        to,
        vms,
        canaries,
        roundsOf(rest, pace),
        pace,
      ),
    );
  return steps;
}

/** How many VMs are out in each round. */
function roundsOf(groups: readonly number[], { maxInFlight }: Pace): readonly number[] {
  return groups.flatMap((size) =>
    Array.from({ length: Math.ceil(size / maxInFlight) }, (_, round) =>
      Math.min(maxInFlight, size - round * maxInFlight),
    ),
  );
}

function withoutFirst(groups: readonly number[], count: number): readonly number[] {
  let left = count;
  return groups.map((size) => {
    const taken = Math.min(size, left);
    left -= taken;
    return size - taken;
  });
}

function updateStep(
  title: string,
  from: VmKind,
  to: VmKind,
  vms: number,
  done: number,
  rounds: readonly number[],
  pace: Pace,
): Step {
  const roundMinutes = pace.drainMinutes + pace.rebuildMinutes;
  const moments: Moment[] = [];
  const taken = { vcpus: 0, memoryGib: 0, connections: 0 };
  let updated = done;
  for (const [round, out] of rounds.entries()) {
    const kept = vms - updated - out;
    moments.push({ minute: round * roundMinutes, carries: updated * to.requests + kept * from.requests });
    for (const what of ['vcpus', 'memoryGib', 'connections'] as const) {
      const now = updated * to[what] + kept * from[what] + out * Math.max(from[what], to[what]);
      taken[what] = Math.max(taken[what], now);
    }
    updated += out;
  }
  const after = updated * to.requests + (vms - updated) * from.requests;
  const isPuma = to.server === 'Puma';
  return {
    title,
    lowest: Math.min(...moments.map((moment) => moment.carries)),
    after,
    ...taken,
    minutes: rounds.length * roundMinutes,
    thinVms: isPuma ? vms - updated : updated,
    pumaVms: isPuma ? updated : vms - updated,
    moments: [...moments, { minute: rounds.length * roundMinutes, carries: after }],
  };
}

function takenBy(kind: VmKind, vms: number): Pick<Step, 'vcpus' | 'memoryGib' | 'connections'> {
  return {
    vcpus: vms * kind.vcpus,
    memoryGib: vms * kind.memoryGib,
    connections: vms * kind.connections,
  };
}

function countedAs(kind: VmKind, vms: number): Pick<Step, 'thinVms' | 'pumaVms'> {
  return kind.server === 'Thin' ? { thinVms: vms, pumaVms: 0 } : { thinVms: 0, pumaVms: vms };
}
