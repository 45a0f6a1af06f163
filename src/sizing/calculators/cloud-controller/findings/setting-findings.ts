import type { Finding, Fix } from '../../../core/finding.ts';
import { capitalised, counted, numberText, numberWord } from '../../../core/number-text.ts';
import { connectionsOf } from '../connections.ts';
import { autoConnections, autoWorkers } from '../params.ts';
import type { FleetComparison, SizedFleet } from '../size.ts';

const ceiling = 20;
const recommended = 10;

/** A2 and K6: thread counts outside what the guide recommends. */
export function threadsOutsideAdvice({ selected }: FleetComparison): Finding | undefined {
  const { engine, reckon, threadsPerWorker: threads } = selected.inputs;
  const use = (count: number): Fix => ({
    label: `Use ${count}`,
    edit: { kind: 'set', inputs: { threadsPerWorker: count } },
  });
  if (engine === 'thin') {
    if (threads <= ceiling) return undefined;
    return {
      id: 'thin-threads',
      severity: 'caution',
      title: 'More Thin threads than the default of 20',
      text: `${numberText(threads)} threads share one process and one core; the guide counts on 20.`,
      rules: ['CF-2'],
      fix: use(ceiling),
    };
  }
  if (threads > ceiling) {
    return {
      id: 'A2',
      severity: 'blocker',
      title: 'More than 20 threads is not recommended',
      text: `${numberText(threads)} threads share one core and one lock. Grow by workers with a core each, or by VMs.`,
      rules: ['CF-6', 'K6'],
      fix: use(ceiling),
    };
  }
  if (threads === ceiling) {
    return {
      id: 'A13',
      severity: 'note',
      title: 'No threads in reserve: grow by cores or VMs only',
      text: '20 threads are the ceiling; the guide’s advice for a migration is fewer than 20.',
      rules: ['CF-6', 'CF-12', 'K6'],
    };
  }
  if (threads >= recommended) return undefined;
  return {
    id: 'K6',
    // Upstream's scaling page says 5 to 20.
    severity: reckon === 'upstream' && threads >= 5 ? 'note' : 'caution',
    title: `Fewer threads than the guide recommends: ${numberText(threads)} of at least 10`,
    text: `With 10 the fleet would carry ${numberText(selected.sizing.processes * recommended)} instead of ${numberText(selected.sizing.carries.all)}.`,
    rules: ['CF-6', 'K6'],
    fix: use(recommended),
  };
}

/** A3: threads that must wait for a database connection. */
export function tooFewConnections({ selected }: FleetComparison): Finding | undefined {
  const { connectionsPerProcess: pool, threadsPerWorker: threads } = selected.inputs;
  if (pool >= threads) return undefined;
  const byRule = autoConnections(selected.inputs) >= threads;
  return {
    id: 'A3',
    severity: 'blocker',
    title: `Give each process ${counted(threads, 'connection')}`,
    text: `${numberText(threads)} threads share ${counted(pool, 'connection')}; who waits longer than 10 seconds for one fails.`,
    rules: ['CF-10', 'R-3'],
    fix: {
      label: `Use ${numberText(byRule ? autoConnections(selected.inputs) : threads)}`,
      edit: { kind: 'set', inputs: { connectionsPerProcess: byRule ? 'auto' : threads } },
    },
  };
}

/** A5: the fleet may open more connections than the database has free. */
export function databaseTooSmall({ selected }: FleetComparison): Finding | undefined {
  const { connectionsFree: free, reckon } = selected.inputs;
  const { total } = selected.sizing.connections[reckon];
  if (free === null || total <= free) return undefined;
  const fix = fittingFix(selected, free);
  return {
    id: 'A5',
    severity: 'blocker',
    title: `The database is ${counted(total - free, 'connection')} short`,
    text: `Up to ${numberText(total)} connections against ${numberText(free)} free.${fix ? '' : ' Raise max_connections, or run fewer processes.'}`,
    rules: ['CF-10', 'R-3'],
    fix: fix ?? { label: 'Show what fits', edit: { kind: 'open-view', view: 'solve' } },
  };
}

/** Without a limit entered nothing is checked; by default one of the two servers is below every profile. */
export function databaseUnchecked({ selected }: FleetComparison): Finding | undefined {
  const { connectionsFree, reckon } = selected.inputs;
  if (connectionsFree !== null) return undefined;
  return {
    id: 'db-unchecked',
    severity: 'note',
    title: 'Enter the connections your database has free',
    text: `The fleet may open up to ${counted(selected.sizing.connections[reckon].total, 'connection')}. By default PostgreSQL allows 500 in a Cloud Foundry deployment and MySQL 5,000, other clients included.`,
    rules: ['CF-10', 'R-3'],
  };
}

/** The smallest change of connection settings alone that fits, if there is one. */
function fittingFix({ inputs }: SizedFleet, free: number): Fix | undefined {
  const limit = { limitsLocalWorkers: true };
  const pool = { connectionsPerProcess: Math.min(inputs.connectionsPerProcess, inputs.threadsPerWorker) };
  const candidates = [
    { label: 'Limit local workers', inputs: limit },
    { label: `Use ${counted(pool.connectionsPerProcess, 'connection')} per process`, inputs: pool },
    { label: 'Limit local workers and pools', inputs: { ...limit, ...pool } },
  ];
  const found = candidates.find(
    (c) => connectionsOf({ ...inputs, ...c.inputs }, inputs.vms, inputs.reckon).total <= free,
  );
  return found && { label: found.label, edit: { kind: 'set', inputs: found.inputs } };
}

/** A6: workers without a core of their own. */
export function moreWorkersThanCores({ selected }: FleetComparison): Finding | undefined {
  const { engine, vcpusPerVm: cores, workersPerVm: workers } = selected.inputs;
  if (engine === 'thin' || workers <= cores) return undefined;
  return {
    id: 'A6',
    severity: 'caution',
    title: `${numberText(workers)} workers share ${counted(cores, 'core')}`,
    text: `${numberText(cores)} vCPU give at most ${counted(cores, 'useful worker')}; the others add threads and memory, no computing power.`,
    rules: ['CF-5', 'CF-10'],
    fix: byRule(selected),
  };
}

function byRule({ inputs }: SizedFleet): Fix {
  return {
    label: `Use ${numberText(autoWorkers(inputs))}`,
    edit: { kind: 'set', inputs: { workersPerVm: 'auto' } },
  };
}

/** A9: a fleet of single workers. */
export function singleWorker({ selected }: FleetComparison): Finding | undefined {
  const { engine, vcpusPerVm: cores, workersPerVm: workers } = selected.inputs;
  if (engine === 'thin' || workers !== 1) return undefined;
  return {
    id: 'A9',
    severity: 'caution',
    title: 'One Puma worker is less resilient than Thin',
    text: 'With a second worker on the VM, one that stalls leaves another to serve.',
    rules: ['CF-9'],
    fix: {
      label: cores > 1 ? 'Use 2 workers' : 'Use 2 vCPU and 2 workers',
      edit: {
        kind: 'set',
        inputs: {
          workersPerVm: 2,
          ...(cores > 1 ? {} : { vcpusPerVm: 2 }),
          ...(cores > 2 ? {} : { spareCore: false }),
        },
      },
    },
  };
}

/** A12: fewer local workers than the guide asks for; none at all finish no upload. */
export function tooFewLocalWorkers({ selected }: FleetComparison): Finding | undefined {
  const { engine, localWorkersPerVm: local } = selected.inputs;
  const asked = 2 * selected.sizing.fleet.workersPerVm;
  if (local >= asked) return undefined;
  const none = local === 0;
  return {
    id: 'A12',
    severity: none ? 'blocker' : 'caution',
    title: none
      ? 'Without local workers no upload is finished'
      : `Fewer local workers than the guide asks: ${numberText(local)} of ${numberText(asked)}`,
    text: none
      ? 'Packages and droplets are uploaded by the local workers of the VM that received them.'
      : `Uploads wait on the VM that received them. The guide asks for ${engine === 'thin' ? '2 beside a Thin process' : 'twice the API workers'}; this can vary with the load.`,
    rules: engine === 'thin' ? ['CF-4'] : ['CF-8'],
    fix: { label: `Use ${numberText(asked)}`, edit: { kind: 'set', inputs: { localWorkersPerVm: 'auto' } } },
  };
}

/** A15 and K7: cores without a worker, or a spare core that is none. */
export function coresAndWorkers({ selected }: FleetComparison): Finding | undefined {
  const { engine, spareCore, vcpusPerVm: cores, workersPerVm: workers } = selected.inputs;
  if (engine === 'thin') return undefined;
  if (spareCore && workers === cores) {
    return {
      id: 'K7',
      severity: 'note',
      title: 'No core is left spare',
      text: `${numberText(workers)} ${workers === 1 ? 'worker takes' : 'workers take'} all ${numberText(cores)} vCPU.`,
      rules: ['CF-14', 'K7'],
      fix:
        cores > 1
          ? byRule(selected)
          : { label: 'Leave none spare', edit: { kind: 'set', inputs: { spareCore: false } } },
    };
  }
  const idle = cores - workers;
  if (idle <= (spareCore ? 1 : 0)) return undefined;
  const spare: Fix = { label: 'Mark it as spare', edit: { kind: 'set', inputs: { spareCore: true } } };
  return {
    id: 'A15',
    severity: 'note',
    title: `${capitalised(numberWord(idle))} ${idle === 1 ? 'core' : 'cores'} without a worker`,
    text: `${numberText(workers)} of ${numberText(cores)} vCPU ${workers === 1 ? 'runs' : 'run'} a worker. One core left to colocated processes can help; the guide sets workers to the number of cores.`,
    rules: ['CF-10', 'CF-14', 'K7'],
    fix: idle === 1 ? spare : byRule(selected),
  };
}

/** Thin uses one core, whatever the VM has. */
export function idleThinCores({ selected }: FleetComparison): Finding | undefined {
  const { engine, vcpusPerVm: cores } = selected.inputs;
  if (engine === 'puma' || cores === 1) return undefined;
  return {
    id: 'CF-1',
    severity: 'note',
    title: `Thin uses one of ${numberText(cores)} cores`,
    text: 'The process and its two local workers fit on one core.',
    rules: ['CF-1', 'CF-4'],
    fix: { label: 'Use 1 vCPU', edit: { kind: 'set', inputs: { vcpusPerVm: 1 } } },
  };
}
