import { describe, expect, it } from 'vitest';
import {
  nestedRegistry,
  readRegistry,
  resolvedType,
} from '../../../../../src/sizing/calculators/heat/hot/resource-registry.ts';
import { registryIn } from './registry-in.ts';

const typeOf = (yaml: string, type: string, resource = 'r'): string =>
  resolvedType(registryIn(yaml).registry, type, resource, 0).type;
const messagesOf = (yaml: string): readonly string[] => registryIn(yaml).faults.map(({ message }) => message);
const pathsOf = (yaml: string): readonly string[] =>
  registryIn(yaml).registry.entries.map(({ path, target }) => [...path, target].join(' '));

// heat/engine/environment.py: _load_registry(), _register_info(), iterable_by(), ResourceInfo.__lt__().
describe('readRegistry', () => {
  it.each(['', '~', '[]', '{}', 'false', '""'])('takes "%s" for an empty registry', (yaml) => {
    expect(registryIn(yaml)).toEqual({ registry: { entries: [] }, faults: [], createHooks: [] });
  });

  it('takes no registry at all for an empty one', () => {
    expect(readRegistry(undefined)).toEqual({ registry: { entries: [] }, faults: [], createHooks: [] });
  });

  it.each(['[a]', 'text', '5'])('refuses "%s"', (yaml) => {
    expect(messagesOf(yaml)).toEqual(['resource_registry must be a map of types.']);
  });

  it('reads aliases at any depth, and no address of files', () => {
    expect(
      pathsOf(
        '{base_url: "http://x/", "A::B": "C::D", resources: {r: {"A::B": n.yaml, base_url: "http::/y"}}}',
      ),
    ).toEqual(['A::B C::D', 'resources r A::B n.yaml']);
    expect(messagesOf('{base_url: nonsense}')).toEqual([]);
  });

  it.each([
    ['"A::*": ~', ['A:D X::Y', 'resources r A::B X::Y']],
    ['"A*": ~', ['resources r A::B X::Y']],
    ['"A:D*": ~', ['A::B X::Y', 'A::C X::Y', 'resources r A::B X::Y']],
    ['"A::": ~', ['A::B X::Y', 'A::C X::Y', 'A:D X::Y', 'resources r A::B X::Y']],
    ['other: {"A::*": ~}', ['A::B X::Y', 'A::C X::Y', 'A:D X::Y', 'resources r A::B X::Y']],
  ])('takes back by %s what stands there, and nothing else', (removal, left) => {
    const before = '"A::B": "X::Y", "A::C": "X::Y", "A:D": "X::Y", resources: {r: {"A::B": "X::Y"}}';
    expect(pathsOf(`{${before}, ${removal}}`)).toEqual(left);
  });

  it.each([
    ['hooks: pre-create', 1],
    ['hooks: post-create', 1],
    ['hooks: [pre-update, post-create]', 1],
    ['hooks: pre-update', 0],
    ['hooks: [pre-delete]', 0],
    ['restricted_actions: pre-create', 0],
    ['restricted_actions: [replace]', 0],
  ])('counts the hooks that hold a create: %s', (setting, hooks) => {
    const { createHooks, faults, registry } = registryIn(`resources: {r: {${setting}}}`);
    expect(createHooks).toHaveLength(hooks);
    expect(faults).toEqual([]);
    expect(registry.entries).toEqual([]);
  });

  it('reads the first 2000 entries and says so', () => {
    const entriesOf = (count: number) =>
      readRegistry({
        kind: 'map',
        offset: 3,
        entries: Array.from({ length: count }, (_, at) => ({
          key: `A::B${at}`,
          keyOffset: 3,
          value: { kind: 'scalar' as const, value: 'C::D', offset: 3 },
        })),
      });
    expect(entriesOf(2000).faults).toEqual([]);
    expect(entriesOf(2000).registry.entries).toHaveLength(2000);
    expect(entriesOf(2001).registry.entries).toHaveLength(2000);
    expect(entriesOf(2001).faults).toMatchObject([
      { offset: 3, message: 'The registry has 2001 entries; the first 2000 are read here.' },
    ]);
  });
});

describe('resolvedType', () => {
  it('prefers what sorts first: of two patterns, and of a pattern and a name', () => {
    expect(typeOf('{"OS::Nova::*": "A::B", "OS::*": "C::D"}', 'OS::Nova::Server')).toBe('C::D');
    expect(typeOf('{"OS::*": "C::D", "OS::Nova::*": "A::B"}', 'OS::Nova::Server')).toBe('C::D');
    // A name sorts before a pattern of which it is the beginning.
    expect(typeOf('{"OS::": "A::B", "OS::*": "C::D"}', 'OS::')).toBe('A::B');
    expect(typeOf('{"OS::*": "C::D", "OS::": "A::B"}', 'OS::')).toBe('A::B');
    expect(typeOf('{"A::*": "X::*", "A::B": "C::D"}', 'A::C')).toBe('X::C');
  });

  it('takes from elsewhere in the registry only what stands for the resource', () => {
    expect(typeOf('{resources: {r: {"A::B": "C::D"}}}', 'A::B')).toBe('C::D');
    expect(typeOf('{resources: {s: {"A::B": "C::D"}}}', 'A::B')).toBe('A::B');
    expect(typeOf('{other: {r: {"A::B": "C::D"}}}', 'A::B')).toBe('A::B');
    expect(typeOf('{resources: {r: {x: {"A::B": "C::D"}}}}', 'A::B')).toBe('A::B');
    expect(typeOf('{resources: {"A::B": "C::D"}}', 'A::B')).toBe('A::B');
    expect(typeOf('{resources: {"A::*": "C::D"}}', 'A::B')).toBe('A::B');
  });

  it('follows fifty aliases, of which each leads to the next', () => {
    const chain = (count: number): string =>
      `{${Array.from({ length: count }, (_, at) => `"A::B${at}": "A::B${at + 1}"`).join(', ')}}`;
    expect(typeOf(chain(50), 'A::B0')).toBe('A::B50');
    expect(() => typeOf(chain(51), 'A::B0')).toThrow('The environment maps "A::B0" round in a circle');
  });

  it.each<
    readonly [
      yaml: string,
      asked: string,
      type: string,
      file: string | null,
      path: readonly string[] | null,
      interfaces: readonly string[],
    ]
  >([
    ['{}', 'n.yaml', 'n.yaml', 'n.yaml', ['n.yaml'], ['n.yaml']],
    ['{"A::B": n.template}', 'A::B', 'A::B', 'n.template', ['A::B'], ['A::B']],
    [
      '{"A::B": "C::D", resources: {r: {"C::D": n.yaml}}}',
      'A::B',
      'A::B',
      'n.yaml',
      ['resources', 'r', 'C::D'],
      ['A::B', 'C::D'],
    ],
    ['{"A::B": "C::D"}', 'A::B', 'C::D', null, null, ['A::B', 'C::D']],
    ['{}', 'A::B', 'A::B', null, null, ['A::B']],
  ])(
    'with %s takes %s for %s and knows the template behind it and the types for which it stands',
    (yaml, asked, type, file, path, interfaces) => {
      expect(resolvedType(registryIn(yaml).registry, asked, 'r', 0)).toEqual({
        type,
        file,
        path,
        interfaces,
      });
    },
  );
});

describe('nestedRegistry', () => {
  it('leaves out the entry that led inside, and puts in what stands for a resource there', () => {
    const { registry } = registryIn(
      '{"A::B": n.yaml, "C::D": "E::F", resources: {r: {s: {"G::H": "I::J"}}, t: {u: {"G::H": "K::L"}}, "*": {v: {"G::H": "M::N"}}}}',
    );
    const paths = (path: readonly string[] | null): readonly string[] =>
      nestedRegistry(registry, 'r', path).entries.map((entry) => [...entry.path, entry.target].join(' '));
    const inside = ['resources s G::H I::J', 'resources v G::H M::N'];
    expect(paths(registry.entries[0]?.path ?? null)).toEqual(['C::D E::F', ...inside]);
    expect(paths(null)).toEqual(['A::B n.yaml', 'C::D E::F', ...inside]);
  });

  it('is the same inside where nothing stands for a resource', () => {
    const { registry } = registryIn('{"A::B": "C::D", resources: "E::F", other: {x: "G::H"}}');
    expect(nestedRegistry(registry, 'r', null)).toBe(registry);
  });
});
