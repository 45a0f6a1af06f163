// Speed of the simulation beside its peers: `node bench/simulation.mjs [--peers]`.
// The peers (simjs from npm, SimPy from the system's Python) are fetched into a temporary folder and never become
// dependencies. Medians of interleaved rounds: on a shared machine trust the ratios, not the absolute numbers.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const rounds = 5;
const customers = 1_000_000;
const simpyCustomers = 100_000;
const folder = mkdtempSync(join(tmpdir(), 'plimsoll-bench-'));

/** @param {string} name */
async function load(name) {
  const source = fileURLToPath(new URL(`../src/sizing/queueing/simulation/${name}.ts`, import.meta.url));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: { entry: source, formats: ['es'], fileName: () => `${name}.mjs` },
    },
  });
  return import(pathToFileURL(join(folder, `${name}.mjs`)).href);
}

/** @param {readonly number[]} values */
function medianOf(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Units a second of one call. @param {() => number} work */
function rateOf(work) {
  const start = process.hrtime.bigint();
  const units = work();
  return (units * 1e9) / Number(process.hrtime.bigint() - start);
}

function simjsContender() {
  const result = spawnSync(
    'npm',
    ['install', '--prefix', folder, '--no-save', '--ignore-scripts', 'simjs@2.0.3'],
    {
      encoding: 'utf8',
    },
  );
  if (result.status !== 0) return null;
  // The bundle hangs its names on `window` only. A function of its own, not a vm context, whose globals are slow.
  const bundle = readFileSync(join(folder, 'node_modules/simjs/sim.js'), 'utf8');
  const run = new Function(
    'window',
    `${bundle}
    const { Sim, Entity, Facility, Random } = window.Sim;
    class Source extends Entity {
      start(desk, random, left) { this.desk = desk; this.random = random; this.left = left; this.next(); }
      next() {
        this.useFacility(this.desk, this.random.exponential(1));
        this.left -= 1;
        if (this.left > 0) this.setTimer(this.random.exponential(16)).done(this.next);
      }
    }
    return (customers) => {
      const sim = new Sim();
      sim.addEntity(Source, 'source', new Facility('desk', Facility.FCFS, 20), new Random(1), customers);
      sim.simulate(1e12);
      return customers;
    };`,
  )({});
  return () => rateOf(() => run(customers));
}

function simpyContender() {
  const script = join(folder, 'mmc.py');
  writeFileSync(
    script,
    `import random, sys, time
import simpy
customers = int(sys.argv[1])
def customer(env, desk):
    with desk.request() as turn:
        yield turn
        yield env.timeout(random.expovariate(1.0))
def source(env, desk):
    for _ in range(customers):
        yield env.timeout(random.expovariate(16.0))
        env.process(customer(env, desk))
random.seed(1)
env = simpy.Environment()
desk = simpy.Resource(env, capacity=20)
env.process(source(env, desk))
start = time.perf_counter()
env.run()
print(customers / (time.perf_counter() - start))
`,
  );
  // The system's SimPy if there is one, else Debian's package unpacked beside the script, without root.
  const environment = { ...process.env, PYTHONPATH: join(folder, 'simpy/usr/lib/python3/dist-packages') };
  const works = () => spawnSync('python3', ['-c', 'import simpy'], { env: environment }).status === 0;
  if (!works()) {
    spawnSync('apt-get', ['download', 'python3-simpy3'], { cwd: folder });
    spawnSync('sh', ['-c', 'dpkg-deb -x python3-simpy3_*.deb simpy'], { cwd: folder });
  }
  if (!works()) return null;
  return () =>
    Number(execFileSync('python3', [script, String(simpyCustomers)], { encoding: 'utf8', env: environment }));
}

try {
  const { mmcSimulation } = await load('mmc-simulation');
  const { simulate } = await load('simulation');
  const { baseSimulation } = await load('base-simulation');
  const exponential = (/** @type {number} */ mean) => ({ kind: 'exponential', mean });
  /** @type {(server: string, vms: number, workers: number, threads: number, local: number, perSecond: number) => () => number} */
  const fleet = (server, vms, workers, threads, local, perSecond) => () =>
    rateOf(
      () =>
        simulate({
          ...baseSimulation(server, {
            vms,
            workersPerVm: workers,
            threadsPerWorker: threads,
            coresPerVm: workers,
            localWorkersPerVm: local,
            localWorkerCpuShare: 0.1,
            localWorkerTurnMs: 50,
          }),
          arrivals: { kind: 'poisson', perSecond },
          demand: { kind: 'independent', cpuMs: exponential(50), ioMs: exponential(50) },
          durationMs: Number.POSITIVE_INFINITY,
          requests: 200_000,
        }).events,
    );
  /** @type {(readonly [string, string, (() => number) | null])[]} */
  const contenders = [
    [
      'M/M/20, this library',
      'customers',
      () => rateOf(() => mmcSimulation(20, 16, 1000, customers, 1).customers),
    ],
    ['fleet: Thin 20 x 1 x 20', 'events', fleet('thin', 20, 1, 20, 0, 300)],
    ['fleet: Puma 6, 8 x 4 x 13', 'events', fleet('puma-6', 8, 4, 13, 0, 360)],
    ['fleet: Puma 7, 4 x 7 x 15', 'events', fleet('puma-7', 4, 7, 15, 0, 360)],
    ['fleet: Puma 6, 4 x 4 x 10, 8 local workers', 'events', fleet('puma-6', 4, 4, 10, 8, 150)],
  ];
  if (process.argv.includes('--peers')) {
    contenders.push(['M/M/20, simjs 2.0.3', 'customers', simjsContender()]);
    contenders.push(['M/M/20, SimPy', 'customers', simpyContender()]);
  }
  const rates = contenders.map(() => /** @type {number[]} */ ([]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, [, , run]] of contenders.entries()) if (run !== null) rates[index]?.push(run());
  }
  for (const [index, [name, unit, run]] of contenders.entries()) {
    const text =
      run === null ? 'not available here' : `${Math.round(medianOf(rates[index] ?? []))} ${unit}/s`;
    process.stdout.write(`${name.padEnd(48)} ${text}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
