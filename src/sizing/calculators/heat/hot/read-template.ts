import { layersOf } from './graph-shape.ts';
import type { Budget } from './member-definitions.ts';
import { memberTemplate } from './member-definitions.ts';
import { givenFile, nestedFileOf, nestedParametersOf } from './nested-file.ts';
import { weightOf } from './node-weight.ts';
import type { YamlText } from './read-yaml.ts';
import { linesOf, readYaml } from './read-yaml.ts';
import type { ResourceRegistry } from './resource-registry.ts';
import { emptyRegistry, nestedRegistry } from './resource-registry.ts';
import type { ResourceDefinition, StackDefinition } from './stack-definition.ts';
import { readStack } from './stack-definition.ts';
import { refuseCycle, stackEdges } from './stack-edges.ts';
import type { GraphResource, StackGraph, TemplateReading } from './template-graph.ts';
import type { TemplateNode } from './template-node.ts';
import type { TemplatePlace } from './template-place.ts';
import { located, problemAt, problemsOf } from './template-place.ts';
import type { TemplateProblem } from './template-problem.ts';
import { TemplateFault } from './template-problem.ts';
import type { TemplateVersion } from './template-version.ts';
import { groupTemplateVersion } from './template-version.ts';
import type { JsonValue, Value } from './value.ts';
import { valueOfJson } from './value.ts';

/** Resources read at most, nested ones included. Heat's own default is 1000 (max_resources_per_stack). */
const maxResources = 10_000;
/** Heat's `max_nested_stack_depth`. */
const maxNestedStackDepth = 5;
/** Weight of all members and nested templates together; a node is 1, long text more. */
const maxWork = 5_000_000;

export interface GraphOptions {
  readonly parameters: Readonly<Record<string, JsonValue>>;
  /** The environment's `parameter_defaults`: for the template and every one inside. */
  readonly parameterDefaults?: Readonly<Record<string, JsonValue>>;
  /** The environment's `resource_registry`. */
  readonly registry?: ResourceRegistry;
  /** Texts of nested templates and get_file, by the name the template uses or by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Where the template lies among `files`, so that relative names are found; '' where it does not matter. */
  readonly fileName?: string;
  /** Answers for conditions that only a running Heat can decide (yaql), by name. */
  readonly conditions?: Readonly<Record<string, boolean>>;
  /** Live engine processes: how many members of a concurrent ResourceChain run at a time. 1 if not given. */
  readonly engineProcesses?: number;
}

interface Reader {
  readonly options: GraphOptions;
  readonly files: ReadonlyMap<string, string>;
  readonly parameterDefaults: ReadonlyMap<string, Value>;
  readonly parsed: Map<string, YamlText>;
  readonly notes: TemplateProblem[];
  unknownParameters: readonly string[];
  spentResources: number;
  spentWork: number;
}

/**
 * The dependency graph that Heat would build for a template on create under convergence, stacks inside
 * included, or what is wrong with it and where. Never throws.
 */
export function graphOf(templateText: string, options: GraphOptions): TemplateReading {
  const reader: Reader = {
    options,
    files: new Map(Object.entries(options.files ?? {})),
    parameterDefaults: valuesOf(options.parameterDefaults ?? {}),
    parsed: new Map(),
    notes: [],
    unknownParameters: [],
    spentResources: 0,
    spentWork: 0,
  };
  const place: TemplatePlace = { file: null, lineOf: linesOf(templateText), depth: 0 };
  try {
    const text = located(place, () => readYaml(templateText));
    noteDuplicates(reader, text, place);
    const graph = stackGraph(reader, {
      root: text.root,
      parameters: valuesOf(options.parameters),
      registry: options.registry ?? emptyRegistry,
      place,
    });
    return { ok: true, graph, notes: reader.notes, unknownParameters: reader.unknownParameters };
  } catch (error) {
    return { ok: false, problems: problemsOf(error, place), notes: reader.notes };
  }
}

function valuesOf(given: Readonly<Record<string, JsonValue>>): ReadonlyMap<string, Value> {
  return new Map(Object.entries(given).map(([name, value]) => [name, valueOfJson(value)]));
}

function noteDuplicates(reader: Reader, text: YamlText, place: TemplatePlace): void {
  for (const { offset, message } of text.notes) {
    reader.notes.push(problemAt(place, 'duplicate-key', offset, message));
  }
}

/** One stack to be read. */
interface StackText {
  readonly root: TemplateNode | null;
  readonly parameters: ReadonlyMap<string, Value>;
  readonly registry: ResourceRegistry;
  readonly place: TemplatePlace;
  /** Of a stack that Heat writes itself. */
  readonly version?: TemplateVersion;
}

function stackGraph(reader: Reader, text: StackText): StackGraph {
  const { place } = text;
  const stack = located(place, () =>
    readStack(text.root, {
      parameters: text.parameters,
      parameterDefaults: reader.parameterDefaults,
      registry: text.registry,
      conditions: new Map(Object.entries(place.file === null ? (reader.options.conditions ?? {}) : {})),
      fileText: (name) =>
        givenFile(reader.files, name, place.file ?? reader.options.fileName ?? '')?.text ?? null,
      note: (code, offset, message) => reader.notes.push(problemAt(place, code, offset, message)),
      ...(text.version === undefined ? {} : { version: text.version }),
    }),
  );
  if (place.depth === 0) {
    reader.unknownParameters = [...text.parameters.keys()].filter((name) => !stack.parameters.has(name));
  }
  reader.spentResources += stack.resources.size;
  located(place, () => refuseTooMany(reader.spentResources, 0));
  const edges = located(place, () => stackEdges(stack, (offset) => place.lineOf(offset).line));
  const names = [...stack.resources.keys()];
  located(place, () => refuseCycle(stack, edges));
  const resources = [...stack.resources.values()].map((resource) =>
    graphResource(reader, resource, stack, text),
  );
  return {
    version: stack.version.name,
    resources,
    edges,
    disabledByCondition: stack.disabledByCondition,
    conditions: [...stack.conditions].map(([name, value]) => ({ name, value })),
    missingParameters: stack.parameters.missing.map((parameter, at) => ({
      ...parameter,
      line: place.lineOf(stack.parameters.missingOffsets[at] ?? 0).line,
    })),
    shape: layersOf(names, edges).shape,
  };
}

function refuseTooMany(resources: number, offset: number): void {
  if (resources > maxResources) {
    throw new TemplateFault(
      'too-many-resources',
      offset,
      `The template makes over ${maxResources} resources; up to ${maxResources} are read here.`,
    );
  }
}

function graphResource(
  reader: Reader,
  resource: ResourceDefinition,
  stack: StackDefinition,
  text: StackText,
): GraphResource {
  const { place } = text;
  const { nested, missingFile } = located(place, () => nestedOf(reader, resource, stack, text));
  return {
    name: resource.name,
    type: resource.type,
    line: place.lineOf(resource.offset).line,
    isExternal: resource.isExternal,
    nested,
    missingFile,
  };
}

function nestedOf(
  reader: Reader,
  resource: ResourceDefinition,
  stack: StackDefinition,
  { place, registry: outer }: StackText,
): Pick<GraphResource, 'nested' | 'missingFile'> {
  if (resource.isExternal) {
    return { nested: null, missingFile: null };
  }
  const file = nestedFileOf(resource, stack);
  const members =
    file === null
      ? memberTemplate(resource, stack, reader.options.engineProcesses ?? 1, budgetOf(reader))
      : null;
  if (file === null && members === null) {
    return { nested: null, missingFile: null };
  }
  if (place.depth >= maxNestedStackDepth) {
    throw new TemplateFault(
      'nested-too-deep',
      resource.offset,
      `"${resource.name}" is a stack inside ${maxNestedStackDepth} others; Heat accepts no deeper (max_nested_stack_depth).`,
    );
  }
  const depth = place.depth + 1;
  const registry = nestedRegistry(outer, resource.name, resource.registryPath);
  if (file === null) {
    const nested = stackGraph(reader, {
      root: members,
      parameters: new Map(),
      registry,
      place: { ...place, depth },
      version: groupTemplateVersion,
    });
    return { nested, missingFile: null };
  }
  const given = givenFile(reader.files, file, place.file ?? reader.options.fileName ?? '');
  if (given === null) {
    return { nested: null, missingFile: file };
  }
  const inside: TemplatePlace = { file: given.name, lineOf: linesOf(given.text), depth };
  const known = reader.parsed.get(given.name);
  const text = known ?? located(inside, () => readYaml(given.text));
  if (known === undefined) {
    reader.parsed.set(given.name, text);
    noteDuplicates(reader, text, inside);
  }
  budgetOf(reader).spend(1, text.root, resource.offset);
  const parameters = nestedParametersOf(resource, stack);
  const nested = stackGraph(reader, { root: text.root, parameters, registry, place: inside });
  return { nested, missingFile: null };
}

function budgetOf(reader: Reader): Budget {
  return {
    spend: (members, definition, offset) => {
      refuseTooMany(reader.spentResources + members, offset);
      reader.spentWork += members * (definition === null ? 1 : weightOf(definition));
      if (reader.spentWork > maxWork) {
        throw new TemplateFault(
          'too-much-work',
          offset,
          'Groups and nested templates repeat more text here than can be read; fewer or smaller members are accepted.',
        );
      }
    },
  };
}
