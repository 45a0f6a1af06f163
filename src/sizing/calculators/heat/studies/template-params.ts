import { count, optionalCount } from '../../../core/param.ts';

/** What the Template study asks for beside the texts. */
export const templateParams = {
  templateWorkers: optionalCount({
    key: 'tpl.w',
    scope: 'shared',
    group: 'template',
    view: 'template',
    label: 'Engine workers in all, to replay with',
    unit: 'workers',
    empty: 'as many as the option has',
    range: [1, 8192],
    rules: ['HT-1'],
    slider: {
      min: 1,
      max: 512,
      scale: 'log',
      marks: [1, 8, 64, 512].map((at) => ({ at, label: String(at) })),
    },
  }),
  stackTimeoutSeconds: count({
    key: 'tpl.timeout',
    scope: 'shared',
    group: 'template',
    view: 'template',
    label: 'Stack action timeout',
    unit: 'seconds',
    suffix: 's',
    help: 'stack_action_timeout, 3,600 s upstream. The guide does not name it.',
    default: 3600,
    range: [1, 86_400],
    rules: ['R-16'],
  }),
} as const;
