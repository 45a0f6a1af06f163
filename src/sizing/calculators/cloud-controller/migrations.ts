import type { Migration } from '../../core/raw-plan.ts';

/** Steps that bring older links and files up to date, oldest first. */
export const migrations: readonly Migration[] = [
  // Version 2 asks which releases the ops files are for; before, they had the guide's names.
  (raw) => ({ ...raw, shared: new Map([['target', 'guide'], ...raw.shared]) }),
];
