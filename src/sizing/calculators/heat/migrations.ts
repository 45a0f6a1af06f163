import type { Migration } from '../../core/calculator.ts';

/** What the inputs used to look like; nothing yet. */
export const migrations: readonly Migration[] = [];
