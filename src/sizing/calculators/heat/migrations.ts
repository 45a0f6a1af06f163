import type { Migration } from '../../core/raw-plan.ts';

/** What the inputs used to look like. */
export const migrations: readonly Migration[] = [
  // Version 2 asks how many resources wait for nothing; a plan from before does not say.
  (raw) => ({ ...raw, shared: new Map([['leaves', 'none'], ...raw.shared]) }),
  // Version 3 asks which tool the files are for; before, they had the guide's names.
  (raw) => ({ ...raw, shared: new Map([['out', 'guide'], ...raw.shared]) }),
];
