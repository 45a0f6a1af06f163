import type { Params } from '../../../../core/param.ts';
import { choice, count, optionalCount } from '../../../../core/param.ts';

const base = { scope: 'shared', view: 'what-if' } as const;
const failures = { ...base, group: 'what-if-failures' } as const;
const counted = { ...base, group: 'what-if-limits' } as const;

/** Inputs of What if: how much fails, how much the load grows, and what is limited on each VM. */
export const whatIfParams = {
  whatIfWorkers: count({
    ...failures,
    key: 'wi.w',
    label: 'Workers stalled',
    help: 'Anywhere in the fleet; a Thin VM has one.',
    unit: 'workers',
    default: 2,
    range: [1, 500],
    slider: { min: 1, max: 20, scale: 'linear', marks: [] },
    rules: ['CF-9'],
  }),
  whatIfVms: count({
    ...failures,
    key: 'wi.vm',
    label: 'VMs lost',
    unit: 'VMs',
    default: 2,
    range: [1, 500],
    slider: { min: 1, max: 10, scale: 'linear', marks: [] },
    rules: ['CF-12'],
  }),
  whatIfGrowth: count({
    ...failures,
    key: 'wi.growth',
    label: 'Further growth',
    help: 'On top of the load to carry.',
    unit: 'percent',
    suffix: '%',
    default: 20,
    range: [0, 300],
    step: 5,
  }),
  whatIfShown: choice({
    ...failures,
    key: 'wi.show',
    label: 'Failure in the picture',
    choices: [
      { value: 'all', label: 'None' },
      { value: 'workers', label: 'Workers stalled' },
      { value: 'vms', label: 'VMs lost' },
      { value: 'az', label: 'AZ lost' },
      { value: 'deploy', label: 'Rolling deploy' },
      { value: 'az-deploy', label: 'AZ lost during a deploy' },
    ],
    default: 'vms',
    display: 'list',
  }),
  whatIfBrokerLimit: optionalCount({
    ...counted,
    key: 'wi.broker',
    label: 'Broker requests at once, per VM',
    help: 'cc.max_concurrent_service_broker_requests as it is set today.',
    unit: 'requests',
    range: [1, 10_000],
    empty: 'not limited',
    rules: ['R-13'],
  }),
  whatIfRateLimit: optionalCount({
    ...counted,
    key: 'wi.rate',
    label: 'Rate limit of a user',
    help: 'cc.rate_limiter.general_limit, if it is switched on.',
    unit: 'requests',
    range: [1, 10_000_000],
    empty: 'not limited',
    rules: ['R-13'],
  }),
} satisfies Params;

export const whatIfGroups = [
  { id: 'what-if-failures', label: 'What fails' },
  { id: 'what-if-limits', label: 'Counted on each VM' },
] as const;
