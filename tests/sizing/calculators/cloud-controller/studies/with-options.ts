import type { Plan } from '../../../../../src/sizing/core/plan.ts';

/** The plan of two options with the second repeated until there are so many; six are the most a plan may have. */
export function withOptions(plan: Plan, count: number): Plan {
  const [first, second] = plan.options;
  if (!first || !second) throw new Error('A plan has two options.');
  const others = (['C', 'D', 'E', 'F'] as const).map((letter) => ({ ...second, letter }));
  return { ...plan, options: [first, second, ...others].slice(0, count) };
}
