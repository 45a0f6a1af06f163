import { describe, expect, it } from 'vitest';
import { edgesIn, graphIn, notesIn, problemsIn, template } from './hot-edges.ts';
import { registryIn } from './registry-in.ts';

const head = 'heat_template_version: 2021-04-16\nresources:\n';
const named = (
  resources: Readonly<Record<string, string>>,
  conditions: string,
  version = '2021-04-16',
): string => template(version, resources, `conditions: {${conditions}}`);
const shownIn = (text: string, conditions: Readonly<Record<string, boolean>> = {}): readonly string[] =>
  graphIn(text, { conditions }).resources.map(({ name }) => name);

// heat/engine/hot/template.py and cfn/template.py: what each refuses, in the order in which it looks.
describe('readStack', () => {
  it.each([
    [
      'resources that are a list',
      'heat_template_version: 2021-04-16\nresources: [a]',
      'resources must be a map of names to resources.',
      2,
      12,
    ],
    ['a resource without type', `${head}  a: {properties: {}}`, 'Resource "a" has no type.', 3, 6],
    ['a resource that is text', `${head}  a: text`, 'Resource "a" must be a map with a type.', 3, 6],
    ['a type that is no text', `${head}  a: {type: 5}`, 'The type of resource "a" must be text.', 3, 13],
    [
      'properties that are a list',
      `${head}  a: {type: X, properties: [b]}`,
      'The properties of resource "a" must be a map.',
      3,
      28,
    ],
    [
      'metadata that is text',
      `${head}  a: {type: X, metadata: b}`,
      'The metadata of resource "a" must be a map.',
      3,
      26,
    ],
    [
      'a dependency that is a number',
      `${head}  a: {type: X, depends_on: 5}`,
      'depends_on of "a" takes the name of a resource or a list of names.',
      3,
      28,
    ],
    [
      'a list with a dependency that is none',
      `${head}  a: {type: X, depends_on: [b, {c: d}]}`,
      'depends_on of "a" takes the name',
      3,
      32,
    ],
    [
      'an external resource that waits',
      `${head}  b: {type: X}\n  a: {type: X, external_id: e, depends_on: b}`,
      '"a" has an external_id, so it cannot have depends_on: Heat does not create it.',
      4,
      44,
    ],
    [
      'a key that no version has',
      `${head}  a: {type: X, size: 1}`,
      'Resource "a" has "size"; version 2021-04-16 accepts type, properties, metadata, depends_on, deletion_policy, update_policy, description, external_id, condition.',
      3,
      16,
    ],
    [
      'a version that is no text',
      'heat_template_version: 5\nresources: {}',
      'The template names no version;',
      1,
      1,
    ],
    [
      'a condition that is a number',
      `${head}  a: {type: X, condition: 5}`,
      'A condition is true, false or the name of a condition.',
      3,
      27,
    ],
    [
      'a condition that is not defined',
      `${head}  a: {type: X, condition: c}`,
      'No condition is called "c".',
      3,
      27,
    ],
  ])('refuses %s, with its place', (_, text, message, line, column) => {
    const [problem] = problemsIn(text);
    expect(problem?.message.startsWith(message)).toBe(true);
    expect([problem?.line, problem?.column]).toEqual([line, column]);
  });

  it.each(['', ' []', ' {}', ' ~', ' false'])('takes "resources:%s" for no resources', (section) => {
    expect(shownIn(`heat_template_version: 2021-04-16\nresources:${section}`)).toEqual([]);
  });

  it('accepts properties that a function yields, that are left out, and an external_id that is empty', () => {
    const text = named(
      {
        a: '{type: X}',
        b: '{type: X, properties: {if: [never, {p: {get_resource: a}}]}}',
        c: '{type: X, properties: {get_attr: [a, x]}}',
        d: '{type: X, external_id: "", depends_on: a}',
      },
      'never: {equals: [1, 2]}',
    );
    expect(edgesIn(text)).toEqual(['c > a', 'd > a']);
    expect(graphIn(text).resources.map(({ isExternal }) => isExternal)).toEqual([false, false, false, false]);
  });

  it('knows an external_id in its own format only', () => {
    const aws =
      'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  A: {Type: X}\n  B: {Type: X, external_id: e, DependsOn: A}';
    expect(edgesIn(aws)).toEqual(['B > A']);
  });

  it('looks a value up under Mappings', () => {
    const aws =
      'AWSTemplateFormatVersion: "2010-09-09"\nMappings: {M: {big: {name: A}}}\nResources:\n  A: {Type: X}\n  B: {Type: X, Properties: {P: {"Fn::GetAtt": [{"Fn::FindInMap": [M, big, name]}, Ip]}}}';
    expect(edgesIn(aws)).toEqual(['B > A']);
  });

  it('says where the type stands that the environment leads in a circle', () => {
    const { registry } = registryIn('{"A::B": "A::B2", "A::B2": "A::B"}');
    expect(problemsIn(`${head}  a: {type: "A::B"}`, { registry })).toMatchObject([{ line: 3, column: 13 }]);
  });

  it('notes every section that the version does not have', () => {
    const text = 'heat_template_version: 2015-04-30\nresources: {}\nconditions: {}\noutputs: {}\nmore: 1';
    expect(notesIn(text).map(({ line }) => line)).toEqual([3, 5]);
    expect(notesIn(text.replace('2015-04-30', '2016-10-14')).map(({ line }) => line)).toEqual([5]);
  });
});

// heat/engine/conditions.py.
describe('stackConditions', () => {
  const both = { a: '{type: X, condition: c}', b: '{type: X, condition: {not: c}}' };

  it('takes the given answer for a condition, whatever it would come to', () => {
    const text = named(both, 'c: {equals: [1, 1]}');
    expect(shownIn(text)).toEqual(['a']);
    expect(shownIn(text, { c: true })).toEqual(['a']);
    expect(shownIn(text, { c: false })).toEqual(['b']);
    expect(graphIn(text, { conditions: { c: false } }).conditions).toEqual([{ name: 'c', value: false }]);
    expect(graphIn(text, { conditions: { c: true, other: false } }).conditions).toEqual([
      { name: 'c', value: true },
    ]);
  });

  it.each(['and', 'or'])('refuses %s of fewer than two', (name) => {
    for (const conditions of ['[c2]', 'c2']) {
      expect(problemsIn(named(both, `c: {${name}: ${conditions}}, c2: true`))[0]?.message).toBe(
        `"${name}" takes a list of two or more conditions.`,
      );
    }
  });

  it('decides conditions by name, by themselves, and those no resource uses', () => {
    const text = named(
      {
        a: '{type: X, condition: true}',
        b: '{type: X, condition: false}',
        n: '{type: X, condition: ~}',
        d: '{type: X, condition: c2}',
      },
      'c1: {equals: [1, 2]}, c2: {or: [c1, {not: c1}]}, c3: {and: [c1, c2]}',
    );
    expect(shownIn(text)).toEqual(['a', 'n', 'd']);
    expect(graphIn(text).disabledByCondition).toEqual(['b']);
    expect(Object.fromEntries(graphIn(text).conditions.map(({ name, value }) => [name, value]))).toEqual({
      c1: false,
      c2: true,
      c3: false,
    });
  });

  it('only notes what is wrong with a condition that no resource uses, each by its own fault', () => {
    const text = named(
      { a: '{type: X}' },
      'c: {get_param: gone}, d: {not: c}, e: text, f: {not: nowhere}, g: true',
    );
    expect(graphIn(text).conditions).toEqual([{ name: 'g', value: true }]);
    expect(notesIn(text).map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'parameter: Parameter "gone" is not defined under parameters.',
      'parameter: Parameter "gone" is not defined under parameters.',
      'condition: Condition "e" does not come out as true or false here; give its value.',
      'condition: No condition is called "nowhere".',
    ]);
  });

  it.each(['c: {not: c}', 'c: {not: d}, d: {and: [c, c]}'])(
    'refuses conditions that are defined by themselves: %s',
    (conditions) => {
      const [problem] = problemsIn(named(both, conditions));
      expect(problem).toMatchObject({
        code: 'condition',
        message: 'Condition "c" is defined by itself.',
        line: 2,
      });
      expect(notesIn(named({ a: '{type: X}' }, conditions))).not.toEqual([]);
      expect(graphIn(named({ a: '{type: X}' }, conditions)).conditions).toEqual([]);
    },
  );
});
