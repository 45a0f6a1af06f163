import { describe, expect, it } from 'vitest';
import { parseSnippet } from '../../../../../src/sizing/calculators/heat/hot/parse-snippet.ts';
import { readParameters } from '../../../../../src/sizing/calculators/heat/hot/read-parameters.ts';
import { readYaml } from '../../../../../src/sizing/calculators/heat/hot/read-yaml.ts';
import type { ResolveContext } from '../../../../../src/sizing/calculators/heat/hot/resolve-snippet.ts';
import { resolveSnippet } from '../../../../../src/sizing/calculators/heat/hot/resolve-snippet.ts';
import type { Value } from '../../../../../src/sizing/calculators/heat/hot/value.ts';
import { isOpaque } from '../../../../../src/sizing/calculators/heat/hot/value.ts';
import { snippetSource } from './snippet-source.ts';

const parameters = readParameters(
  readYaml(
    'n: {type: number, default: 7}\nj: {type: json, default: {k: [p, q], t: text, "1": one}}\nl: {type: comma_delimited_list, default: "x,y"}',
  ).root ?? undefined,
  'hot',
  new Map(),
  new Map(),
);
const context: ResolveContext = {
  parameters,
  hasResource: (name) => name === 'a',
  fileText: (name) => (name === 'f.txt' ? 'what it says' : null),
  mappings: new Map([['M', new Map([['big', new Map([['name', 'volume']])]])]]),
  isEnabled: (condition) => condition === 'high',
};

function resolved(yaml: string, versionName = '2021-04-16', isCondition = false): Value {
  const { version, root } = snippetSource(versionName, yaml);
  const snippet = parseSnippet(root, {
    functions: isCondition ? version.conditionFunctions : version.functions,
    decide: (condition) => condition.kind === 'scalar' && condition.value === 'high',
    hasResource: context.hasResource,
    onParameter: () => undefined,
    onRemoved: () => undefined,
  });
  return resolveSnippet(snippet, context);
}

// What the HOT guide says of each function, before anything is created.
describe('resolveSnippet', () => {
  it.each<readonly [string, Value]>([
    ['{get_param: n}', 7],
    ['{get_param: [n]}', 7],
    ['{get_param: [j, k, 1]}', 'q'],
    ['{get_param: [j, k, "0"]}', 'p'],
    ['{get_param: [j, t, 0]}', 't'],
    ['{get_param: [j, 1]}', 'one'],
    ['{get_param: [l, 1]}', 'y'],
    // A path that leads nowhere is empty text.
    ['{get_param: [j, gone]}', ''],
    ['{get_param: [j, k, 9]}', ''],
    ['{get_param: [j, k, x]}', ''],
    ['{get_param: [n, 0]}', ''],
    ['{get_param: [j, gone, k]}', ''],
    ['{get_resource: a}', 'a'],
    ['{get_attr: [a, x]}', null],
    ['{get_file: f.txt}', 'what it says'],
    ['{get_file: [f.txt]}', null],
    ['[1, {if: [low, 2]}, {if: [high, 3]}]', [1, 3]],
    ['{a: {if: [low, 2]}, b: {if: [high, 3]}}', new Map([['b', 3]])],
    ['{if: [low, 2]}', null],
    [
      '{a: {get_resource: a, b: 1}}',
      new Map([
        [
          'a',
          new Map<string, Value>([
            ['get_resource', 'a'],
            ['b', 1],
          ]),
        ],
      ]),
    ],
  ])('knows of %s: %o', (yaml, value) => {
    expect(resolved(yaml)).toEqual(value);
  });

  it('does not know the text of a file that is not given', () => {
    expect(isOpaque(resolved('{get_file: gone.txt}'))).toBe(true);
    expect(resolved('{get_file: gone.txt}')).not.toEqual(resolved('{get_file: other.txt}'));
  });

  it.each<readonly [string, Value]>([
    ['{"Fn::FindInMap": [M, big, name]}', 'volume'],
    ['{"Fn::GetAtt": [a, Ip]}', null],
    ['{Ref: a}', 'a'],
    ['{Ref: n}', 7],
  ])('knows in the AWS format of %s: %o', (yaml, value) => {
    expect(resolved(yaml, 'aws')).toEqual(value);
  });

  it.each<readonly [string, Value]>([
    ['{not: high}', false],
    ['{not: low}', true],
    ['{not: [high]}', false],
    ['{not: [high, high]}', true],
    ['{and: [high, high]}', true],
    ['{and: [high, low]}', false],
    ['{and: [low, high]}', false],
    ['{or: [low, high]}', true],
    ['{or: [low, low]}', false],
    ['{equals: [{get_param: n}, 7]}', true],
  ])('decides %s: %s', (yaml, value) => {
    expect(resolved(yaml, '2016-10-14', true)).toBe(value);
  });

  it.each([
    [
      '{get_resource: gone}',
      '2021-04-16',
      'get_resource names "gone", and no enabled resource has that name.',
    ],
    ['{get_resource: [a]}', '2021-04-16', 'get_resource names what its argument yields, and no enabled'],
    ['{get_resource: {get_param: n}}', '2021-04-16', 'get_resource names what its argument yields,'],
    ['{get_attr: [gone, x]}', '2021-04-16', 'get_attr names "gone", and no enabled'],
    ['{get_param: [[n]]}', '2021-04-16', '"get_param" takes the name of a parameter.'],
    ['{get_param: 5}', '2021-04-16', '"get_param" takes the name of a parameter.'],
    ['{get_param: gone}', '2021-04-16', 'Parameter "gone" is not defined'],
    ['{Ref: [n]}', 'aws', 'Parameter "" is not defined'],
    ['{"Fn::GetAtt": [gone, Ip]}', 'aws', 'Fn::GetAtt names "gone", and no enabled'],
    ['{"Fn::FindInMap": [M, big]}', 'aws', '"Fn::FindInMap" takes [mapping, key, name] of an entry'],
    ['{"Fn::FindInMap": [M, big, name, more]}', 'aws', '"Fn::FindInMap" takes [mapping, key, name]'],
    ['{"Fn::FindInMap": [M, big, gone]}', 'aws', '"Fn::FindInMap" takes [mapping, key, name]'],
    ['{"Fn::FindInMap": [N, big, name]}', 'aws', '"Fn::FindInMap" takes [mapping, key, name]'],
    ['{"Fn::FindInMap": text}', 'aws', '"Fn::FindInMap" takes [mapping, key, name]'],
  ])('refuses %s', (yaml, version, message) => {
    expect(() => resolved(yaml, version)).toThrow(message);
  });
});
