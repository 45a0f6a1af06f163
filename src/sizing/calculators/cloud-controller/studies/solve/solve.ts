import type { FleetInputs } from '../../params.ts';
import type { Candidates, Search } from './candidates.ts';
import { candidatesOf } from './candidates.ts';
import type { CriterionId } from './criteria.ts';
import type { Division } from './division.ts';
import { dividedByLimits } from './division.ts';
import type { Limits } from './limits.ts';
import { frontRows } from './pareto-front.ts';
import type { ResponseTimes } from './response-times.ts';
import { noResponseTimes } from './response-times.ts';
import { bestRows, orderBy } from './row-order.ts';
import { settingsFront } from './settings-front.ts';

export interface Question {
  readonly search: Search;
  readonly limits: Limits;
  readonly goal: FleetInputs['solveGoal'];
  /** Two or three, each once. */
  readonly axes: readonly CriterionId[];
  /** Response times of the settings, where the user gave what they take; may enlarge fleets. */
  readonly timed?: (candidates: Candidates) => ResponseTimes;
}

export interface Solution extends Division {
  readonly candidates: Candidates;
  readonly times: ResponseTimes;
  /** Rows that nothing beats over the axes. */
  readonly front: readonly number[];
  /** Places of the front: settings that tie share one. */
  readonly frontPlaces: number;
  /** The best rows by the goal, in order. */
  readonly best: readonly number[];
}

const mostRows = 500;

/** All settings within the limits and what stops the others: exact, no setting is left out. */
export function solve({ axes, goal, limits, search, timed }: Question): Solution {
  const candidates = candidatesOf(search);
  const times = timed?.(candidates) ?? noResponseTimes;
  const order = orderBy(goal, candidates, times.p95Ms);
  const division = dividedByLimits(candidates, limits, times.p95Ms, order);
  const front = settingsFront(candidates, times.p95Ms, division, axes);
  return {
    ...division,
    candidates,
    times,
    front: frontRows(front),
    frontPlaces: front.places.length,
    best: bestRows(division, order, mostRows),
  };
}
