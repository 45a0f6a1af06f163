import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly src?: string;
}

const dist = inject('dist');
const manifest: Record<string, Chunk> = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));

/** What the browser must have before it can draw: the entry and all it imports outright. */
function firstLoad(): Set<string> {
  const files = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) visit(key);
  return files;
}

describe('first load', () => {
  const files = [...firstLoad()];

  it('is at most 120 kB of JavaScript, gzipped', () => {
    const bytes = files.reduce(
      (sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length,
      0,
    );
    console.log(`first load: ${(bytes / 1000).toFixed(1)} kB gzip in ${files.length} files`);
    expect(files.length).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(120_000);
  });

  it('holds neither charts nor YAML: they come later', () => {
    const text = files.map((file) => readFileSync(join(dist, file), 'utf8')).join('');
    const later = Object.values(manifest)
      .filter((chunk) => !files.includes(chunk.file) && chunk.file.endsWith('.js'))
      .map((chunk) => readFileSync(join(dist, chunk.file), 'utf8'))
      .join('');
    for (const mark of ['recharts-wrapper', 'tag:yaml.org,2002:']) {
      expect(text).not.toContain(mark);
      expect(later).toContain(mark);
    }
  });
});
