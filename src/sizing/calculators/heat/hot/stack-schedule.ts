import type { Finding } from '../../../core/finding.ts';

/** What a stretch of time on the way to the end is spent on. */
export type TimeCause =
  | 'work'
  | 'polling'
  | 'slots'
  | 'engine-cpu'
  | 'leaf-pause'
  | 'level-pause'
  | 'fan-in'
  | 'stack-setup';

export interface CausedTime {
  readonly cause: TimeCause;
  readonly seconds: number;
}

/** One resource on the time axis; seconds from the call that creates the stack. */
export interface ScheduleBar {
  readonly path: string;
  readonly type: string;
  readonly startSeconds: number;
  readonly finishSeconds: number;
  /** From 0; bars of one lane never overlap, save that one holding a stack overlaps what is inside. */
  readonly lane: number;
  readonly isOnLastPath: boolean;
}

export interface Chain {
  readonly paths: readonly string[];
  readonly seconds: number;
}

export interface StackSchedule {
  /** Null where the stack never ends: every slot is held by a resource waiting for another one. */
  readonly makespanSeconds: number | null;
  readonly bars: readonly ScheduleBar[];
  readonly longestChain: Chain;
  readonly totalWorkSeconds: number;
  /** Where the time goes, followed back from the last resource to finish. Adds up to the makespan. */
  readonly breakdown: readonly CausedTime[];
  /** The largest part of it, in words. */
  readonly boundBy: string;
  readonly findings: readonly Finding[];
}

const causeTexts: Readonly<Record<TimeCause, string>> = {
  work: 'The work of the resources that wait for one another',
  polling: 'Rounding up to the next poll',
  slots: 'Waiting for a free slot',
  'engine-cpu': "The engine's own processor time",
  'leaf-pause': 'The pause of a second after each resource that waits for nothing',
  'level-pause': 'The pause of a second between steps',
  'fan-in': 'Many resources reporting to the same one at once',
  'stack-setup': 'Setting up the stack',
};

/** Adds up the parts by cause, largest first, and leaves out what takes no time. */
export function summedCauses(parts: readonly CausedTime[]): readonly CausedTime[] {
  const sums = new Map<TimeCause, number>();
  for (const { cause, seconds } of parts) {
    sums.set(cause, (sums.get(cause) ?? 0) + seconds);
  }
  return [...sums]
    .map(([cause, seconds]) => ({ cause, seconds }))
    .filter(({ seconds }) => seconds > 1e-9)
    .sort((a, b) => b.seconds - a.seconds);
}

export function boundText(breakdown: readonly CausedTime[]): string {
  const first = breakdown[0];
  if (first === undefined) {
    return 'Nothing to create.';
  }
  const seconds = first.seconds >= 10 ? Math.round(first.seconds) : Math.round(first.seconds * 10) / 10;
  return `${causeTexts[first.cause]} sets ${seconds} s.`;
}
