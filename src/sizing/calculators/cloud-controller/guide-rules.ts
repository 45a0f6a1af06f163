import type { Rule } from '../../core/rule.ts';

const guide = 'Cloud Controller Multi-Process Mode (Puma)';
const single = 'Scaling in Single-Process Mode';
const multi = 'Scaling in Multi-Process Mode';
const migrating = 'Migrating from Single-Process to Multi-Process Mode';

/** What the guide says, in the order in which it says it. */
export const guideRules = {
  'CF-1': {
    origin: 'guide',
    statement: 'A Thin VM serves traffic with one process; more than one core brings little.',
    quotes: [
      'In Single-Process Mode, the CF API has been limited to scaling horizontally.',
      'The web server technology that Cloud Controller is built on top of, Thin, can only serve traffic using a single process.',
      'Using Single-Process mode (powered by Thin), Cloud Controller cannot utilize more than a single process per VM.',
      'This is because Thin cannot use multiple processes to serve traffic on the same port at the same time.',
      'In Single-Process mode, Cloud Controller sees little benefit by being deployed to a multiple-core machine, as Cloud Controller can only utilize a single core.',
    ],
    document: guide,
    section: single,
  },
  'CF-2': {
    origin: 'guide',
    statement:
      'Thin has 20 threads by default: a fleet handles instances × threads requests at once, further ones queue.',
    quotes: [
      'By default, Cloud Controller in Single-Process mode is configured to use 20 threads, meaning a single Cloud Controller process can comfortably handle 20 concurrent API requests before response time is slowed due to requests being stuck in the queue.',
      'Typically a Single-Process API instance will support 20 threads.',
    ],
    document: guide,
    section: single,
  },
  'CF-3': {
    origin: 'guide',
    statement: 'A Thin fleet at its limit grows only by adding VMs.',
    quotes: [
      'Once a foundation’s API group is at its limit, the only way to support more HTTP requests is to add more API VMs.',
      'Profile 1 (Thin): A typical API instance group for Single-Process mode.',
      'The only recommended way to increase the maximum number of concurrent requests is to scale the number of instances.',
    ],
    document: guide,
    section: single,
  },
  'CF-4': {
    origin: 'guide',
    statement: 'Each Thin instance has 2 local workers; the API process and both of them fit on one core.',
    quotes: [
      'Each Single-Process API instance has 2 colocated job queue workers (called ‘local workers’) to handle package and droplet uploads to the blobstore.',
      'It’s generally sufficient for both the API process and the 2 local workers to run on a single core.',
    ],
    document: guide,
    section: single,
  },
  'CF-5': {
    origin: 'guide',
    statement: 'Puma workers help only if each of them has a CPU core.',
    quotes: [
      'Using Multi-Process mode (powered by Puma), Cloud Controller can utilize multiple processes (called ‘workers’) to serve traffic on the same port.',
      'Cloud Controller only benefits from multiple workers if there is a CPU core available to each worker.',
    ],
    document: guide,
    section: multi,
  },
  'CF-6': {
    origin: 'guide',
    statement: 'A Puma worker has 10 threads by default; at least 10 are recommended, more than 20 are not.',
    quotes: [
      'By default each worker is configured to use 10 threads, meaning each worker can process up to 10 concurrent requests.',
      'We don’t recommend configuring more than 20 threads per worker.',
      'We recommend at least 10.',
    ],
    document: guide,
    section: multi,
  },
  'CF-7': {
    origin: 'guide',
    statement: 'More workers use more memory: raise the memory of a VM by a factor of its worker count.',
    quotes: [
      'More workers on an individual instance results in a higher memory utilization.',
      'Increase memory for your API instances by a factor of how many workers each instance will have in Multi-Process mode.',
    ],
    document: guide,
    section: multi,
  },
  'CF-8': {
    origin: 'guide',
    statement: 'Each VM has twice as many local workers as API workers; this can vary with the load.',
    quotes: [
      'You should configure each API instance to have twice as many local job workers as there are API workers.',
      'This can vary depending on foundation load.',
      'See Scaling Local Workers for more details.',
    ],
    document: guide,
    section: multi,
  },
  'CF-9': {
    origin: 'guide',
    statement:
      'One Puma worker with 20 threads is less resilient than one Thin instance; a cluster of workers is more resilient than a group of Thin instances.',
    quotes: [
      'A single Puma worker with 20 threads is generally not as resilient as a single Thin instance.',
      'However, a cluster of Puma workers is more resilient than a group of individual Thin instances, because if one Puma worker is stalled or crashes, queued requests can be routed to the other workers.',
    ],
    document: guide,
    section: multi,
  },
  'CF-10': {
    origin: 'guide',
    statement:
      'To enable Puma: the switch, workers = CPU cores, at least 10 threads, and at least as many database connections per process as threads.',
    quotes: [
      'Enable Multi-Process mode with the following settings, and see Migrating from Single-Process to Multi-Process Mode below for how to adjust VM type, instance count, workers, and threads/worker to account for and take advantage of the migration.',
      'To enable Multi-Process mode, set the cc.experimental.puma property to true.',
      'Set the cc.puma.workers to the number of CPU cores your machines have.',
      'Set cc.puma.max_threads to the desired number of threads.',
      'Set cc.puma.max_db_connections_per_process to at least the same number of values as cc.puma.threads.',
    ],
    document: guide,
    section: 'Enable Multi-Process Mode',
  },
  'CF-11': {
    origin: 'guide',
    statement: 'Parity: all Puma workers × threads are at least all Thin instances × threads.',
    quotes: [
      'This page explains how the Cloud Controller API handles traffic in Single-Process vs. Multi-Process modes, how to migrate it from the older Single-Process mode to newer Multi-Process mode, and how running the Cloud Controller in Multi-Process mode affects how to scale it.',
      'With the introduction of Multi-Process support for Cloud Controller, operators can configure their foundations to use fewer VM instances to handle the same amount of traffic to the Cloud Controller API.',
      'When upgrading your Cloud Controller API server from Single-Process to Multi-Process mode, ensure the API instance group can support the same number of concurrent requests.',
      'To ensure parity when migrating to Multi-Process API instances, ensure that the total number of workers multiplied by the number of threads per worker is equal to (or greater than) the number of Single-Process instances multiplied by the number of threads (usually 20).',
    ],
    document: guide,
    section: migrating,
  },
  'CF-12': {
    origin: 'guide',
    statement:
      'Over-allocate at first, then fine-tune: an extra VM, fewer than 20 threads, memory × workers.',
    quotes: [
      'It’s recommended to initially over-allocate resources and then fine-tune resource allocations after migration, as described in Post-Migration Fine-Tuning.',
      'For example, you might follow any or all of the following strategies:',
      'Provision one or more extra API instances than the above concurrent requests calculation would require',
      'Keep the thread count per worker less than 20',
      'Increase memory for your API instances by a factor of how many workers each instance will have in Multi-Process mode.',
    ],
    document: guide,
    section: migrating,
  },
  'CF-13': {
    origin: 'guide',
    statement: 'Four profiles of 400 to 420 requests: 20 × Thin, 10 × 2 × 20, 8 × 4 × 13 and 4 × 7 × 15.',
    quotes: [
      'Here are a few possible configurations that would result in similar number of threads:',
      'Profile 2 (Puma): With only 2 cores, this profile is not taking full advantage of Multi-Process support.',
      'Since each worker is already configured to use 20 threads, this profile can only be scaled by increasing the number of machine cores or total instances.',
      'Profile 3 (Puma): This profile can be scaled by increasing the number of cores, total instances, or threads.',
      'This profile can be scaled by increasing the number of workers to 8 as well as number of cores, total instances, or threads.',
    ],
    document: guide,
    section: 'Examples',
  },
  'CF-14': {
    origin: 'guide',
    statement: 'One worker fewer than cores leaves a core to colocated processes: helpful, not necessary.',
    quotes: [
      'Profile 4 (Puma): This profile only has 7 API workers for 8 CPU cores.',
      'This can be helpful, but not strictly necessary, to ensure colocated processes have enough CPU resources to run.',
    ],
    document: guide,
    section: 'Examples',
  },
  'CF-15': {
    origin: 'guide',
    statement:
      'After migration, outstanding requests stay clear of the threads on a VM, user CPU below 0.85 and the load average below the cores.',
    quotes: [
      'After upgrading, watch the following metrics to see if you can reduce or need to scale up your provisioned resources:',
      'cc.requests.outstanding.gauge: If this value is at or consistently near the total number of available Puma threads on the VM, you may need to scale your instance group.',
      'system.cpu.user: This value should stay below 0.85 total utilization.',
      'cc.vitals.cpu_load_avg: This value should stay below the total number of CPU cores.',
    ],
    document: guide,
    section: 'Post-Migration Fine-Tuning',
  },
} satisfies Record<string, Omit<Rule, 'id'>>;

/** Where the guide contradicts itself or the published job spec, and how this calculator treats it. */
export const conflictRules = {
  K4: {
    origin: 'guide',
    statement:
      'The guide calls one setting cc.puma.max_threads and cc.puma.threads; only max_threads exists, so both are read as that.',
    quotes: [
      'Set cc.puma.max_threads to the desired number of threads.',
      'Set cc.puma.max_db_connections_per_process to at least the same number of values as cc.puma.threads.',
    ],
    document: guide,
    section: 'Enable Multi-Process Mode',
  },
  K5: {
    origin: 'guide',
    statement:
      'The guide’s switch, cc.experimental.puma, stands in no published job spec (R-1); the export writes the names you choose.',
    quotes: ['To enable Multi-Process mode, set the cc.experimental.puma property to true.'],
    document: guide,
    section: 'Enable Multi-Process Mode',
  },
  K6: {
    origin: 'guide',
    statement:
      'The guide’s thread counts are read as 10 to 20: fewer than 10 is a caution, 20 leaves no reserve, more than 20 is refused advice.',
    quotes: [
      'We recommend at least 10.',
      'We don’t recommend configuring more than 20 threads per worker.',
      'Keep the thread count per worker less than 20',
    ],
    document: guide,
    section: multi,
  },
  K7: {
    origin: 'guide',
    statement: 'Workers = cores and one worker fewer are both the guide’s; “Leave a core spare” chooses.',
    quotes: [
      'Set the cc.puma.workers to the number of CPU cores your machines have.',
      'Profile 4 (Puma): This profile only has 7 API workers for 8 CPU cores.',
    ],
    document: guide,
    section: 'Enable Multi-Process Mode, Examples',
  },
  K8: {
    origin: 'guide',
    statement:
      'Profile 4 needs the most memory on each VM, yet less than Profile 3 over the whole fleet; both are shown.',
    quotes: ['This profile will be the most demanding in terms of memory footprint.'],
    document: guide,
    section: 'Examples',
  },
} satisfies Record<string, Omit<Rule, 'id'>>;
