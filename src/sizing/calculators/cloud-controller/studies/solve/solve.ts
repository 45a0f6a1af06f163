import type { FleetInputs } from '../../params.ts';
import type { Candidates, Search } from './candidates.ts';
import { candidatesOf } from './candidates.ts';
import type { CriterionId } from './criteria.ts';
import { bestRows, criteria, orderBy } from './criteria.ts';
import type { Limits, NearMiss } from './limits.ts';
import { dividedByLimits, nearMisses, smallestRelaxation } from './limits.ts';
import { paretoFront } from './pareto-front.ts';
import type { ResponseTimes } from './response-times.ts';
import { noResponseTimes } from './response-times.ts';

export interface Question {
  readonly search: Search;
  readonly limits: Limits;
  readonly goal: FleetInputs['solveGoal'];
  /** Two or three, each once. */
  readonly axes: readonly CriterionId[];
  /** Response times of the settings, where the user gave what they take; may enlarge fleets. */
  readonly timed?: (candidates: Candidates) => ResponseTimes;
}

export interface Solution {
  readonly candidates: Candidates;
  readonly times: ResponseTimes;
  readonly fitting: Int32Array;
  readonly rejected: Int32Array;
  /** Rows that nothing beats over the axes. */
  readonly front: readonly number[];
  /** Places of the front: settings that tie share one. */
  readonly frontPlaces: number;
  /** The best rows by the goal, in order. */
  readonly best: readonly number[];
  readonly nearest: readonly NearMiss[];
  /** What would let something fit, where nothing does. */
  readonly relaxation: NearMiss | undefined;
}

const mostRows = 500;
const mostMisses = 50;

/** All settings within the limits and what stops the others: exact, every setting is looked at. */
export function solve({ axes, goal, limits, search, timed }: Question): Solution {
  const candidates = candidatesOf(search);
  const times = timed?.(candidates) ?? noResponseTimes;
  const divided = dividedByLimits(candidates, limits, times.p95Ms);
  const { fitting, rejected } = divided;
  const columns = axes.map((axis) => criteria[axis].columnOf(candidates, times.p95Ms));
  const order = orderBy(goal, candidates, times.p95Ms);
  const front = paretoFront(columns, fitting);
  return {
    candidates,
    times,
    fitting,
    rejected,
    front,
    frontPlaces: new Set(front.map((row) => columns.map((column) => column[row]).join(' '))).size,
    best: bestRows(fitting, order, mostRows),
    nearest: nearMisses(candidates, divided, limits, order.compare, mostMisses),
    relaxation:
      fitting.length > 0 ? undefined : smallestRelaxation(candidates, divided, limits, order.compare),
  };
}
