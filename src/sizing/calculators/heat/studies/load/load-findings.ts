import { type Finding, severities } from '../../../../core/finding.ts';
import { counted, numberText } from '../../../../core/number-text.ts';
import { largestFitting } from '../../reckoning.ts';
import { engineLoadOf } from './engine-load.ts';
import type { LoadCase } from './load-case.ts';
import { comfortableShare, perHourText } from './load-table.ts';

const n = numberText;
const mostWorkers = 256;

/** Advice on the selected option under load, worst first. */
export function loadFindings(load: LoadCase): readonly Finding[] {
  const found = [notCarried, nearlyFull, cpuLimits, otherReckoning, stacksOverLimit, nestedHold].flatMap(
    (check) => check(load) ?? [],
  );
  const isQuiet = found.every((f) => f.severity === 'note');
  return [...found, ...(isQuiet ? [carried(load)] : [])].sort(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity),
  );
}

function notCarried(load: LoadCase): Finding | undefined {
  const { answer, load: engines, option } = load.selected;
  if (answer.kind === 'settles') return undefined;
  return {
    id: 'HL1',
    severity: 'blocker',
    title: `Above capacity: ${perHourText(answer.stacksPerHour)} stacks an hour are left over`,
    text: `${perHourText(option.inputs.stacksPerHour)} come, ${perHourText(engines.ceilingPerHour)} can be created: the backlog grows for as long as the load lasts. ${remedyText(load)}`,
    rules: ['M4', 'HT-1'],
    ...fixOf(load),
  };
}

function nearlyFull(load: LoadCase): Finding | undefined {
  const { answer, load: engines, option } = load.selected;
  const share = option.inputs.stacksPerHour / engines.ceilingPerHour;
  if (answer.kind === 'grows' || share <= comfortableShare) return undefined;
  return {
    id: 'HL2',
    severity: 'caution',
    title: `${n(share * 100, 0)} % of what the engines can create is used`,
    text: `Stacks come in bursts, and waits climb steeply from here. ${remedyText(load)}`,
    rules: ['M4'],
    ...fixOf(load),
  };
}

/** The fewest engine workers per controller that carry the load at ease; undefined where none do. */
function workersFor({ selected }: LoadCase): number | undefined {
  const { inputs } = selected.option;
  const carries = (engineWorkers: number) =>
    engineLoadOf({ ...inputs, engineWorkers }).ceilingPerHour * comfortableShare >= inputs.stacksPerHour;
  if (!carries(mostWorkers)) return undefined;
  return largestFitting(mostWorkers, (w) => !carries(w)) + 1;
}

function remedyText(load: LoadCase): string {
  const workers = workersFor(load);
  return workers === undefined
    ? 'No number of engine workers on these controllers would carry it: cores or controllers are missing.'
    : `${counted(workers, 'engine worker')} per controller would carry it at ${n(comfortableShare * 100)} % or less.`;
}

function fixOf(load: LoadCase): Pick<Finding, 'fix'> {
  const workers = workersFor(load);
  if (workers === undefined || workers === load.selected.option.inputs.engineWorkers) return {};
  return {
    fix: {
      label: `Use ${counted(workers, 'worker')}`,
      edit: { kind: 'set', inputs: { engineWorkers: workers } },
    },
  };
}

function cpuLimits({ selected }: LoadCase): Finding | undefined {
  const { load, option } = selected;
  if (load.limitedBy !== 'CPU') return undefined;
  const { cpuMsPerCreate, engineWorkers, vcpuPerController } = option.inputs;
  return {
    id: 'HL3',
    severity: 'note',
    title: 'CPU, not waiting, sets the limit',
    text:
      engineWorkers >= vcpuPerController
        ? `${n(cpuMsPerCreate)} ms a create on ${n(vcpuPerController)} cores a controller: more workers than cores add places, not speed.`
        : `${n(cpuMsPerCreate)} ms a create: a process is one core at most, so up to ${n(vcpuPerController)} workers a controller would help.`,
    rules: ['R-8', 'HT-4'],
  };
}

function otherReckoning({ selected }: LoadCase): Finding | undefined {
  const { load, option, other } = selected;
  const ratio = other.ceilingPerHour / load.ceilingPerHour;
  if (ratio > 0.75 && ratio < 1.25) return undefined;
  const isGuide = option.inputs.reckonBy === 'guide';
  return {
    id: 'HL4',
    severity: 'note',
    title: `${isGuide ? 'Upstream' : 'By the guide'}: full at ${perHourText(other.ceilingPerHour)} stacks an hour`,
    text: isGuide
      ? `The guide does not say how many tasks a worker takes at once; ${n(option.inputs.tasksPerWorker)} is counted. The source code gives each process 64 places unless set, ${n(other.places)} in all.`
      : `Counting ${n(option.inputs.tasksPerWorker)} at once for each worker, the cautious reading, there are ${n(other.places)} places.`,
    rules: ['R-8', 'M1'],
  };
}

function stacksOverLimit({ inputs, selected }: LoadCase): Finding | undefined {
  const { answer } = selected;
  if (answer.kind === 'grows' || answer.mostInProgress <= inputs.maxStacksPerProject) return undefined;
  return {
    id: 'HL5',
    severity: 'note',
    title: `Up to ${n(answer.mostInProgress)} stacks are in progress at once`,
    text: `The limit of ${n(inputs.maxStacksPerProject)} stacks is per project and counts finished ones too: spread them over projects, or raise it.`,
    rules: ['HT-7', 'R-10'],
  };
}

function nestedHold({ inputs, selected }: LoadCase): Finding | undefined {
  if (!selected.option.inputs.convergence) return undefined;
  return {
    id: 'HL6',
    severity: 'note',
    title: 'Nested stacks and queue depth are not in these numbers',
    text: `A nested stack holds a place while it waits for its own resources; keep those in progress well below ${n(selected.load.places)}. The depth of the message queue stays 0 meanwhile, so watch the age of resources in progress${inputs.reckonBy === 'guide' ? ', though the guide names the depth' : ''}.`,
    rules: ['R-9', 'HT-4'],
  };
}

function carried({ inputs, selected }: LoadCase): Finding {
  return {
    id: 'HL7',
    severity: 'fine',
    title: `${perHourText(inputs.stacksPerHour)} stacks an hour are carried`,
    text: `Full at ${perHourText(selected.load.ceilingPerHour)}. Places, CPU and the limit of stacks were checked.`,
    rules: ['M4'],
  };
}
