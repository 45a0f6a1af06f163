import { defineCalculator } from '../../core/calculator.ts';
import { exportsOf } from './export.ts';
import { configurationsOf, gaugeOf, tableOf } from './figures.ts';
import { findingsOf } from './findings.ts';
import { formNotesOf } from './form-notes.ts';
import { migrations } from './migrations.ts';
import { params } from './params.ts';
import { presets } from './presets.ts';
import { problemsOf } from './problems.ts';
import { provenanceOf } from './provenance.ts';
import { referenceTablesOf } from './reference-tables.ts';
import { rules } from './rules.ts';
import { sizeHeat } from './size.ts';
import { twoLimitsChart } from './two-limits-chart.ts';
import { verdictOf } from './verdict.ts';
import { poolByRule, readWorkerTable } from './worker-table.ts';
import { workerTableChart } from './worker-table-chart.ts';

/** How many engine workers an OpenStack control plane should run, and what its database must bear for it. */
export const heat = defineCalculator({
  id: 'heat',
  title: 'Heat orchestration',
  question: 'How many Heat engine workers should each controller run, and does the database bear them?',
  planTitle: 'Heat on 3 controllers',
  params,
  groups: [
    { id: 'controllers', label: 'Controllers' },
    { id: 'stack', label: 'Stack to create' },
    { id: 'option', label: 'Option' },
    { id: 'database', label: 'Database' },
    { id: 'settings', label: 'Limits and timeout' },
    { id: 'reckoning', label: 'Reckoning' },
  ],
  rules,
  autos: {
    engineWorkers: (inputs) => readWorkerTable(inputs.vcpuPerController).engineWorkers,
    apiWorkers: (inputs) => readWorkerTable(inputs.vcpuPerController).apiWorkers,
    poolSize: (inputs) => Math.max(10, poolByRule(inputs.engineWorkers)),
  },
  problems: problemsOf,
  size: sizeHeat,
  findings: findingsOf,
  sizeView: (comparison, findings) => ({
    verdict: verdictOf(comparison, findings),
    gauge: gaugeOf(comparison),
    table: tableOf(comparison),
    charts: [twoLimitsChart(comparison), workerTableChart(comparison)],
    referenceTables: referenceTablesOf(comparison),
    provenance: provenanceOf(comparison.selected),
    configurations: configurationsOf(comparison),
  }),
  formNotes: formNotesOf,
  exports: exportsOf,
  presets,
  migrations,
});
