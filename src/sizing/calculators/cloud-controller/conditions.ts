import type { FleetInputs } from './params.ts';

/** What has failed: nothing, one worker, one VM, or the largest availability zone. */
export type Condition = 'all' | 'worker' | 'vm' | 'az';

/** From the mildest to the worst: each carries at most what the one before it carries. */
export const conditions: readonly Condition[] = ['all', 'worker', 'vm', 'az'];

/** The condition that the plan must survive. */
export function conditionOf(survive: FleetInputs['survive']): Condition {
  return survive === 'none' ? 'all' : survive;
}

interface Wording {
  /** Key figure and table row: "With one VM lost". */
  readonly heading: string;
  /** On the ladder of the gauge. */
  readonly ladder: string;
  readonly short: string;
  /** "with one VM lost", behind an amount. */
  readonly having: string;
  /** "when one VM is lost", behind a shortfall. */
  readonly when: string;
  /** "Losing a VM", at the start of a sentence. */
  readonly losing: string;
}

export const wording: Readonly<Record<Condition, Wording>> = {
  all: {
    heading: 'All up',
    ladder: 'all up',
    short: 'a',
    having: 'with all up',
    when: 'even with all up',
    losing: 'Losing nothing',
  },
  worker: {
    heading: 'With one worker stalled',
    ladder: '−1 worker',
    short: 'w',
    having: 'with one worker stalled',
    when: 'when one worker stalls',
    losing: 'One stalled worker',
  },
  vm: {
    heading: 'With one VM lost',
    ladder: '−1 VM',
    short: 'v',
    having: 'with one VM lost',
    when: 'when one VM is lost',
    losing: 'Losing a VM',
  },
  az: {
    heading: 'With one AZ lost',
    ladder: '−1 AZ',
    short: 'z',
    having: 'with one AZ lost',
    when: 'when one AZ is lost',
    losing: 'Losing an AZ',
  },
};
