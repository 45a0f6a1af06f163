import { describe, expect, it } from 'vitest';
import type { StackGraph } from '../../../../../src/sizing/calculators/heat/hot/template-graph.ts';
import { graphIn, problemsIn, template } from './hot-edges.ts';

const child = template(
  '2016-10-14',
  { one: '{type: X}', two: '{type: X, depends_on: one}', extra: '{type: X, condition: more}' },
  'parameters: {n: {type: number}}\nconditions: {more: {equals: [{get_param: n}, 2]}}',
);

function inside(text: string, name: string, options: Parameters<typeof graphIn>[1] = {}): StackGraph {
  const nested = graphIn(text, options).resources.find((resource) => resource.name === name)?.nested;
  if (!nested) {
    throw new Error(`${name} holds no stack`);
  }
  return nested;
}

const namesOf = (graph: StackGraph): readonly string[] => graph.resources.map(({ name }) => name);

describe('graphOf with stacks inside', () => {
  it('makes the members of a ResourceGroup by its count, without the names taken away', () => {
    const group = (properties: string): string =>
      template('2015-04-30', {
        g: `{type: OS::Heat::ResourceGroup, properties: {resource_def: {type: X}${properties}}}`,
      });
    expect(namesOf(inside(group(', count: 3'), 'g'))).toEqual(['0', '1', '2']);
    expect(namesOf(inside(group(''), 'g'))).toEqual(['0']);
    expect(namesOf(inside(group(', count: 2, removal_policies: [{resource_list: ["0"]}]'), 'g'))).toEqual([
      '1',
      '2',
    ]);
    expect(problemsIn(group(', count: -1'))[0]).toMatchObject({ code: 'group', line: 3 });
  });

  it('writes the index into the members, so that each waits for its own', () => {
    const text = template('2015-04-30', {
      g: '{type: OS::Heat::ResourceGroup, properties: {count: 2, resource_def: {type: n.yaml, properties: {n: "%index%"}}}}',
    });
    const nested = inside(text, 'g', { files: { 'n.yaml': child.replace('}, 2]', '}, 1]') } });
    expect(nested.resources.map((resource) => resource.nested?.resources.length)).toEqual([2, 3]);
  });

  it('makes a chain of a ResourceChain, and as many at a time as there are engine processes where concurrent', () => {
    const chain = (concurrent: boolean): string =>
      template('2015-04-30', {
        c: `{type: OS::Heat::ResourceChain, properties: {resources: [A, B, C, D], concurrent: ${concurrent}}}`,
      });
    expect(inside(chain(false), 'c', { engineProcesses: 3 }).shape.widths).toEqual([1, 1, 1, 1]);
    expect(inside(chain(true), 'c', { engineProcesses: 3 }).shape.widths).toEqual([3, 1]);
    expect(inside(chain(true), 'c').shape.widths).toEqual([1, 1, 1, 1]);
  });

  it('refuses a chain of anything but types', () => {
    const chain = (resources: string): string =>
      template('2015-04-30', {
        c: `{type: OS::Heat::ResourceChain, properties: {resources: ${resources}}}`,
      });
    for (const resources of ['[A, {type: B}]', '[A, 1]', 'A']) {
      expect(problemsIn(chain(resources))[0]).toMatchObject({
        code: 'group',
        line: 3,
        message: 'The resources of "c" must be a list of types.',
      });
    }
  });

  it('makes the members of a scaling group by its desired size, else by its least', () => {
    const scaling = (size: string): string =>
      template('2015-04-30', {
        s: `{type: OS::Heat::AutoScalingGroup, properties: {max_size: 9, ${size}, resource: {type: X}}}`,
      });
    expect(namesOf(inside(scaling('min_size: 1, desired_capacity: 2'), 's'))).toEqual(['m0', 'm1']);
    expect(namesOf(inside(scaling('min_size: 1'), 's'))).toEqual(['m0']);
    expect(namesOf(inside(scaling('min_size: 0'), 's'))).toEqual([]);
  });

  it('counts a nested template as one resource where its text is not given', () => {
    const graph = graphIn(template('2015-04-30', { a: '{type: lib/n.yaml}' }));
    expect(graph.resources[0]).toMatchObject({ nested: null, missingFile: 'lib/n.yaml' });
  });

  it('reads a nested template with the properties of its resource as parameters', () => {
    const text = template('2015-04-30', {
      a: '{type: n.yaml, properties: {n: 2}}',
      b: '{type: n.yaml, properties: {n: 1}}',
    });
    const options = { files: { 'n.yaml': child } };
    expect(namesOf(inside(text, 'a', options))).toEqual(['one', 'two', 'extra']);
    expect(namesOf(inside(text, 'b', options))).toEqual(['one', 'two']);
  });

  it('reads an AWS::CloudFormation::Stack with its Parameters, not with its other properties', () => {
    const text = template('2015-04-30', {
      a: '{type: AWS::CloudFormation::Stack, properties: {TemplateURL: n.yaml, n: 1, Parameters: {n: 2}}}',
    });
    expect(namesOf(inside(text, 'a', { files: { 'n.yaml': child } }))).toEqual(['one', 'two', 'extra']);
  });

  it('finds nested templates from the folder of the one that names them', () => {
    const files = {
      'top/main.yaml': '',
      'lib/middle.yaml': template('2015-04-30', { x: '{type: ./leaf.yaml}' }),
      'lib/leaf.yaml': template('2015-04-30', { y: '{type: X}' }),
    };
    const middle = inside(template('2015-04-30', { a: '{type: ../lib/middle.yaml}' }), 'a', {
      files,
      fileName: 'top/main.yaml',
    });
    expect(middle.resources[0]?.nested?.resources[0]?.name).toBe('y');
  });

  it('stops at the depth Heat accepts, and says in which file', () => {
    const files = { 'n.yaml': template('2015-04-30', { again: '{type: n.yaml}' }) };
    expect(problemsIn(template('2015-04-30', { a: '{type: n.yaml}' }), { files })).toMatchObject([
      { code: 'nested-too-deep', file: 'n.yaml', line: 3 },
    ]);
  });

  it('says in which file a nested template is wrong', () => {
    const files = { 'n.yaml': template('2015-04-30', { a: '{type: X, depends_on: gone}' }) };
    expect(problemsIn(template('2015-04-30', { a: '{type: n.yaml}' }), { files })).toMatchObject([
      { code: 'unknown-reference', file: 'n.yaml', line: 3, column: 28 },
    ]);
  });
});
