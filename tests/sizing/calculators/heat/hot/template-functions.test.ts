import { describe, expect, it } from 'vitest';
import { graphIn, problemsIn, template } from './hot-edges.ts';

/** A template whose resource zz refers to the resource that the expression comes to. */
function referring(version: string, expression: string, names: readonly string[]): string {
  const resources = Object.fromEntries(names.map((name) => [`"${name}"`, '{type: X}']));
  const head =
    'parameters: {l: {type: comma_delimited_list, default: "x,y"}, j: {type: json, default: {k: [p, q]}}}';
  return template(
    version,
    { ...resources, zz: `{type: X, properties: {v: {get_resource: ${expression}}}}` },
    head,
  );
}

// Expected values follow the HOT guide's description of each function.
describe('template functions', () => {
  it.each([
    ['2013-05-23', '{list_join: ["-", {get_param: l}]}', 'x-y'],
    ['2015-10-15', '{list_join: ["", [a], [b, null]]}', 'ab'],
    ['2013-05-23', '{get_param: [j, k, 1]}', 'q'],
    ['2013-05-23', '{str_replace: {template: "aab", params: {a: b, aa: c}}}', 'cb'],
    ['2013-05-23', '{"Fn::Select": ["1", [a, b]]}', 'b'],
    ['2015-10-15', '{str_split: [",", "a,b", 1]}', 'b'],
    ['2015-04-30', '{list_join: ["", {repeat: {for_each: {"%i%": [a, b]}, template: "%i%1"}}]}', 'a1b1'],
    ['2017-09-01', '{list_join: ["", {list_concat_unique: [[a, b], [b]]}]}', 'ab'],
    ['2017-02-24', '{list_join: ["", {filter: [[a], [a, b, c]]}]}', 'bc'],
    ['2016-10-14', '{str_replace: {template: "n", params: {map_replace: [{n: m}, {values: {m: z}}]}}}', 'z'],
    ['2016-10-14', '{str_replace: {template: "n", params: {map_replace: [{n: m}, null]}}}', 'm'],
    ['2016-10-14', '{str_replace: {template: "n", params: {map_replace: [null, {values: {m: z}}]}}}', 'n'],
    ['2013-05-23', '{"Fn::Replace": [{a: b, n: m}, "an"]}', 'bm'],
    ['2016-04-08', '{str_replace: {template: "n", params: {map_merge: [{n: m}, {n: o}]}}}', 'o'],
    ['2018-08-31', '{yaql: {expression: "$.data.a + $.data.b", data: {a: x, b: y}}}', 'xy'],
  ])('%s: %s comes to %s', (version, expression, expected) => {
    expect(graphIn(referring(version, expression, [expected, 'other'])).edges[0]?.to).toBe(expected);
  });

  // What Heat raises a ValueError or a TypeError for: functions.py.
  it.each([
    ['2015-10-15', '{str_split: ["", "ab", 0]}'],
    ['2015-10-15', '{str_split: [1, "ab", 0]}'],
    ['2016-10-14', '{str_replace: {template: a, params: {map_replace: [[], {values: {a: b}}]}}}'],
    ['2016-10-14', '{str_replace: {template: a, params: {map_replace: [{}, text]}}}'],
  ])('%s: %s is refused', (version, expression) => {
    expect(problemsIn(referring(version, expression, ['a', 'b']))[0]?.code).toBe('function');
  });
});
