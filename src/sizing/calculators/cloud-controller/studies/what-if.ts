import type { Study } from '../../../core/study.ts';
import type { params } from '../params.ts';
import type { Sizing } from '../size.ts';
import { failureChart } from './what-if/failure-chart.ts';
import { failureTable } from './what-if/failure-table.ts';
import { fleetPicture } from './what-if/fleet-picture.ts';
import { largestLossTable } from './what-if/largest-loss.ts';
import { whatIfFindings } from './what-if/what-if-findings.ts';
import { whatIfVerdict } from './what-if/what-if-verdict.ts';

/** All options in more conditions than the plan must survive, and every fleet with what has failed struck out. */
export const study: Study<typeof params, Sizing> = {
  evaluate: (comparison) => ({
    verdict: whatIfVerdict(comparison),
    figures: [
      failureTable(comparison),
      failureChart(comparison),
      largestLossTable(comparison),
      fleetPicture(comparison),
    ],
    findings: whatIfFindings(comparison),
    exports: [],
    hints: {},
  }),
};
