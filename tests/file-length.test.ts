import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const mostLines = 250;

/** Longer than that, and why it is still one subject. */
const reasons: Readonly<Record<string, string>> = {
  'src/ui/figures/load-line-gauge.module.css': 'The look of one drawing; its parts share their variables.',
  'src/ui/figures/data-table/data-table.module.css': 'One table on a desk, on a phone and on paper.',
  'src/ui/figures/system/system.module.css': 'The look of one drawing.',
  'src/ui/figures/board.module.css': 'Hulls and table share one grid.',
};

function longFiles(folder: string): Record<string, number> {
  const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs|css)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  expect(files.length).toBeGreaterThan(0);
  const lengths = files.map((file) => {
    const lines = readFileSync(file, 'utf8').split('\n').length - 1;
    return [relative(root, file).split(sep).join('/'), lines] as const;
  });
  return Object.fromEntries(lengths.filter(([, lines]) => lines > mostLines));
}

describe('file length', () => {
  it('is at most 250 lines, but for those that name their reason', () => {
    const long = { ...longFiles('src'), ...longFiles('scripts'), ...longFiles('bench') };
    expect(Object.keys(long).sort()).toEqual(Object.keys(reasons).sort());
  });
});
