import type { Arbitrary } from 'fast-check';

/** A door that texts come in by. */
export interface FuzzTarget {
  readonly arbitrary: Arbitrary<string>;
  /** Takes the text in, which is what is timed; what it returns throws where the outcome is not as it must be. */
  readonly run: (text: string) => () => void;
}
