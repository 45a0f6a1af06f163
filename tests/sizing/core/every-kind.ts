import {
  autoCount,
  choice,
  count,
  flag,
  optionalCount,
  optionalQuantity,
  type Param,
  quantity,
  text,
} from '../../../src/sizing/core/param.ts';

const base = { key: 'k', scope: 'shared', group: 'g', label: 'Field' } as const;
const number = { ...base, unit: 'units' } as const;

/** One parameter of every kind. */
export const everyKind: readonly (readonly [string, Param])[] = [
  ['count', count({ ...number, range: [1, 500], default: 9 })],
  ['count from nought', count({ ...number, range: [0, 100_000], default: 0 })],
  ['quantity', quantity({ ...number, range: [0.0001, 1e6], step: 0.5, default: 4 })],
  ['auto count', autoCount({ ...number, range: [1, 64] })],
  ['optional count', optionalCount({ ...number, range: [1, 1000], empty: 'no check' })],
  ['optional quantity', optionalQuantity({ ...number, range: [0, 1], step: 0.1, empty: 'no check' })],
  [
    'choice',
    choice({
      ...base,
      display: 'segments',
      choices: [
        { value: 'thin', label: 'Thin' },
        { value: 'puma', label: 'Puma' },
      ],
      default: 'puma',
    }),
  ],
  ['flag', flag({ ...base, default: false })],
  [
    'text',
    text({ ...base, default: 'api', maxLength: 8, pattern: /^[a-z-]+$/, accepts: 'use small letters' }),
  ],
];
