import { describe, expect, it } from 'vitest';
import { isOwn } from '../../../../../../src/sizing/calculators/heat/studies/template/duration-table.ts';
import { readDurations } from '../../../../../../src/sizing/calculators/heat/studies/template/read-durations.ts';
import {
  readEnvironment,
  unknownParameters,
} from '../../../../../../src/sizing/calculators/heat/studies/template/read-environment.ts';
import { readFiles } from '../../../../../../src/sizing/calculators/heat/studies/template/read-files.ts';
import { server } from '../template-texts.ts';

describe('readDurations', () => {
  it.each([
    [`${server}: 12`, 12],
    [`${server}: 12.5`, 12.5],
    [`${server}: 12s`, 12],
    [`${server}: 12 s`, 12],
    [`  ${server} :  12  `, 12],
    [`${server}: 12 # measured in May`, 12],
    [`${server}: 0`, 0],
    [`${server}: 86400`, 86_400],
    // The last line of a type counts.
    [`${server}: 12\r\n${server}: 13`, 13],
  ])('takes %j as %f s', (text, seconds) => {
    const read = readDurations(text);
    expect(read.secondsOf(server)).toBe(seconds);
    expect(read.own).toEqual(new Set([server]));
    expect(read.refused).toEqual([]);
  });

  it.each([
    `${server} 12`,
    `${server}:12`,
    `${server}: -1`,
    `${server}: 1e3`,
    `${server}: 86401`,
    `${server}: 1234567`,
    `${server}: 1.1234567`,
    `${server}: 12 min`,
    `${server}: 12 ss`,
    `a b: 12`,
    ': 12',
    `${server}:`,
    `x${server}: 12 13`,
  ])('refuses %j, and keeps the assumed time', (line) => {
    const read = readDurations(`\n${line}\n`);
    expect(read.refused).toEqual([{ line: 2, text: line.trim() }]);
    expect(read.secondsOf(server)).toBe(30);
    expect(read.own.size).toBe(0);
  });

  it('passes over comments and empty lines, but not a # inside a word', () => {
    expect(readDurations(`# all of it\n\n   \n\t# more\n${server}: 5`).refused).toEqual([]);
    expect(readDurations('My::T#1: 7').secondsOf('My::T#1')).toBe(7);
  });

  it('cuts what it repeats of a refused line at 80 characters', () => {
    expect(readDurations('x'.repeat(200)).refused[0]?.text).toBe('x'.repeat(80));
  });

  it('has “other” for every type that no table has', () => {
    const none = readDurations('');
    expect([none.secondsOf('Mine'), none.otherSeconds, none.isOtherOwn]).toEqual([5, 5, false]);
    const own = readDurations('other: 7');
    expect([own.secondsOf('Mine'), own.otherSeconds, own.isOtherOwn]).toEqual([7, 7, true]);
    expect(own.secondsOf(server)).toBe(30);
  });
});

describe('isOwn', () => {
  it('is what was entered by name, or by “other” where no table has the type', () => {
    const own = readDurations(`other: 7\n${server}: 5`);
    expect([isOwn(own, server), isOwn(own, 'Mine'), isOwn(own, 'OS::Neutron::Net')]).toEqual([
      true,
      true,
      false,
    ]);
    const named = readDurations('OS::Neutron::Net: 3');
    expect([isOwn(named, server), isOwn(named, 'Mine'), isOwn(named, 'OS::Neutron::Net')]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('readFiles', () => {
  it.each([
    ['# file: a.yaml\nx', { 'a.yaml': 'x' }],
    ['#file:a.yaml\r\nx\r\ny', { 'a.yaml': 'x\ny' }],
    ['#  file:  a b.yaml  \nx', { 'a b.yaml': 'x' }],
    ['# file:\nx', {}],
    ['# file:  \nx', {}],
    ['x # file: a.yaml\ny', {}],
    [' # file: a.yaml\ny', {}],
    // The last of a name counts.
    ['# file: a\nx\n# file: a\ny', { a: 'y' }],
    ['# file: a\n# file: b\ny', { a: '', b: 'y' }],
    ['#\tfile:\ta\nx', { a: 'x' }],
  ])('reads %j', (text, texts) => {
    expect(readFiles(text).texts).toEqual(texts);
  });

  it('knows on which line of the whole each begins', () => {
    expect(readFiles('# file: a\nx\n\n# file: b\n').firstLines).toEqual(
      new Map([
        ['a', 2],
        ['b', 5],
      ]),
    );
  });
});

describe('readEnvironment', () => {
  const read = (text: string) => {
    const { defaults, places, problems, values } = readEnvironment(text);
    return {
      values,
      defaults,
      places: [...places],
      problems: problems.map(({ line, message }) => [line, message]),
    };
  };

  it.each(['', '\n\n', '# nothing\n'])('has nothing in %j', (text) => {
    expect(read(text)).toEqual({ values: {}, defaults: {}, places: [], problems: [] });
    const { registry } = readEnvironment(text);
    expect(registry).toEqual(readEnvironment('').registry);
  });

  it('reads lines of name: value with their places, whatever the kind of value', () => {
    expect(read('n: 3\ns: text\nl: [1, { a: b }]\nm: { k: null }\n')).toEqual({
      values: { n: 3, s: 'text', l: [1, { a: 'b' }], m: { k: null } },
      defaults: {},
      places: [
        ['n', { line: 1, column: 1 }],
        ['s', { line: 2, column: 1 }],
        ['l', { line: 3, column: 1 }],
        ['m', { line: 4, column: 1 }],
      ],
      problems: [],
    });
  });

  it.each([
    ['parameters: { n: 3 }', { n: 3 }, {}],
    ['parameter_defaults: { n: 3 }', {}, { n: 3 }],
    ['parameters: { n: 3 }\nparameter_defaults: { m: 4 }', { n: 3 }, { m: 4 }],
    [
      'parameters: { n: 3 }\nencrypted_param_names: []\nevent_sinks: []\nparameter_merge_strategies: {}\n',
      { n: 3 },
      {},
    ],
    ['resource_registry: {}\n', {}, {}],
    // A section of another kind has no values.
    ['parameters: [n]\n', {}, {}],
  ])('takes %j as an environment', (text, values, defaults) => {
    expect(read(text)).toMatchObject({ values, defaults, problems: [] });
  });

  it('refuses sections that Heat does not know, and empty ones', () => {
    expect(read('parameters: { n: 3 }\nextra: 5\nresource_registry:\n').problems).toEqual([
      [2, '"extra" is no section of an environment: Heat refuses the environment.'],
      [3, '"resource_registry" has no value: Heat refuses the environment.'],
    ]);
    expect(read('parameters: {}\nextra:\n').problems).toEqual([
      [2, '"extra" is no section of an environment: Heat refuses the environment.'],
    ]);
  });

  it('refuses a text that is no map, and one that is no YAML, with their places', () => {
    expect(read('- a\n- b\n')).toEqual({
      values: {},
      defaults: {},
      places: [],
      problems: [[1, 'Parameters are lines of name: value.']],
    });
    const broken = read('a: [1\n');
    expect(broken).toMatchObject({ values: {}, defaults: {}, places: [] });
    expect(broken.problems.length).toBeGreaterThan(0);
  });

  it('names a key that comes twice, and takes the last one', () => {
    const twice = read('n: 1\nn: 2\n');
    expect(twice.values).toEqual({ n: 2 });
    expect(twice.problems.map(([line]) => line)).toEqual([2]);
    expect(readEnvironment('n: 1\nn: 2\n').problems[0]?.code).toBe('duplicate-key');
  });

  it('says of a hook that no time counts it', () => {
    const problems = read('resource_registry:\n  resources:\n    a: { hooks: pre-create }\n').problems;
    expect(problems.map(([, message]) => message)).toEqual([
      'A hook holds the stack until somebody lets it go on; no time here counts that.',
    ]);
  });

  it('points to a value for a parameter that is not there, by default at the start', () => {
    const environment = readEnvironment('a: 1\nb: 2\n');
    expect(unknownParameters(['b', 'c'], environment)).toEqual([
      {
        code: 'parameter',
        message: 'The template has no parameter "b": Heat refuses a value for it.',
        line: 2,
        column: 1,
        file: 'parameters',
      },
      {
        code: 'parameter',
        message: 'The template has no parameter "c": Heat refuses a value for it.',
        line: 1,
        column: 1,
        file: 'parameters',
      },
    ]);
  });
});
