/** The registry: the only file that names a calculator. */
import type { Calculator } from '../core/calculator.ts';
import { defineCalculator } from '../core/define-calculator.ts';

export interface CalculatorEntry {
  readonly id: string;
  readonly title: string;
  /** Form and answer, without rules, charts and files: what a page needs to draw at once. */
  readonly loadFirst: () => Promise<Calculator>;
  readonly load: () => Promise<Calculator>;
}

export const registry: readonly CalculatorEntry[] = [
  {
    id: 'cloud-controller',
    title: 'Cloud Controller',
    loadFirst: async () => defineCalculator((await import('./cloud-controller/first-part.ts')).firstPart),
    load: async () => (await import('./cloud-controller/index.ts')).cloudController,
  },
  {
    id: 'heat',
    title: 'Heat orchestration',
    loadFirst: async () => defineCalculator((await import('./heat/first-part.ts')).firstPart),
    load: async () => (await import('./heat/index.ts')).heat,
  },
];
