import { describe, expect, it } from 'vitest';
import type { StackGraph } from '../../../../../src/sizing/calculators/heat/hot/template-graph.ts';
import { graphIn, problemsIn, template } from './hot-edges.ts';

const leaf = template('2015-04-30', { x: '{type: X}' }, 'parameters: {n: {type: json}}');
const files = {
  'n.yaml': leaf,
  'index.yaml': template(
    '2016-10-14',
    { x: '{type: X}', y: '{type: Y, condition: is}' },
    'parameters: {n: {type: json}}\nconditions: {is: {equals: [{get_param: n}, {k: [i1, {m: w1}, 5, true]}]}}',
  ),
};
const textOf = (type: string, properties: string, head = ''): string =>
  template('2015-10-15', { g: `{type: ${type}, properties: ${properties}}` }, head);

function inside(type: string, properties: string, head = ''): StackGraph | null | undefined {
  return graphIn(textOf(type, properties, head), { files }).resources[0]?.nested;
}
const membersOf = (...given: Parameters<typeof inside>): readonly string[] | undefined =>
  inside(...given)?.resources.map(({ name, type }) => `${name} ${type}`);
const messageOf = (...given: Parameters<typeof textOf>): string | undefined =>
  problemsIn(textOf(...given), { files })[0]?.message;

const group = 'OS::Heat::ResourceGroup';

// resource_group.py, resource_chain.py, autoscaling_group.py, instance_group.py, software_deployment.py.
describe('memberTemplate', () => {
  it.each([
    ['a number', 'count: 2', ['0 X', '1 X']],
    ['a number as text', 'count: "2"', ['0 X', '1 X']],
    ['no number, which is one', 'index_var: i', ['0 X']],
    ['nothing, which is one', 'count: ', ['0 X']],
    ['empty text, which is one', 'count: ""', ['0 X']],
    ['zero', 'count: 0', []],
    [
      'names taken away',
      'count: 2, removal_policies: [{resource_list: ["1", 0]}, {resource_list: ["3"]}]',
      ['2 X', '4 X'],
    ],
    [
      'policies that take nothing away',
      'count: 2, removal_policies: [text, {other: ["0"]}, {resource_list: "0"}]',
      ['0 X', '1 X'],
    ],
    ['policies that are no list', 'count: 1, removal_policies: {resource_list: ["0"]}', ['0 X']],
  ])('makes the members of a ResourceGroup with %s', (_, properties, members) => {
    expect(membersOf(group, `{${properties}, resource_def: {type: X}}`)).toEqual(members);
  });

  it('asks nothing of the members of an empty group', () => {
    expect(membersOf(group, '{count: 0}')).toEqual([]);
    expect(membersOf('OS::Heat::AutoScalingGroup', '{min_size: 0}')).toEqual([]);
  });

  it('reads properties that a function yields as a whole', () => {
    const head = 'parameters: {all: {type: json, default: {count: 2, resource_def: {type: X}}}}';
    expect(membersOf(group, '{get_param: all}', head)).toEqual(['0 X', '1 X']);
    const none = 'parameters: {all: {type: json, default: [1]}}';
    expect(messageOf(group, '{get_param: all}', none)).toBe('The members of "g" need a type.');
    expect(problemsIn(template('2015-10-15', { g: `{type: ${group}}` }))[0]?.message).toBe(
      'The members of "g" need a type.',
    );
  });

  it('writes the index into text wherever it stands, and into nothing else', () => {
    const members = (variable: string, value: string) =>
      inside(
        group,
        `{count: 2, ${variable}resource_def: {type: index.yaml, properties: {n: {k: ${value}}}}}`,
      )?.resources.map(({ nested }) => nested?.resources.length);
    expect(members('', '["i%index%", {m: "w%index%"}, 5, true]')).toEqual([1, 2]);
    expect(members('index_var: "#", ', '["i#", {m: "w#"}, 5, true]')).toEqual([1, 2]);
    expect(members('index_var: "#", ', '["i%index%", {m: "w#"}, 5, true]')).toEqual([1, 1]);
    expect(members('index_var: "", ', '["i1", {m: "w1"}, 5, true]')).toEqual([2, 2]);
  });

  it.each([
    ['count: -1', 'The count of "g" must be a whole number from 0.'],
    ['count: 1.5', 'The count of "g" must be a whole number from 0.'],
    ['count: many', 'The count of "g" must be a whole number from 0.'],
    ['count: [2]', 'The count of "g" must be a whole number from 0.'],
    ['count: {digest: [md5, a]}', 'The count of "g" is known only to a running Heat; write a number.'],
  ])('refuses a group with %s', (properties, message) => {
    expect(messageOf(group, `{${properties}, resource_def: {type: X}}`)).toBe(message);
  });

  it.each(['text', '{properties: {a: b}}', '{type: 5}', '[X]'])(
    'refuses members that are defined as %s',
    (definition) => {
      expect(messageOf(group, `{resource_def: ${definition}}`)).toBe('The members of "g" need a type.');
      expect(messageOf('OS::Heat::AutoScalingGroup', `{min_size: 1, resource: ${definition}}`)).toBe(
        'The members of "g" need a type.',
      );
    },
  );

  it('gives each of a chain its type and the common properties, and lets it wait for the one before', () => {
    const chain = inside(
      'OS::Heat::ResourceChain',
      '{resources: [X, n.yaml, Y], resource_properties: {n: {a: b}}}',
    );
    expect(chain?.resources.map(({ name, type }) => `${name} ${type}`)).toEqual(['0 X', '1 n.yaml', '2 Y']);
    expect(chain?.edges.map(({ from, to }) => `${from} > ${to}`)).toEqual(['1 > 0', '2 > 1']);
    // The template inside is given its parameter, so no placeholder stands for it.
    expect(chain?.resources[1]?.nested?.missingParameters).toEqual([]);
    const bare = inside('OS::Heat::ResourceChain', '{resources: [n.yaml]}');
    expect(bare?.resources[0]?.nested?.missingParameters.map(({ name }) => name)).toEqual(['n']);
  });

  it.each([
    ['OS::Heat::SoftwareDeploymentGroup', 'OS::Heat::SoftwareDeployment'],
    ['OS::Heat::StructuredDeploymentGroup', 'OS::Heat::StructuredDeployment'],
  ])('makes of a %s one deployment for each server', (type, member) => {
    expect(membersOf(type, '{servers: {web: id1, db: id2}}')).toEqual([`web ${member}`, `db ${member}`]);
    expect(membersOf(type, '{servers: [web]}')).toEqual([]);
    expect(membersOf(type, '{config: c}')).toEqual([]);
  });

  it.each([
    [
      'OS::Heat::AutoScalingGroup',
      '{desired_capacity: 2, min_size: 1, resource: {type: X}}',
      ['m0 X', 'm1 X'],
    ],
    ['OS::Heat::AutoScalingGroup', '{min_size: 1, resource: {type: X}}', ['m0 X']],
    [
      'AWS::AutoScaling::AutoScalingGroup',
      '{DesiredCapacity: "2", MinSize: "1"}',
      ['m0 OS::Heat::ScaledResource', 'm1 OS::Heat::ScaledResource'],
    ],
    ['AWS::AutoScaling::AutoScalingGroup', '{MinSize: 1}', ['m0 OS::Heat::ScaledResource']],
    ['AWS::AutoScaling::AutoScalingGroup', '{MinSize: 0}', []],
    ['OS::Heat::InstanceGroup', '{Size: 2}', ['m0 OS::Heat::ScaledResource', 'm1 OS::Heat::ScaledResource']],
  ])('makes the members of %s %s', (type, properties, members) => {
    expect(membersOf(type, properties)).toEqual(members);
  });

  it('gives the members of a scaling group their properties', () => {
    const scaling = inside(
      'OS::Heat::AutoScalingGroup',
      '{min_size: 1, resource: {type: n.yaml, properties: {n: {a: b}}}}',
    );
    expect(scaling?.resources[0]?.nested?.missingParameters).toEqual([]);
    const bare = inside('OS::Heat::AutoScalingGroup', '{min_size: 1, resource: {type: n.yaml}}');
    expect(bare?.resources[0]?.nested?.missingParameters).toHaveLength(1);
  });

  it('makes no members of another type', () => {
    expect(inside('OS::Heat::Value', '{count: 2, resource_def: {type: X}}')).toBeNull();
  });
});
