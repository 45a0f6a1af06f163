import type { NamedParam } from '../../../src/sizing/core/calculator.ts';

/** Names that objects have of themselves, names of the format, and names that nearly are. */
export const attackKeys: readonly string[] = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__'],
  ...[
    'A.__proto__',
    'B.constructor',
    'C.toString',
    'A.name',
    'B.name',
    'F.name',
    'G.name',
    'A.',
    '.',
    '',
    'A',
  ],
  ...[
    'v',
    'view',
    'sel',
    'base',
    'title',
    'end',
    'End',
    'name',
    'A.A.n',
    'a.n',
    'A.title',
    'A.end',
    '0',
    '-1',
  ],
  ...['\ud800', 'x\udc00y', '\u0000', '\u2028', '\ufeff', '😀', 'é', 'A.\ud83d', 'k'.repeat(300)],
];

/** Texts that readers stumble over, as they stand in a link. */
export const attackTexts: readonly string[] = [
  ...[
    '',
    'auto',
    'none',
    'on',
    'off',
    'null',
    'undefined',
    'true',
    'NaN',
    'Infinity',
    '-Infinity',
    '__proto__',
  ],
  ...[
    '-0',
    '0',
    '00012',
    '5',
    '13',
    '-1',
    '0.5',
    '13.50',
    '1e3',
    '1E3',
    '+5',
    '%2B5',
    ' 5',
    '5 ',
    '+',
    '0x10',
    '1_000',
  ],
  ...[
    '1,000',
    '1%2C000',
    '1e999',
    '-1e999',
    '1e-400',
    '5e-324',
    '1.7976931348623157e308',
    '9007199254740993',
  ],
  ...[
    '1e21',
    '9'.repeat(400),
    `0.${'1'.repeat(400)}`,
    `1${'0'.repeat(21)}`,
    '0.1000000000000000055511151231',
  ],
  ...[
    '%',
    '%2',
    '%ZZ',
    '%00',
    '%0A',
    '%E2%80%A8',
    '%ED%A0%80',
    '%ED%BF%BF',
    '%C0%AF',
    '%F4%90%80%80',
    '%EF%BF%BF',
  ],
  ...[
    '\ud800',
    '\udc00\ud800',
    '\u202e',
    '\ufeff',
    '\u0000',
    '١٢',
    '😀'.repeat(32),
    '😀'.repeat(33),
    'x'.repeat(81),
  ],
  ...[
    '=',
    '==',
    'a=b',
    '#',
    '?',
    '<b>',
    '&lt;',
    '"',
    "'; --",
    '{{7*7}}',
    'a\nb',
    'Z',
    'size',
    'details',
    'A',
    'F',
    'G',
  ],
];

/** The edges of what a parameter accepts and the first values beyond. */
export function edgeTexts(param: NamedParam): readonly string[] {
  switch (param.kind) {
    case 'number':
    case 'auto-number':
    case 'optional-number': {
      const [min, max] = param.range;
      return [min, max, min - 1, max + 1, min + 0.5, param.step].map(String);
    }
    case 'choice':
      return param.choices.map((c) => c.value);
    case 'flag':
      return ['on', 'off'];
    case 'text':
      return [param.default, 'x'.repeat(param.maxLength), 'x'.repeat(param.maxLength + 1)];
  }
}
