import type { Attachments } from '../../../../core/study.ts';
import type { Condition } from '../../conditions.ts';
import type { FleetInputs } from '../../params.ts';
import type { FleetComparison, SizedFleet } from '../../size.ts';
import { answerAt, type LoadAnswer } from './load-answer.ts';
import { type FleetMake, type LoadedFleet, loadedFleet, makeOf, todaysMake } from './load-fleet.ts';
import { type RequestDemand, requestOf } from './load-request.ts';
import { type StallEffect, stallEffect } from './stall-effect.ts';

/** Where no rate is given: so much of what today's fleet can serve. */
const usualShareOfToday = 0.75;

/** The question of the Load view, with every option worked out at the load. */
export interface LoadCase {
  readonly inputs: FleetInputs;
  readonly request: RequestDemand;
  readonly condition: Condition;
  readonly loadPerSecond: number;
  /** How the load came about, in words. */
  readonly loadSource: string;
  readonly isLoadAssumed: boolean;
  /** Rate of the arrivals in the user's log; undefined without arrivals that are apart. */
  readonly logPerSecond: number | undefined;
  readonly options: readonly LoadedOption[];
  readonly selected: LoadedOption;
  readonly baseline: LoadedOption;
  /** Today's Thin fleet with all up, whether or not it is among the options. */
  readonly today: LoadedFleet;
}

export interface LoadedOption {
  readonly option: SizedFleet;
  readonly make: FleetMake;
  /** In the condition of the view. */
  readonly loaded: LoadedFleet;
  readonly answer: LoadAnswer;
  /** With nothing failed. */
  readonly up: LoadedFleet;
  readonly stall: StallEffect | undefined;
}

/** Works out a comparison's requests, load and every option's answer. All options share the first one's inputs. */
export function loadCaseOf(comparison: FleetComparison, attachments: Attachments): LoadCase {
  const { baseline, options, selected } = comparison;
  const { inputs } = selected;
  const request = requestOf(inputs, attachments);
  const condition = inputs.loadCondition;
  const today = loadedFleet(todaysMake(inputs), 'all', request, inputs);
  const logPerSecond = ratePerSecondOf(request);
  const load = loadOf(inputs, logPerSecond, today);
  const worked = (option: SizedFleet): LoadedOption => {
    const make = makeOf(option);
    const loaded = loadedFleet(make, condition, request, inputs);
    const up = condition === 'all' ? loaded : loadedFleet(make, 'all', request, inputs);
    return {
      option,
      make,
      loaded,
      answer: answerAt(loaded, load.loadPerSecond),
      up,
      stall: stallEffect(make, up, load.loadPerSecond, request, inputs),
    };
  };
  const all = options.map(worked);
  const of = (wanted: SizedFleet) => all.find((o) => o.option.letter === wanted.letter) ?? worked(wanted);
  return {
    inputs,
    request,
    condition,
    ...load,
    logPerSecond,
    options: all,
    selected: of(selected),
    baseline: of(baseline),
    today,
  };
}

function loadOf(
  inputs: FleetInputs,
  logPerSecond: number | undefined,
  today: LoadedFleet,
): Pick<LoadCase, 'loadPerSecond' | 'loadSource' | 'isLoadAssumed'> {
  const { growthPercent, measuredPerSecond, requestFrom, requestsPerSecond } = inputs;
  if (requestsPerSecond !== null)
    return { loadPerSecond: requestsPerSecond, loadSource: 'as entered', isLoadAssumed: false };
  const growth = 1 + growthPercent / 100;
  const grown = growthPercent > 0 ? ` plus ${growthPercent} % growth` : '';
  if (requestFrom === 'metrics' && measuredPerSecond !== null) {
    return {
      loadPerSecond: measuredPerSecond * growth,
      loadSource: `as measured${grown}`,
      isLoadAssumed: false,
    };
  }
  if (requestFrom === 'log' && logPerSecond !== undefined)
    return {
      loadPerSecond: logPerSecond * growth,
      loadSource: `as in your log${grown}`,
      isLoadAssumed: false,
    };
  return {
    loadPerSecond: today.ceilingPerSecond * usualShareOfToday * growth,
    loadSource: `75 % of what today’s fleet can serve${grown}`,
    isLoadAssumed: true,
  };
}

/** Arrivals of the log a second; undefined without arrivals that are apart. */
function ratePerSecondOf({ log }: RequestDemand): number | undefined {
  if (log.kind !== 'log' || log.arrivalsMs === null) return undefined;
  const lastMs = log.arrivalsMs.at(-1) ?? 0;
  return lastMs > 0 ? (1000 * (log.arrivalsMs.length - 1)) / lastMs : undefined;
}
