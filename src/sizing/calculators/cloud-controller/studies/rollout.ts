import { numberText } from '../../../core/number-text.ts';
import type { Study, StudyView } from '../../../core/study.ts';
import { capiRanges } from '../capi.ts';
import type { params } from '../params.ts';
import type { FleetComparison, Sizing } from '../size.ts';
import { bridgeNeeded, rolloutOf, wayBackLane, waysOf } from './rollout/lanes.ts';
import { rolloutChart, stepsTable } from './rollout/rollout-figures.ts';
import { rolloutFindings } from './rollout/rollout-findings.ts';
import { rolloutRunbook } from './rollout/rollout-runbook.ts';
import { nothingToRollOut, rolloutVerdict } from './rollout/rollout-verdict.ts';

/** The way from today's Thin fleet to the selected option and back, step by step. */
export const study: Study<typeof params, Sizing> = { evaluate };

function evaluate(comparison: FleetComparison): StudyView {
  const { selected } = comparison;
  const { inputs, letter, sizing } = selected;
  if (inputs.engine === 'thin')
    return {
      verdict: nothingToRollOut(letter, sizing.baseLoad),
      figures: [],
      findings: [],
      exports: [],
      hints: {},
    };
  const rollout = rolloutOf(comparison);
  const ways = waysOf(rollout);
  const forth = [...new Set([ways.one, ways.advised])];
  const lanes = capiRanges[inputs.capi].hasThin ? [...forth, wayBackLane(rollout)] : forth;
  const findings = rolloutFindings(inputs, rollout, ways);
  const needed = bridgeNeeded(rollout);
  return {
    verdict: rolloutVerdict(letter, rollout, ways, findings),
    figures: [rolloutChart(lanes, rollout), ...lanes.map((lane) => stepsTable(lane, rollout, inputs))],
    findings,
    exports: [rolloutRunbook(selected, rollout, ways.advised)],
    hints: {
      rolloutBridge:
        needed === undefined
          ? `Empty: ${numberText(rollout.thinVms)}, as today.`
          : `Empty: ${numberText(rollout.thinVms)}, as today. ${numberText(needed)} carry ${numberText(rollout.load)} all the time.`,
    },
  };
}
