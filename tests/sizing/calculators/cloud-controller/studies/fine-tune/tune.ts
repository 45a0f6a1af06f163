import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import type { Attachments } from '../../../../../../src/sizing/core/study.ts';
import { fleets } from '../../plans.ts';

/** Nine VMs with 4 × 13 = 52 threads and 4 cores each: near from 80 % of them, 41.6 requests, on. */
export const nine = fleets.profile3plus1;

/** A Thin VM of two cores, of which its one process can use one. */
export const thinOn2 = { ...fleets.thin, vcpusPerVm: 2 };

/** What was measured, as a user enters it; null for what was not. */
export function tune(
  outstanding: number | null,
  cpuUser: number | null,
  load: number | null,
  more: Inputs = {},
): Inputs {
  return { fineTuneOutstanding: outstanding, fineTuneCpuUser: cpuUser, fineTuneLoadAverage: load, ...more };
}

/** A file of samples, line by line. */
export function csv(...lines: readonly string[]): Attachments {
  return { samples: lines.join('\n') };
}

/** A cell in quotation marks, as a name with commas or such marks needs them. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
