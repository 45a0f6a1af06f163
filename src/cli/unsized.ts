import type { Calculator } from '../sizing/core/calculator.ts';
import type { Letter, Plan } from '../sizing/core/plan.ts';

/** What keeps an option from being sized, one sentence each with the field's label; empty when it can be. */
export function unsizedBecause(calculator: Calculator, plan: Plan, selected: Letter): readonly string[] {
  const { problems, result } = calculator.evaluate(plan, selected);
  if (result) return [];
  return [
    `Option ${selected} cannot be sized.`,
    ...(problems[selected] ?? []).map(({ field, message }) => {
      const label = calculator.params.find(({ name }) => name === field)?.label ?? field;
      return `${label}: ${message}`;
    }),
  ];
}
