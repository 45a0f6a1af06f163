import { counted, numberText } from '../../core/number-text.ts';
import { type Check, setFix, workersEdit } from './advice.ts';
import { chainSeconds, reckonByGuide } from './guide-reckoning.ts';
import { type HeatInputs, params } from './params.ts';
import type { HeatOption } from './size.ts';
import { clockText, rangeText } from './time-text.ts';
import { leavesOf, reckonUpstream } from './upstream-reckoning.ts';

const n = numberText;

/** From that size on the guide sees convergence pay off (HT-5: "50+ resources"). */
const largeStack = 50;

/** H3: a stack that may not be created at all. */
export const overResourceLimit: Check = ({ option: { inputs } }) => {
  const { maxResourcesPerStack: limit, resources } = inputs;
  if (resources <= limit) return undefined;
  return {
    id: 'H3',
    severity: 'blocker',
    title: `Over ${n(limit)} resources per stack`,
    text: `A stack of ${n(resources)} is refused at heat_max_resources_per_stack ${n(limit)}. The limit counts the whole tree of nested stacks.`,
    rules: ['HT-7'],
    fix: setFix(`Allow ${n(resources)}`, { maxResourcesPerStack: resources }),
  };
};

/** More stacks at once than one project may hold. */
export const overStackLimit: Check = ({ option: { inputs } }) => {
  const { maxStacksPerProject: limit, stacksAtOnce } = inputs;
  if (stacksAtOnce <= limit) return undefined;
  return {
    id: 'stack-limit',
    severity: 'caution',
    title: `${n(stacksAtOnce)} stacks at once do not fit one project`,
    text: `heat_max_stacks_per_tenant allows ${counted(limit, 'stack')} in a project. Spread them over several projects, or allow more.`,
    rules: ['HT-7', 'R-10'],
    fix: setFix(`Allow ${n(stacksAtOnce)}`, { maxStacksPerProject: stacksAtOnce }),
  };
};

/** The user's own target time. */
export const targetMissed: Check = ({ option }) => {
  const { inputs, sizing } = option;
  if (inputs.targetMinutes === null) return undefined;
  const target = inputs.targetMinutes * 60;
  const { highSeconds, lowSeconds } = sizing.shown.allUp;
  if (highSeconds <= target) return undefined;
  const isMissed = lowSeconds > target;
  const edit = editForTarget(option, target);
  const isChainBound = inputs.reckonBy === 'guide' && chainSeconds(inputs) > target;
  return {
    id: 'target',
    severity: isMissed ? 'blocker' : 'caution',
    title: `The target of ${clockText(target)} ${isMissed ? 'is missed' : 'may be missed'}`,
    text:
      `${inputs.stacksAtOnce === 1 ? 'The stack takes' : 'The stacks take'} ${rangeText(sizing.shown.allUp)}.` +
      (isChainBound ? ` The longest chain alone takes ${clockText(chainSeconds(inputs))}.` : ''),
    rules: ['HT-5', inputs.reckonBy === 'guide' ? 'M1' : 'M2'],
    ...(edit && { fix: setFix(edit.label, edit.inputs) }),
  };
};

/** Fewest workers that keep the target at the high end; with convergence on when that alone is what it takes. */
function editForTarget(option: HeatOption, targetSeconds: number) {
  const reckon = option.inputs.reckonBy === 'guide' ? reckonByGuide : reckonUpstream;
  const isKept = (inputs: HeatInputs) => reckon(inputs, null).allUp.highSeconds <= targetSeconds;
  const modes = option.inputs.convergence ? [true] : [false, true];
  for (const convergence of modes) {
    const mode = convergence === option.inputs.convergence ? {} : { convergence };
    const turnOn = convergence === option.inputs.convergence ? '' : 'convergence and ';
    for (let w = option.inputs.engineWorkers; w <= params.engineWorkers.range[1]; w += 1) {
      const edit = { ...workersEdit(option, w), ...mode };
      if (!isKept({ ...option.inputs, convergence, engineWorkers: w })) continue;
      return { label: `Use ${turnOn}${counted(w, 'worker')}`, inputs: edit };
    }
  }
  return undefined;
}

/** H6: convergence is off. */
export const convergenceOff: Check = ({ option: { inputs, sizing } }) => {
  if (inputs.convergence || inputs.resources < largeStack) return undefined;
  const fix = setFix('Turn on', { convergence: true });
  if (inputs.reckonBy === 'upstream') {
    return {
      id: 'H6',
      severity: 'note',
      title: 'Convergence off: a stack stays in one process',
      text: `The guide has its resources in sequence; the legacy engine overlaps independent ones, about ${rangeText(sizing.upstream.convergenceOff)} here. It is deprecated since 25.0.0.`,
      rules: ['HT-5', 'R-7', 'R-10'],
      fix,
    };
  }
  return {
    id: 'H6',
    severity: 'caution',
    title: 'Convergence off: one worker does all',
    text: `${n(inputs.resources)} resources in sequence take ${clockText(sizing.guide.convergenceOff.highSeconds)}; from ${largeStack} resources on the guide advises convergence.`,
    rules: ['HT-5'],
    fix,
  };
};

/** HT-5 kept. */
export const suitsConvergence: Check = ({ option: { inputs } }) => {
  if (!inputs.convergence || inputs.resources < largeStack) return undefined;
  return {
    id: 'HT-5',
    severity: 'fine',
    title: `${n(inputs.resources)} resources suit convergence`,
    text: `${inputs.resources === largeStack ? 'At' : 'Above'} the ${largeStack} where parallel work pays off.`,
    rules: ['HT-5'],
  };
};

/** a wide template starts slowly, whatever the workers. */
export const leafPace: Check = ({ option: { inputs, sizing } }) => {
  const leaves = leavesOf(inputs).most;
  if (!inputs.convergence || leaves < 2) return undefined;
  const paceSeconds = leaves - 1;
  const isBehind = inputs.reckonBy === 'guide' && paceSeconds > sizing.guide.allUp.highSeconds;
  const breaksTarget = isBehind && inputs.targetMinutes !== null && paceSeconds > inputs.targetMinutes * 60;
  return {
    id: 'R-7',
    severity: breaksTarget ? 'caution' : 'note',
    title: 'Upstream starts one independent resource a second',
    text:
      (inputs.leaves === null
        ? `If all ${n(leaves)} that may be independent are, the last one starts`
        : `${n(leaves)} wait for nothing, and the last one starts`) +
      ` after ${clockText(paceSeconds)}, however many workers run.` +
      (isBehind ? ` That is past the ${rangeText(sizing.guide.allUp)} of the guide’s reckoning.` : ''),
    rules: ['R-7'],
  };
};

/** A changed mode does nothing to stacks that exist. */
export const modeIsSticky: Check = ({ baseline, option: { inputs } }) => {
  if (inputs.convergence === baseline.inputs.convergence) return undefined;
  return {
    id: 'mode-sticky',
    severity: 'note',
    title: 'Existing stacks keep their mode',
    text: 'Heat stores convergence with each stack when it is created; heat-manage migrate_convergence_1 moves the old ones.',
    rules: ['R-10'],
  };
};
