import { defineCalculator } from '../../core/define-calculator.ts';
import { exportsOf } from './export.ts';
import { configurationsOf, gaugeOf, tableOf } from './figures.ts';
import { firstPart } from './first-part.ts';
import { provenanceOf } from './provenance.ts';
import { referenceTablesOf } from './reference-tables.ts';
import { rules } from './rules.ts';
import { twoLimitsChart } from './two-limits-chart.ts';
import { workerTableChart } from './worker-table-chart.ts';

/** How many engine workers an OpenStack control plane should run, and what its database must bear for it. */
export const heat = defineCalculator(firstPart, {
  rules,
  board: (comparison) => ({
    gauge: gaugeOf(comparison),
    table: tableOf(comparison),
    provenance: provenanceOf(comparison.selected),
    configurations: configurationsOf(comparison),
  }),
  charts: (comparison) => [twoLimitsChart(comparison), workerTableChart(comparison)],
  referenceTables: referenceTablesOf,
  exports: exportsOf,
  importText: async () => (await import('./import/import.ts')).importer,
});
