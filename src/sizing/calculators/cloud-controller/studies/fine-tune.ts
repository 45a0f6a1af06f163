import { counted } from '../../../core/number-text.ts';
import type { Attachments, Study, StudyView } from '../../../core/study.ts';
import type { params } from '../params.ts';
import type { FleetComparison, Sizing } from '../size.ts';
import { metricsTable, quadrantChart, readingsTable } from './fine-tune/fine-tune-figures.ts';
import { fineTuneFindings } from './fine-tune/fine-tune-findings.ts';
import { fineTuneVerdict, type Judged } from './fine-tune/fine-tune-verdict.ts';
import { pressureOf, quadrantOf, remedyOf } from './fine-tune/judgement.ts';
import { measurementsOf } from './fine-tune/measurements.ts';

/** What the metrics after the migration say: threads or cores, out or down, and by how much. */
export const study: Study<typeof params, Sizing> = { evaluate };

function evaluate(comparison: FleetComparison, attachments: Attachments): StudyView {
  const option = comparison.selected;
  const near = option.inputs.fineTuneNearPercent;
  const measurements = measurementsOf(option, attachments);
  const pressure = pressureOf(measurements, near);
  const quadrant = quadrantOf(pressure);
  const judged: Judged = {
    option,
    measurements,
    pressure,
    quadrant,
    remedy: quadrant && remedyOf(option, measurements, quadrant, near),
  };
  return {
    verdict: fineTuneVerdict(judged),
    figures: [
      ...(quadrant ? [quadrantChart(judged, near)] : []),
      readingsTable(judged, near),
      metricsTable(judged, near),
    ],
    findings: fineTuneFindings(comparison, judged),
    exports: [],
    hints: hintsOf(judged),
  };
}

function hintsOf({ measurements, option }: Judged): StudyView['hints'] {
  const { limits } = measurements;
  const isThin = option.inputs.engine === 'thin';
  const name = isThin ? 'cc.requests.outstanding.gauge' : 'cc_requests_outstanding_total';
  return { fineTuneOutstanding: `${name}; a VM has ${counted(limits.threads, 'thread')}.` };
}
