import type { Migration } from '../../core/calculator.ts';

/** Steps that bring older links and files up to date, oldest first. */
export const migrations: readonly Migration[] = [];
