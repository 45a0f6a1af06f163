import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { registry } from '../../src/sizing/calculators/registry.ts';

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly name?: string;
  readonly isDynamicEntry?: boolean;
}

const dist = inject('dist');
const manifest: Record<string, Chunk> = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));

/** A chunk and all it imports outright. */
function withImports(keys: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const key of keys) visit(key);
  return files;
}

function gzipBytes(files: Iterable<string>): number {
  return [...files].reduce((sum, f) => sum + gzipSync(readFileSync(join(dist, f)), { level: 9 }).length, 0);
}

const entries = Object.entries(manifest).flatMap(([key, chunk]) => (chunk.isEntry ? [key] : []));
/** The bundler gives each calculator's first part a file under the calculator's id; see the build's configuration. */
const firstParts = registry.flatMap(({ id }) =>
  Object.entries(manifest).flatMap(([key, chunk]) =>
    chunk.name === id && !chunk.isDynamicEntry ? [key] : [],
  ),
);

describe('first load', () => {
  it.each(firstParts)('up to the answer is at most 120 kB of JavaScript, gzipped, with %s', (firstPart) => {
    const files = withImports([...entries, firstPart]);
    const bytes = gzipBytes(files);
    console.log(`first load: ${(bytes / 1000).toFixed(1)} kB gzip in ${files.size} files`);
    expect(files.size).toBeGreaterThan(1);
    expect(bytes).toBeLessThanOrEqual(120_000);
  });

  it('knows the first part of every calculator', () => {
    expect(firstParts).toHaveLength(registry.length);
  });

  it('holds neither charts nor YAML: they come later', () => {
    const first = withImports([...entries, ...firstParts]);
    const textOf = (files: Iterable<string>) =>
      [...files].map((f) => readFileSync(join(dist, f), 'utf8')).join('');
    const text = textOf(first);
    const later = textOf(
      Object.values(manifest)
        .map((chunk) => chunk.file)
        .filter((file) => !first.has(file) && file.endsWith('.js')),
    );
    for (const mark of ['recharts-wrapper', 'tag:yaml.org,2002:']) {
      expect(text).not.toContain(mark);
      expect(later).toContain(mark);
    }
  });
});
