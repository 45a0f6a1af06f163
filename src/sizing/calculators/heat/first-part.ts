import { defineFirstPart } from '../../core/define-calculator.ts';
import { findingsOf } from './findings.ts';
import { formNotesOf } from './form-notes.ts';
import { migrations } from './migrations.ts';
import { params } from './params.ts';
import { presets } from './presets.ts';
import { problemsOf } from './problems.ts';
import { sizeHeat } from './size.ts';
import { studies } from './studies.ts';
import { verdictOf } from './verdict.ts';
import { poolByRule, readWorkerTable } from './worker-table.ts';

/** Form, arithmetic and answer of the Heat calculator. */
export const firstPart = defineFirstPart({
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
    { id: 'export', label: 'Files' },
    { id: 'template', label: 'Replay' },
    { id: 'connections', label: 'Database' },
    { id: 'what-if', label: 'What happens' },
    { id: 'load', label: 'Load' },
  ],
  autos: {
    engineWorkers: (inputs) => readWorkerTable(inputs.vcpuPerController).engineWorkers,
    apiWorkers: (inputs) => readWorkerTable(inputs.vcpuPerController).apiWorkers,
    poolSize: (inputs) => Math.max(10, poolByRule(inputs.engineWorkers)),
  },
  problems: problemsOf,
  size: sizeHeat,
  findings: findingsOf,
  verdict: verdictOf,
  formNotes: formNotesOf,
  presets,
  studies,
  migrations,
});
