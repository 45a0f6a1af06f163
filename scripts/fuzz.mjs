// Throws texts at every door of the page: `npm run fuzz -- [target] [cases] [seed]`, all targets unless named.
// A target is a key of fuzzTargets in tests/share/fuzz/fuzz-targets.ts. Ends with 1 at the first case that fails.
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import * as fc from 'fast-check';
import { build } from 'vite';

const [wanted = 'all', cases = '20000', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
/** Longer than this and a page would be seen to hang. */
const longestMs = 50;
const outDir = `node_modules/.cache/fuzz-${process.pid}`;

// Built once, so that a long run is of one state of the sources.
await build({
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: 'tests/share/fuzz/fuzz-targets.ts',
    outDir,
    emptyOutDir: true,
    target: 'es2023',
    rolldownOptions: { output: { entryFileNames: 'fuzz-targets.mjs' } },
  },
});
/** @type {{ fuzzTargets: typeof import('../tests/share/fuzz/fuzz-targets.ts').fuzzTargets }} */
const { fuzzTargets } = await import(pathToFileURL(resolve(outDir, 'fuzz-targets.mjs')).href);
const names = wanted === 'all' ? Object.keys(fuzzTargets) : [wanted];
for (const name of names) if (!(await fuzz(name))) process.exitCode = 1;
rmSync(outDir, { recursive: true });

/**
 * Milliseconds that the work keeps a processor busy, the least of five: pauses of the machine or for garbage are not
 * the reader's.
 * @param {() => unknown} work
 */
function leastBusyMs(work) {
  const times = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

/** @param {string} name */
async function fuzz(name) {
  const target = await fuzzTargets[name]?.();
  if (!target) {
    console.error(`No target called ${name}. There are: ${Object.keys(fuzzTargets).join(', ')}.`);
    return false;
  }
  const slowest = { ms: 0, text: '' };
  let done = 0;
  const from = performance.now();
  const property = fc.property(target.arbitrary, (text) => {
    const first = performance.now();
    const check = target.run(text);
    let ms = performance.now() - first;
    if (ms > longestMs / 2)
      ms = Math.min(
        ms,
        leastBusyMs(() => target.run(text)),
      );
    if (ms > slowest.ms) Object.assign(slowest, { ms, text });
    if (ms > longestMs) throw new Error(`took ${ms.toFixed(1)} ms`);
    check();
    done += 1;
    if (done % 100_000 === 0) console.log(`${name}: ${done} cases, slowest ${slowest.ms.toFixed(1)} ms`);
  });
  const result = fc.check(property, { numRuns: Number(cases), seed: Number(seed) });
  const seconds = (performance.now() - from) / 1000;
  console.log(
    `${name}: seed ${seed}, ${done} cases in ${seconds.toFixed(1)} s (${(done / seconds).toFixed(0)} a second), ` +
      `slowest ${slowest.ms.toFixed(1)} ms: ${JSON.stringify(slowest.text.slice(0, 120))} (${slowest.text.length} characters)`,
  );
  if (!result.failed) return true;
  console.log(`FAILED after ${result.numRuns} cases and ${result.numShrinks} steps to a smaller one:`);
  console.log(JSON.stringify(result.counterexample?.[0]));
  console.log(result.errorInstance);
  return false;
}
