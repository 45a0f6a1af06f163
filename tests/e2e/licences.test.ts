import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { packageFolder, shippedPackages } from '../../scripts/licences.mjs';

const text = readFileSync(join(inject('dist'), 'licences.txt'), 'utf8');
const [, list = ''] = text.split('\n\n', 2);
const listed = new Map(
  list.split('\n').map((line) => {
    const [, name = '', licence = ''] = /^(\S+) \S+: (.+)$/.exec(line) ?? [];
    return [name, licence];
  }),
);

describe('licences.txt of the build', () => {
  const dist = mkdtempSync(join(tmpdir(), 'plimsoll-maps-'));

  beforeAll(() => {
    const args = ['build', '--sourcemap', '--outDir', dist, '--emptyOutDir', '--logLevel', 'error'];
    const built = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', ...args], {
      stdio: 'inherit',
      env: { ...process.env, NODE_ENV: 'production', VITEST: '' },
    });
    expect(built.status).toBe(0);
  });
  afterAll(() => rmSync(dist, { recursive: true, force: true }));

  it('names every package that the source maps of page and workers show', () => {
    const assets = join(dist, 'assets');
    const maps = readdirSync(assets).filter((file) => file.endsWith('.js.map'));
    expect(maps.length).toBeGreaterThan(20);
    const sources = maps.flatMap((file): string[] => {
      const map: { sources: string[] } = JSON.parse(readFileSync(join(assets, file), 'utf8'));
      return map.sources;
    });
    const names = new Set(
      sources.flatMap((source) => packageFolder(source)?.split('node_modules/').at(-1) ?? []),
    );
    for (const name of ['react', 'recharts', 'yaml', 'comlink', '@codemirror/view'])
      expect(names).toContain(name);
    expect([...names].filter((name) => !listed.has(name))).toEqual([]);
  });

  it('holds the fonts’ licence whole, with whose it is', () => {
    for (const font of ['archivo', 'jetbrains-mono']) {
      expect(listed.get(`@fontsource-variable/${font}`)).toBe('OFL-1.1');
      expect(text).toMatch(new RegExp(`@fontsource-variable/${font} [\\d.]+ \\(OFL-1\\.1\\)\\s+Copyright`));
    }
    expect(text).toContain('SIL OPEN FONT LICENSE Version 1.1');
  });

  it('has the copyright or the words of each, and only licences that ask for no more than that', () => {
    const sections = text.split(`\n${'='.repeat(78)}\n`).slice(1);
    expect(sections).toHaveLength(listed.size);
    for (const section of sections) expect(section).toMatch(/copyright|licen[cs]e/i);
    const free = ['MIT', 'ISC', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'OFL-1.1'];
    for (const [name, licence] of listed)
      expect([name, licence.split(' AND ').filter((part) => !free.includes(part))]).toEqual([name, []]);
  });

  it('lies where the page says', () => {
    expect(readFileSync(join(inject('dist'), 'index.html'), 'utf8')).toContain(
      '<link rel="license" href="./licences.txt">',
    );
  });
});

describe('shippedPackages', () => {
  it('finds a package once, however its modules are named, and none in the project itself', () => {
    const found = shippedPackages([
      join(process.cwd(), 'src/main.tsx'),
      '\0vite/preload-helper.js',
      `${process.cwd()}/node_modules/react/index.js?v=1`,
      `\0${process.cwd()}/node_modules/react/cjs/react.production.js?commonjs-exports`,
      'node_modules/react/jsx-runtime.js',
    ]);
    expect(found.map(({ name }) => name)).toEqual(['react', 'vite']);
  });

  it('stops the build over a package without a licence', () => {
    const folder = mkdtempSync(join(tmpdir(), 'plimsoll-package-'));
    const bare = join(folder, 'node_modules/bare');
    mkdirSync(bare, { recursive: true });
    writeFileSync(join(bare, 'package.json'), '{"name":"bare","version":"1.0.0","license":"MIT"}');
    expect(() => shippedPackages([`${bare}/index.js`])).toThrow('bare 1.0.0');
    writeFileSync(join(bare, 'LICENSE'), 'MIT License');
    expect(shippedPackages([`${bare}/index.js`])).toHaveLength(1);
    rmSync(folder, { recursive: true });
  });
});

describe('packageFolder', () => {
  it.each([
    ['/a/node_modules/@scope/name/dist/x.js', '/a/node_modules/@scope/name'],
    ['/a/node_modules/one/node_modules/two/x.js', '/a/node_modules/one/node_modules/two'],
    ['C:\\a\\node_modules\\one\\x.js', 'C:/a/node_modules/one'],
    ['/a/src/main.tsx', undefined],
  ])('of %s is %s', (id, folder) => {
    expect(packageFolder(id)).toBe(folder);
  });
});
