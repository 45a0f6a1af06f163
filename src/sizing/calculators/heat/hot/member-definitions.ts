import { resolveSnippet } from './resolve-snippet.ts';
import { snippetChild } from './snippet.ts';
import type { ResourceDefinition, StackDefinition } from './stack-definition.ts';
import type { MapEntry, TemplateNode } from './template-node.ts';
import { TemplateFault } from './template-problem.ts';
import type { Value } from './value.ts';
import { isList, isMapValue, isOpaque, nodeOfValue } from './value.ts';

/** Room for members, checked before they are made. Throws a TemplateFault when it is used up. */
export interface Budget {
  readonly spend: (members: number, definition: TemplateNode | null, offset: number) => void;
}

/**
 * The template that Heat writes for the members of a group, or null where the resource is no group. Members
 * of a ResourceGroup are 0, 1, … as in Heat; those of a scaling group, random names in Heat, are m0, m1, ….
 * Source: resource_group.py, resource_chain.py, autoscaling_group.py, instance_group.py.
 */
export function memberTemplate(
  resource: ResourceDefinition,
  stack: StackDefinition,
  engineProcesses: number,
  budget: Budget,
): TemplateNode | null {
  const make = groupMakers.get(resource.type);
  if (make === undefined) {
    return null;
  }
  const { properties } = resource;
  const property = (name: string): Value => {
    if (properties?.kind === 'call') {
      const all = resolveSnippet(properties, stack.context);
      return isMapValue(all) ? (all.get(name) ?? null) : null;
    }
    const snippet = snippetChild(properties ?? undefined, name);
    return snippet === undefined ? null : resolveSnippet(snippet, stack.context);
  };
  const members = make({ resource, property, engineProcesses, budget });
  const { offset } = resource;
  const entries = members.map(({ name, definition }) => ({
    key: name,
    keyOffset: offset,
    value: definition,
  }));
  return {
    kind: 'map',
    entries: [{ key: 'resources', keyOffset: offset, value: { kind: 'map', entries, offset } }],
    offset,
  };
}

interface Group {
  readonly resource: ResourceDefinition;
  readonly property: (name: string) => Value;
  readonly engineProcesses: number;
  readonly budget: Budget;
}

interface Member {
  readonly name: string;
  readonly definition: TemplateNode;
}

const groupMakers: ReadonlyMap<string, (group: Group) => readonly Member[]> = new Map([
  ['OS::Heat::ResourceGroup', resourceGroup],
  ['OS::Heat::ResourceChain', resourceChain],
  ['OS::Heat::SoftwareDeploymentGroup', deploymentGroup],
  ['OS::Heat::StructuredDeploymentGroup', deploymentGroup],
  ['OS::Heat::AutoScalingGroup', (group) => scalingGroup(group, 'desired_capacity', 'min_size')],
  ['AWS::AutoScaling::AutoScalingGroup', (group) => instanceGroup(group, 'DesiredCapacity', 'MinSize')],
  ['OS::Heat::InstanceGroup', (group) => instanceGroup(group, 'Size', 'Size')],
]);

function resourceGroup(group: Group): readonly Member[] {
  const { resource, property, budget } = group;
  const count = wholeNumber(group, 'count', 1);
  const definition = property('resource_def');
  if (count === 0) {
    return [];
  }
  const properties = isMapValue(definition) ? definition.get('properties') : undefined;
  const given = isMapValue(properties) ? properties : null;
  const indexVariable = property('index_var') ?? '%index%';
  const base = memberNode(group, definition, given);
  budget.spend(count, base, resource.offset);
  const skipped = skippedNames(property('removal_policies'));
  const members: Member[] = [];
  for (let index = 0; members.length < count; index += 1) {
    const name = String(index);
    if (!skipped.has(name)) {
      const own = given === null ? null : withIndex(given, String(indexVariable), name);
      members.push({ name, definition: memberNode(group, definition, own) });
    }
  }
  return members;
}

function resourceChain(group: Group): readonly Member[] {
  const { resource, property, engineProcesses, budget } = group;
  const types = property('resources');
  const properties = property('resource_properties');
  if (!isList(types) || types.some((type) => typeof type !== 'string')) {
    throw new TemplateFault(
      'group',
      resource.offset,
      `The resources of "${resource.name}" must be a list of types.`,
    );
  }
  const step = property('concurrent') === true ? Math.max(1, engineProcesses) : 1;
  const propertyNode = isMapValue(properties) ? nodeOfValue(properties, resource.offset) : null;
  budget.spend(types.length, propertyNode, resource.offset);
  return types.map((type, index) => {
    const entries: MapEntry[] = [entry(resource, 'type', nodeOfValue(type, resource.offset))];
    if (propertyNode !== null) {
      entries.push(entry(resource, 'properties', propertyNode));
    }
    if (index >= step) {
      entries.push(entry(resource, 'depends_on', nodeOfValue(String(index - step), resource.offset)));
    }
    return { name: String(index), definition: { kind: 'map', entries, offset: resource.offset } };
  });
}

function deploymentGroup(group: Group): readonly Member[] {
  const { resource, property, budget } = group;
  const servers = property('servers');
  const type =
    resource.type === 'OS::Heat::SoftwareDeploymentGroup'
      ? 'OS::Heat::SoftwareDeployment'
      : 'OS::Heat::StructuredDeployment';
  const names = isMapValue(servers) ? [...servers.keys()] : [];
  budget.spend(names.length, null, resource.offset);
  return names.map((name) => ({ name, definition: typedNode(resource, type, null) }));
}

function scalingGroup(group: Group, desired: string, least: string): readonly Member[] {
  const count = wholeNumber(group, desired, 0) || wholeNumber(group, least, 0);
  if (count === 0) {
    return [];
  }
  const definition = group.property('resource');
  const properties = isMapValue(definition) ? definition.get('properties') : undefined;
  const node = memberNode(group, definition, isMapValue(properties) ? properties : null);
  group.budget.spend(count, node, group.resource.offset);
  return Array.from({ length: count }, (_, index) => ({ name: `m${index}`, definition: node }));
}

function instanceGroup(group: Group, desired: string, least: string): readonly Member[] {
  const count = wholeNumber(group, desired, 0) || wholeNumber(group, least, 0);
  const definition = typedNode(group.resource, 'OS::Heat::ScaledResource', null);
  group.budget.spend(count, definition, group.resource.offset);
  return Array.from({ length: count }, (_, index) => ({ name: `m${index}`, definition }));
}

function wholeNumber({ resource, property }: Group, name: string, fallback: number): number {
  const value = property(name);
  if (value === null || value === '') {
    return fallback;
  }
  const number = typeof value === 'object' ? Number.NaN : Number(value);
  if (!Number.isInteger(number) || number < 0) {
    const why = isOpaque(value)
      ? 'is known only to a running Heat; write a number'
      : 'must be a whole number from 0';
    throw new TemplateFault('group', resource.offset, `The ${name} of "${resource.name}" ${why}.`);
  }
  return number;
}

function memberNode(
  { resource }: Group,
  definition: Value,
  properties: ReadonlyMap<string, Value> | null,
): TemplateNode {
  const type = isMapValue(definition) ? definition.get('type') : undefined;
  if (typeof type !== 'string') {
    throw new TemplateFault('group', resource.offset, `The members of "${resource.name}" need a type.`);
  }
  return typedNode(resource, type, properties);
}

function typedNode(
  resource: ResourceDefinition,
  type: string,
  properties: ReadonlyMap<string, Value> | null,
): TemplateNode {
  const { offset } = resource;
  const entries = [entry(resource, 'type', { kind: 'scalar', value: type, offset })];
  return {
    kind: 'map',
    entries:
      properties === null
        ? entries
        : [...entries, entry(resource, 'properties', nodeOfValue(properties, offset))],
    offset,
  };
}

function entry({ offset }: ResourceDefinition, key: string, value: TemplateNode): MapEntry {
  return { key, keyOffset: offset, value };
}

function skippedNames(policies: Value): ReadonlySet<string> {
  const lists = (isList(policies) ? policies : []).map((policy) =>
    isMapValue(policy) ? policy.get('resource_list') : undefined,
  );
  return new Set(lists.flatMap((list) => (isList(list) ? list.map(String) : [])));
}

function withIndex(
  values: ReadonlyMap<string, Value>,
  variable: string,
  index: string,
): ReadonlyMap<string, Value> {
  return new Map([...values].map(([key, value]): [string, Value] => [key, indexed(value, variable, index)]));
}

function indexed(value: Value, variable: string, index: string): Value {
  if (typeof value === 'string') {
    return variable === '' ? value : value.replaceAll(variable, () => index);
  }
  if (isList(value)) {
    return value.map((item) => indexed(item, variable, index));
  }
  return isMapValue(value) ? withIndex(value, variable, index) : value;
}
