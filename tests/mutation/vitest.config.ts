import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';
import { DurationReporter, QuickTestsFirst } from './quick-tests-first.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Half of the time, and no expected value that no other file has: they try many plans for what holds of any plan. What
 * survives without them can be run again with them (`--survivors --all-tests`).
 */
const slowTests = [
  '**/{properties,any-plan,exhaustive,round-trip,hostile-files,every-calculator}.test.ts',
  '**/fuzz/**',
];

/** The tests of the pure library and of links and files, for Stryker alone; `npm test` has its own configuration. */
export default defineConfig({
  root: here('../..'),
  resolve: { alias: [{ find: /^fast-check$/, replacement: here('./brief-fast-check.ts') }] },
  test: {
    environment: 'node',
    include: ['tests/{sizing,share}/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(process.env.MUTATION_TESTS === 'quick' ? slowTests : [])],
    reporters: [new DurationReporter()],
    sequence: { sequencer: QuickTestsFirst },
    // One import of the library for all test files: with an own one for each, a mutant costs five seconds.
    isolate: false,
    // A mutant that never ends is Stryker's to stop; instrumented code on a busy machine may take its time.
    testTimeout: 1_800_000,
  },
});
