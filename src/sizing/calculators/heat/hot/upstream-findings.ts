import type { Finding } from '../../../core/finding.ts';
import { counted } from '../../../core/number-text.ts';
import type { Engine } from './convergence-run.ts';
import type { EngineRun } from './engine-run.ts';
import { measuredFanIn, measuredLegacyStep } from './engine-timing.ts';
import type { StackPlan } from './stack-plan.ts';

/** heat/cmd/engine.py: at least four, since stacks in stacks deadlocked with one or two (bug 1526045). */
const leastEngineProcesses = 4;

/** What is wrong or worth knowing about one stack on one engine, worst first. */
export function upstreamFindings(
  work: StackPlan,
  run: EngineRun,
  engine: Engine,
  options: { readonly isConvergence: boolean; readonly stackTimeoutSeconds: number },
): readonly Finding[] {
  const nested = work.stacks.length - 1;
  const slots = engine.processes * engine.slotsPerProcess;
  const findings: Finding[] = [];
  if (run.endSeconds === null) {
    findings.push({
      id: 'hot-deadlock',
      severity: 'blocker',
      title: 'This stack would never finish',
      text: `${stuckText(run.mostNested, slots)} Use more engine processes, or fewer groups side by side.`,
      rules: [],
    });
  } else if (options.isConvergence && 2 * run.mostNested >= slots) {
    findings.push({
      id: 'hot-deadlock-risk',
      severity: 'caution',
      title: 'Stacks inside this one could fill every slot',
      text: `Up to ${run.mostNested} wait at once, each holding one of ${slots} slots. Two stacks like this together can stop for good.`,
      rules: [],
    });
  }
  if (engine.processes < leastEngineProcesses) {
    findings.push({
      id: 'hot-engine-floor',
      severity: 'caution',
      title: `Run at least ${leastEngineProcesses} engine processes`,
      text: `${engine.processes} in all is under Heat's own least of ${leastEngineProcesses} a node${nested > 0 ? `; calls between engines for the ${counted(nested, 'stack')} inside this one can time out` : ''}.`,
      rules: [],
    });
  }
  if (run.endSeconds !== null && run.endSeconds > options.stackTimeoutSeconds) {
    findings.push({
      id: 'hot-stack-timeout',
      severity: 'caution',
      title: 'Longer than the stack may take',
      text: `About ${Math.round(run.endSeconds)} s against a stack_action_timeout of ${options.stackTimeoutSeconds} s.`,
      rules: [],
    });
  }
  const measured = options.isConvergence ? measuredFanIn : measuredLegacyStep;
  if (run.largestCrowd > measured) {
    findings.push({
      id: 'hot-beyond-measured',
      severity: 'note',
      title: 'Beyond what was measured',
      text: `${run.largestCrowd} resources come together here; the time that takes was measured up to ${measured}.`,
      rules: [],
    });
  }
  return findings;
}

function stuckText(nested: number, slots: number): string {
  return nested === 1
    ? 'A stack inside it waits in the only slot, and its own resources find none.'
    : `${nested} stacks inside it wait at once, each in one of ${slots} slots, and their own resources find none.`;
}
