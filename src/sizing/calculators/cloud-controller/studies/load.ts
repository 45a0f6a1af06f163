import type { Attachments, Study, StudyView } from '../../../core/study.ts';
import type { params } from '../params.ts';
import type { FleetComparison, Sizing } from '../size.ts';
import { loadCaseOf } from './load/load-case.ts';
import { responseCharts } from './load/load-charts.ts';
import { loadFindings } from './load/load-findings.ts';
import { loadHints } from './load/load-hints.ts';
import { stallTable } from './load/load-stall.ts';
import { answersTable, processesTable } from './load/load-tables.ts';
import { loadVerdict } from './load/load-verdict.ts';

/** How response times climb with the load, and where each option is full. */
export const study: Study<typeof params, Sizing> = { evaluate };

function evaluate(comparison: FleetComparison, attachments: Attachments): StudyView {
  const load = loadCaseOf(comparison, attachments);
  const findings = loadFindings(load);
  return {
    verdict: loadVerdict(load, findings),
    figures: [...responseCharts(load), answersTable(load), processesTable(load), stallTable(load)],
    findings,
    exports: [],
    hints: loadHints(load),
  };
}
