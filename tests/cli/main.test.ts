import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { comparisonCsv, comparisonMarkdown } from '../../src/share/comparison-text.ts';
import { fromHash, toHash } from '../../src/share/permalink.ts';
import { renderExport } from '../../src/share/render-export.ts';
import { calculators } from '../../src/sizing/calculators/index.ts';
import { goldenLinks } from './golden-links.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, 'node_modules/.cache');
let folder = '';

// A build, and a process for each call: slow where much else runs.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** The package as it is installed elsewhere: its manifest and what was built. */
beforeAll(async () => {
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, 'plimsoll-'));
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  await build({
    root,
    configFile: join(root, 'vite.lib.config.ts'),
    logLevel: 'error',
    build: { outDir: join(folder, 'dist-lib') },
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function node(args: readonly string[], input = '') {
  const { status, stderr, stdout } = spawnSync(process.execPath, args, {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '' },
  });
  return { status, stderr, stdout };
}

function plimsoll(args: readonly string[], input?: string) {
  const manifest: { bin: { plimsoll: string } } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  return node([manifest.bin.plimsoll, ...args], input);
}

const bothCalculators = calculators.map(({ id }) => goldenLinks.find((l) => l.startsWith(`#${id}?`)) ?? '');

describe('plimsoll, built and run', () => {
  it.each(bothCalculators.map((link) => [link.slice(0, 30), link] as const))(
    'says what the page says for %s…',
    (_, link) => {
      const opened = fromHash(link, calculators);
      if (opened?.kind !== 'opened') throw new Error('not opened');
      const { plan, selected } = opened.session;
      const calculator = calculators.find((c) => c.id === plan.calculator);
      const result = calculator?.evaluate(plan, selected).result;
      if (!calculator || !result) throw new Error('no result');
      const address = 'https://plimsoll.example/';

      const csv = plimsoll(['size', '--format', 'csv', link]);
      expect(csv).toEqual({ status: 0, stderr: '', stdout: comparisonCsv(result.table, plan.options) });

      const { stdout: markdown } = plimsoll(['size', '--format', 'markdown', '-'], address + link);
      expect(markdown).toContain(comparisonMarkdown(result.table, plan.options));
      expect(markdown).toContain(address + toHash(opened.session, calculator));

      const json = JSON.parse(plimsoll(['size', '--format', 'json', link]).stdout);
      expect(json.verdict.headline).toBe(result.verdict.headline);
      expect(json.findings.map((f: { title: string }) => f.title)).toEqual(
        result.findings.map((f) => f.title),
      );

      const documents = calculator.exports(plan, selected, {
        link: address + toHash(opened.session, calculator),
      });
      const [first] = documents;
      if (!first || first.content.kind === 'refused') throw new Error('no file');
      const { stdout: yaml } = plimsoll(['export', address + link]);
      expect(yaml).toBe(renderExport(first.content).text);
    },
  );

  it('reads a file, and ends with 1 on a blocker', () => {
    writeFileSync(join(folder, 'globals.yml'), 'heat_engine_workers: 8\nheat_db_max_pool_size: 10\n');
    const { status, stdout } = plimsoll(['check', 'globals.yml']);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^globals\.yml:2:24: blocker: /m);
  });

  it('never shows a stack', () => {
    for (const args of [
      ['size', 'nothing.json'],
      ['size', '#heat?v=x&end'],
      ['check', '.'],
      ['nonsense'],
      [],
    ]) {
      const { status, stderr, stdout } = plimsoll(args);
      expect(status).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toMatch(/^plimsoll: [^\n]+\n$/);
    }
  });

  it('names the version of the package', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(plimsoll(['--version']).stdout).toBe(`${version}\n`);
  });
});

describe('plimsoll/sizing', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const program = /```js\n(import [^`]*'plimsoll\/sizing'[^`]*)```/.exec(readme)?.[1] ?? '';

  it('answers the program in the README, which imports it by the name of the package', () => {
    writeFileSync(join(folder, 'program.mjs'), program);
    const { status, stderr, stdout } = node(['program.mjs']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    // What it prints stands under it.
    expect(program.trimEnd().split('\n').at(-1)).toBe(`// ${stdout.trimEnd()}`);
  });

  it('has types that a strict program compiles with, and that catch a mistake', () => {
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const types = join(folder, 'dist-lib/types');
    node([tsc, '-p', join(root, 'tsconfig.lib.json'), '--outDir', types]);
    const right = `import { calculators, type Evaluation, planOf } from 'plimsoll/sizing';
const [calculator] = calculators;
const preset = calculator?.presets[0];
if (!calculator || !preset) throw new Error('nothing there');
const { plan, selected } = planOf(calculator, preset);
const { result }: Evaluation = calculator.evaluate(plan, selected);
export const headline: string | undefined = result?.verdict.headline;
`;
    writeFileSync(join(folder, 'right.mts'), right);
    writeFileSync(join(folder, 'wrong.mts'), right.replace('string | undefined', 'number'));
    const options = [
      '--ignoreConfig',
      '--noEmit',
      '--strict',
      '--target',
      'es2023',
      '--lib',
      'es2023',
      '--types',
      '',
    ];
    for (const resolution of ['nodenext', 'bundler']) {
      const module = resolution === 'bundler' ? 'esnext' : resolution;
      const compile = (file: string) =>
        node([tsc, ...options, '--module', module, '--moduleResolution', resolution, file]);
      expect(compile('right.mts').stdout).toBe('');
      expect(compile('wrong.mts').stdout).toContain("is not assignable to type 'number'");
    }
  });
});

describe('package.json', () => {
  it('publishes the folder in which command, library and types stand', () => {
    const { bin, exports, files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const path of [bin.plimsoll, exports['./sizing'].default, exports['./sizing'].types])
      expect(files).toContain(dirname(path).replace('./', '').split('/')[0]);
  });
});
