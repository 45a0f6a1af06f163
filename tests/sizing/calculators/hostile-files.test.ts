import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cloudController } from '../../../src/sizing/calculators/cloud-controller/index.ts';
import { heat } from '../../../src/sizing/calculators/heat/index.ts';
import type { Calculator } from '../../../src/sizing/core/calculator.ts';
import type { ImportResult } from '../../../src/sizing/core/import.ts';
import { checkValue } from '../../../src/sizing/core/schema.ts';
import { firstPlan, importerOf } from './import-text.ts';

const importers = new Map(
  await Promise.all([cloudController, heat].map(async (c) => [c.id, await importerOf(c)] as const)),
);

function read(calculator: Calculator, text: string): ImportResult {
  const importer = importers.get(calculator.id);
  if (!importer) throw new Error('no importer');
  return importer.read(text, { plan: firstPlan(calculator), selected: 'C' });
}

/** What every result must be, whatever the text was. */
function expectSound(calculator: Calculator, text: string, result: ImportResult): void {
  const lines = text.split('\n').length;
  for (const place of [...result.problems, ...result.found, ...result.needs, ...result.unused]) {
    expect(Number.isInteger(place.line) && place.line >= 1 && place.line <= lines).toBe(true);
    expect(Number.isInteger(place.column) && place.column >= 1).toBe(true);
  }
  for (const { line, message } of result.problems) {
    expect(message).toMatch(new RegExp(`^Line ${line}(?:, column \\d+)?: .*\\.$`, 's'));
    expect(message).not.toMatch(/undefined|NaN|\[object/);
    expect(message.length).toBeLessThan(400);
  }
  for (const [name, value] of Object.entries(result.inputs)) {
    const param = calculator.params.find((p) => p.name === name);
    if (!param) throw new Error(`${name} is no field`);
    expect(checkValue(param, value)).toEqual({ ok: true, value });
  }
  if (result.problems.some((problem) => problem.severity === 'error')) expect(result.inputs).toEqual({});
  expect(result.unused.length).toBeLessThanOrEqual(200);
}

const api = (lines: string) =>
  `instance_groups:\n- name: api\n  jobs:\n  - name: cloud_controller_ng\n    properties:\n      cc:\n        puma:\n${lines}`;

const bomb = [
  'a: &a [x,x,x,x,x,x,x,x,x]',
  ...'bcdefghi'.split('').map((c, i) => `${c}: &${c} [${`*${'abcdefgh'[i]},`.repeat(9)}]`),
].join('\n');

const mergeBomb = [
  `- &m0 {${Array.from({ length: 400 }, (_, i) => `k${i}: 1`).join(', ')}}`,
  ...Array.from({ length: 600 }, (_, i) => `- { n${i}: 1, <<: *m0 }`),
].join('\n');

/** A text, and what must be said of it; the place is part of the sentence. */
const corpus: readonly (readonly [what: string, calculator: Calculator, text: string, said: string])[] = [
  ['a bomb of aliases', heat, bomb, 'Line 6, column 7: aliases repeat this part too often to be read.'],
  ['a bomb of merges', heat, mergeBomb, 'merges repeat this part too often to be read.'],
  [
    'an alias within its own anchor',
    heat,
    'heat_engine_workers: &a [*a]',
    'Line 1, column 26: the alias *a stands inside its own anchor &a.',
  ],
  [
    'an alias without an anchor',
    heat,
    'heat_engine_workers: *workers',
    'Line 1, column 22: the alias *workers has no anchor &workers before it.',
  ],
  [
    'brackets without end',
    heat,
    '['.repeat(5000),
    'Line 1, column 101: this is nested deeper than 100 levels.',
  ],
  ['lists within lists', cloudController, '- '.repeat(5000), 'this is nested deeper than 100 levels.'],
  ['keys within keys', heat, '? '.repeat(5000), 'this is nested deeper than 100 levels.'],
  [
    'maps within maps',
    cloudController,
    Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    'this is nested deeper than 100 levels.',
  ],
  [
    'more than 2 MB',
    heat,
    `a: ${'x'.repeat(2_200_000)}`,
    'Line 1, column 1: the file has 2.1 MB; up to 2 MB are read.',
  ],
  [
    'a huge value where a number belongs',
    heat,
    `heat_engine_workers: ${'9'.repeat(1_000_000)}`,
    `Line 1, column 22: heat_engine_workers needs a whole number; found “${'9'.repeat(40)}…”.`,
  ],
  ['half a million words', heat, '- a\n'.repeat(500_000), 'the file has too many parts to be read'],
  ['a million closing brackets', heat, '} ] '.repeat(500_000), 'Line 1, column 1: this is not YAML.'],
  ['too many documents', heat, 'a: 1\n---\n'.repeat(500), 'there are too many documents in the file.'],
  [
    'a tab as indentation',
    cloudController,
    'update:\n  canaries: 1\n\tmax_in_flight: 1\n',
    'Line 3, column 1: tabs cannot indent YAML; use spaces.',
  ],
  [
    'a tab behind spaces',
    heat,
    'a:\n  \tb: 1\n  c: 2\n',
    'Line 2, column 3: tabs cannot indent YAML; use spaces.',
  ],
  [
    'a word for a number',
    cloudController,
    api('          max_threads: thirteen\n'),
    'Line 8, column 24: max_threads needs a whole number; found “thirteen”.',
  ],
  [
    'a list for a number',
    cloudController,
    api('          max_threads: [13]\n'),
    'Line 8, column 24: max_threads needs a whole number; found a list.',
  ],
  [
    'a map for a number',
    heat,
    'heat_engine_workers: { a: 1 }',
    'Line 1, column 22: heat_engine_workers needs a whole number; found a map.',
  ],
  [
    'an octal number',
    heat,
    'heat_engine_workers: 010',
    'heat_engine_workers needs a whole number; found “010”.',
  ],
  ['a hexadecimal number', heat, 'heat_engine_workers: 0x10', 'needs a whole number; found “0x10”.'],
  ['a number with a fraction', heat, 'heat_engine_workers: 8.5', 'needs a whole number; found “8.5”.'],
  ['a sexagesimal number', heat, 'heat_rpc_response_timeout: 2:00', 'needs a whole number; found “2:00”.'],
  ['a number in exponents', heat, 'heat_engine_workers: 1e1', 'needs a whole number; found “1e1”.'],
  [
    'a negative number',
    heat,
    'heat_engine_workers: -8',
    'Line 1, column 22: heat_engine_workers is -8. Engine workers per controller:',
  ],
  [
    'nothing for a number',
    heat,
    'heat_engine_workers:\nheat_api_workers: 4',
    'Line 1: heat_engine_workers has no value; it is not used.',
  ],
  [
    'a number in quotes',
    heat,
    'heat_engine_workers: "8"',
    'Line 1: heat_engine_workers is in quotes; it is read as the number 8.',
  ],
  [
    'a word for a switch',
    heat,
    'heat_convergence_engine: perhaps',
    'heat_convergence_engine needs true or false; found “perhaps”.',
  ],
  [
    'a repeated key',
    heat,
    'heat_engine_workers: 4\r\nheat_engine_workers: 8\r\n',
    'Line 2: heat_engine_workers appears twice; the last one, 8, is used.',
  ],
  [
    'a repeated block',
    cloudController,
    `${api('          workers: 4\n')}        puma:\n          workers: 5\n`,
    'Line 9: puma appears twice; the last one is used.',
  ],
  [
    'keys that mean something to JavaScript',
    heat,
    '__proto__: { a: 1 }\nconstructor: 1\ntoString: x',
    'these are no settings of Heat. The keys of the file: __proto__, constructor, toString.',
  ],
  ['a key that is a list', heat, '? [a, b]\n: 1\n', 'Line 1, column 3: a key must be a single value'],
  [
    'an expression without quotes',
    heat,
    'heat_engine_workers: {{ workers }}\n',
    'Line 1, column 23: a key must be a single value; text with {{ or [ needs quotes.',
  ],
  [
    'a merge of a number',
    heat,
    '<<: 3\nheat_engine_workers: 4',
    'Line 1, column 5: the merge key << takes a map or a list of maps.',
  ],
  [
    'a quote without end',
    heat,
    'heat_engine_workers: "8\nheat_api_workers: 4\n',
    'a colon, a comma, a quote or a closing bracket is missing here.',
  ],
  ['two colons on a line', heat, 'heat_engine_workers: a: b\n', 'Line 1, column 22: two colons on one line'],
  [
    'wrong indentation',
    heat,
    'a:\n    b: 1\n  c: 2\n',
    'Line 3, column 1: this line is indented differently',
  ],
  [
    'a character that starts nothing',
    heat,
    'heat_engine_workers: @eight\n',
    'Line 1, column 22: a value cannot start with this character; put it in quotes.',
  ],
  [
    'a null character',
    heat,
    'heat_engine_workers: 8\u0000\n',
    'Line 1, column 23: the control character U+0000 cannot stand in such a file.',
  ],
  [
    'escape sequences of a terminal',
    cloudController,
    'name: \u001b[31mcf\u001b[0m\n',
    'Line 1, column 7: the control character U+001B',
  ],
  [
    'line ends of old',
    heat,
    'heat_engine_workers: 8\rheat_api_workers: 4\r',
    'Line 1, column 23: a carriage return stands here without a line feed',
  ],
  [
    'a character that was no UTF-8',
    heat,
    'region: Z\ufffdrich\nheat_engine_workers: 8\n',
    'Line 1, column 10: a character could not be read; save the file as UTF-8',
  ],
  [
    'half a character',
    heat,
    'region: \ud83d\nheat_engine_workers: 8\n',
    'Line 1, column 9: a character could not be read',
  ],
  [
    'a line separator of Unicode',
    heat,
    '# a\u2028heat_engine_workers: 9\nheat_engine_workers: 8\n',
    'Line 1, column 4: the line break U+2028 is read differently by different tools',
  ],
  [
    'an operation without a path',
    cloudController,
    '- type: replace\n  value: 1\n',
    'Line 1, column 3: an operation needs a path that starts with /.',
  ],
  [
    'an operation of no known type',
    cloudController,
    '- type: rename\n  path: /a\n',
    'Line 1, column 9: an operation needs a type: replace, remove or test.',
  ],
  [
    'an operation without a value',
    cloudController,
    '- type: replace\n  path: /a\n',
    'Line 2, column 9: this operation replaces, but has no value.',
  ],
  [
    'two manifests',
    cloudController,
    'instance_groups: []\n---\ninstance_groups: []\n',
    'Line 3, column 1: a second manifest starts here',
  ],
  [
    'a number alone',
    cloudController,
    '42',
    'Line 1, column 1: this is neither a BOSH manifest nor an ops file.',
  ],
  [
    'HTML',
    cloudController,
    '<html><body>Sign in</body></html>',
    'Line 1, column 1: this is neither a BOSH manifest nor an ops file.',
  ],
  [
    'an option before any section',
    heat,
    'num_engine_workers = 8\n',
    'Line 1, column 1: an option stands here before the first section.',
  ],
  [
    'a comment behind a value of heat.conf',
    heat,
    '[DEFAULT]\nnum_engine_workers = 8 # cores\n',
    'Line 2, column 22: [DEFAULT] num_engine_workers needs a whole number; found “8 # cores”.',
  ],
  [
    'an indented line that goes on with nothing',
    heat,
    '[DEFAULT]\n\n  num_engine_workers = 8\n',
    'Line 3, column 1: an indented line goes on with nothing',
  ],
  [
    'neither section nor option',
    heat,
    '[DEFAULT]\nnum_engine_workers\n',
    'Line 2, column 1: neither a section in brackets nor an option with its value.',
  ],
  [
    'a repeated option of heat.conf',
    heat,
    '[DEFAULT]\nnum_engine_workers = 4\n[DEFAULT]\nnum_engine_workers = 8\n',
    'Line 4: num_engine_workers appears twice; the last one, 8, is used.',
  ],
];

describe('hostile files', () => {
  it.each(corpus)('say where %s is wrong', (_what, calculator, text, said) => {
    const result = read(calculator, text);
    expectSound(calculator, text, result);
    expect(
      result.problems.map((problem) => problem.message).find((m) => m.includes(said)) ?? result.problems,
    ).toEqual(expect.stringContaining(said));
  });

  it.each([
    ['a byte order mark', '\ufeffheat_engine_workers: 8\n', 1, 22],
    ['line ends of Windows', '# settings\r\nheat_engine_workers: 8\r\n', 2, 22],
    ['an anchor and a merge', 'base: &b { heat_engine_workers: 8 }\n<<: *b\n', 1, 33],
    ['an alias', 'n: &n 8\nheat_engine_workers: *n\n', 1, 7],
    ['a document mark and a directive', '%YAML 1.1\n---\nheat_engine_workers: 8\n...\n', 3, 22],
    ['a value on the next line', 'heat_engine_workers:\n  8\n', 2, 3],
    ['an encrypted value elsewhere', 'p: !vault |\n  $ANSIBLE\nheat_engine_workers: 8\n', 3, 22],
  ])('do not stop the reading of a file with %s', (_what, text, line, column) => {
    const result = read(heat, text);
    expect(result.problems).toEqual([]);
    expect(result.found.map((f) => [f.field, f.value, f.line, f.column])).toEqual([
      ['engineWorkers', 8, line, column],
    ]);
  });

  it('lets a map’s own key go before a merged one, and an earlier merge before a later', () => {
    const text = 'a: &a { heat_engine_workers: 1, heat_api_workers: 2 }\nb: &b { heat_api_workers: 3 }\n';
    expect(read(heat, `${text}heat_engine_workers: 8\n<<: [*a, *b]\n`).inputs).toEqual({
      engineWorkers: 8,
      apiWorkers: 2,
    });
  });

  it('does not change any object’s prototype', () => {
    read(
      heat,
      '__proto__: { polluted: true }\nheat_engine_workers: 8\n<<: { __proto__: { polluted: true } }\n',
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  const pieces = fc.constantFrom(
    ...[
      'heat_engine_workers',
      'instance_groups',
      'name',
      'api',
      'jobs',
      'cloud_controller_ng',
      'path',
      'type',
    ],
    ...[
      ': ',
      ':',
      '- ',
      '\n',
      '\n  ',
      '\n    ',
      '\t',
      '[',
      ']',
      '{',
      '}',
      ', ',
      '&a ',
      '*a',
      '<<: ',
      '? ',
      '| ',
      '> ',
    ],
    ...[
      '"',
      "'",
      '#',
      '!x ',
      '%',
      '@',
      '---\n',
      '...\n',
      '8',
      '((v))',
      '{{ v }}',
      '= ',
      '[DEFAULT]\n',
      '\r\n',
      '\ufeff',
    ],
    ...[
      '/instance_groups/name=api/instances',
      'replace',
      'value',
      'null',
      '~',
      'true',
      '\u0000',
      '\ufffd',
      '\u2028',
    ],
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 60 }).map((some) => some.join('')),
  );

  it.each([cloudController, heat].map((c) => [c.id, c] as const))(
    'never make the reader of %s throw or set what no field takes',
    (_id, calculator) => {
      fc.assert(
        fc.property(texts, (text) => expectSound(calculator, text, read(calculator, text))),
        { numRuns: 1500 },
      );
    },
  );

  /** Files full of secrets, sound and broken ones. */
  const secretive: readonly (readonly [Calculator, string])[] = [
    [
      cloudController,
      `${api('          workers: 4\n')}        db: hunter2\n        keys: [hunter2, { a: hunter2 }]\nhunter: hunter2\n`,
    ],
    [cloudController, 'instance_groups: []\npassword: hunter2: x\n'],
    [cloudController, 'password: "hunter2\n'],
    [cloudController, 'password: hunter2\n\tb: hunter2\n'],
    [cloudController, '- type: replace\n  path: /credentials\n  value: hunter2\n'],
    [cloudController, 'hunter2\n'],
    [cloudController, '"hunter2'],
    [heat, 'heat_engine_workers: 4\npassword: hunter2\npassword: hunter2\nb: {c: hunter2}\n'],
    [heat, 'heat_engine_workers: 4\npassword: hunter2 {{ x }}\n  hunter2\n'],
    [heat, 'password: @hunter2\nsecret: *hunter\n'],
    [heat, '[database]\nconnection = mysql://hunter2@db\nconnection = hunter2\n hunter2\n'],
    [heat, '[DEFAULT]\nhunter2\n\n hunter2\n'],
  ];

  it.each(secretive.map(([calculator, text]) => [text, calculator] as const))(
    'give no secret away: %j',
    (text, calculator) => {
      expect(JSON.stringify(read(calculator, text))).not.toContain('hunter2');
    },
  );
});
