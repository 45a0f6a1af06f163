import type { Rule } from '../../core/rule.ts';

/** What published source code and job specs do, where it matters to a sizing. */
export const releaseRules = {
  'R-1': {
    origin: 'release',
    statement:
      'The switch to Puma was cc.experimental.use_puma_webserver; Puma is the default from capi-release 1.196 and the only server from 1.223. BOSH ignores properties that a job spec does not declare.',
    quotes: ['cc.experimental.use_puma_webserver'],
    document: 'capi-release, job specs of 1.138.0 to 1.235.0',
    section: 'jobs/cloud_controller_ng/spec',
  },
  'R-2': {
    origin: 'release',
    statement:
      'monit restarts the API when all its processes together stay above 3,500 MB for 15 cycles or above 3,750 MB for 3 cycles, whatever the size of the VM.',
    quotes: [
      'If specified, this threshold is used over `cc.thresholds.api.restart_if_consistently_above_mb` and `restart_if_above_mb`.',
    ],
    document: 'capi-release',
    section: 'jobs/cloud_controller_ng/spec, cc.thresholds.api',
  },
  'R-3': {
    origin: 'release',
    statement:
      'Puma’s main process and each worker have a pool of their own. Thin and every local worker may open ccdb.max_connections, 25 by default, unless ccdb.max_connections_per_local_worker says less. Servers allow 500 connections (postgres-release) or 5,000 (pxc-release) to all clients together by default.',
    quotes: ['Maximum database connections for Puma per process (main + Puma workers).'],
    document: 'capi-release; postgres-release and pxc-release for the servers',
    section: 'jobs/cloud_controller_ng/spec, cc.puma and ccdb',
  },
  'R-4': {
    origin: 'release',
    statement:
      'On a deploy BOSH deletes surplus instances of a group first, then updates the rest, max_in_flight at a time; cf-deployment sets 1 and spreads the API over 2 AZs.',
    quotes: ['The maximum number of non-canary instances to update in parallel within an availability zone.'],
    document: 'BOSH, deployment manifest; cf-deployment',
    section: 'update, max_in_flight',
  },
  'R-11': {
    origin: 'release',
    statement:
      'How a request finds a thread depends on the release: a queue shared by all workers with Puma 5 and 6 (capi-release before 1.218), each worker’s own queue with Puma 7 and 8, connections that stay with a worker after 1.235.',
    quotes: [
      'pool.wait_until_not_full',
      'pool.wait_for_less_busy_worker(@options[:wait_for_less_busy_worker])',
    ],
    document: 'Puma 6, lib/puma/server.rb',
    section: 'accept loop',
  },
  'R-12': {
    origin: 'release',
    statement:
      'Equal threads are not equal capacity: one process runs Ruby code on one core at most, so compare threads, processes and cores.',
    quotes: ["Due to MRI's GIL, only one thread can be executing Ruby code at a time."],
    document: 'Deployment engineering for Puma',
    section: 'Worker utilization',
  },
  'R-13': {
    origin: 'release',
    statement:
      'Two limits are counted on each API VM: the broker requests of a user that run at once, so their total shrinks with the fleet, and the rate limit, divided by the number of API VMs.',
    quotes: [
      'Maximum number of concurrent requests to service brokers per user. Set to 0 to not limit concurrent requests',
      'per_process_general_limit: <%= (p("cc.rate_limiter.general_limit").to_f/instances).ceil %>',
    ],
    document: 'capi-release',
    section: 'jobs/cloud_controller_ng: spec, templates/cloud_controller_ng.yml.erb',
  },
  'R-14': {
    origin: 'release',
    statement:
      'Before a VM goes down nginx may take 40 seconds, the API 20, and its local workers, all at the same time, 5 minutes to finish uploads: about 6 minutes since capi-release 1.200.',
    quotes: [
      'The number of seconds to wait for each local cloud_controller_worker worker process to finish processing jobs before forcefully shutting it down',
    ],
    document: 'capi-release',
    section: 'jobs/cloud_controller_ng/spec, cc.jobs.local and cc.nginx_drain_timeout',
  },
  'R-15': {
    origin: 'release',
    statement:
      'With Puma, cc_requests_outstanding_total tells the outstanding requests; the gauge the guide names does not. It counts requests that hold a thread, so it ends at the number of threads and shows no queue.',
    quotes: [
      '`cc.requests.outstanding.gauge` does not work correctly with Puma. Use `cc_requests_outstanding_total`.',
    ],
    document: 'Scaling Cloud Controller',
    section: 'Key Metrics',
  },
} satisfies Record<string, Omit<Rule, 'id'>>;
