import { describe, expect, it } from 'vitest';
import { parseSnippet } from '../../../../../src/sizing/calculators/heat/hot/parse-snippet.ts';
import type { Snippet } from '../../../../../src/sizing/calculators/heat/hot/snippet.ts';
import { snippetSource } from './snippet-source.ts';

interface Seen {
  readonly snippet: Snippet;
  readonly parameters: readonly string[];
  readonly removed: readonly string[];
}

function parsed(version: string, yaml: string): Seen {
  const source = snippetSource(version, yaml);
  const parameters: string[] = [];
  const removed: string[] = [];
  const snippet = parseSnippet(source.root, {
    functions: source.version.functions,
    decide: (condition) => condition.kind === 'scalar' && condition.value === 'is',
    hasResource: (name) => String(name) === 'a' || String(name) === '5',
    onParameter: (name) => {
      parameters.push(name);
    },
    onRemoved: (name) => {
      removed.push(name);
    },
  });
  return { snippet, parameters, removed };
}

// heat/engine/hot/functions.py and cfn/functions.py: what each raises an error for before it is worked out.
describe('parseSnippet', () => {
  it.each([
    ['2013-05-23', '{get_attr: [a, x]}'],
    ['2013-05-23', '{get_attr: [a, x, y]}'],
    ['2015-10-15', '{get_attr: [a]}'],
    ['aws', '{"Fn::GetAtt": [a, x]}'],
    ['2013-05-23', '{list_join: [",", [a]]}'],
    ['2015-10-15', '{list_join: [",", [a], [b]]}'],
    ['2013-05-23', '{str_replace: {template: t, params: {}}}'],
    ['2017-02-24', '{str_replace_strict: {params: {}, template: t, other: 1}}'],
    ['2015-04-30', '{repeat: {for_each: {}, template: t}}'],
    ['2013-05-23', '{"Fn::Select": [1, [a]]}'],
    ['aws', '{"Fn::Split": [",", a]}'],
    ['aws', '{"Fn::Replace": [{}, a]}'],
    ['2017-02-24', '{filter: [[], []]}'],
    ['2017-09-01', '{contains: [a, [a]]}'],
    ['2016-10-14', '{if: [is, 1, 2]}'],
    ['2021-04-16', '{if: [is, 1]}'],
    ['2021-04-16', '{if: [is, 1, 2]}'],
  ])('accepts in %s %s', (version, yaml) => {
    expect(() => parsed(version, yaml)).not.toThrow();
  });

  it.each([
    ['2013-05-23', '{get_attr: [a]}', '"get_attr" takes a list: [resource, attribute, path …].'],
    ['2013-05-23', '{get_attr: a}', '"get_attr" takes a list: [resource, attribute, path …].'],
    ['2015-10-15', '{get_attr: []}', '"get_attr" takes a list: [resource, attribute, path …].'],
    ['2015-10-15', '{get_attr: {get_param: p}}', '"get_attr" takes a list: [resource, attribute, path …].'],
    ['aws', '{"Fn::GetAtt": [a]}', '"Fn::GetAtt" takes a list of two.'],
    ['aws', '{"Fn::GetAtt": [a, b, c]}', '"Fn::GetAtt" takes a list of two.'],
    ['aws', '{"Fn::Split": [","]}', '"Fn::Split" takes a list of two.'],
    ['aws', '{"Fn::Replace": [{}]}', '"Fn::Replace" takes a list of two.'],
    ['2013-05-23', '{"Fn::Select": [1, [a], 2]}', '"Fn::Select" takes a list of two.'],
    ['2017-02-24', '{filter: [[]]}', '"filter" takes a list of two.'],
    ['2017-09-01', '{contains: [a, [a], b]}', '"contains" takes a list of two.'],
    ['2013-05-23', '{list_join: [","]}', '"list_join" takes a list: [separator, list].'],
    ['2013-05-23', '{list_join: text}', '"list_join" takes a list: [separator, list].'],
    ['2013-05-23', '{str_replace: {template: t}}', '"str_replace" takes a map with template and params.'],
    ['2013-05-23', '{str_replace: {params: {}}}', '"str_replace" takes a map with template and params.'],
    [
      '2013-05-23',
      '{str_replace: [template, params]}',
      '"str_replace" takes a map with template and params.',
    ],
    ['2015-04-30', '{repeat: {for_each: {}}}', '"repeat" takes a map with template and for_each.'],
    [
      '2015-04-30',
      '{repeat: {template: t, foreach: {}}}',
      '"repeat" takes a map with template and for_each.',
    ],
    ['2016-10-14', '{if: [is, 1]}', '"if" takes [condition, value, other value].'],
    ['2016-10-14', '{if: [is, 1, 2, 3]}', '"if" takes [condition, value, other value].'],
    ['2016-10-14', '{if: []}', '"if" takes [condition, value, other value].'],
    ['2016-10-14', '{if: text}', '"if" takes [condition, value, other value].'],
    ['2021-04-16', '{if: [is]}', '"if" takes [condition, value] or [condition, value, other value].'],
    ['2021-04-16', '{if: {is: 1}}', '"if" takes [condition, value] or [condition, value, other value].'],
    [
      '2021-04-16',
      '{if: [is, 1, 2, 3]}',
      '"if" takes [condition, value] or [condition, value, other value].',
    ],
  ])('refuses in %s %s', (version, yaml, message) => {
    expect(() => parsed(version, yaml)).toThrow(message);
  });

  it.each([
    ['2015-10-15', '{get_param: p}', ['p']],
    ['2015-10-15', '{get_param: [p, x]}', ['p']],
    ['2015-10-15', '{get_param: {get_param: q}}', ['q']],
    ['2015-10-15', '{get_param: 5}', []],
    ['2015-10-15', '{get_param: []}', []],
    ['2015-10-15', '{get_param: [[p]]}', []],
    ['2015-10-15', '{get_file: p}', []],
    ['2015-10-15', '{list_join: [p, [q]]}', []],
    ['aws', '{Ref: p}', ['p']],
    ['aws', '{Ref: a}', []],
    ['aws', '{Ref: 5}', []],
  ])('tells in %s of the parameters named in %s: %o', (version, yaml, parameters) => {
    expect(parsed(version, yaml).parameters).toEqual(parameters);
  });

  it.each([
    ['{Ref: a}', 'getResource'],
    ['{Ref: p}', 'paramRef'],
    ['{Ref: 5}', 'paramRef'],
    ['{Ref: [a]}', 'paramRef'],
    ['{Ref: {a: b}}', 'paramRef'],
  ])('takes %s for a %s', (yaml, operation) => {
    expect(parsed('aws', yaml).snippet).toMatchObject({ kind: 'call', operation });
  });

  it('tells of functions that a version no longer has, and of no other', () => {
    expect(parsed('2014-10-16', '[{Ref: a}, {get_param: p}]').removed).toEqual(['Ref']);
    expect(parsed('2013-05-23', '{Ref: a}').removed).toEqual([]);
  });

  it('leaves out what a short if does not take, and takes the branch else', () => {
    expect(parsed('2021-04-16', '{if: [isnt, 1]}').snippet.kind).toBe('omitted');
    expect(parsed('2021-04-16', '{if: [is, 1]}').snippet).toMatchObject({ kind: 'scalar', value: 1 });
    expect(parsed('2016-10-14', '{if: [isnt, 1, 2]}').snippet).toMatchObject({ kind: 'scalar', value: 2 });
  });
});
