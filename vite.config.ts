import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { firstPage } from './build/first-page.ts';
import { licences } from './build/licences.ts';
import { offline } from './build/offline.ts';
import { strictPolicy } from './build/strict-policy.ts';
import { LineReporter } from './tests/line-reporter.ts';

type ModuleLookup = (id: string) => { readonly importedIds: readonly string[] } | null;

/** A module and all it imports outright. */
function withImports(start: string, moduleOf: ModuleLookup): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (id: string) => {
    if (found.has(id)) return;
    found.add(id);
    for (const next of moduleOf(id)?.importedIds ?? []) visit(next);
  };
  visit(start);
  return found;
}

const inSource = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

/** The first part of every calculator, by its folder's name. */
const firstParts = readdirSync(inSource('sizing/calculators'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => [entry.name, inSource(`sizing/calculators/${entry.name}/first-part.ts`)] as const);

/**
 * What is needed at once lies in one file for the page and one for each calculator's first part. Left to itself the
 * bundler cuts it into forty, because later parts share pieces of it; forty files compress worse and travel slower.
 */
function firstLoadGroup(
  name: string,
  priority: number,
  isMember: (id: string, moduleOf: ModuleLookup) => boolean,
) {
  return {
    debugName: name,
    priority,
    name: (id: string, context: { getModuleInfo: ModuleLookup }) =>
      isMember(id, (module) => context.getModuleInfo(module)) ? name : null,
  };
}

const reached = new Map<string, ReadonlySet<string>>();

function isReached(start: string, id: string, moduleOf: ModuleLookup): boolean {
  const known = reached.get(start) ?? withImports(start, moduleOf);
  reached.set(start, known);
  return known.has(id);
}

const sizeParts = ['app/board-part.tsx', 'app/side-part.tsx'].map(inSource);

const firstLoadGroups = [
  firstLoadGroup('page', 2, (id, moduleOf) => {
    const isOfAll = firstParts.every(([, start]) => isReached(start, id, moduleOf));
    return isOfAll || isReached(inSource('main.tsx'), id, moduleOf);
  }),
  ...firstParts.map(([name, start]) =>
    firstLoadGroup(name, 1, (id, moduleOf) => isReached(start, id, moduleOf)),
  ),
  // What follows the verdict, in one file as well: asked for at once, twenty files cost a phone more than they save.
  firstLoadGroup('size-parts', 1, (id, moduleOf) =>
    sizeParts.some((start) => isReached(start, id, moduleOf)),
  ),
];

const shipped = licences();

export default defineConfig({
  // Relative, so that the built page works from any folder of any static host.
  base: './',
  plugins: [react(), strictPolicy, firstPage(firstParts.map(([name]) => name)), shipped.page, offline()],
  build: {
    manifest: true,
    // A font written into the style sheet would be a `data:` font, which the policy refuses.
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: firstLoadGroups } } },
    // Keeps `light-dark()` and nesting as written; lowering them breaks themes below :root.
    cssTarget: ['chrome125', 'safari18', 'firefox128'],
  },
  worker: { format: 'es', plugins: () => [shipped.worker] },
  test: {
    reporters: ['default', new LineReporter()],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // No test is about time; a busy machine may take what it needs.
          testTimeout: 60_000,
          environment: 'node',
          include: ['tests/*.test.ts', 'tests/{sizing,share,worker,scripts,cli}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'ui',
          testTimeout: 60_000,
          environment: 'jsdom',
          include: ['tests/{state,ui,app}/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/jsdom.setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/browser.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // As long as the browser's own waiting: a busy machine may take what it needs.
          expect: { poll: { timeout: 20_000 } },
          fileParallelism: false,
        },
      },
    ],
  },
});
