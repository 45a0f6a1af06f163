import type { HeatInputs } from '../../params.ts';
import type { HeatComparison, HeatOption } from '../../size.ts';
import { type EngineAnswer, type EngineLoad, engineLoadOf } from './engine-load.ts';

/** Every option under the plan's stream of stacks. */
export interface LoadCase {
  readonly inputs: HeatInputs;
  readonly options: readonly LoadedOption[];
  readonly selected: LoadedOption;
  readonly baseline: LoadedOption;
}

export interface LoadedOption {
  readonly option: HeatOption;
  readonly load: EngineLoad;
  readonly answer: EngineAnswer;
  /** By the other way of reckoning. */
  readonly other: EngineLoad;
}

export function loadCaseOf({ baseline, options, selected }: HeatComparison): LoadCase {
  const worked = (option: HeatOption): LoadedOption => {
    const load = engineLoadOf(option.inputs);
    const otherWay = option.inputs.reckonBy === 'guide' ? 'upstream' : 'guide';
    return {
      option,
      load,
      answer: load.answerAt(option.inputs.stacksPerHour),
      other: engineLoadOf({ ...option.inputs, reckonBy: otherWay }),
    };
  };
  const all = options.map(worked);
  const of = (wanted: HeatOption) => all.find((o) => o.option.letter === wanted.letter) ?? worked(wanted);
  return { inputs: selected.inputs, options: all, selected: of(selected), baseline: of(baseline) };
}
