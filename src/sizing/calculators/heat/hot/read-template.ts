import { cycleIn, layersOf } from './graph-shape.ts';
import type { Budget } from './member-definitions.ts';
import { memberTemplate } from './member-definitions.ts';
import { givenFile, nestedFileOf } from './nested-file.ts';
import { pluginEdges } from './plugin-edges.ts';
import type { YamlText } from './read-yaml.ts';
import { linesOf, readYaml } from './read-yaml.ts';
import { resolveSnippet } from './resolve-snippet.ts';
import type { ResourceDefinition, StackDefinition } from './stack-definition.ts';
import { readStack, referencesIn } from './stack-definition.ts';
import type { EdgeReason, GraphEdge, GraphResource, StackGraph, TemplateReading } from './template-graph.ts';
import type { TemplateNode } from './template-node.ts';
import type { ProblemCode, TemplateProblem } from './template-problem.ts';
import { TemplateFault } from './template-problem.ts';
import type { TemplateVersion } from './template-version.ts';
import { groupTemplateVersion } from './template-version.ts';
import type { JsonValue, Value } from './value.ts';
import { isMapValue, valueOfJson } from './value.ts';

/** Resources read at most, nested ones included. Heat's own default is 1000 (max_resources_per_stack). */
export const maxResources = 10_000;
/** Heat's `max_nested_stack_depth`. */
export const maxNestedStackDepth = 5;
/** Weight of all members and nested templates together; a node is 1, long text more. */
const maxWork = 5_000_000;

export interface GraphOptions {
  readonly parameters: Readonly<Record<string, JsonValue>>;
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
  readonly parsed: Map<string, YamlText>;
  readonly notes: TemplateProblem[];
  spentResources: number;
  spentWork: number;
}

interface Place {
  readonly file: string | null;
  readonly lineOf: YamlText['lineOf'];
  readonly depth: number;
}

class ReadFailure extends Error {
  readonly problems: readonly TemplateProblem[];

  constructor(problems: readonly TemplateProblem[]) {
    super(problems[0]?.message);
    this.problems = problems;
  }
}

/**
 * The dependency graph that Heat would build for a template on create under convergence, stacks inside
 * included, or what is wrong with it and where. Never throws.
 */
export function graphOf(templateText: string, options: GraphOptions): TemplateReading {
  const reader: Reader = {
    options,
    files: new Map(Object.entries(options.files ?? {})),
    parsed: new Map(),
    notes: [],
    spentResources: 0,
    spentWork: 0,
  };
  const place: Place = { file: null, lineOf: linesOf(templateText), depth: 0 };
  try {
    const parameters = new Map(
      Object.entries(options.parameters).map(([name, value]): [string, Value] => [name, valueOfJson(value)]),
    );
    const text = located(place, () => readYaml(templateText));
    noteDuplicates(reader, text, place);
    const graph = stackGraph(reader, text.root, parameters, place, undefined);
    return { ok: true, graph, notes: reader.notes };
  } catch (error) {
    return { ok: false, problems: problemsOf(error, place), notes: reader.notes };
  }
}

function noteDuplicates(reader: Reader, text: YamlText, place: Place): void {
  for (const { offset, message } of text.notes) {
    reader.notes.push(problemAt(place, 'duplicate-key', offset, message));
  }
}

function problemsOf(error: unknown, place: Place): readonly TemplateProblem[] {
  if (error instanceof ReadFailure) {
    return error.problems;
  }
  // The engine's own limits on recursion and on text show as a RangeError; anything else is ours and is said.
  const message =
    error instanceof RangeError
      ? 'The template is nested or repeated too far to be read here.'
      : `The template could not be read: ${error instanceof Error ? error.message : String(error)}`;
  return [problemAt(place, 'too-much-work', 0, message)];
}

function problemAt(place: Place, code: ProblemCode, offset: number, message: string): TemplateProblem {
  return { code, message, ...place.lineOf(offset), file: place.file };
}

function problemOf(fault: TemplateFault, place: Place): TemplateProblem {
  const problem = problemAt(place, fault.code, fault.offset, fault.message);
  const { cycle } = fault;
  return cycle === undefined
    ? problem
    : { ...problem, cycle: cycle.map(({ name, offset }) => ({ name, line: place.lineOf(offset).line })) };
}

function located<T>(place: Place, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof TemplateFault ? new ReadFailure([problemOf(error, place)]) : error;
  }
}

function stackGraph(
  reader: Reader,
  root: TemplateNode | null,
  parameters: ReadonlyMap<string, Value>,
  place: Place,
  version: TemplateVersion | undefined,
): StackGraph {
  const stack = located(place, () =>
    readStack(root, {
      parameters,
      conditions: new Map(Object.entries(place.file === null ? (reader.options.conditions ?? {}) : {})),
      fileText: (name) =>
        givenFile(reader.files, name, place.file ?? reader.options.fileName ?? '')?.text ?? null,
      note: (code, offset, message) => reader.notes.push(problemAt(place, code, offset, message)),
      ...(version === undefined ? {} : { version }),
    }),
  );
  reader.spentResources += stack.resources.size;
  located(place, () => refuseTooMany(reader.spentResources, 0));
  const edges = edgesOf(stack, place);
  const names = [...stack.resources.keys()];
  located(place, () => refuseCycle(stack, names, edges));
  const resources = [...stack.resources.values()].map((resource) =>
    graphResource(reader, resource, stack, place),
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

interface FoundEdge {
  readonly from: string;
  readonly to: string;
  readonly reasons: EdgeReason[];
  readonly offset: number;
}

function edgesOf(stack: StackDefinition, place: Place): readonly GraphEdge[] {
  const found = new Map<string, Map<string, FoundEdge>>();
  const problems: TemplateProblem[] = [];
  for (const resource of stack.resources.values()) {
    try {
      found.set(resource.name, writtenEdges(resource, stack));
    } catch (error) {
      if (!(error instanceof TemplateFault)) {
        throw error;
      }
      problems.push(problemOf(error, place));
    }
  }
  if (problems.length > 0) {
    throw new ReadFailure(problems);
  }
  const none: ReadonlySet<string> = new Set();
  const required = (name: string): ReadonlySet<string> => new Set(found.get(name)?.keys() ?? none);
  for (const { from, to } of located(place, () => pluginEdges(stack, required))) {
    const ofResource = found.get(from);
    if (ofResource !== undefined && !ofResource.has(to)) {
      ofResource.set(to, { from, to, reasons: ['plugin'], offset: stack.resources.get(from)?.offset ?? 0 });
    }
  }
  return [...found.values()].flatMap((edges) =>
    [...edges.values()].map(({ from, to, reasons, offset }) => ({
      from,
      to,
      reasons,
      line: place.lineOf(offset).line,
    })),
  );
}

/** What a resource depends on by its text. One with external_id depends on nothing. */
function writtenEdges(resource: ResourceDefinition, stack: StackDefinition): Map<string, FoundEdge> {
  const edges = new Map<string, FoundEdge>();
  if (resource.isExternal) {
    return edges;
  }
  const add = (to: string, reason: EdgeReason, offset: number): void => {
    const edge = edges.get(to);
    if (edge === undefined) {
      edges.set(to, { from: resource.name, to, reasons: [reason], offset });
    } else if (!edge.reasons.includes(reason)) {
      edge.reasons.push(reason);
    }
  };
  const disabled = new Set(stack.disabledByCondition);
  for (const { name, offset } of resource.dependsOn) {
    if (stack.resources.has(name)) {
      add(name, 'depends_on', offset);
    } else if (!disabled.has(name)) {
      throw new TemplateFault(
        'unknown-reference',
        offset,
        `depends_on of "${resource.name}" names "${name}", and no resource has that name.`,
      );
    }
  }
  for (const { name, offset } of referencesIn(resource.properties, stack.context)) {
    add(name, 'properties', offset);
  }
  for (const { name, offset } of referencesIn(resource.metadata, stack.context)) {
    add(name, 'metadata', offset);
  }
  return edges;
}

function refuseCycle(stack: StackDefinition, names: readonly string[], edges: readonly GraphEdge[]): void {
  if (layersOf(names, edges).order.length === names.length) {
    return;
  }
  const cycle = cycleIn(names, edges);
  const members = cycle.map((name) => ({ name, offset: stack.resources.get(name)?.offset ?? 0 }));
  const first = members[0];
  const wait = cycle.length === 1 ? 'waits for itself' : 'wait for one another';
  throw new TemplateFault(
    'cycle',
    first?.offset ?? 0,
    `${[...cycle, cycle[0]].join(' → ')} ${wait}.`,
    members,
  );
}

function graphResource(
  reader: Reader,
  resource: ResourceDefinition,
  stack: StackDefinition,
  place: Place,
): GraphResource {
  const { nested, missingFile } = located(place, () => nestedOf(reader, resource, stack, place));
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
  place: Place,
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
  if (file === null) {
    return {
      nested: stackGraph(reader, members, new Map(), { ...place, depth }, groupTemplateVersion),
      missingFile: null,
    };
  }
  const given = givenFile(reader.files, file, place.file ?? reader.options.fileName ?? '');
  if (given === null) {
    return { nested: null, missingFile: file };
  }
  const inside: Place = { file: given.name, lineOf: linesOf(given.text), depth };
  const known = reader.parsed.get(given.name);
  const text = known ?? located(inside, () => readYaml(given.text));
  if (known === undefined) {
    reader.parsed.set(given.name, text);
    noteDuplicates(reader, text, inside);
  }
  budgetOf(reader).spend(1, text.root, resource.offset);
  return {
    nested: stackGraph(reader, text.root, propertiesOf(resource, stack), inside, undefined),
    missingFile: null,
  };
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

function weightOf(node: TemplateNode): number {
  if (node.kind === 'scalar') {
    return typeof node.value === 'string' ? 1 + node.value.length / 64 : 1;
  }
  const parts = node.kind === 'list' ? node.items : node.entries.map((entry) => entry.value);
  return parts.reduce((total, part) => total + weightOf(part), 1);
}

/** The parameters of a nested template are the properties of its resource; nothing counts as not given. */
function propertiesOf(resource: ResourceDefinition, stack: StackDefinition): ReadonlyMap<string, Value> {
  const all = resource.properties === null ? null : resolveSnippet(resource.properties, stack.context);
  const values =
    resource.type === 'AWS::CloudFormation::Stack' && isMapValue(all) ? (all.get('Parameters') ?? null) : all;
  return isMapValue(values) ? values : new Map();
}
