import type { Calculator } from './calculator.ts';
import type { Param } from './param.ts';
import type { Inputs, Letter, Option, Plan } from './plan.ts';

/** A published configuration: one option, or a whole set that replaces all. */
export interface Preset {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  readonly rules: readonly string[];
  readonly shared?: Inputs;
  readonly options: readonly { readonly name: string; readonly inputs: Inputs }[];
  /** Which of the options is selected and which is the baseline, by position; the first unless told. */
  readonly selected?: number;
  readonly baseline?: number;
}

/** The defaults of the parameters of one scope. */
export function defaultsOf(calculator: Calculator, scope: Param['scope']): Inputs {
  return Object.fromEntries(
    calculator.params.filter((p) => p.scope === scope).map((p) => [p.name, p.default]),
  );
}

/** A preset as options of a plan: what the preset leaves out takes its default. */
export function planOf(
  calculator: Calculator,
  preset: Preset,
): { readonly plan: Plan; readonly selected: Letter } {
  const options = preset.options.map(
    (entry, index): Option => ({
      letter: letterAt(index),
      name: entry.name,
      inputs: { ...defaultsOf(calculator, 'option'), ...entry.inputs },
    }),
  );
  return {
    plan: {
      calculator: calculator.id,
      title: calculator.planTitle,
      shared: { ...defaultsOf(calculator, 'shared'), ...preset.shared },
      options,
      baseline: letterAt(preset.baseline ?? 0),
    },
    selected: letterAt(preset.selected ?? 0),
  };
}

function letterAt(index: number): Letter {
  const letter = (['A', 'B', 'C', 'D', 'E', 'F'] as const)[index];
  if (!letter)
    throw new RangeError(`A plan has at most six options; there is no letter for position ${index}.`);
  return letter;
}
