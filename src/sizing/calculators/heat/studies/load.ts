/** The Load study: what a stream of stacks does to each option's engines. */
import { numberText } from '../../../core/number-text.ts';
import type { Study, StudyView } from '../../../core/study.ts';
import type { HeatParams } from '../params.ts';
import type { HeatComparison, HeatSizing } from '../size.ts';
import { loadCaseOf } from './load/load-case.ts';
import { stackTimeChart } from './load/load-chart.ts';
import { loadFindings } from './load/load-findings.ts';
import { answersTable } from './load/load-table.ts';
import { loadVerdict } from './load/load-verdict.ts';

export const study: Study<HeatParams, HeatSizing> = { evaluate: evaluateLoad };

function evaluateLoad(comparison: HeatComparison): StudyView {
  const load = loadCaseOf(comparison);
  const findings = loadFindings(load);
  const { inputs } = load;
  return {
    verdict: loadVerdict(load, findings),
    figures: [stackTimeChart(load), answersTable(load)],
    findings,
    exports: [],
    hints: {
      stacksPerHour: `Each of ${numberText(inputs.resources)} resources, ${numberText(inputs.secondsPerResource)} s each, as on the Size view.`,
    },
  };
}
