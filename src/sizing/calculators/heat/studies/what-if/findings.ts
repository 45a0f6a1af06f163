import { type Finding, severities } from '../../../../core/finding.ts';
import { counted, numberText } from '../../../../core/number-text.ts';
import { overflowRaised, overTheLimit } from '../../database-findings.ts';
import type { HeatOption } from '../../size.ts';
import { clockText, rangeText } from '../../time-text.ts';
import { alertOnEngines, lostWork, queueDepthIsBlind } from '../../worker-findings.ts';
import { type Condition, outcomeOf } from './conditions.ts';
import { type Limit, limitFix } from './limits-table.ts';

const n = numberText;

export function whatIfFindings(
  baseline: HeatOption,
  option: HeatOption,
  conditions: readonly Condition[],
  limits: readonly Limit[],
): readonly Finding[] {
  const advised = { option, baseline };
  return [
    ...conditions.flatMap((condition) => outcomeFindings(option, condition)),
    ...limits.flatMap((limit) => limitFindings(limit, option)),
    ...largestLoss(option),
    ...[overTheLimit, overflowRaised, lostWork, queueDepthIsBlind].flatMap((check) => check(advised) ?? []),
    ...[alertOnEngines(advised)]
      .flatMap((finding) => finding ?? [])
      .map(({ fix: _, ...finding }) => ({
        ...finding,
        text: `${finding.text} The rule file stands under Files.`,
      })),
  ].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

function outcomeFindings({ inputs }: HeatOption, condition: Condition): readonly Finding[] {
  const { time } = outcomeOf(inputs, condition);
  if (!time) {
    return [
      {
        id: `stops-${condition.id}`,
        severity: 'blocker',
        title: `${condition.label}: no engine is left`,
        text: `${condition.workedOf(inputs)}. Nothing is created until engines come back.`,
        rules: ['HT-1'],
      },
    ];
  }
  const target = inputs.targetMinutes === null ? null : inputs.targetMinutes * 60;
  if (target === null || time.highSeconds <= target) return [];
  return [
    {
      id: `target-${condition.id}`,
      severity: 'caution',
      title: `${condition.label}: the target of ${clockText(target)} ${time.lowSeconds > target ? 'is missed' : 'may be missed'}`,
      text: `${rangeText(time)}.`,
      rules: [inputs.reckonBy === 'guide' ? 'M1' : 'M2'],
    },
  ];
}

function limitFindings(limit: Limit, { inputs }: HeatOption): readonly Finding[] {
  if (limit.needed <= limit.set) return [];
  const fix = limitFix(limit);
  const isOverAlready = limit.id === 'resources' && inputs.resources > limit.set;
  return [
    {
      id: `limit-${limit.id}`,
      severity: isOverAlready ? 'blocker' : 'caution',
      title: `${limit.label}: ${n(limit.needed)}${limit.unit} needed, ${n(limit.set)}${limit.unit} set`,
      text:
        limit.id === 'rpc'
          ? 'Creating a nested stack is a call between engines; a busy one answers late, and the stack fails.'
          : `Guide’s default ${limit.guide}, upstream’s ${limit.upstream}.`,
      rules: limit.id === 'action' ? ['R-16'] : ['HT-7', 'R-10'],
      ...(fix && { fix }),
    },
  ];
}

/** "C keeps the target with 1 controller lost, not with 2." */
function largestLoss({ inputs, letter }: HeatOption): readonly Finding[] {
  if (inputs.targetMinutes === null || inputs.controllers === 1) return [];
  const target = inputs.targetMinutes * 60;
  const conditionOf = (lost: number): Condition => ({
    id: '',
    label: '',
    short: '',
    inputsOf: (i) => (i.controllers > lost ? { ...i, controllers: i.controllers - lost } : null),
    lossesOf: () => ({ controllers: lost, workers: 0 }),
    workedOf: () => '',
  });
  const keeps = (lost: number) =>
    (outcomeOf(inputs, conditionOf(lost)).time?.highSeconds ?? Number.POSITIVE_INFINITY) <= target;
  if (!keeps(0)) return [];
  let lost = 0;
  while (keeps(lost + 1)) lost += 1;
  return [
    {
      id: 'largest-loss',
      severity: lost === 0 ? 'note' : 'fine',
      title: `${letter} keeps the target with ${counted(lost, 'controller')} lost, not with ${n(lost + 1)}`,
      text: `The target is ${clockText(target)}.`,
      rules: ['HT-1'],
    },
  ];
}
