import { numberText } from '../../../core/number-text.ts';
import type { Study, StudyView } from '../../../core/study.ts';
import { conditionOf } from '../conditions.ts';
import type { params } from '../params.ts';
import type { FleetComparison, Sizing } from '../size.ts';
import { frontChart } from './solve/front-chart.ts';
import { questionOf } from './solve/question.ts';
import { rangesTable } from './solve/ranges-table.ts';
import { rejectedTable } from './solve/rejected-table.ts';
import { settingsTable } from './solve/settings-table.ts';
import { singleZone } from './solve/single-zone.ts';
import { solve } from './solve/solve.ts';
import { solveFindings } from './solve/solve-findings.ts';
import { solveVerdict } from './solve/solve-verdict.ts';

/** All fleets that carry the load within the user's limits, and how far each number of an option can go. */
export const study: Study<typeof params, Sizing> = { evaluate };

function evaluate(comparison: FleetComparison): StudyView {
  const { selected } = comparison;
  const hints = hintsOf(comparison);
  if (conditionOf(selected.inputs.survive) === 'az' && selected.inputs.zones === 1)
    return { ...singleZone(selected), hints };
  const asked = questionOf(selected);
  const solution = solve(asked.question);
  const findings = solveFindings(selected, asked, solution);
  return {
    verdict: solveVerdict(selected, asked, solution, findings),
    figures: [
      ...(solution.fitting.length > 0 ? [frontChart(comparison, solution, asked.question.axes)] : []),
      settingsTable(comparison, asked, solution),
      ...(solution.rejected > 0 ? [rejectedTable(solution)] : []),
      rangesTable(selected),
    ],
    findings,
    exports: [],
    hints,
  };
}

function hintsOf({ selected }: FleetComparison): StudyView['hints'] {
  const { connectionsFree, solveMaxConnections } = selected.inputs;
  if (solveMaxConnections !== null) return {};
  const free = connectionsFree === null ? 'no limit' : numberText(connectionsFree);
  return { solveMaxConnections: `Empty: as on Size and compare, ${free}.` };
}
