import { severities } from '../../../../core/finding.ts';
import type { StudyView } from '../../../../core/study.ts';
import type { LoadCase } from './load-case.ts';
import { responseCharts } from './load-charts.ts';
import { loadFindings } from './load-findings.ts';
import { loadHints } from './load-hints.ts';
import { answersTable, processesTable } from './load-tables.ts';
import { loadVerdict } from './load-verdict.ts';
import { secondsChart, simulatedPlaces } from './run-chart.ts';
import { runFindings, runSentence } from './run-findings.ts';
import { runLabel, runTable } from './run-tables.ts';
import type { SimulatedOption } from './simulated-option.ts';
import { stallTable } from './stall-table.ts';

/** The view of a case, with what a run has found so far laid over it. */
export function loadView(load: LoadCase, finished: readonly SimulatedOption[] = []): StudyView {
  const findings = [...loadFindings(load), ...runFindings(load, finished)].sort(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity),
  );
  const hasRun = finished.length > 0;
  const [means, percentiles] = responseCharts(load, {
    places: simulatedPlaces(load, finished),
    label: runLabel(load),
  });
  return {
    verdict: loadVerdict(load, findings, runSentence(load, finished)),
    figures: [
      ...(hasRun && load.inputs.failureKind !== 'none' ? [secondsChart(load, finished)] : []),
      means,
      ...(hasRun ? [runTable(load, finished)] : []),
      percentiles,
      answersTable(load),
      processesTable(load),
      stallTable(load),
    ],
    findings,
    exports: [],
    hints: loadHints(load),
  };
}
