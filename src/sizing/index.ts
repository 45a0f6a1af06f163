/**
 * The library's public door: what a Node program or another page imports. Runs without a browser.
 *
 * ```js
 * import { calculators, planOf } from 'plimsoll/sizing';
 * const [cloudController] = calculators;
 * const { plan, selected } = planOf(cloudController, cloudController.presets[0]);
 * const { result } = cloudController.evaluate(plan, selected);
 * console.log(result.verdict.headline);
 * ```
 */
export { cloudController } from './calculators/cloud-controller/index.ts';
export { heat } from './calculators/heat/index.ts';
export { calculators } from './calculators/index.ts';
export type { Calculator, Evaluation } from './core/calculator.ts';
export type { Finding } from './core/finding.ts';
export type { Letter, Option, Plan } from './core/plan.ts';
export { planOf } from './core/preset.ts';
export type { Rule } from './core/rule.ts';
