import type { Chosen, Params, Resolved } from './param.ts';
import type { Letter } from './plan.ts';

/** One option, sized. */
export interface Sized<P extends Params, S> {
  readonly letter: Letter;
  readonly name: string;
  readonly chosen: Chosen<P>;
  readonly inputs: Resolved<P>;
  readonly sizing: S;
}

/** Options side by side, in column order; only those whose inputs make sense together. */
export interface Comparison<P extends Params, S> {
  readonly options: readonly Sized<P, S>[];
  readonly baseline: Sized<P, S>;
  readonly selected: Sized<P, S>;
}
