import type { Study } from '../../../core/study.ts';
import type { params } from '../params.ts';
import type { Sizing } from '../size.ts';
import { loadCaseOf } from './load/load-case.ts';
import { startRun } from './load/load-run.ts';
import { loadView } from './load/load-view.ts';

/** How response times climb with the load, where each option is full, and what a simulation says to that. */
export const study: Study<typeof params, Sizing> = {
  evaluate: (comparison, attachments) => loadView(loadCaseOf(comparison, attachments)),
  job: { label: 'Simulate', start: startRun },
};
