import { counted, numberText } from '../../../../core/number-text.ts';
import { reckonByGuide } from '../../guide-reckoning.ts';
import type { HeatInputs } from '../../params.ts';
import type { TimeRange } from '../../reckoning.ts';
import { reckonUpstream } from '../../upstream-reckoning.ts';
import { ceilingLeft, type Losses, noLosses } from '../system-picture.ts';

const n = numberText;

/** Something that may happen, and what then is left to compute with. */
export interface Condition {
  readonly id: string;
  readonly label: string;
  /** For an axis. */
  readonly short: string;
  /** Null where nothing is left to create a stack. */
  readonly inputsOf: (inputs: HeatInputs) => HeatInputs | null;
  readonly lossesOf: (inputs: HeatInputs) => Losses;
  /** What changes, with the values: "3 − 1 = 2 controllers". */
  readonly workedOf: (inputs: HeatInputs) => string;
}

/** An option in a condition. */
export interface Outcome {
  /** Null where nothing is created any more. */
  readonly time: TimeRange | null;
  readonly ceiling: number;
}

/** All up, then everything the user asked about. The plan's shared inputs say how much. */
export function conditionsOf(shared: HeatInputs): readonly Condition[] {
  const { growthFactor, lostControllers, lostWorkers, manyStacks, slowFactor } = shared;
  return [
    {
      id: 'all-up',
      label: 'All up',
      short: 'All up',
      inputsOf: (inputs) => inputs,
      lossesOf: () => noLosses,
      workedOf: (inputs) => `${counted(inputs.controllers, 'controller')}`,
    },
    {
      id: 'controllers',
      label: `${counted(lostControllers, 'controller')} lost`,
      short: `${counted(lostControllers, 'controller')} lost`,
      inputsOf: (inputs) =>
        inputs.controllers > lostControllers
          ? { ...inputs, controllers: inputs.controllers - lostControllers }
          : null,
      lossesOf: () => ({ controllers: lostControllers, workers: 0 }),
      workedOf: (inputs) =>
        `${n(inputs.controllers)} − ${n(lostControllers)} = ${counted(Math.max(0, inputs.controllers - lostControllers), 'controller')}`,
    },
    {
      id: 'workers',
      label: `${counted(lostWorkers, 'engine worker')} lost`,
      short: `${counted(lostWorkers, 'worker')} lost`,
      inputsOf: (inputs) => withWorkersLost(inputs, lostWorkers),
      lossesOf: () => ({ controllers: 0, workers: lostWorkers }),
      workedOf: (inputs) => {
        const all = inputs.controllers * inputs.engineWorkers;
        return `${n(all)} − ${n(lostWorkers)} = ${counted(Math.max(0, all - lostWorkers), 'engine worker')}`;
      },
    },
    {
      id: 'slow',
      label: `Cloud APIs ${n(slowFactor)} times slower`,
      short: `APIs ${n(slowFactor)} × slower`,
      inputsOf: (inputs) => ({ ...inputs, secondsPerResource: inputs.secondsPerResource * slowFactor }),
      lossesOf: () => noLosses,
      workedOf: (inputs) =>
        `${n(inputs.secondsPerResource)} × ${n(slowFactor)} = ${n(inputs.secondsPerResource * slowFactor)} s per resource`,
    },
    {
      id: 'growth',
      label: `${n(growthFactor)} times the resources`,
      short: `${n(growthFactor)} × resources`,
      inputsOf: (inputs) => withGrowth(inputs, growthFactor),
      lossesOf: () => noLosses,
      workedOf: (inputs) =>
        `${n(inputs.resources)} × ${n(growthFactor)} = ${counted(withGrowth(inputs, growthFactor).resources, 'resource')}`,
    },
    {
      id: 'stacks',
      label: `${counted(manyStacks, 'stack')} at once`,
      short: `${counted(manyStacks, 'stack')} at once`,
      inputsOf: (inputs) => ({ ...inputs, stacksAtOnce: manyStacks }),
      lossesOf: () => noLosses,
      workedOf: () => `${counted(manyStacks, 'stack')} instead of ${n(shared.stacksAtOnce)}`,
    },
  ];
}

export function outcomeOf(inputs: HeatInputs, condition: Condition): Outcome {
  const left = condition.inputsOf(inputs);
  const reckon = inputs.reckonBy === 'guide' ? reckonByGuide : reckonUpstream;
  return {
    time: left && reckon(left, null).allUp,
    ceiling: ceilingLeft(inputs, condition.lossesOf(inputs)),
  };
}

/**
 * The workers that are left as those of one controller with all the cores: both ways of reckoning know only totals,
 * and so no fraction of a worker arises.
 */
function withWorkersLost(inputs: HeatInputs, lost: number): HeatInputs | null {
  const engineWorkers = inputs.controllers * inputs.engineWorkers - lost;
  if (engineWorkers < 1) return null;
  return {
    ...inputs,
    controllers: 1,
    engineWorkers,
    vcpuPerController: inputs.controllers * inputs.vcpuPerController,
  };
}

/** More of the same side by side: the longest chain stays, the resources that wait for nothing grow alike. */
function withGrowth(inputs: HeatInputs, factor: number): HeatInputs {
  return {
    ...inputs,
    resources: Math.round(inputs.resources * factor),
    leaves: inputs.leaves === null ? null : Math.round(inputs.leaves * factor),
  };
}
