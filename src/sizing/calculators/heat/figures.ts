import type { Cell } from '../../core/explanation.ts';
import type { ComparisonTable, Hull, LoadLineGauge } from '../../core/figure.ts';
import { marginOf } from '../../core/figure.ts';
import { counted, numberText } from '../../core/number-text.ts';
import type { Letter } from '../../core/plan.ts';
import * as cells from './cells.ts';
import { explainCeiling, explainFree } from './explanations.ts';
import type { HeatComparison, HeatOption } from './size.ts';

/** The limit is common to all options; each hull is as tall as the connections its Heat may open. */
export function gaugeOf({ baseline, options, selected }: HeatComparison): LoadLineGauge {
  const { free } = selected.sizing;
  return {
    kind: 'load-lines',
    mode: 'limit',
    title: 'Load line of the database',
    subtitle: 'Water is what Heat may open. A covered ring means refusals.',
    key: 'c ceiling, p pools alone',
    axisLabel: 'Connections Heat may open',
    marginLabel: 'Against the limit',
    line: free === null ? null : { label: 'Limit', value: free, explain: explainFree(selected) },
    hulls: options.map((option) => hullOf(option, option.letter === baseline.letter)),
  };
}

function hullOf(option: HeatOption, isBaseline: boolean): Hull {
  const { ceiling } = option.sizing.shown;
  const pools = ceiling.enginePool + ceiling.apiPool;
  const explain = explainCeiling(option);
  const n = numberText;
  return {
    letter: option.letter,
    isBaseline,
    lines: [
      { id: 'ceiling', label: 'ceiling', short: 'c', value: ceiling.total, isRing: true, explain },
      {
        id: 'pools',
        label: 'pools alone',
        short: 'p',
        value: pools,
        isRing: false,
        explain: {
          formula: 'Engine pools + API pools, without overflow',
          worked: `${n(ceiling.enginePool)} + ${n(ceiling.apiPool)} = ${n(pools)}`,
          origins: explain.origins,
          rules: ['HT-8'],
        },
      },
    ],
    spoken: `Option ${option.letter}, ${option.name}. Heat may open ${counted(ceiling.total, 'connection')}${marginText(option)}.`,
  };
}

/** ", 24 spare", or nothing without a limit. */
export function marginText({ sizing }: HeatOption): string {
  if (sizing.free === null) return '';
  const { amount, word } = marginOf('limit', sizing.shown.ceiling.total, sizing.free);
  return word === 'exact' ? ', exactly the limit' : `, ${numberText(amount)} ${word}`;
}

export function tableOf({ baseline, options, selected }: HeatComparison): ComparisonTable {
  const row = (id: string, label: string, cellOf: (option: HeatOption, baseline: HeatOption) => Cell) => ({
    id,
    label,
    cells: cellsOf(options, (option) => cellOf(option, baseline)),
  });
  const { resources, stacksAtOnce } = selected.inputs;
  const stacks = stacksAtOnce === 1 ? 'Stack' : `${numberText(stacksAtOnce)} stacks`;
  return {
    sections: [
      {
        title: `${stacks} of ${numberText(resources)}`,
        rows: [
          row('all-up', 'All up', cells.allUpCell),
          row('controller-lost', 'Controller lost', cells.controllerLostCell),
          row('convergence-off', 'Convergence off', cells.convergenceOffCell),
        ],
      },
      {
        title: 'Workers',
        rows: [
          row('engine-total', 'Engine, total', cells.engineTotalCell),
          row('per-vcpu', 'Per vCPU', cells.perVcpuCell),
          row('api-total', 'API, total', cells.apiTotalCell),
        ],
      },
      {
        title: 'Database',
        rows: [
          row('pool-rule', 'Pool rule', cells.poolRuleCell),
          row('ceiling', 'Ceiling', cells.ceilingCell),
          row('limit-used', 'Limit used', cells.limitUsedCell),
        ],
      },
    ],
  };
}

function cellsOf(
  options: readonly HeatOption[],
  cellOf: (option: HeatOption) => Cell,
): Partial<Record<Letter, Cell>> {
  const row: Partial<Record<Letter, Cell>> = {};
  for (const option of options) row[option.letter] = cellOf(option);
  return row;
}

/** Two short lines under an option's name. */
export function configurationsOf({
  options,
}: HeatComparison): Readonly<Partial<Record<Letter, readonly [string, string]>>> {
  const lines: Partial<Record<Letter, readonly [string, string]>> = {};
  for (const { inputs, letter } of options) {
    lines[letter] = [
      counted(inputs.engineWorkers, 'worker'),
      `pool ${numberText(inputs.poolSize)} + ${numberText(inputs.overflow)}`,
    ];
  }
  return lines;
}
