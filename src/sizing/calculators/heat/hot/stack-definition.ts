import { dependenciesOf } from './depends-on.ts';
import { parseSnippet } from './parse-snippet.ts';
import type { ParameterSet } from './read-parameters.ts';
import { readParameters } from './read-parameters.ts';
import { readVersion } from './read-version.ts';
import type { ResolveContext } from './resolve-snippet.ts';
import { resolveSnippet } from './resolve-snippet.ts';
import type { ResourceKeys } from './resource-keys.ts';
import { cfnKeys, hotKeys } from './resource-keys.ts';
import type { ResourceRegistry } from './resource-registry.ts';
import { resolvedType } from './resource-registry.ts';
import type { Snippet } from './snippet.ts';
import type { ConditionInputs } from './stack-conditions.ts';
import { stackConditions } from './stack-conditions.ts';
import type { MapEntry, MapNode, TemplateNode } from './template-node.ts';
import { childOf, isEmptyNode, textOf } from './template-node.ts';
import { TemplateFault } from './template-problem.ts';
import type { TemplateVersion } from './template-version.ts';
import type { Value } from './value.ts';
import { isTruthy, valueOfNode } from './value.ts';

/** One enabled resource of one stack, its functions recognised. */
export interface ResourceDefinition {
  readonly name: string;
  /** What its type comes to through the environment's aliases. */
  readonly type: string;
  readonly file: string | null;
  readonly interfaces: readonly string[];
  readonly registryPath: readonly string[] | null;
  readonly offset: number;
  readonly properties: Snippet | null;
  readonly metadata: Snippet | null;
  readonly updatePolicy: Snippet | null;
  readonly dependsOn: readonly { readonly name: string; readonly offset: number }[];
  readonly isExternal: boolean;
}

export interface StackDefinition {
  readonly version: TemplateVersion;
  readonly parameters: ParameterSet;
  readonly resources: ReadonlyMap<string, ResourceDefinition>;
  readonly disabledByCondition: readonly string[];
  readonly conditions: ReadonlyMap<string, boolean>;
  readonly context: ResolveContext;
}

interface StackInputs extends ConditionInputs {
  readonly parameters: ReadonlyMap<string, Value>;
  readonly parameterDefaults: ReadonlyMap<string, Value>;
  readonly registry: ResourceRegistry;
  readonly fileText: (name: string) => string | null;
  /** The version of a stack that Heat writes itself, for a group. */
  readonly version?: TemplateVersion;
}

/**
 * Reads one stack: version, parameters, conditions, then each enabled resource. Throws a TemplateFault at
 * the first thing Heat would refuse. Source: heat/engine/hot/template.py resource_definitions().
 */
export function readStack(root: TemplateNode | null, inputs: StackInputs): StackDefinition {
  if (root?.kind !== 'map') {
    throw new TemplateFault(
      'structure',
      root?.offset ?? 0,
      'A template is a map with heat_template_version and resources.',
    );
  }
  const version = inputs.version ?? readVersion(root);
  noteUnknownSections(root, version, inputs);
  const section = (hotName: string, cfnName: string): TemplateNode | undefined =>
    childOf(root, version.format === 'hot' ? hotName : cfnName);
  const parameters = readParameters(
    section('parameters', 'Parameters'),
    version.format,
    inputs.parameters,
    inputs.parameterDefaults,
  );
  const entries = resourceEntries(section('resources', 'Resources'));
  const names = new Set(entries.map((entry) => entry.key));
  const disabled = new Set<string>();
  const conditions = stackConditions(section('conditions', 'Conditions'), version, inputs, () => context);
  const mappings = section('mappings', 'Mappings');
  const context: ResolveContext = {
    parameters,
    hasResource: (name) => names.has(name) && !disabled.has(name),
    fileText: inputs.fileText,
    mappings: mappings === undefined ? null : valueOfNode(mappings),
    isEnabled: conditions.isEnabled,
  };
  const keys = version.format === 'hot' ? hotKeys : cfnKeys;
  for (const { key, value } of entries) {
    refuseMalformed(key, value, version, keys);
    const condition = version.hasConditions ? childOf(value, keys.condition) : undefined;
    if (condition !== undefined && !conditions.decide(condition, keys.condition)) {
      disabled.add(key);
    }
  }
  const parse = (node: TemplateNode): Snippet =>
    parseSnippet(node, {
      functions: version.functions,
      decide: conditions.decide,
      hasResource: context.hasResource,
      onParameter: (name, offset) => {
        if (!parameters.has(name)) {
          inputs.note(
            'parameter',
            offset,
            `No parameter is called "${name}": Heat refuses the template when it validates it.`,
          );
        }
      },
      onRemoved: (name, offset) =>
        inputs.note(
          'function',
          offset,
          `Version ${version.name} no longer has "${name}": Heat refuses the template when it validates it.`,
        ),
    });
  const resources = new Map<string, ResourceDefinition>();
  for (const entry of entries) {
    if (!disabled.has(entry.key)) {
      resources.set(entry.key, definitionOf(entry, keys, parse, context, inputs.registry));
    }
  }
  return {
    version,
    parameters,
    resources,
    disabledByCondition: [...disabled],
    conditions: conditions.all(),
    context,
  };
}

function noteUnknownSections(root: MapNode, version: TemplateVersion, inputs: StackInputs): void {
  for (const { key, keyOffset } of root.entries) {
    if (!version.sections.has(key)) {
      inputs.note(
        'structure',
        keyOffset,
        `Version ${version.name} has no section "${key}": Heat refuses the template when it validates it.`,
      );
    }
  }
}

function resourceEntries(section: TemplateNode | undefined): readonly MapEntry[] {
  if (section === undefined || isEmptyNode(section)) {
    return [];
  }
  if (section.kind !== 'map') {
    throw new TemplateFault('structure', section.offset, 'resources must be a map of names to resources.');
  }
  return section.entries;
}

function refuseMalformed(
  name: string,
  node: TemplateNode,
  version: TemplateVersion,
  keys: ResourceKeys,
): void {
  if (node.kind !== 'map') {
    throw new TemplateFault(
      'structure',
      node.offset,
      `Resource "${name}" must be a map with a ${keys.type}.`,
    );
  }
  const unknown = node.entries.find(
    (entry) => version.resourceKeys !== null && !version.resourceKeys.has(entry.key),
  );
  if (unknown !== undefined) {
    const known = [...(version.resourceKeys ?? [])].join(', ');
    throw new TemplateFault(
      'structure',
      unknown.keyOffset,
      `Resource "${name}" has "${unknown.key}"; version ${version.name} accepts ${known}.`,
    );
  }
  if (childOf(node, keys.type) === undefined) {
    throw new TemplateFault('structure', node.offset, `Resource "${name}" has no ${keys.type}.`);
  }
}

function definitionOf(
  { key, keyOffset, value }: MapEntry,
  keys: ResourceKeys,
  parse: (node: TemplateNode) => Snippet,
  context: ResolveContext,
  registry: ResourceRegistry,
): ResourceDefinition {
  const typeNode = childOf(value, keys.type);
  const type = textOf(typeNode);
  if (type === undefined) {
    throw new TemplateFault(
      'structure',
      typeNode?.offset ?? keyOffset,
      `The ${keys.type} of resource "${key}" must be text.`,
    );
  }
  const part = (name: string): Snippet | null => {
    const node = childOf(value, name);
    const snippet = node === undefined ? null : parse(node);
    if (snippet !== null && snippet.kind !== 'map' && snippet.kind !== 'call' && snippet.kind !== 'omitted') {
      throw new TemplateFault('structure', snippet.offset, `The ${name} of resource "${key}" must be a map.`);
    }
    return snippet;
  };
  const dependsOn = dependenciesOf(key, childOf(value, keys.dependsOn));
  const external = keys === hotKeys ? childOf(value, 'external_id') : undefined;
  const isExternal = external !== undefined && isTruthy(resolveSnippet(parse(external), context));
  if (isExternal && dependsOn.length > 0) {
    throw new TemplateFault(
      'external-id',
      dependsOn[0]?.offset ?? keyOffset,
      `"${key}" has an external_id, so it cannot have depends_on: Heat does not create it.`,
    );
  }
  const resolved = resolvedType(registry, type, key, typeNode?.offset ?? keyOffset);
  return {
    name: key,
    type: resolved.type,
    file: resolved.file,
    interfaces: resolved.interfaces,
    registryPath: resolved.path,
    offset: keyOffset,
    properties: part(keys.properties),
    metadata: part(keys.metadata),
    updatePolicy: part(keys.updatePolicy),
    dependsOn,
    isExternal,
  };
}
