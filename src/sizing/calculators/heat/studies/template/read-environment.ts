import { linesOf, readYaml } from '../../hot/read-yaml.ts';
import { emptyRegistry, type ResourceRegistry, readRegistry } from '../../hot/resource-registry.ts';
import { childOf, type MapNode, type TemplateNode } from '../../hot/template-node.ts';
import { located, problemAt, problemsOf, type TemplatePlace } from '../../hot/template-place.ts';
import type { TemplateProblem } from '../../hot/template-problem.ts';
import type { JsonValue } from '../../hot/value.ts';

type JsonValues = Readonly<Record<string, JsonValue>>;

interface GivenEnvironment {
  readonly values: JsonValues;
  readonly defaults: JsonValues;
  readonly registry: ResourceRegistry;
  /** Where each parameter is given a value. */
  readonly places: ReadonlyMap<string, { readonly line: number; readonly column: number }>;
  readonly problems: readonly TemplateProblem[];
}

/** Heat refuses an environment with any other section. Source: heat/common/environment_format.py. */
const sections: readonly string[] = [
  'parameters',
  'parameter_defaults',
  'resource_registry',
  'encrypted_param_names',
  'event_sinks',
  'parameter_merge_strategies',
];

const nothing: GivenEnvironment = {
  values: {},
  defaults: {},
  registry: emptyRegistry,
  places: new Map(),
  problems: [],
};

/** Reads `name: value` lines, or a whole environment file. Never throws. */
export function readEnvironment(text: string): GivenEnvironment {
  const place: TemplatePlace = { file: 'parameters', lineOf: linesOf(text), depth: 0 };
  try {
    const { notes, root } = located(place, () => readYaml(text));
    if (root === null) return nothing;
    if (root.kind !== 'map') {
      const message = 'Parameters are lines of name: value.';
      return { ...nothing, problems: [problemAt(place, 'parameter', root.offset, message)] };
    }
    const repeated = notes.map(({ message, offset }) => problemAt(place, 'duplicate-key', offset, message));
    const isEnvironment = root.entries.some(({ key }) => sections.includes(key));
    const read = isEnvironment ? environmentOf(root, place) : { ...nothing, ...parametersOf(root, place) };
    return { ...read, problems: [...repeated, ...read.problems] };
  } catch (error) {
    return { ...nothing, problems: problemsOf(error, place) };
  }
}

function environmentOf(root: MapNode, place: TemplatePlace): GivenEnvironment {
  const { createHooks, faults, registry } = readRegistry(childOf(root, 'resource_registry'));
  const wrong = root.entries.flatMap(({ key, keyOffset, value }) => {
    const isKnown = sections.includes(key);
    const isEmpty = value.kind === 'scalar' && value.value === null;
    if (isKnown && !isEmpty) return [];
    const what = isKnown ? `has no value` : 'is no section of an environment';
    return [problemAt(place, 'environment', keyOffset, `"${key}" ${what}: Heat refuses the environment.`)];
  });
  return {
    ...parametersOf(childOf(root, 'parameters'), place),
    defaults: valuesOf(childOf(root, 'parameter_defaults')),
    registry,
    problems: [
      ...wrong,
      ...faults.map(({ code, message, offset }) => problemAt(place, code, offset, message)),
      ...createHooks.map((offset) =>
        problemAt(
          place,
          'environment',
          offset,
          'A hook holds the stack until somebody lets it go on; no time here counts that.',
        ),
      ),
    ],
  };
}

function parametersOf(
  section: TemplateNode | undefined,
  place: TemplatePlace,
): Pick<GivenEnvironment, 'values' | 'places'> {
  const entries = section?.kind === 'map' ? section.entries : [];
  return {
    values: valuesOf(section),
    places: new Map(entries.map(({ key, keyOffset }) => [key, place.lineOf(keyOffset)])),
  };
}

function valuesOf(section: TemplateNode | undefined): JsonValues {
  const entries = section?.kind === 'map' ? section.entries : [];
  return Object.fromEntries(entries.map(({ key, value }) => [key, jsonOf(value)]));
}

function jsonOf(node: TemplateNode): JsonValue {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(jsonOf);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, jsonOf(value)]));
}

/** Heat refuses a value for a parameter that the template does not have; one under parameter_defaults it ignores. */
export function unknownParameters(
  names: readonly string[],
  { places }: GivenEnvironment,
): readonly TemplateProblem[] {
  return names.map((name) => ({
    code: 'parameter',
    message: `The template has no parameter "${name}": Heat refuses a value for it.`,
    ...(places.get(name) ?? { line: 1, column: 1 }),
    file: 'parameters',
  }));
}
