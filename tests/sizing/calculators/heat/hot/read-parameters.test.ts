import { describe, expect, it } from 'vitest';
import type { ParameterSet } from '../../../../../src/sizing/calculators/heat/hot/read-parameters.ts';
import { readParameters } from '../../../../../src/sizing/calculators/heat/hot/read-parameters.ts';
import { readYaml } from '../../../../../src/sizing/calculators/heat/hot/read-yaml.ts';
import type { Value } from '../../../../../src/sizing/calculators/heat/hot/value.ts';

type Values = Readonly<Record<string, Value>>;

function setOf(
  yaml: string,
  {
    given = {},
    defaults = {},
    format = 'hot',
  }: { given?: Values; defaults?: Values; format?: 'hot' | 'cfn' } = {},
): ParameterSet {
  const section = readYaml(yaml).root ?? undefined;
  return readParameters(section, format, new Map(Object.entries(given)), new Map(Object.entries(defaults)));
}

const typed = (type: string, value: Value): Value =>
  setOf(`p: {type: ${type}}`, { given: { p: value } }).value('p', 0);
const running = { opaque: 'yaql' };

// heat/engine/parameters.py: NumberParam, BooleanParam, StringParam, CommaDelimitedListParam, JsonParam.
describe('readParameters', () => {
  it.each<readonly [string, Value, Value]>([
    ['string', 'a', 'a'],
    ['string', '', ''],
    ['string', 7, '7'],
    ['string', true, 'True'],
    ['string', ['a'], ['a']],
    ['number', 7, 7],
    ['number', '7', 7],
    ['number', ' 7.5 ', 7.5],
    ['number', 0, 0],
    ['boolean', true, true],
    ['boolean', ' YES ', true],
    ['boolean', 'y', true],
    ['boolean', 'on', true],
    ['boolean', 't', true],
    ['boolean', 1, true],
    ['boolean', false, false],
    ['boolean', 'No', false],
    ['boolean', 'off', false],
    ['boolean', 'n', false],
    ['boolean', 'F', false],
    ['boolean', '0', false],
    ['comma_delimited_list', 'a,b', ['a', 'b']],
    ['comma_delimited_list', 'a', ['a']],
    ['comma_delimited_list', '', []],
    ['comma_delimited_list', 5, ['5']],
    ['comma_delimited_list', ['a', 1, true, null], ['a', '1', 'True', null]],
    ['comma_delimited_list', [['a']], [['a']]],
    ['json', '{"a": [1]}', new Map([['a', [1]]])],
    ['json', '', ''],
    ['json', ['a'], ['a']],
    ['json', new Map([['a', 1]]), new Map([['a', 1]])],
    ['boolean', running, running],
    ['number', running, running],
    ['json', running, running],
  ])('reads for a %s the value %o as %o', (type, value, read) => {
    expect(typed(type, value)).toEqual(read);
  });

  it.each<readonly [string, Value]>([
    ['number', ''],
    ['number', '  '],
    ['number', 'seven'],
    ['number', true],
    ['number', ['7']],
    ['boolean', 'maybe'],
    ['boolean', ''],
    ['boolean', ['yes']],
    ['comma_delimited_list', new Map()],
    ['json', '{a: 1}'],
    ['json', 7],
  ])('refuses for a %s the value %o', (type, value) => {
    expect(() => typed(type, value)).toThrow(`Parameter "p" does not fit its type, ${type}.`);
  });

  it('prefers a given value to the environment, that to the default, and nothing is no value', () => {
    const value = (options: Parameters<typeof setOf>[1]): Value =>
      setOf('p: {type: string, default: own}', options).value('p', 0);
    expect(value({})).toBe('own');
    expect(value({ defaults: { p: 'environment' } })).toBe('environment');
    expect(value({ given: { p: 'given' }, defaults: { p: 'environment' } })).toBe('given');
    expect(value({ given: { p: null } })).toBe('own');
    expect(setOf('p: {type: string, default: ""}').missing).toEqual([]);
  });

  it('knows what is defined and what Heat defines, and no other', () => {
    const parameters = setOf('p: {type: string}');
    const names = ['p', 'OS::stack_name', 'OS::stack_id', 'OS::project_id', 'AWS::Region', 'q'];
    expect(names.map((name) => parameters.has(name))).toEqual([true, true, true, true, true, false]);
    expect(parameters.value('OS::stack_name', 0)).toBe('placeholder-OS::stack_name');
    expect(() => parameters.value('q', 0)).toThrow('Parameter "q" is not defined under parameters.');
  });

  it.each<readonly [string, string, unknown]>([
    ['text by its name', 'type: string', 'placeholder-p'],
    ['one for a number', 'type: number', 1],
    ['the least number where that is more', 'type: number, constraints: [{range: {min: 3}}]', 3],
    ['one where less is accepted', 'type: number, constraints: [{range: {min: -3}}]', 1],
    ['the most where that is less', 'type: number, constraints: [{range: {max: -2}}]', -2],
    ['zero where that is the most', 'type: number, constraints: [{range: {min: -5, max: 0}}]', 0],
    ['one where bounds are no numbers', 'type: number, constraints: [{range: {min: "3", max: "0"}}]', 1],
    [
      'a range beside another constraint',
      'type: number, constraints: [{range: {min: 2}}, {description: d}]',
      2,
    ],
    ['true', 'type: boolean', true],
    ['an empty map', 'type: json', {}],
    ['two of a list', 'type: comma_delimited_list', 'placeholder-p-a,placeholder-p-b'],
    [
      'the first allowed value',
      'type: string, constraints: [{length: {max: 3}}, {allowed_values: [x, y]}]',
      'x',
    ],
    ['an allowed zero', 'type: number, constraints: [{allowed_values: [0, 1]}]', 0],
    [
      'its own where the first allowed is nothing',
      'type: number, constraints: [{allowed_values: [~, 5]}]',
      1,
    ],
    [
      'its own where what is allowed is no list',
      'type: string, constraints: [{allowed_values: x}]',
      'placeholder-p',
    ],
    [
      'its own where constraints are no list',
      'type: string, constraints: {allowed_values: [x]}',
      'placeholder-p',
    ],
  ])('stands in %s where no value is known', (_, definition, placeholder) => {
    expect(setOf(`p: {${definition}}`).missing[0]?.placeholder).toEqual(placeholder);
  });

  it('reckons on with the placeholder', () => {
    const value = (type: string): Value => setOf(`p: {type: ${type}}`).value('p', 0);
    expect(value('comma_delimited_list')).toEqual(['placeholder-p-a', 'placeholder-p-b']);
    expect(value('json')).toEqual(new Map());
    expect(value('boolean')).toBe(true);
    expect(value('number')).toBe(1);
  });

  it('asks with label, description and allowed values, and says where each stands', () => {
    const [a, b, c] = [
      'a: {type: string, default: x}\n',
      'b: {type: boolean, label: L, description: D, constraints: [{allowed_values: [true, 2, [z]]}]}\n',
      'c: {type: json}',
    ] as const;
    const { missing, missingOffsets } = setOf(a + b + c);
    expect(missing).toEqual([
      {
        name: 'b',
        type: 'boolean',
        label: 'L',
        description: 'D',
        allowedValues: ['True', '2', ''],
        placeholder: true,
      },
      { name: 'c', type: 'json', label: 'c', description: '', allowedValues: [], placeholder: {} },
    ]);
    expect(missingOffsets).toEqual([a.length, a.length + b.length]);
  });

  it('reads the keys of the AWS format in that format only', () => {
    const cfn = setOf('p: {Type: Number, Description: D, MinValue: 4, MaxValue: 9}', { format: 'cfn' });
    expect(cfn.missing[0]).toMatchObject({ type: 'number', description: 'D', placeholder: 4 });
    expect(setOf('p: {Type: Number, MaxValue: 0}', { format: 'cfn' }).missing[0]?.placeholder).toBe(0);
    expect(setOf('p: {Type: String, Default: x}', { format: 'cfn' }).value('p', 0)).toBe('x');
    expect(setOf('p: {Type: String, AllowedValues: [b, c]}', { format: 'cfn' }).missing[0]).toMatchObject({
      allowedValues: ['b', 'c'],
      placeholder: 'b',
    });
    expect(
      setOf('p: {type: number, MinValue: 4, MaxValue: 0, AllowedValues: [3], Default: 8}').missing[0],
    ).toMatchObject({
      allowedValues: [],
      placeholder: 1,
    });
    expect(() => setOf('p: {type: string}', { format: 'cfn' })).toThrow('Parameter "p" needs a type');
    expect(() => setOf('p: {Type: string}')).toThrow('Parameter "p" needs a type');
  });

  it.each([
    'string',
    'number',
    'json',
    'boolean',
    'comma_delimited_list',
    'String',
    'Number',
    'Json',
    'Boolean',
    'CommaDelimitedList',
  ])('accepts the type %s', (type) => {
    expect(setOf(`p: {type: ${type}}`).missing).toHaveLength(1);
  });

  it('refuses parameters that are no map, a definition that is none, and takes an empty section for none', () => {
    expect(() => setOf('[a]')).toThrow('parameters must be a map of names to definitions.');
    expect(() => setOf('text')).toThrow('parameters must be a map');
    expect(() => setOf('p: text')).toThrow('Parameter "p" must be a map with a type.');
    expect(() => setOf('p: {type: text}')).toThrow('Parameter "p" needs a type: string, number,');
    expect(setOf('').missing).toEqual([]);
    expect(setOf('[]').missing).toEqual([]);
    expect(setOf('0').missing).toEqual([]);
  });
});
