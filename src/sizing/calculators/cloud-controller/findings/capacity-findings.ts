import type { Finding, Fix } from '../../../core/finding.ts';
import { counted, numberText, numberWord } from '../../../core/number-text.ts';
import type { Condition } from '../conditions.ts';
import { conditionOf, conditions, wording } from '../conditions.ts';
import { baselineName } from '../fleet-name.ts';
import type { FleetComparison, SizedFleet } from '../size.ts';
import { isToday, mostVms, vmsNeeded } from '../size.ts';

/** A1: the load is not carried in the condition that must be survived. */
export function loadNotCarried({ selected }: FleetComparison): Finding | undefined {
  const { inputs, sizing } = selected;
  const condition = conditionOf(inputs.survive);
  const { fleet, load } = sizing;
  const carried = sizing.carries[condition];
  if (carried >= load) return undefined;
  const base = { id: 'A1', severity: 'blocker', rules: ['CF-11', 'CF-12'] } as const;
  const having = condition === 'all' ? '' : ` ${wording[condition].having}`;
  if (condition === 'az' && inputs.zones === 1) return { ...base, ...secondZone(selected) };
  const needed = vmsNeeded(fleet, condition, load);
  const now = `${counted(fleet.vms, 'VM')} ${fleet.vms === 1 ? 'carries' : 'carry'} ${numberText(carried)}${having}, ${numberText(load - carried)} short.`;
  if (needed === undefined) {
    return {
      ...base,
      title: `Not even ${mostVms} VMs carry ${numberText(load)}${having}`,
      text: `${now} Give each VM more workers or threads.`,
    };
  }
  const added = needed - fleet.vms;
  return {
    ...base,
    title: `Add ${numberWord(added)} ${added === 1 ? 'VM' : 'VMs'} to carry ${numberText(load)}${having}`,
    text: `${now} ${numberText(needed)} carry ${numberText(carriedWith(selected, needed, condition))}.`,
    fix: fixedBy(needed),
  };
}

function secondZone({ sizing }: SizedFleet): Pick<Finding, 'title' | 'text' | 'fix'> {
  const { fleet, load } = sizing;
  const needed = vmsNeeded({ ...fleet, zones: 2 }, 'az', load);
  const vms = Math.max(fleet.vms, needed ?? fleet.vms);
  const fix: Fix = {
    label: vms === fleet.vms ? 'Use 2 AZs' : `Use 2 AZs and ${numberText(vms)} VMs`,
    edit: { kind: 'set', inputs: { zones: 2, vms } },
  };
  return {
    title: 'Spread the VMs over at least two AZs',
    text: 'With a single AZ, losing it leaves nothing.',
    ...(needed === undefined ? {} : { fix }),
  };
}

function carriedWith({ sizing }: SizedFleet, vms: number, condition: Condition): number {
  const { threadsPerWorker, workersPerVm, zones } = sizing.fleet;
  const perVm = workersPerVm * threadsPerWorker;
  const lost = { all: 0, worker: threadsPerWorker, vm: perVm, az: Math.ceil(vms / zones) * perVm };
  return vms * perVm - lost[condition];
}

function fixedBy(vms: number): Fix {
  return { label: `Use ${counted(vms, 'VM')}`, edit: { kind: 'set', inputs: { vms } } };
}

/** A rolling deploy takes `max_in_flight` VMs out, whatever must be survived. */
export function deployNotCarried({ selected }: FleetComparison): Finding | undefined {
  const { inputs, sizing } = selected;
  const { carries, duringDeploy, fleet, load } = sizing;
  if (duringDeploy >= load || carries[conditionOf(inputs.survive)] < load) return undefined;
  const perVm = fleet.workersPerVm * fleet.threadsPerWorker;
  const needed = Math.ceil(load / perVm) + inputs.maxInFlight;
  const oneAtATime: Fix = { label: 'Update 1 VM at once', edit: { kind: 'set', inputs: { maxInFlight: 1 } } };
  const fix = carries.vm >= load ? oneAtATime : needed <= mostVms ? fixedBy(needed) : undefined;
  const out = Math.min(inputs.maxInFlight, fleet.vms);
  return {
    id: 'deploy',
    severity: 'caution',
    title: `A deploy leaves ${numberText(duringDeploy)} of ${numberText(load)}`,
    text: `BOSH takes ${counted(out, 'VM')} out at a time. ${numberText(needed)} VMs would leave ${numberText((needed - inputs.maxInFlight) * perVm)}.`,
    rules: ['R-4', 'CF-12'],
    ...(fix ? { fix } : {}),
  };
}

/** A8: losing a zone leaves less than the load, though only a milder loss must be survived. */
export function zoneNotCarried({ options, selected }: FleetComparison): Finding | undefined {
  const { inputs, sizing } = selected;
  const { carries, fleet, load } = sizing;
  if (inputs.survive === 'az' || carries.az >= load) return undefined;
  const needed = vmsNeeded(fleet, 'az', load);
  const base = {
    id: 'A8',
    severity: 'caution',
    title: `An AZ loss leaves ${numberText(carries.az)} of ${numberText(load)}`,
    rules: ['CF-11', 'R-4'],
  } as const;
  if (inputs.zones === 1) return { ...base, text: 'All VMs stand in one AZ.' };
  if (needed === undefined) return { ...base, text: `Not even ${mostVms} VMs of this size would carry it.` };
  const more = (needed - fleet.vms) * inputs.vcpusPerVm;
  const text = `${counted(needed, 'VM')} would leave ${numberText(carriedWith(selected, needed, 'az'))}, for ${numberText(more)} more vCPU.`;
  const fix: Fix = {
    label: `Try ${counted(needed, 'VM')} as a new option`,
    edit: { kind: 'add-option', name: counted(needed, 'VM'), inputs: { vms: needed } },
  };
  return { ...base, text, ...(options.length < 6 ? { fix } : {}) };
}

/** A10: the option carries less than the baseline in the same condition. */
export function worseThanBaseline({ baseline, selected }: FleetComparison): Finding | undefined {
  const worse = conditions.filter((c) => selected.sizing.carries[c] < baseline.sizing.carries[c]);
  const [first, ...others] = worse;
  if (!first || baseline.letter === selected.letter) return undefined;
  const against = (c: Condition) =>
    `${wording[c].having}: ${numberText(selected.sizing.carries[c])} against ${numberText(baseline.sizing.carries[c])}`;
  const name = isToday(baseline) ? 'today' : `option ${baseline.letter}`;
  const perVm = ({ sizing }: SizedFleet) => sizing.fleet.workersPerVm * sizing.fleet.threadsPerWorker;
  const reason = `A lost VM takes ${counted(perVm(selected), 'request')} with it; in ${baselineName(baseline)}, ${numberText(perVm(baseline))}.`;
  return {
    id: 'A10',
    severity: 'caution',
    title: `Worse than ${name} ${against(first)}`,
    text: others.length > 0 ? `Also ${others.map(against).join('; ')}. ${reason}` : reason,
    rules: ['CF-11'],
  };
}

/** A14: exactly the load with all up, and nothing must be survived. */
export function parityWithoutMargin({ selected }: FleetComparison): Finding | undefined {
  const { inputs, sizing } = selected;
  if (sizing.carries.all !== sizing.load || inputs.survive !== 'none') return undefined;
  const more = sizing.fleet.vms + 1;
  return {
    id: 'A14',
    severity: 'note',
    title: 'Parity without margin',
    text: `The fleet carries ${numberText(sizing.load)} and not one more. The guide advises to over-allocate at first.`,
    rules: ['CF-11', 'CF-12'],
    ...(more <= mostVms ? { fix: { ...fixedBy(more), label: 'Add a VM' } } : {}),
  };
}

/** as many threads as today on fewer cores carry less computing. */
export function fewerCoresThanToday({ selected }: FleetComparison): Finding | undefined {
  const { inputs, sizing } = selected;
  if (inputs.engine === 'thin' || sizing.usedCores >= inputs.thinVms) return undefined;
  const perVm = Math.min(sizing.fleet.workersPerVm, inputs.vcpusPerVm);
  const needed = Math.ceil(inputs.thinVms / perVm);
  return {
    id: 'R-12',
    // Below today's threads fewer cores may well do: how many is for measurement to say.
    severity: inputs.loadMode === 'parity' ? 'caution' : 'note',
    title: `Fewer cores at work than today: ${numberText(sizing.usedCores)} against ${numberText(inputs.thinVms)}`,
    text: `Threads are not computing power: a process uses one core at most. ${counted(needed, 'VM')} would give today’s ${numberText(inputs.thinVms)} cores.`,
    rules: ['R-12', 'CF-5'],
    fix: fixedBy(needed),
  };
}
