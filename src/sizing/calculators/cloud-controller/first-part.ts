import { defineFirstPart } from '../../core/define-calculator.ts';
import { findingsOf } from './findings.ts';
import { formNotesOf } from './form-notes.ts';
import { migrations } from './migrations.ts';
import { autoConnections, autoLocalWorkers, autoWorkers, params } from './params.ts';
import { presets } from './presets.ts';
import { size } from './size.ts';
import { fineTuneGroups } from './studies/fine-tune/fine-tune-params.ts';
import { samplesField } from './studies/fine-tune/samples-field.ts';
import { loadEntry } from './studies/load-entry.ts';
import { rolloutGroups } from './studies/rollout/rollout-params.ts';
import { solveGroups } from './studies/solve/solve-params.ts';
import { whatIfGroups } from './studies/what-if/what-if-params.ts';
import { verdictOf } from './verdict.ts';

/** Form, arithmetic and answer of the Cloud Controller calculator. */
export const firstPart = defineFirstPart({
  id: 'cloud-controller',
  title: 'Cloud Controller',
  question: 'Which Puma fleet replaces a Thin fleet without losing capacity?',
  planTitle: 'API tier: Thin to Puma',
  params,
  groups: [
    { id: 'today', label: 'Today' },
    { id: 'load', label: 'Load to carry' },
    { id: 'option', label: 'Option' },
    { id: 'survive', label: 'Must survive' },
    { id: 'memory', label: 'Memory and database' },
    { id: 'reckon', label: 'Reckon by' },
    { id: 'export', label: 'Ops files' },
    ...solveGroups,
    ...whatIfGroups,
    ...rolloutGroups,
    ...fineTuneGroups,
    { id: 'q-request', label: 'One request' },
    { id: 'q-rate', label: 'Load and servers' },
    { id: 'q-failure', label: 'Failure' },
    { id: 'q-run', label: 'Simulation' },
  ],
  autos: {
    workersPerVm: autoWorkers,
    localWorkersPerVm: autoLocalWorkers,
    connectionsPerProcess: autoConnections,
  },
  problems: ({ loadMode, observedPeak }) =>
    loadMode === 'observed' && observedPeak === null
      ? [
          {
            field: 'observedPeak',
            message: 'Observed peak, whole fleet: enter a whole number from 1 to 50,000, or match today.',
          },
        ]
      : [],
  size,
  findings: findingsOf,
  verdict: verdictOf,
  formNotes: formNotesOf,
  presets,
  studies: [
    { id: 'solve', title: 'Solve', isHeavy: true, load: () => import('./studies/solve.ts') },
    { id: 'what-if', title: 'What if', load: () => import('./studies/what-if.ts') },
    { id: 'rollout', title: 'Rollout', load: () => import('./studies/rollout.ts') },
    loadEntry,
    {
      id: 'fine-tune',
      title: 'Fine-tune',
      attachments: [samplesField],
      isHeavy: true,
      load: () => import('./studies/fine-tune.ts'),
    },
  ],
  migrations,
});
