import { defineRules } from '../../core/rule.ts';

/** Title of the guide. */
export const guideDocument = 'Scaling the Orchestration Service';

/** The guide, sentence by sentence, word for word. */
export const guideRules = defineRules({
  'HT-1': {
    origin: 'guide',
    statement: 'Engine workers are independent processes on each controller, fed by the message queue.',
    quotes: [
      'The Orchestration engine is a horizontally scalable service.',
      'Multiple engine worker processes can run on a single controller node or across multiple controller nodes, sharing work through a message queue.',
      'The `heat_engine_workers` setting controls how many engine worker processes run on each controller node.',
      'Each worker is an independent process that picks up tasks from the message queue.',
      'API[Orchestration API<br/>:8004] -->|Publish task| MQ[Message Queue<br/>RabbitMQ]',
      'MQ -->|Consume task| W1[Engine Worker 1]',
      'MQ -->|Consume task| W2[Engine Worker 2]',
      'MQ -->|Consume task| W3[Engine Worker N]',
      'W1 -->|Provision resource| CLOUD[Cloud Service APIs]',
      'W2 -->|Provision resource| CLOUD',
      'W3 -->|Provision resource| CLOUD',
    ],
    document: guideDocument,
    section: 'Overview; Engine Worker Architecture; Engine Workers Per Node',
  },
  'HT-2': {
    origin: 'guide',
    statement: 'In its text: 2 to 4 workers per CPU core are a common starting point.',
    quotes: [
      'In XDeploy, navigate to **Configuration → Services → Orchestration** and adjust the **Engine Workers** slider.',
      'A common starting point is 2–4 workers per CPU core available on the controller node.',
    ],
    document: guideDocument,
    section: 'Engine Workers Per Node',
  },
  'HT-3': {
    origin: 'guide',
    statement:
      'In its table, by vCPU of a controller, engine/API workers: 4 → 2/2, 8 → 4/4, 16 → 8/4, 32+ → 16/8.',
    quotes: [
      '| Controller vCPU Count | Recommended Engine Workers | Recommended API Workers |',
      '| 4 vCPUs | 2 | 2 |',
      '| 8 vCPUs | 4 | 4 |',
      '| 16 vCPUs | 8 | 4 |',
      '| 32+ vCPUs | 16 | 8 |',
    ],
    document: guideDocument,
    section: 'Worker Sizing Guidelines',
  },
  'HT-4': {
    origin: 'guide',
    statement:
      'Workers wait on cloud APIs, so more of them than CPUs are safe; the queue depth shows bottlenecks.',
    quotes: [
      'Engine workers are I/O bound (waiting on cloud service API calls), not CPU bound.',
      'You can safely set `heat_engine_workers` higher than the physical CPU count.',
      'Monitor the message queue depth in XIMP to identify bottlenecks.',
    ],
    document: guideDocument,
    section: 'Worker Sizing Guidelines',
  },
  'HT-5': {
    origin: 'guide',
    statement:
      'Convergence works on independent resources in parallel and pays off from 50 resources; without it one worker takes them in sequence.',
    quotes: [
      'In convergence mode, the engine distributes individual resource operations across all available workers, enabling parallel provisioning of independent resources within a single stack.',
      'Convergence mode enables the engine to process independent resources in a stack concurrently across all available workers.',
      'This significantly reduces total stack creation time for large templates.',
      '| Mode | Behavior | Best For |',
      '| **Convergence** (default) | Resources are processed in parallel by multiple workers | Large stacks (50+ resources), independent resource graphs |',
      '| **Non-convergence** | Resources processed sequentially by a single worker | Simple stacks, environments where strict ordering is required |',
      'heat_convergence_engine: true # Default — recommended for production',
    ],
    document: guideDocument,
    section: 'Convergence Mode',
  },
  'HT-6': {
    origin: 'guide',
    statement: 'The pool is at least twice the engine workers of a controller.',
    quotes: [
      'Ensure your database connection pool is sized appropriately: `heat_db_max_pool_size` should be at least `heat_engine_workers * 2`.',
    ],
    document: guideDocument,
    section: 'Convergence Mode',
  },
  'HT-7': {
    origin: 'guide',
    statement:
      'Defaults: 4 engine workers, 4 API workers, pool 10, overflow 20, RPC timeout 120 s, 100 stacks a project, 1,000 resources a stack.',
    quotes: [
      '| Setting | Default | Description |',
      '| `heat_engine_workers` | `4` | Engine worker processes per controller node |',
      '| `heat_api_workers` | `4` | API worker processes per controller node |',
      '| `heat_db_max_pool_size` | `10` | Max database connections per worker |',
      '| `heat_db_max_overflow` | `20` | Max overflow connections above the pool |',
      '| `heat_rpc_response_timeout` | `120` | Seconds before an RPC call is considered failed |',
      '| `heat_max_stacks_per_tenant` | `100` | Per-project stack limit |',
      '| `heat_max_resources_per_stack` | `1000` | Per-stack resource limit |',
    ],
    document: guideDocument,
    section: 'Performance Tuning',
  },
  'HT-8': {
    origin: 'guide',
    statement: 'The pool is counted per worker process, and overflow comes on top of it.',
    quotes: ['Max database connections per worker', 'Max overflow connections above the pool'],
    document: guideDocument,
    section: 'Performance Tuning',
  },
  'HT-9': {
    origin: 'guide',
    statement: 'Healthy means that every service is up; an alert watches for engine workers that are not.',
    quotes: [
      'openstack orchestration service list',
      'Expected output — all services show `status: up`:',
      '| Hostname | Binary | Port | Status | Updated At | ... |',
      '| ctrl-01 | heat-eng | 0 | up | 2026-03-18T10:00Z | ... |',
      '| ctrl-01 | heat-api | 8004 | up | 2026-03-18T10:00Z | ... |',
      'Set up an alert in XIMP for `orchestration_engine_up == 0` to detect engine worker failures before they affect user deployments.',
    ],
    document: guideDocument,
    section: 'Monitoring Engine Health',
  },
  'HT-10': {
    origin: 'guide',
    statement:
      'Settings stand in /etc/xavs/globals.d/_50_orchestration.yml and take effect with xavs-ansible deploy -t heat.',
    quotes: [
      '# Edit /etc/xavs/globals.d/_50_orchestration.yml',
      'heat_engine_workers: 8 # Adjust based on controller CPU count',
      'heat_api_workers: 4',
      'xavs-ansible deploy -t heat',
    ],
    document: guideDocument,
    section: 'Engine Workers Per Node',
  },
  'HT-11': {
    origin: 'guide',
    statement: 'In convergence mode all engine workers reach the database at once.',
    quotes: [
      'Convergence mode requires the database to be accessible from all engine workers simultaneously.',
      'W1 & W2 & W3 -->|Read/write state| DB[(Database)]',
    ],
    document: guideDocument,
    section: 'Convergence Mode; Engine Worker Architecture',
  },
  'HT-12': {
    origin: 'guide',
    statement: 'Changing these settings needs the admin role.',
    quotes: [
      'Deploy multiple Xloud Orchestration engine workers, configure convergence mode, and tune performance settings for high-throughput template deployments.',
      'This operation requires the `admin` role.',
      'Contact your Xloud administrator if you do not have sufficient permissions.',
    ],
    document: guideDocument,
    section: 'Overview',
  },
});
