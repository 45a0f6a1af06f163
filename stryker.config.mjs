// For `npm run mutation`; see docs/testing.md for what is left out, and why.
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutation/vitest.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner', './scripts/mutation-choice.mjs'],
  checkers: ['choice'],
  // Stryker would read a tsconfig through the JavaScript interface that TypeScript 7 no longer has.
  tsconfigFile: 'none.json',
  disableTypeChecks: false,
  packageManager: 'npm',
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  mutator: { excludedMutations: ['StringLiteral'] },
  concurrency: 1,
  // On a busy machine a slow test would else count as a mutant that never ends, and so as killed.
  timeoutMS: 15_000,
  timeoutFactor: 2,
  dryRunTimeoutMinutes: 30,
  // All test files share one process, and what their tests reach is counted for each.
  testRunnerNodeArgs: ['--max-old-space-size=12288'],
  // From the root: `dist` alone would leave out `distribution.ts` as well.
  ignorePatterns: [
    '/dist',
    '/dist-lib',
    '/docs',
    '/bench',
    '/public',
    '/reports',
    '/.stryker-tmp-*',
    '/src/{ui,app,state,cli,worker}',
    '/tests/{ui,app,state,e2e,cli}',
  ],
  reporters: ['json', 'progress-append-only'],
  ...(process.env.MUTATION_REPORT && { jsonReporter: { fileName: process.env.MUTATION_REPORT } }),
  // An own folder for each run, so that two can go at once.
  tempDirName: `.stryker-tmp-${process.pid}`,
  allowConsoleColors: false,
};
