/** The What if study: what each option does when something is lost, slower or more. */
import { numberText } from '../../../core/number-text.ts';
import type { Study, StudyView } from '../../../core/study.ts';
import { monitoringDocuments } from '../monitoring.ts';
import type { HeatParams } from '../params.ts';
import type { HeatComparison, HeatSizing } from '../size.ts';
import { systemPicture } from './system-picture.ts';
import { conditionChart } from './what-if/condition-chart.ts';
import { conditionsOf } from './what-if/conditions.ts';
import { whatIfFindings } from './what-if/findings.ts';
import { limitsOf, limitsTable } from './what-if/limits-table.ts';
import { matrixTable } from './what-if/matrix.ts';
import { whatIfVerdict } from './what-if/verdict.ts';

export const study: Study<HeatParams, HeatSizing> = { evaluate: evaluateWhatIf };

function evaluateWhatIf(comparison: HeatComparison): StudyView {
  const { baseline, selected } = comparison;
  const { lostControllers, lostWorkers } = selected.inputs;
  const conditions = conditionsOf(selected.inputs);
  const limits = limitsOf(selected, conditions);
  const findings = whatIfFindings(baseline, selected, conditions, limits);
  return {
    verdict: whatIfVerdict(selected, conditions, findings),
    figures: [
      matrixTable(comparison, conditions),
      conditionChart(comparison, conditions),
      systemPicture(comparison, 'what-if-system', { controllers: lostControllers, workers: lostWorkers }),
      limitsTable(limits),
    ],
    findings,
    exports: monitoringDocuments(selected),
    hints: {
      lostControllers: `Of ${numberText(selected.inputs.controllers)}.`,
      lostWorkers: `Of ${numberText(selected.sizing.engineTotal)}, option ${selected.letter}. On controllers that are up.`,
      manyStacks: `Limit ${numberText(selected.inputs.maxStacksPerProject)} per project.`,
    },
  };
}
