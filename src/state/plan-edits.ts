/** Every edit of a plan as a pure function. None of them checks values: those have passed their schema already. */
import type { Calculator } from '../sizing/core/calculator.ts';
import type { Value } from '../sizing/core/param.ts';
import {
  type Inputs,
  type Letter,
  letters,
  nameLength,
  type Option,
  type Plan,
} from '../sizing/core/plan.ts';
import type { Preset } from '../sizing/core/preset.ts';
import { defaultsOf, planOf } from '../sizing/core/preset.ts';

/** A plan and the option the form edits. */
export interface Edited {
  readonly plan: Plan;
  readonly selected: Letter;
}

/** Sets fields by their long names, each where its scope says: for all options or on one. Same values, same plan. */
export function withInputs(calculator: Calculator, plan: Plan, letter: Letter, inputs: Inputs): Plan {
  const shared: Record<string, Value> = { ...plan.shared };
  const own: Record<string, Value> = {};
  const option = plan.options.find((o) => o.letter === letter);
  let isSame = true;
  for (const [name, value] of Object.entries(inputs)) {
    const param = calculator.params.find((p) => p.name === name);
    if (!param) throw new Error(`${calculator.id} has no parameter “${name}”.`);
    if (param.scope === 'shared') shared[name] = value;
    else own[name] = value;
    const before = param.scope === 'shared' ? plan.shared : option?.inputs;
    isSame &&= before?.[name] === value;
  }
  if (isSame) return plan;
  return {
    ...plan,
    shared,
    options: plan.options.map((o) => (o.letter === letter ? { ...o, inputs: { ...o.inputs, ...own } } : o)),
  };
}

export function renamed(plan: Plan, letter: Letter, name: string): Plan {
  if (plan.options.some((o) => o.letter === letter && o.name === name)) return plan;
  return { ...plan, options: plan.options.map((o) => (o.letter === letter ? { ...o, name } : o)) };
}

/** A new option with the first free letter, at the right end; unchanged when there are six. */
export function withOption(edited: Edited, name: string, inputs: Inputs): Edited {
  return inserted(edited, edited.plan.options.length, name, inputs);
}

/** A copy of an option to its right: "C copy". */
export function duplicated(edited: Edited, letter: Letter): Edited {
  const index = edited.plan.options.findIndex((o) => o.letter === letter);
  const original = edited.plan.options[index];
  if (!original) return edited;
  return inserted(edited, index + 1, `${letter} copy`, original.inputs);
}

/** Removes an option; the baseline passes to the leftmost, the selection to the neighbour. The last one stays. */
export function without(edited: Edited, letter: Letter): Edited {
  const { plan, selected } = edited;
  const index = plan.options.findIndex((o) => o.letter === letter);
  const options = plan.options.filter((o) => o.letter !== letter);
  const [leftmost] = options;
  if (index < 0 || !leftmost) return edited;
  const neighbour = options[Math.min(index, options.length - 1)] ?? leftmost;
  return {
    plan: { ...plan, options, baseline: plan.baseline === letter ? leftmost.letter : plan.baseline },
    selected: selected === letter ? neighbour.letter : selected,
  };
}

/** Moves an option one place to the left or right; its letter and colour stay. */
export function moved(plan: Plan, letter: Letter, by: -1 | 1): Plan {
  const from = plan.options.findIndex((o) => o.letter === letter);
  const option = plan.options[from];
  const to = from + by;
  if (!option || to < 0 || to >= plan.options.length) return plan;
  return { ...plan, options: plan.options.toSpliced(from, 1).toSpliced(to, 0, option) };
}

/** A published configuration: one option replaces the selected one's inputs, a set replaces the whole plan. */
export function withPreset(calculator: Calculator, edited: Edited, preset: Preset): Edited {
  const [only] = preset.options;
  if (preset.options.length !== 1 || !only) {
    const made = planOf(calculator, preset);
    return { ...made, plan: { ...made.plan, title: edited.plan.title } };
  }
  const inputs = { ...defaultsOf(calculator, 'option'), ...only.inputs };
  const plan = withInputs(calculator, edited.plan, edited.selected, { ...inputs, ...preset.shared });
  return { ...edited, plan: renamed(plan, edited.selected, only.name) };
}

export function freeLetter(plan: Plan): Letter | undefined {
  return letters.find((letter) => !plan.options.some((o) => o.letter === letter));
}

function inserted(edited: Edited, index: number, name: string, inputs: Inputs): Edited {
  const letter = freeLetter(edited.plan);
  if (!letter) return edited;
  const option: Option = { letter, name: cut(name), inputs };
  return {
    plan: { ...edited.plan, options: edited.plan.options.toSpliced(index, 0, option) },
    selected: letter,
  };
}

function cut(name: string): string {
  return [...name].slice(0, nameLength).join('').trimEnd();
}
