import { heat } from '../../../../src/sizing/calculators/heat/index.ts';
import type { HeatInputs } from '../../../../src/sizing/calculators/heat/params.ts';
import {
  type HeatComparison,
  type HeatOption,
  sizeHeat,
} from '../../../../src/sizing/calculators/heat/size.ts';
import type { Evaluation } from '../../../../src/sizing/core/calculator.ts';
import type { Finding, Fix, Severity } from '../../../../src/sizing/core/finding.ts';
import type { Inputs, Letter, Plan } from '../../../../src/sizing/core/plan.ts';
import { planOf } from '../../../../src/sizing/core/preset.ts';
import type { Verdict } from '../../../../src/sizing/core/size-view.ts';

/**
 * The guide's table for 16 vCPU with the pool of its rule and no overflow; by default on three controllers: 24 engine
 * and 12 API processes, 576 connections by the guide and 24 × (16 + 64) = 1,920 by the source code. The stack of 300
 * resources of 20 s with a chain of 6 takes 4:10 to 6:05. Nothing is over a limit and nothing under a rule.
 */
export const table: Inputs = { engineWorkers: 8, apiWorkers: 4, poolSize: 16, overflow: 0 };
/** The defaults: on three controllers 12 engine and 12 API processes of 30 connections, 720. */
export const today: Inputs = { engineWorkers: 4, apiWorkers: 4, poolSize: 10, overflow: 20 };
/** 600 connections are free for Heat. */
export const database: Inputs = { maxConnections: 1000, otherConnections: 400 };
export const upstream: Inputs = { reckonBy: 'upstream' };

/** What a new visitor sees: four options on three controllers of 16 vCPU. */
export function firstVisit(): { readonly plan: Plan; readonly selected: Letter } {
  const preset = heat.presets[0];
  if (!preset) throw new Error('There is no preset.');
  return planOf(heat, preset);
}

/** A plan of options A, B … with these inputs; everything else as a new plan has it. */
export function planWith(shared: Inputs, ...options: readonly Inputs[]): Plan {
  const entries = options.length === 0 ? [{}] : options;
  const preset = {
    id: 'test',
    label: '',
    note: '',
    rules: [],
    shared,
    options: entries.map((inputs, index) => ({ name: `Option ${index + 1}`, inputs })),
  };
  return planOf(heat, preset).plan;
}

export function resultOf(plan: Plan, selected: Letter = 'A'): NonNullable<Evaluation['result']> {
  const { problems, result } = heat.evaluate(plan, selected);
  if (!result) throw new Error(`Option ${selected} cannot be sized: ${JSON.stringify(problems)}`);
  return result;
}

const worstFirst: readonly Severity[] = ['blocker', 'caution', 'note', 'fine'];

/** How bad each of them is, 0 the worst. */
export function ranksOf(findings: readonly Finding[]): readonly number[] {
  return findings.map(({ severity }) => worstFirst.indexOf(severity));
}

/** What is said of the last of these options. */
export function verdictOf(shared: Inputs, ...options: readonly Inputs[]): Verdict {
  const plan = planWith(shared, ...options);
  return resultOf(plan, plan.options.at(-1)?.letter).verdict;
}

/** A cell of the comparison table as people read it: its number and the small print. */
export function readCell(plan: Plan, letter: Letter, row: string): string {
  const cell = cellOf(plan, letter, row);
  return [cell.text, cell.note].filter(Boolean).join(' ');
}

export function cellOf(plan: Plan, letter: Letter, row: string) {
  const rows = resultOf(plan, letter).table.sections.flatMap((section) => section.rows);
  const cell = rows.find(({ id }) => id === row)?.cells[letter];
  if (!cell) throw new Error(`There is no row ${row} for option ${letter}.`);
  return cell;
}

export function findingOf(plan: Plan, id: string, selected: Letter = 'A'): Finding | undefined {
  return resultOf(plan, selected).findings.find((finding) => finding.id === id);
}

/** The plan after a finding's button was pressed, and the option then selected. */
export function pressed(plan: Plan, selected: Letter, fix: Fix): { plan: Plan; selected: Letter } {
  const { edit } = fix;
  if (edit.kind === 'open-view') return { plan, selected };
  const isShared = (name: string) => heat.params.find((param) => param.name === name)?.scope === 'shared';
  const own = Object.fromEntries(Object.entries(edit.inputs).filter(([name]) => !isShared(name)));
  const all = Object.fromEntries(Object.entries(edit.inputs).filter(([name]) => isShared(name)));
  const shared = { ...plan.shared, ...all };
  const changed = (option: Plan['options'][number]) => ({ ...option, inputs: { ...option.inputs, ...own } });
  if (edit.kind === 'set') {
    const options = plan.options.map((option) => (option.letter === selected ? changed(option) : option));
    return { plan: { ...plan, shared, options }, selected };
  }
  const copied = plan.options.find((option) => option.letter === selected);
  if (!copied) throw new Error(`There is no option ${selected}.`);
  const added = { ...changed(copied), letter: 'F' as const, name: edit.name };
  return { plan: { ...plan, shared, options: [...plan.options, added] }, selected: 'F' };
}

/** An option of the plan as the calculator sizes it. */
export function optionOf(plan: Plan, selected: Letter = 'A'): HeatOption {
  const option = plan.options.find(({ letter }) => letter === selected);
  if (!option) throw new Error(`There is no option ${selected}.`);
  // A plan of these tests has valid values.
  const chosen = { ...plan.shared, ...option.inputs } as HeatOption['chosen'];
  const { autoValues } = heat.evaluate(plan, selected);
  const inputs = { ...chosen, ...autoValues } as HeatInputs;
  return { letter: selected, name: option.name, chosen, inputs, sizing: sizeHeat(inputs) };
}

/** All options of the plan side by side. */
export function comparisonOf(plan: Plan, selected: Letter = 'A'): HeatComparison {
  return {
    options: plan.options.map(({ letter }) => optionOf(plan, letter)),
    baseline: optionOf(plan, plan.baseline),
    selected: optionOf(plan, selected),
  };
}
