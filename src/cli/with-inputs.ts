import type { Calculator } from '../sizing/core/calculator.ts';
import type { Inputs, Letter, Plan } from '../sizing/core/plan.ts';

/** A plan with inputs set, each where its scope says: for all options, or on the one named. */
export function withInputs(calculator: Calculator, plan: Plan, letter: Letter, inputs: Inputs): Plan {
  const isShared = (name: string) => calculator.params.some((p) => p.name === name && p.scope === 'shared');
  const entries = Object.entries(inputs);
  const shared = Object.fromEntries(entries.filter(([name]) => isShared(name)));
  const own = Object.fromEntries(entries.filter(([name]) => !isShared(name)));
  return {
    ...plan,
    shared: { ...plan.shared, ...shared },
    options: plan.options.map((option) =>
      option.letter === letter ? { ...option, inputs: { ...option.inputs, ...own } } : option,
    ),
  };
}
