import type { Finding } from '../../../../core/finding.ts';
import { counted, numberText } from '../../../../core/number-text.ts';
import type { FleetComparison, SizedFleet } from '../../size.ts';
import { mostVms } from '../../size.ts';
import type { Failure } from './failures.ts';
import { carriedAfter, failuresOf, loadUnder, lossOf } from './failures.ts';

/** What a failure leaves short, and the limits that are counted on each VM and so shrink with the fleet. */
export function whatIfFindings(comparison: FleetComparison): readonly Finding[] {
  const { selected } = comparison;
  return [
    ...failuresOf(selected.inputs).flatMap((failure) => shortfall(comparison, failure)),
    ...brokerLimit(selected),
    ...rateLimit(selected),
  ];
}

/** Blocked only in the conditions that the plan itself must survive; Size says so, here they are questions. */
function shortfall({ options, selected }: FleetComparison, failure: Failure): readonly Finding[] {
  const carried = carriedAfter(selected, lossOf(selected, failure.id));
  const load = loadUnder(selected, failure.id);
  if (carried >= load) return [];
  const vms = vmsFor(selected, failure, load);
  const isNew = options.length < 6 && vms !== undefined;
  return [
    {
      id: `short-${failure.id}`,
      severity: failure.id === 'all' ? 'blocker' : 'caution',
      title: `${failure.label}: ${numberText(load - carried)} short`,
      text: `${numberText(carried)} of ${numberText(load)} have a thread. ${vms === undefined ? `Not even ${numberText(mostVms)} VMs of this size would carry it.` : `${counted(vms, 'VM')} of this size would carry it.`}`,
      rules: failure.rules,
      ...(isNew
        ? {
            fix: {
              label: `Try ${counted(vms, 'VM')} as a new option`,
              edit: { kind: 'add-option', name: counted(vms, 'VM'), inputs: { vms } },
            },
          }
        : {}),
    },
  ];
}

/** Every fleet is tried from the present one on: losses grow with it in steps. */
function vmsFor(option: SizedFleet, failure: Failure, load: number): number | undefined {
  for (let vms = option.inputs.vms + 1; vms <= mostVms; vms += 1) {
    const larger = {
      ...option,
      inputs: { ...option.inputs, vms },
      sizing: {
        ...option.sizing,
        fleet: { ...option.sizing.fleet, vms },
        vmsInLargestZone: Math.ceil(vms / option.inputs.zones),
      },
    };
    if (carriedAfter(larger, lossOf(larger, failure.id)) >= load) return vms;
  }
  return undefined;
}

/** cc.max_concurrent_service_broker_requests holds on each VM by itself (R-13). */
function brokerLimit({ inputs }: SizedFleet): readonly Finding[] {
  const { thinVms, vms, whatIfBrokerLimit: limit } = inputs;
  if (vms === thinVms) return [];
  const isFewer = vms < thinVms;
  const ratio = Math.max(thinVms, vms) / Math.min(thinVms, vms);
  const change = `${numberText(ratio, 1)} times ${isFewer ? 'lower' : 'higher'}`;
  const fleets = `${counted(thinVms, 'VM')} → ${counted(vms, 'VM')}`;
  if (limit === null)
    return [
      {
        id: 'broker-limit',
        severity: 'note',
        title: `A limit of broker requests would become ${change}`,
        text: `cc.max_concurrent_service_broker_requests counts on each VM by itself: ${fleets}. By default it is 0 and nothing is limited.`,
        rules: ['R-13'],
      },
    ];
  const kept = Math.ceil((limit * thinVms) / vms);
  return [
    {
      id: 'broker-limit',
      severity: isFewer ? 'caution' : 'note',
      title: `Broker requests of a user: ${numberText(limit * vms)} at once instead of ${numberText(limit * thinVms)}`,
      text: `${numberText(limit)} on each VM, ${fleets}: ${change}. ${numberText(kept)} on each VM would keep at least today’s total.`,
      rules: ['R-13'],
    },
  ];
}

/** The rate limit is divided by the number of API VMs, rounded up, and each VM counts its share (R-13). */
function rateLimit({ inputs }: SizedFleet): readonly Finding[] {
  const { thinVms, vms, whatIfRateLimit: limit } = inputs;
  if (limit === null || vms === thinVms) return [];
  const [before, after] = [Math.ceil(limit / thinVms), Math.ceil(limit / vms)];
  return [
    {
      id: 'rate-limit',
      severity: 'note',
      title: `Rate limit on each VM: ${numberText(after)} instead of ${numberText(before)}`,
      text: `The limit of ${numberText(limit)} is divided by ${counted(vms, 'API VM')}. The total stays; with one VM lost a user gets ${numberText(after * (vms - 1))} instead of ${numberText(before * (thinVms - 1))}.`,
      rules: ['R-13'],
    },
  ];
}
