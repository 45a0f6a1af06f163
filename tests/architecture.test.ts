import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

/**
 * Who may import whom, default-deny: a folder not named here may import nothing, and a module outside its row is an
 * error. `<c>` stands for any calculator's folder, so a new calculator needs no edit here.
 */
interface Layer {
  readonly folder: RegExp;
  readonly mayImport: readonly RegExp[];
  readonly npm: readonly string[];
}

const queueing = /^sizing\/queueing\//;
const core = /^sizing\/core\//;
const documents = /^sizing\/documents\//;
const registry = /^sizing\/calculators\/(index|registry)\.ts$/;

function layersOf(calculator: string): readonly Layer[] {
  const own = new RegExp(`^sizing/calculators/${calculator}/`);
  return [
    {
      folder: new RegExp(`^sizing/calculators/${calculator}/.*migrations\\.ts$`),
      mayImport: [core],
      npm: [],
    },
    {
      folder: new RegExp(`^sizing/calculators/${calculator}/(.*/)?hot/.*\\.ts$`),
      mayImport: [own, core, queueing],
      npm: ['js-yaml'],
    },
    {
      folder: new RegExp(`^sizing/calculators/${calculator}/import/.*\\.ts$`),
      mayImport: [own, core, queueing, documents],
      npm: [],
    },
    { folder: own, mayImport: [own, core, queueing], npm: [] },
  ];
}

const layers: readonly Layer[] = [
  { folder: queueing, mayImport: [queueing], npm: [] },
  { folder: core, mayImport: [core, queueing], npm: ['zod'] },
  { folder: documents, mayImport: [documents, core], npm: ['yaml'] },
  ...layersOf('(?<c>[^/]+)'),
  {
    folder: registry,
    mayImport: [core, registry, /^sizing\/calculators\/[^/]+\/(index|first-part)\.ts$/],
    npm: [],
  },
  { folder: /^sizing\/index\.ts$/, mayImport: [/^sizing\//], npm: [] },
  {
    folder: /^share\//,
    mayImport: [/^share\//, core, documents, registry],
    npm: ['zod', 'yaml', 'diff', 'papaparse'],
  },
  {
    folder: /^cli\//,
    mayImport: [/^cli\//, /^share\//, /^sizing\/documents\//, /^sizing\/index\.ts$/, core, registry],
    npm: ['node:fs', 'node:path', 'node:stream', 'node:url', 'node:util'],
  },
  { folder: /^worker\//, mayImport: [/^worker\//, queueing, core, registry], npm: ['comlink'] },
  {
    folder: /^state\//,
    mayImport: [/^state\//, /^share\//, /^worker\//, core, registry],
    npm: ['zustand', 'zundo'],
  },
  { folder: /^ui\/figures\/recharts\//, mayImport: [/^ui\//, core], npm: ['react', 'react-dom', 'recharts'] },
  {
    folder: /^ui\/editor\//,
    mayImport: [/^ui\//, core],
    npm: [
      'react',
      'codemirror',
      '@codemirror/language',
      '@codemirror/lang-yaml',
      '@codemirror/lint',
      '@codemirror/state',
      '@codemirror/view',
      '@lezer/highlight',
    ],
  },
  { folder: /^ui\//, mayImport: [/^ui\//, core], npm: ['react', 'react-dom', 'react-error-boundary'] },
  {
    folder: /^app\//,
    mayImport: [/^app\//, /^ui\//, /^state\//, /^share\//, /^worker\//, core, registry],
    npm: ['react', 'react-dom', 'react-error-boundary', 'zustand'],
  },
  { folder: /^offline\//, mayImport: [/^offline\//], npm: [] },
  {
    folder: /^main\.tsx$/,
    mayImport: [/^app\//, /^state\//, /^offline\//, /^ui\/styles\//, registry],
    npm: ['react', 'react-dom', '@fontsource-variable/jetbrains-mono'],
  },
];

interface Module {
  /** Relative to src, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const source = fileURLToPath(new URL('../src', import.meta.url));

function modulesOf(folder: string): Module[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(folder, file).split(sep).join('/'), text: readFileSync(file, 'utf8') }));
}

/** Every module a file names: imports, re-exports, dynamic imports and `new URL('…', import.meta.url)` of workers. */
function importsOf({ path, text }: Module): string[] {
  const { program, errors } = parseSync(path, text, { sourceType: 'module' });
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
  const found: string[] = [];
  walk(program, (node) => {
    if (
      [
        'ImportDeclaration',
        'ExportNamedDeclaration',
        'ExportAllDeclaration',
        'ImportExpression',
        'TSImportType',
      ].includes(String(node.type))
    ) {
      const named = literal(node.source) ?? literal(node.argument);
      if (named !== undefined) found.push(named);
    }
    if (node.type === 'NewExpression' && Array.isArray(node.arguments)) {
      const [first, second] = node.arguments as unknown[];
      const isUrl =
        isNode(node.callee) &&
        node.callee.name === 'URL' &&
        isNode(second) &&
        second.type === 'MemberExpression';
      const named = isUrl ? literal(first) : undefined;
      if (named !== undefined) found.push(named);
    }
  });
  return found;
}

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function literal(value: unknown): string | undefined {
  return isNode(value) && value.type === 'Literal' && typeof value.value === 'string'
    ? value.value
    : undefined;
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const entry of value) walk(entry, visit);
  else if (isNode(value)) {
    if (typeof value.type === 'string') visit(value);
    for (const child of Object.values(value)) if (typeof child === 'object') walk(child, visit);
  }
}

/** What a module imports and may not. */
function trespassesOf(module: Module): string[] {
  let layer: Layer | undefined;
  for (const candidate of layers) {
    const match = candidate.folder.exec(module.path);
    if (!match) continue;
    const calculator = match.groups?.c;
    layer = calculator ? layersOf(calculator).find((l) => l.folder.test(module.path)) : candidate;
    break;
  }
  if (!layer) return [`${module.path} stands in a folder without a rule`];
  return importsOf(module).flatMap((name) => {
    if (name.startsWith('.')) {
      const target = posix.normalize(posix.join(dirname(module.path), name));
      if (/\.(css|svg|woff2)$/.test(target)) return [];
      return layer.mayImport.some((allowed) => allowed.test(target))
        ? []
        : [`${module.path} may not import ${target}`];
    }
    const pkg = name
      .split('/')
      .slice(0, name.startsWith('@') ? 2 : 1)
      .join('/');
    return layer.npm.includes(pkg) ? [] : [`${module.path} may not import the package ${pkg}`];
  });
}

/** Clocks and chance, which the pure library must not have. */
function impuritiesOf(module: Module): string[] {
  const found: string[] = [];
  const { program } = parseSync(module.path, module.text, { sourceType: 'module' });
  walk(program, (node) => {
    if (node.type === 'MemberExpression' && isNode(node.object) && isNode(node.property)) {
      const name = `${node.object.name}.${node.property.name ?? node.property.value}`;
      if (['Math.random', 'Date.now', 'performance.now', 'crypto.getRandomValues'].includes(name))
        found.push(`${module.path} uses ${name}`);
      if (node.object.name === 'globalThis') found.push(`${module.path} reaches for globalThis`);
    }
    if (node.type === 'NewExpression' && isNode(node.callee) && node.callee.name === 'Date')
      found.push(`${module.path} uses new Date`);
  });
  return found;
}

const modules = modulesOf(source);

describe('layers', () => {
  it('looks at every module of src', () => {
    expect(modules.length).toBeGreaterThan(40);
    expect(modules.flatMap(importsOf).length).toBeGreaterThan(modules.length);
  });

  it('hold: no module imports what its folder may not', () => {
    expect(modules.flatMap(trespassesOf)).toEqual([]);
  });

  it('keep clock and chance out of the pure library', () => {
    expect(modules.filter((m) => m.path.startsWith('sizing/')).flatMap(impuritiesOf)).toEqual([]);
  });

  it.each([
    ['sizing/core/plan.ts', "import { useState } from 'react';"],
    ['sizing/core/plan.ts', "import type { Session } from '../../share/session.ts';"],
    ['sizing/calculators/heat/size.ts', "import { size } from '../cloud-controller/size.ts';"],
    ['sizing/calculators/heat/size.ts', "export * from '../index.ts';"],
    ['sizing/calculators/heat/size.ts', "const yaml = await import('yaml');"],
    ['sizing/calculators/heat/import/import.ts', "import { parse } from 'yaml';"],
    ['sizing/calculators/heat/size.ts', "import { readIni } from '../../documents/read-ini.ts';"],
    ['sizing/documents/read-ini.ts', "import { size } from '../calculators/heat/size.ts';"],
    ['sizing/calculators/heat/migrations.ts', "import { params } from './params.ts';"],
    ['sizing/queueing/erlang.ts', "import type { Plan } from '../core/plan.ts';"],
    ['ui/fields/number-field.tsx', "import { heat } from '../../sizing/calculators/heat/index.ts';"],
    ['ui/panels/chart.tsx', "import { LineChart } from 'recharts';"],
    ['ui/panels/chart.tsx', "import { useStore } from 'zustand';"],
    ['state/plan-store.ts', "const worker = new Worker(new URL('../ui/panels/chart.tsx', import.meta.url));"],
    ['helpers/anything.ts', 'export const one = 1;'],
  ])('catch a trespass planted in %s: %s', (path, text) => {
    expect(trespassesOf({ path, text })).not.toEqual([]);
  });

  it.each([
    ['Math.random()'],
    ['Date.now()'],
    ['new Date()'],
    ['performance.now()'],
    ['globalThis.document'],
  ])('catch %s planted in the pure library', (text) => {
    expect(impuritiesOf({ path: 'sizing/core/plan.ts', text: `export const x = ${text};` })).not.toEqual([]);
  });

  it('let each calculator be: its own files, core and queueing', () => {
    const text = "import { size } from './size.ts'; import { count } from '../../core/param.ts';";
    expect(trespassesOf({ path: 'sizing/calculators/rabbit/index.ts', text })).toEqual([]);
  });
});
