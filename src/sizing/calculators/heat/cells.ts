/** The numbers of the comparison, one function a row. */
import type { Cell, Tone } from '../../core/explanation.ts';
import { marginOf } from '../../core/figure.ts';
import { deltaText, numberText } from '../../core/number-text.ts';
import { explainCeiling, explainConvergenceOff, explainFree, explainTime } from './explanations.ts';
import type { TimeRange } from './reckoning.ts';
import type { HeatOption } from './size.ts';
import { timeCell } from './time-text.ts';

const n = numberText;

/** How a time stands against the user's target, if there is one. */
export function targetTone(time: TimeRange, targetMinutes: number | null): Tone {
  if (targetMinutes === null) return 'plain';
  const target = targetMinutes * 60;
  if (time.lowSeconds > target) return 'bad';
  return time.highSeconds > target ? 'warn' : 'good';
}

export function allUpCell(option: HeatOption): Cell {
  const time = option.sizing.shown.allUp;
  const cell = timeCell(time, explainTime(option, option.inputs.controllers));
  return { ...cell, tone: targetTone(time, option.inputs.targetMinutes) };
}

export function controllerLostCell(option: HeatOption): Cell {
  const time = option.sizing.shown.controllerLost;
  if (time) return timeCell(time, explainTime(option, option.inputs.controllers - 1));
  return {
    text: 'stops',
    value: null,
    note: 'no engine left',
    tone: 'bad',
    explain: { formula: 'Controllers − 1', worked: '1 − 1 = 0', origins: ['yours'], rules: ['HT-1'] },
  };
}

export function convergenceOffCell(option: HeatOption): Cell {
  return timeCell(option.sizing.shown.convergenceOff, explainConvergenceOff(option));
}

export function engineTotalCell({ inputs, sizing }: HeatOption, baseline: HeatOption): Cell {
  const note = deltaText(sizing.engineTotal - baseline.sizing.engineTotal);
  return {
    text: n(sizing.engineTotal),
    value: sizing.engineTotal,
    valueUnit: 'workers',
    ...(note && { note }),
    explain: {
      formula: 'Controllers × engine workers per controller',
      worked: `${n(inputs.controllers)} × ${n(inputs.engineWorkers)} = ${n(sizing.engineTotal)}`,
      origins: ['guide', 'yours'],
      rules: ['HT-1', 'HT-3'],
    },
  };
}

export function perVcpuCell({ inputs }: HeatOption): Cell {
  const value = inputs.engineWorkers / inputs.vcpuPerController;
  return {
    text: n(value),
    value,
    valueUnit: 'workers per vCPU',
    explain: {
      formula: 'Engine workers ÷ vCPU, on one controller',
      worked: `${n(inputs.engineWorkers)} ÷ ${n(inputs.vcpuPerController)} = ${n(value)}`,
      origins: ['yours'],
      rules: ['HT-2', 'HT-3', 'K1'],
    },
  };
}

export function apiTotalCell({ inputs, sizing }: HeatOption, baseline: HeatOption): Cell {
  const note = deltaText(sizing.apiTotal - baseline.sizing.apiTotal);
  return {
    text: n(sizing.apiTotal),
    value: sizing.apiTotal,
    valueUnit: 'workers',
    ...(note && { note }),
    explain: {
      formula: 'Controllers × API workers per controller',
      worked: `${n(inputs.controllers)} × ${n(inputs.apiWorkers)} = ${n(sizing.apiTotal)}`,
      origins: ['guide', 'yours'],
      rules: ['HT-1', 'HT-3'],
    },
  };
}

export function poolRuleCell({ inputs, sizing }: HeatOption): Cell {
  const isUnder = sizing.isPoolUnderRule;
  return {
    text: n(inputs.poolSize),
    value: inputs.poolSize,
    valueUnit: 'connections',
    note: isUnder ? `under ${n(sizing.poolNeeded)}` : `≥ ${n(sizing.poolNeeded)}`,
    tone: isUnder ? 'bad' : 'good',
    explain: {
      formula: 'Pool per process ≥ 2 × engine workers per controller',
      worked: `${n(inputs.poolSize)} ${isUnder ? '<' : '≥'} 2 × ${n(inputs.engineWorkers)} = ${n(sizing.poolNeeded)}`,
      origins: ['guide', 'yours'],
      rules: ['HT-6', 'K3'],
    },
  };
}

export function ceilingCell(option: HeatOption): Cell {
  const { free, shown } = option.sizing;
  const total = shown.ceiling.total;
  const cell = { text: n(total), value: total, valueUnit: 'connections', explain: explainCeiling(option) };
  if (free === null) return { ...cell, note: 'no limit given' };
  const { amount, tone, word } = marginOf('limit', total, free);
  return { ...cell, note: word === 'exact' ? 'exact' : `${n(amount)} ${word}`, tone };
}

export function limitUsedCell(option: HeatOption): Cell {
  const { free, shown } = option.sizing;
  const total = shown.ceiling.total;
  if (free === null) return { text: 'unknown', value: null, note: 'enter max_connections' };
  const explain = explainFree(option);
  if (free === 0) return { text: 'none free', value: null, tone: 'bad', explain };
  const percent = (total / free) * 100;
  return {
    // Rounded up, so that a ceiling over the limit never reads 100 %.
    text: `${n(Math.ceil(percent - 1e-9))} %`,
    value: percent,
    valueUnit: '%',
    tone: total > free ? 'bad' : 'plain',
    explain: {
      formula: `Ceiling ÷ (${explain.formula})`,
      worked: `${n(total)} ÷ (${explain.worked}) = ${n(percent)} %`,
      origins: ['guide', 'yours'],
      rules: ['HT-8', 'HT-11'],
    },
  };
}
