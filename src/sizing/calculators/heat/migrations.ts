import type { Migration } from '../../core/calculator.ts';

/** What the inputs used to look like. */
export const migrations: readonly Migration[] = [
  // Version 2 asks how many resources wait for nothing; a plan from before does not say.
  (raw) => ({ ...raw, shared: new Map([['leaves', 'none'], ...raw.shared]) }),
];
