import type { Cell, Rich } from '../../core/explanation.ts';
import type { Finding } from '../../core/finding.ts';
import { capitalised, numberText, numberWord } from '../../core/number-text.ts';
import type { Verdict, VerdictState } from '../../core/size-view.ts';
import { carriesCell, costCellOf } from './comparison-table.ts';
import type { Condition } from './conditions.ts';
import { conditionOf, wording } from './conditions.ts';
import { baselineName, fleetName, listed, loadName } from './fleet-name.ts';
import { marginText } from './gauge.ts';
import type { FleetComparison, SizedFleet } from './size.ts';
import { vmsNeeded } from './size.ts';

/** One state, one sentence, one paragraph, four figures for the selected option. */
export function verdictOf(comparison: FleetComparison, findings: readonly Finding[]): Verdict {
  const { selected } = comparison;
  const condition = conditionOf(selected.inputs.survive);
  const carried = selected.sizing.carries[condition];
  const having = condition === 'all' ? '' : ` ${wording[condition].having}`;
  return {
    ...stateOf(selected, findings),
    headline: headlineOf(selected, condition),
    paragraph: paragraphOf(comparison, condition),
    keyFigures: keyFiguresOf(comparison, condition),
    spoken: `Option ${selected.letter} carries ${numberText(carried)}${having}, ${marginText(carried, selected.sizing.load)}.`,
  };
}

/** Never better than the worst advice. A blocker that no setting removes counts as falling short. */
function stateOf(
  { inputs, letter, sizing }: SizedFleet,
  findings: readonly Finding[],
): { readonly state: VerdictState; readonly stateText: string } {
  const condition = conditionOf(inputs.survive);
  const short = sizing.load - sizing.carries[condition];
  if (short > 0) {
    return {
      state: 'short',
      stateText: `Option ${letter} falls ${numberText(short)} short ${wording[condition].when}`,
    };
  }
  const blockers = findings.filter((f) => f.severity === 'blocker');
  const stuck = blockers.find((f) => f.fix?.edit.kind !== 'set');
  if (stuck)
    return { state: 'short', stateText: `Option ${letter} cannot run as it is: ${lowerFirst(stuck.title)}` };
  if (blockers.length > 0) {
    const settings = blockers.length === 1 ? 'one setting is' : `${numberWord(blockers.length)} settings are`;
    return { state: 'changes', stateText: `Option ${letter} meets the target once ${settings} changed` };
  }
  const cautions = findings.filter((f) => f.severity === 'caution').length;
  if (cautions > 0) {
    const points = cautions === 1 ? 'one caution' : `${numberWord(cautions)} cautions`;
    return { state: 'changes', stateText: `Option ${letter} meets the target, with ${points}` };
  }
  return { state: 'meets', stateText: `Option ${letter} meets the target` };
}

function lowerFirst(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}

function headlineOf(option: SizedFleet, condition: Condition): string {
  const { carries, fleet, load } = option.sizing;
  const carried = carries[condition];
  const verb = fleet.vms === 1 ? 'carries' : 'carry';
  const name = capitalised(fleetName(option));
  if (carried >= load) {
    const ending = condition === 'all' ? 'while nothing fails' : `even ${wording[condition].having}`;
    return condition === 'all'
      ? `${name} ${verb} ${loadName(option)} ${ending}.`
      : `${name} ${verb} ${loadName(option)}, ${ending}.`;
  }
  const having = condition === 'all' ? '' : ` ${wording[condition].having}`;
  if (carried === 0) return `${name} ${verb} none of ${loadName(option)}${having}.`;
  return `${name} ${verb} ${numberText(carried)} of ${loadName(option)}${having}.`;
}

/** Where the next worse condition leads, and why the other options lose. */
function paragraphOf(comparison: FleetComparison, condition: Condition): Rich {
  const { carries, load } = comparison.selected.sizing;
  const first =
    carries[condition] < load ? shortfall(comparison.selected, condition) : nextWorse(comparison, condition);
  const others = aboutOthers(comparison, condition);
  return others === '' ? first : [...first, ` ${others}`];
}

function shortfall({ sizing }: SizedFleet, condition: Condition): Rich {
  const { carries, fleet, load } = sizing;
  const needed = vmsNeeded(fleet, condition, load);
  const remedy: Rich =
    needed === undefined
      ? [
          fleet.zones === 1
            ? 'With a single AZ no number of VMs would carry it.'
            : 'No number of such VMs would carry it.',
        ]
      : [{ strong: `${numberText(needed)} VMs` }, ' of this size would carry it.'];
  if (condition === 'all') return remedy;
  const allUp: Rich =
    carries.all < load
      ? ['Even with all up it carries only ', { strong: numberText(carries.all) }, '. ']
      : ['With all up it carries ', { strong: numberText(carries.all) }, '. '];
  return [...allUp, ...remedy];
}

/** What the first VM lost, or the AZ, would leave: the deploy that follows takes a VM out in any case. */
const nextWorseThan: Readonly<Record<Condition, Condition | undefined>> = {
  all: 'vm',
  worker: 'vm',
  vm: 'az',
  az: undefined,
};

function nextWorse({ baseline, selected }: FleetComparison, condition: Condition): Rich {
  const next = nextWorseThan[condition];
  const { carries, load } = selected.sizing;
  if (!next) return ['With all up it carries ', { strong: numberText(carries.all) }, '.'];
  const left = carries[next];
  const losing: Rich = [`${wording[next].losing} leaves `, { strong: numberText(left) }];
  const isCarried = left >= load;
  const start: Rich = [
    ...losing,
    isCarried ? `, still enough for ${numberText(load)}.` : ` of ${numberText(load)}.`,
  ];
  if (baseline.letter === selected.letter) return start;
  const theirs = baseline.sizing.carries[next];
  const theirsText = { strong: numberText(theirs) };
  const name = baselineName(baseline);
  if (isCarried) return [...start, ` ${capitalised(name)} would have left `, theirsText, '.'];
  const have = ` ${name} would have left.`;
  if (left > theirs) return [...start, ' That is below target, yet better than the ', theirsText, have];
  if (left < theirs) return [...start, ' That is below target, and worse than the ', theirsText, have];
  return [...start, ` That is below target, and as much as${have}`];
}

function aboutOthers({ baseline, options, selected }: FleetComparison, condition: Condition): string {
  const { load } = selected.sizing;
  const others = options.filter((o) => o.letter !== selected.letter && o.letter !== baseline.letter);
  const never = others.filter((o) => o.sizing.carries.all < load);
  const notInCondition = others.filter(
    (o) => o.sizing.carries.all >= load && o.sizing.carries[condition] < load,
  );
  const cheaper = others.filter(
    (o) => o.sizing.carries[condition] >= load && o.sizing.vcpus < selected.sizing.vcpus,
  );
  const names = (some: readonly SizedFleet[]) => listed(some.map((o) => o.name));
  const verb = (some: readonly SizedFleet[], one: string, many: string) => (some.length === 1 ? one : many);
  const sentences = [
    cheaper.length > 0 ? `${names(cheaper)} ${verb(cheaper, 'carries', 'carry')} it too, on fewer vCPU.` : '',
    ...bounds.map((bound) => {
      const some = notInCondition.filter(({ sizing }) => boundOf(sizing) === bound);
      if (some.length === 0) return '';
      return `${names(some)} ${verb(some, 'reaches', 'reach')} ${numberText(load)} only while ${bound}.`;
    }),
    never.length > 0
      ? `${names(never)} ${verb(never, 'does', 'do')} not reach ${numberText(load)} at all.`
      : '',
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

const bounds = ['nothing fails', 'no VM is lost', 'no AZ is lost'] as const;

/** What must hold for a fleet to carry what it carries with all up: the mildest loss is named under which it does not. */
function boundOf({ carries, load }: SizedFleet['sizing']): (typeof bounds)[number] {
  if (carries.worker < load) return 'nothing fails';
  return carries.vm < load ? 'no VM is lost' : 'no AZ is lost';
}

function keyFiguresOf(comparison: FleetComparison, condition: Condition): Verdict['keyFigures'] {
  const { selected } = comparison;
  const failing: Condition = condition === 'all' ? 'vm' : condition;
  return [
    { label: 'Capacity, all up', cell: allUpCell(comparison) },
    { label: wording[failing].heading, cell: carriesCell(selected, failing) },
    { label: 'Total vCPU', cell: costCellOf(comparison, 'vcpus', selected) },
    { label: 'Memory', cell: costCellOf(comparison, 'memory', selected) },
  ];
}

/** Capacity against the baseline's, in percent. */
function allUpCell({ baseline, selected }: FleetComparison): Cell {
  const { note: _margin, tone: _tone, ...cell } = carriesCell(selected, 'all');
  const ours = selected.sizing.carries.all;
  const theirs = baseline.sizing.carries.all;
  const percent = Math.round((ours / theirs - 1) * 100);
  if (ours === theirs) return cell;
  const sign = percent > 0 ? '+' : '';
  return { ...cell, note: percent === 0 ? 'within 1%' : `${sign}${numberText(percent)}%` };
}
