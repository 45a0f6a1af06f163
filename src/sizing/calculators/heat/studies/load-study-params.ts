import { quantity } from '../../../core/param.ts';

/** What the Load study asks: how many stacks come, and what a create costs the engine. */
export const loadStudyParams = {
  stacksPerHour: quantity({
    key: 'q.stacks',
    scope: 'shared',
    group: 'load',
    view: 'load',
    label: 'Stacks created an hour',
    unit: 'stacks an hour',
    suffix: '/h',
    help: 'At the busiest hour, all projects together; each of the size entered.',
    default: 10,
    range: [0.01, 100_000],
    step: 1,
  }),
  cpuMsPerCreate: quantity({
    key: 'q.cpu',
    scope: 'shared',
    group: 'load',
    view: 'load',
    label: 'Engine CPU of one create',
    unit: 'milliseconds',
    suffix: 'ms',
    help: 'Measured with trivial resources: 30 to 40 ms; real ones add client set-up and a poll a second.',
    default: 40,
    range: [1, 1000],
    step: 5,
    rules: ['R-8'],
  }),
} as const;
