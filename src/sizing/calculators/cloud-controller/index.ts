import { defineCalculator } from '../../core/define-calculator.ts';
import { boardOf } from './board.ts';
import { chartsOf } from './charts.ts';
import { exportsOf } from './export.ts';
import { firstPart } from './first-part.ts';
import { profileTableOf } from './profile-table.ts';
import { rules } from './rules.ts';

/** Which Puma fleet replaces a Thin fleet without losing capacity, and what else it needs. */
export const cloudController = defineCalculator(firstPart, {
  rules,
  board: boardOf,
  charts: chartsOf,
  referenceTables: (comparison) => [profileTableOf(comparison)],
  exports: exportsOf,
  importText: async () => (await import('./import/import.ts')).importer,
});
