import { remembered } from './remembered.ts';
import { matchesShellPattern } from './shell-pattern.ts';
import type { TemplateNode } from './template-node.ts';
import { isEmptyNode, textOf } from './template-node.ts';
import { TemplateFault } from './template-problem.ts';

/** One line of an environment's `resource_registry`: `[alias]`, or `['resources', resource, …, alias]`. */
interface RegistryEntry {
  readonly path: readonly string[];
  /** Another type, a pattern of types, or the name of a template. */
  readonly target: string;
}

export interface ResourceRegistry {
  readonly entries: readonly RegistryEntry[];
}

/** What Heat makes of a resource's type. */
interface ResolvedType {
  /** The type whose code runs; as written where a template stands behind it. */
  readonly type: string;
  /** The template behind the type; null where there is none. */
  readonly file: string | null;
  /** Types that Heat takes the resource for when it looks for edges. */
  readonly interfaces: readonly string[];
  /** Where the registry names the template, so that inside it the name means the type again. */
  readonly path: readonly string[] | null;
}

export const emptyRegistry: ResourceRegistry = { entries: [] };
/** The largest published ones (TripleO) have a few hundred. */
const mostEntries = 2000;

/** What Heat itself registers: etc/heat/environment.d/default.yaml, without its two AWS templates. */
const globalRegistry: ResourceRegistry = {
  entries: [
    { path: ['OS::Quantum*'], target: 'OS::Neutron*' },
    { path: ['OS::Metering::Alarm'], target: 'OS::Aodh::Alarm' },
    { path: ['OS::Ceilometer::Alarm'], target: 'OS::Aodh::Alarm' },
    { path: ['OS::Ceilometer::GnocchiResourcesAlarm'], target: 'OS::Aodh::GnocchiResourcesAlarm' },
    ...['Metrics', 'Resources'].map((by) => ({
      path: [`OS::Ceilometer::GnocchiAggregationBy${by}Alarm`],
      target: `OS::Aodh::GnocchiAggregationBy${by}Alarm`,
    })),
    { path: ['OS::Ceilometer::CombinationAlarm'], target: 'OS::Aodh::CombinationAlarm' },
  ],
};

/** Aliases of aliases beyond this go in a circle; Heat's own recursion ends with an error. */
const mostSteps = 50;
const templateName = /\.(?:yaml|template)$/;

/** What the settings beside the aliases are: hooks stop a stack, the others do nothing when it is created. */
const settings: ReadonlySet<string> = new Set(['hooks', 'restricted_actions']);

interface ReadRegistry {
  readonly registry: ResourceRegistry;
  readonly faults: readonly TemplateFault[];
  /** Places of hooks that hold a create until somebody lets it go on. */
  readonly createHooks: readonly number[];
}

/** Reads a `resource_registry`. Source: heat/engine/environment.py _load_registry(). Never throws. */
export function readRegistry(section: TemplateNode | undefined): ReadRegistry {
  const entries = new Map<string, RegistryEntry>();
  const faults: TemplateFault[] = [];
  const createHooks: number[] = [];
  const refuse = (offset: number, message: string): void => {
    faults.push(new TemplateFault('environment', offset, message));
  };
  const read = (node: TemplateNode, path: readonly string[]): void => {
    for (const { key, keyOffset, value } of node.kind === 'map' ? node.entries : []) {
      const own = [...path, key];
      const target = textOf(value);
      if (value.kind === 'map') {
        read(value, own);
      } else if (settings.has(key)) {
        createHooks.push(...(key === 'hooks' && isCreateHook(value) ? [keyOffset] : []));
      } else if (value.kind === 'scalar' && value.value === null) {
        removeEntries(entries, path, key);
      } else if (target === undefined) {
        refuse(value.offset, `The registry maps "${key}" to something that is no text.`);
      } else if (key !== 'base_url' && !target.includes('::') && !templateName.test(target)) {
        refuse(value.offset, `"${target}" is neither a type nor a template (.yaml, .template).`);
      } else if (key !== 'base_url') {
        entries.set(JSON.stringify(own), { path: own, target });
      }
    }
  };
  if (section !== undefined && !isEmptyNode(section) && section.kind !== 'map') {
    refuse(section.offset, 'resource_registry must be a map of types.');
  } else if (section !== undefined) {
    read(section, []);
  }
  if (entries.size > mostEntries) {
    refuse(
      section?.offset ?? 0,
      `The registry has ${entries.size} entries; the first ${mostEntries} are read here.`,
    );
  }
  return { registry: { entries: [...entries.values()].slice(0, mostEntries) }, faults, createHooks };
}

function isCreateHook(value: TemplateNode): boolean {
  const hooks = value.kind === 'list' ? value.items.map(textOf) : [textOf(value)];
  return hooks.some((hook) => hook === 'pre-create' || hook === 'post-create');
}

/** An alias without a value takes back what stands before it; with a `*`, all that begin so. */
function removeEntries(entries: Map<string, RegistryEntry>, path: readonly string[], key: string): void {
  for (const [id, { path: own }] of entries) {
    const name = own.at(-1) ?? '';
    const isHere = JSON.stringify(own.slice(0, -1)) === JSON.stringify(path);
    if (isHere && (key.endsWith('*') ? name.startsWith(key.slice(0, -1)) : name === key)) {
      entries.delete(id);
    }
  }
}

/**
 * Follows a type through the aliases. Throws a TemplateFault where they go in a circle. Source:
 * heat/engine/environment.py get_resource_info().
 */
export function resolvedType(
  registry: ResourceRegistry,
  type: string,
  resource: string,
  offset: number,
): ResolvedType {
  let current = type;
  for (let step = 0; step <= mostSteps; step += 1) {
    const entry = entryFor(registry, current, resource);
    if (templateName.test(current) || (entry !== undefined && templateName.test(entry.target))) {
      const file = entry === undefined || templateName.test(current) ? current : entry.target;
      const path = entry?.path ?? [current];
      return { type, file, path, interfaces: [...new Set([type, path.at(-1) ?? type])] };
    }
    if (entry === undefined) {
      return { type: current, file: null, path: null, interfaces: [...new Set([type, current])] };
    }
    current = targetOf(entry, current);
  }
  throw new TemplateFault(
    'environment',
    offset,
    `The environment maps "${type}" round in a circle: Heat finds no type for "${resource}".`,
  );
}

/** The user's before Heat's own, for one resource before for all, then by the alphabet: so Heat sorts them. */
function entryFor(registry: ResourceRegistry, type: string, resource: string): RegistryEntry | undefined {
  return firstIn(indexOf(registry), type, resource) ?? firstIn(indexOf(globalRegistry), type, resource);
}

interface Index {
  /** By alias, or by resource and alias. */
  readonly exact: ReadonlyMap<string, RegistryEntry>;
  readonly patterns: readonly RegistryEntry[];
}

const indexOf = remembered(
  ({ entries }: ResourceRegistry): Index => ({
    exact: new Map(
      entries.flatMap((entry) => {
        const [first, name = '', alias = ''] = entry.path;
        if (entry.path.length === 1) {
          return [[first ?? '', entry] as const];
        }
        const isForOne = entry.path.length === 3 && first === 'resources';
        return isForOne ? [[JSON.stringify([name, alias]), entry] as const] : [];
      }),
    ),
    patterns: entries.filter(({ path }) => path.length === 1 && path[0]?.endsWith('*')).sort(byHeatsOrder),
  }),
);

function firstIn({ exact, patterns }: Index, type: string, resource: string): RegistryEntry | undefined {
  const forOne = exact.get(JSON.stringify([resource, type]));
  if (forOne !== undefined) {
    return forOne;
  }
  const pattern = patterns.find(
    ({ path: [name = ''], target }) => type !== target && type.startsWith(name.slice(0, -1)),
  );
  return [exact.get(type), pattern].filter((entry) => entry !== undefined).sort(byHeatsOrder)[0];
}

function byHeatsOrder(a: RegistryEntry, b: RegistryEntry): number {
  const [left = '', right = ''] = [a.path[0], b.path[0]];
  return left < right ? -1 : left > right ? 1 : 0;
}

function targetOf({ path, target }: RegistryEntry, type: string): string {
  const pattern = path.at(-1) ?? '';
  return pattern.endsWith('*') && target.endsWith('*')
    ? target.slice(0, -1) + type.slice(pattern.length - 1)
    : target;
}

/** The registry inside a resource: without the entry that led to its template, with what stands there for its own. */
export function nestedRegistry(
  registry: ResourceRegistry,
  resource: string,
  path: readonly string[] | null,
): ResourceRegistry {
  const { entries } = registry;
  if (!entries.some((entry) => entry.path === path || isForResources(entry))) {
    return registry;
  }
  return {
    entries: entries.flatMap((entry) => {
      const [, name = '', ...rest] = entry.path;
      if (entry.path === path) {
        return [];
      }
      if (!isForResources(entry)) {
        return [entry];
      }
      return matchesShellPattern(resource, name) ? [{ ...entry, path: ['resources', ...rest] }] : [];
    }),
  };
}

function isForResources({ path }: RegistryEntry): boolean {
  return path[0] === 'resources' && path.length > 1;
}
