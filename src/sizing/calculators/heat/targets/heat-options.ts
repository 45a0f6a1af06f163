import type { HeatSpan } from './heat-releases.ts';

/** Fields of the plan that stand for a setting of Heat. */
export type SettingField =
  | 'engineWorkers'
  | 'apiWorkers'
  | 'convergence'
  | 'poolSize'
  | 'overflow'
  | 'rpcTimeoutSeconds'
  | 'maxStacksPerProject'
  | 'maxResourcesPerStack'
  | 'executorThreads';

/** An option of heat.conf that a field of the plan stands for. */
export interface HeatConfOption extends HeatSpan {
  readonly section: 'DEFAULT' | 'database' | 'heat_api';
  readonly option: string;
  readonly field: SettingField;
  readonly kind: 'number' | 'switch';
  /** A value with a meaning of its own, which no field of the plan can hold. */
  readonly special?: { readonly value: number; readonly meaning: string };
}

const always = { first: 8, last: null } as const;

/**
 * The options of heat.conf that a plan sets, in the order of the guide's settings, with the releases that have them.
 * Source: heat/common/config.py, heat/common/wsgi.py, oslo.messaging and oslo.db in the tags 5.0.0 to 26.0.0;
 * heat-api is only a WSGI application since 25.0.0 (414793c47). A release that changes one is one edit here.
 */
export const heatOptions: readonly HeatConfOption[] = [
  { section: 'DEFAULT', option: 'num_engine_workers', field: 'engineWorkers', kind: 'number', ...always },
  {
    section: 'heat_api',
    option: 'workers',
    field: 'apiWorkers',
    kind: 'number',
    first: 8,
    last: 24,
    special: { value: 0, meaning: 'one for each core' },
  },
  { section: 'DEFAULT', option: 'convergence_engine', field: 'convergence', kind: 'switch', ...always },
  {
    section: 'database',
    option: 'max_pool_size',
    field: 'poolSize',
    kind: 'number',
    ...always,
    special: { value: 0, meaning: 'no limit' },
  },
  { section: 'database', option: 'max_overflow', field: 'overflow', kind: 'number', ...always },
  {
    section: 'DEFAULT',
    option: 'rpc_response_timeout',
    field: 'rpcTimeoutSeconds',
    kind: 'number',
    ...always,
  },
  {
    section: 'DEFAULT',
    option: 'max_stacks_per_tenant',
    field: 'maxStacksPerProject',
    kind: 'number',
    ...always,
    special: { value: -1, meaning: 'no limit' },
  },
  {
    section: 'DEFAULT',
    option: 'max_resources_per_stack',
    field: 'maxResourcesPerStack',
    kind: 'number',
    ...always,
    special: { value: -1, meaning: 'no limit' },
  },
  {
    section: 'DEFAULT',
    option: 'executor_thread_pool_size',
    field: 'executorThreads',
    kind: 'number',
    ...always,
  },
];
