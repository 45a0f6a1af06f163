// Everything that can be said of the code without running it: lock file, format and lint, types, dead code.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** npm drops optional packages it cannot find from the lock without a word; `npm ci` then fails elsewhere. */
function missingFromLock() {
  /** @type {Record<string, { optionalDependencies?: Record<string, string>, hasInstallScript?: boolean }>} */
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const paths = Object.keys(lock);
  const lacking = Object.entries(lock).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !paths.some((p) => p.endsWith(`node_modules/${name}`)))
      .map((name) => `${path} lacks ${name}`),
  );
  const scripted = Object.entries(lock)
    .filter(([, entry]) => entry.hasInstallScript)
    .map(([path]) => `${path} runs an install script`);
  return [...lacking, ...scripted];
}

/** @param {string} name @param {string[]} args */
function run(name, args) {
  const started = Date.now();
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  console.log(
    `${status === 0 ? 'ok' : 'FAILED'}  ${name}  (${((Date.now() - started) / 1000).toFixed(1)} s)`,
  );
  return status === 0;
}

const problems = missingFromLock();
console.log(
  problems.length === 0 ? 'ok  lock file is complete' : `FAILED  lock file: ${problems.join('; ')}`,
);
const ok = [
  problems.length === 0,
  run('format and lint', ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '.']),
  run('types', ['node_modules/typescript/bin/tsc', '--noEmit']),
  run('types of the pure library', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'src/sizing']),
  run('types of the service worker', [
    'node_modules/typescript/bin/tsc',
    '--noEmit',
    '-p',
    'build/service-worker',
  ]),
  run('dead code', ['node_modules/knip/bin/knip.js']),
  run('layers', ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', 'tests/architecture.test.ts']),
];
process.exit(ok.every(Boolean) ? 0 : 1);
