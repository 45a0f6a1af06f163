import { numberText } from '../../core/number-text.ts';
import type { HeatInputs, HeatRelease } from './params.ts';

/** A setting of the guide's globals file, with the guide's default and upstream's. */
export interface GuideSetting {
  readonly key: string;
  readonly guideDefault: number | boolean;
  readonly description: string;
  readonly read: (inputs: HeatInputs) => number | boolean;
  /** Upstream's default of the same setting, in the words of its source. */
  readonly upstreamDefault: (release: HeatRelease) => string;
}

/** The seven rows of the guide's section "Performance Tuning" (HT-7), in its order. */
export const performanceSettings: readonly GuideSetting[] = [
  {
    key: 'heat_engine_workers',
    guideDefault: 4,
    description: 'Engine worker processes per controller node',
    read: (i) => i.engineWorkers,
    upstreamDefault: () => 'CPUs, at least 4',
  },
  {
    key: 'heat_api_workers',
    guideDefault: 4,
    description: 'API worker processes per controller node',
    read: (i) => i.apiWorkers,
    upstreamDefault: (release) => (release === '25' ? 'set in the web server' : 'one per core'),
  },
  {
    key: 'heat_db_max_pool_size',
    guideDefault: 10,
    description: 'Max database connections per worker',
    read: (i) => i.poolSize,
    upstreamDefault: () => '5',
  },
  {
    key: 'heat_db_max_overflow',
    guideDefault: 20,
    description: 'Max overflow connections above the pool',
    read: (i) => i.overflow,
    upstreamDefault: () => '50, raised to 64',
  },
  {
    key: 'heat_rpc_response_timeout',
    guideDefault: 120,
    description: 'Seconds before an RPC call is considered failed',
    read: (i) => i.rpcTimeoutSeconds,
    upstreamDefault: () => '60',
  },
  {
    key: 'heat_max_stacks_per_tenant',
    guideDefault: 100,
    description: 'Per-project stack limit',
    read: (i) => i.maxStacksPerProject,
    upstreamDefault: (release) => (release === '12' ? '100' : '512'),
  },
  {
    key: 'heat_max_resources_per_stack',
    guideDefault: 1000,
    description: 'Per-stack resource limit',
    read: (i) => i.maxResourcesPerStack,
    upstreamDefault: () => '1,000',
  },
];

/** Section "Convergence Mode" of the guide (HT-5). */
export const convergenceSetting: GuideSetting = {
  key: 'heat_convergence_engine',
  guideDefault: true,
  description: 'Resources are processed in parallel by multiple workers',
  read: (i) => i.convergence,
  upstreamDefault: (release) => (release === '25' ? 'true, deprecated' : 'true'),
};

/** A setting's value for people; files have their own notation. */
export function settingText(value: number | boolean): string {
  return typeof value === 'number' ? numberText(value) : String(value);
}
