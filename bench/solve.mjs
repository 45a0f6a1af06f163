// Speed of Solve's exact search: `node bench/solve.mjs`. Prints how many settings are looked at and how long it takes,
// search, limits, front, the best rows and the near misses together. Medians; the machine may be shared.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const rounds = 15;
const outDir = 'node_modules/.cache/bench-solve';

// Bundled, as the page has it: modules that are looked up at every call would be measured instead.
await build({
  configFile: false,
  logLevel: 'error',
  build: {
    outDir,
    emptyOutDir: true,
    lib: {
      entry: 'src/sizing/calculators/cloud-controller/studies/solve/solve.ts',
      formats: ['es'],
      fileName: () => 'solve.mjs',
    },
  },
});
const { solve } = await import(pathToFileURL(resolve(outDir, 'solve.mjs')).href);

/** @param {readonly number[]} values */
function medianOf(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

// Every size to 64 vCPU with five memory and price variants each, any number of workers, 1 to 100 threads.
const sizes = Array.from({ length: 320 }, (_, index) => {
  const vcpus = 1 + (index % 64);
  const variant = Math.floor(index / 64);
  return { vcpus, memoryGib: vcpus * (4 + variant), price: vcpus * 0.05 + variant * 0.02 };
});
const search = {
  sizes,
  workerChoice: 'any',
  leastThreads: 1,
  mostThreads: 100,
  thinThreads: 20,
  load: 4000,
  condition: 'az',
  zones: 3,
  hasVmInEveryZone: true,
  memoryPerProcessGib: 4,
  connectionsPerPumaLocal: 1,
  connectionsPerThinVm: 27,
};
const none = Number.POSITIVE_INFINITY;
const open = { vms: 500, vcpus: none, memory: none, 'vm-memory': none, connections: none };
const tight = { vms: 120, vcpus: 900, memory: 3000, 'vm-memory': 128, connections: 16_000 };
const closed = { vms: 5, vcpus: 40, memory: 200, 'vm-memory': 64, connections: 600 };

for (const [name, limits, axes] of /** @type {const} */ ([
  ['no limits, two criteria', open, ['vcpu', 'vms']],
  ['no limits, three criteria', open, ['cost', 'vms', 'connections']],
  ['tight limits, three criteria', tight, ['memory', 'vms', 'loss']],
  ['nothing fits', closed, ['vcpu', 'vms']],
])) {
  const times = /** @type {number[]} */ ([]);
  let solution;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    solution = solve({ search, limits, goal: 'vcpu', axes });
    times.push(performance.now() - start);
  }
  console.log(
    `${name}: ${solution.candidates.count.toLocaleString('en')} settings, ${solution.fitting.length.toLocaleString('en')} fit, ` +
      `${solution.frontPlaces} on the front, median ${medianOf(times).toFixed(1)} ms, fastest ${Math.min(...times).toFixed(1)} ms, ` +
      `first ${times[0]?.toFixed(1)} ms`,
  );
}
