import { defineRules } from '../../core/rule.ts';
import { guideDocument, guideRules } from './guide-rules.ts';

const heatSource = 'openstack/heat, source code';

/** What the published source code does, release by release; read at the tags 5.0.0 to 26.0.0. */
const releaseRules = defineRules({
  'R-5': {
    origin: 'release',
    statement:
      'heat-engine raises max_overflow to executor_thread_pool_size (64 unless set) at start when it is lower; since 6.0.0.',
    quotes: [
      'Set the DB max_overflow to match the thread pool size.',
      'Update max_overflow only if it is not adequate',
    ],
    document: heatSource,
    section: 'heat/engine/service.py, _configure_db_conn_pool_size',
  },
  'R-6': {
    origin: 'release',
    statement: 'API processes open no database connections: they hand every call to an engine process.',
    quotes: ['API requests by sending them to the heat-engine over RPC.'],
    document: heatSource,
    section: 'doc/source/developing_guides/architecture.rst; nothing under heat/api imports heat.db',
  },
  'R-7': {
    origin: 'release',
    statement:
      'Convergence starts one leaf a second per stack; many completions on one node cost more. The legacy engine overlaps independent resources and costs about 1 s per level.',
    quotes: [
      'Instead of calling check_resource on all leaves in the resource graph at once, sleep a little bit between each call.',
      'time.sleep(1)',
    ],
    document: heatSource,
    section: 'heat/engine/stack.py, _converge_create_or_update, since 8.0.0; both engines measured on 19.0.0',
  },
  'R-8': {
    origin: 'release',
    statement:
      'An engine process works on up to 64 resources at once, so the worker count limits CPU (30 to 40 ms per create), rarely waiting.',
    quotes: [
      'Set max_overflow config option of database to match the number of workers that can be spawned simultaneously. The maximum number of RPC workers that can be spawned is determined by executor_thread_pool_size config option.',
    ],
    document: heatSource,
    section: 'Change d7c2de60c; CPU measured on 19.0.0',
  },
  'R-9': {
    origin: 'release',
    statement:
      'Nested stacks hold a place each while they wait and can deadlock; upstream starts at least 4 engine workers a node for that. Queue depth stays 0 meanwhile, since messages are acknowledged on receipt.',
    quotes: ['This deadlocks with stacks that have many nested stacks due to engine->engine RPC calls.'],
    document: heatSource,
    section: 'Change adb212179, heat/cmd/engine.py; starvation measured on 19.0.0',
  },
  'R-10': {
    origin: 'release',
    statement:
      'Upstream defaults differ from the guide’s: 512 stacks a project from 13.0.0, RPC timeout 60 s, pool 5, overflow 50; API workers are no option from 25.0.0 on. A stack keeps the engine it was created with.',
    quotes: [
      'Maximum number of stacks any one tenant may have active at one time. -1 stands for unlimited.',
      'Number of heat-engine processes to fork and run. Will default to either to 4 or number of CPUs on the host, whichever is greater.',
      'Legacy engine has been deprecated.',
      'All stacks with this option will be created using convergence engine.',
    ],
    document: heatSource,
    section: 'heat/common/config.py',
  },
  'R-16': {
    origin: 'release',
    statement: 'A stack that is not done after stack_action_timeout, 3,600 s unless set, fails.',
    quotes: ['Timeout in seconds for stack action (ie. create or update).'],
    document: heatSource,
    section: 'heat/common/config.py, stack_action_timeout',
  },
});

/** Where the guide disagrees with itself, and what this calculator makes of it. */
const conflictRules = defineRules({
  K1: {
    origin: 'assumed',
    statement:
      'The guide’s text (2 to 4 workers per core) and its table (half a worker per vCPU) contradict each other. The table is the default; both are drawn and neither is mixed with the other.',
    quotes: [
      'A common starting point is 2–4 workers per CPU core available on the controller node.',
      '| 16 vCPUs | 8 | 4 |',
    ],
    document: guideDocument,
    section: 'HT-2 against HT-3',
  },
  K2: {
    origin: 'assumed',
    statement:
      'The default pool of 10 breaks the guide’s own pool rule from 6 engine workers on; the pool follows the rule until set.',
    quotes: [
      'Ensure your database connection pool is sized appropriately: `heat_db_max_pool_size` should be at least `heat_engine_workers * 2`.',
      '| `heat_db_max_pool_size` | `10` | Max database connections per worker |',
    ],
    document: guideDocument,
    section: 'HT-6 against HT-7',
  },
  K3: {
    origin: 'assumed',
    statement:
      'The pool rule compares a pool per process with workers per controller. The rule is checked as written, and the ceiling counts every process.',
    quotes: [
      'Ensure your database connection pool is sized appropriately: `heat_db_max_pool_size` should be at least `heat_engine_workers * 2`.',
      'Max database connections per worker',
      'Engine worker processes per controller node',
    ],
    document: guideDocument,
    section: 'HT-6 against HT-8',
  },
  K9: {
    origin: 'assumed',
    statement:
      'The default of 4 engine workers is twice what the guide’s table gives a controller of 4 vCPU.',
    quotes: [
      '| `heat_engine_workers` | `4` | Engine worker processes per controller node |',
      '| 4 vCPUs | 2 | 2 |',
    ],
    document: guideDocument,
    section: 'HT-7 against HT-3',
  },
  M1: {
    origin: 'assumed',
    statement:
      'Stack time by the guide: a worker takes so many tasks at once, resources take their mean time, and no worker idles while a resource is ready. The time then lies between the larger of longest chain and shared work, and their sum as Graham’s bound has it.',
    quotes: [],
    document: 'Our model',
    section: 'R. L. Graham, Bounds on multiprocessing timing anomalies, 1969',
  },
  M2: {
    origin: 'assumed',
    statement:
      'Stack time upstream, roughly: one leaf a second, 64 places a process, a poll each second, 30 to 40 ms of CPU a create. Resources and longest chain do not tell the number of leaves, so unless that is given the range spans every template of that size.',
    quotes: [],
    document: 'Our model',
    section: 'After measurements on heat 19.0.0',
  },
  M3: {
    origin: 'assumed',
    statement:
      'RabbitMQ: an engine process holds 3 connections idle, about 6 under load, 34 at most; queues are 3 shared, 1 for each host and 5 for each engine process, and a reply queue for each process that calls. Memory: 150 MB an idle engine worker, 300 to 600 MB with large nested stacks.',
    quotes: [],
    document: 'Our model',
    section: 'Measured on heat 19.0.0 with RabbitMQ 3.10; large stacks as reported from TripleO',
  },
  M4: {
    origin: 'assumed',
    statement:
      'Stacks under load, roughly: they come by chance, a resource holds a place and computes on its process’s one core, and waits for both. By the guide all places share one queue; upstream messages are dealt blindly, so each engine process has its own. Times lie between resources that come singly and whole levels of a stack at once.',
    quotes: [],
    document: 'Our model',
    section: 'Machine repair for a process, Erlang C for a queue, the mean wait of batches',
  },
});

/** Every rule the calculator cites. */
export const rules = { ...guideRules, ...releaseRules, ...conflictRules };
