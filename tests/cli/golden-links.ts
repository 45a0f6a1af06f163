import { readFileSync } from 'node:fs';

/** Links of every form there ever was. */
export const goldenLinks: readonly string[] = readFileSync(
  new URL('../share/golden-links.txt', import.meta.url),
  'utf8',
)
  .split('\n')
  .filter((line) => line.startsWith('#'));
