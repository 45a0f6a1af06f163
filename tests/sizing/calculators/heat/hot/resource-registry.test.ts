import { describe, expect, it } from 'vitest';
import type { ResourceRegistry } from '../../../../../src/sizing/calculators/heat/hot/resource-registry.ts';
import { edgesIn, graphIn, problemsIn, template } from './hot-edges.ts';
import { registryIn } from './registry-in.ts';

const registryOf = (yaml: string): ResourceRegistry => registryIn(yaml).registry;
const version = '2018-08-31';
const typeOf = (type: string, yaml: string, name = 'r'): string | undefined =>
  graphIn(template(version, { [name]: `{type: "${type}"}` }), { registry: registryOf(yaml) }).resources[0]
    ?.type;

// Expectations follow heat/engine/environment.py: ResourceInfo, get_resource_info() and get_child_environment().
describe('readRegistry', () => {
  it('follows an alias to a type, also over another alias', () => {
    expect(typeOf('My::Server', '"My::Server": OS::Nova::Server')).toBe('OS::Nova::Server');
    expect(typeOf('A::B', '{"A::B": "C::D", "C::D": "OS::Cinder::Volume"}')).toBe('OS::Cinder::Volume');
    expect(typeOf('Other::Type', '"My::Server": OS::Nova::Server')).toBe('Other::Type');
  });

  it('follows a pattern, to a pattern or to one type', () => {
    expect(typeOf('OS::Networking::Port', '"OS::Networking::*": "OS::Neutron::*"')).toBe('OS::Neutron::Port');
    expect(typeOf('OS::Nova::Server', '"OS::*": OS::Heat::None')).toBe('OS::Heat::None');
  });

  it('prefers an alias for one resource, and then, as Heat sorts, the pattern to the exact name', () => {
    const registry = '{"A::B": "C::D", resources: {special: {"A::B": "E::F"}}}';
    expect(typeOf('A::B', registry, 'special')).toBe('E::F');
    expect(typeOf('A::B', registry, 'plain')).toBe('C::D');
    // The path OS::* sorts before OS::Nova::Server, since an asterisk comes before letters.
    expect(typeOf('OS::Nova::Server', '{"OS::Nova::Server": "X::Y", "OS::*": OS::Heat::None}')).toBe(
      'OS::Heat::None',
    );
  });

  it('takes back what stands before an alias without a value', () => {
    expect(typeOf('A::B', '{"A::B": "C::D", "A::*": null}')).toBe('A::B');
  });

  it('knows the aliases that Heat brings along', () => {
    expect(typeOf('OS::Quantum::Net', '{}')).toBe('OS::Neutron::Net');
    expect(typeOf('OS::Metering::Alarm', '{}')).toBe('OS::Aodh::Alarm');
  });

  it('refuses aliases in a circle, with the place of the resource', () => {
    const registry = registryOf('{"A::B": "C::D", "C::D": "A::B"}');
    expect(problemsIn(template(version, { r: '{type: "A::B"}' }), { registry })).toMatchObject([
      { code: 'environment', line: 3 },
    ]);
  });

  it('names what is neither a type nor a template, and a hook that holds the stack', () => {
    const { createHooks, faults } = registryIn(`"A::B": nonsense
"C::D": [OS::Nova::Server]
resources:
  web: { hooks: [pre-create, pre-update] }
  db: { hooks: pre-delete, restricted_actions: replace }
base_url: http://example.org/
`);
    expect(faults.map(({ message }) => message)).toEqual([
      '"nonsense" is neither a type nor a template (.yaml, .template).',
      'The registry maps "C::D" to something that is no text.',
    ]);
    expect(createHooks).toHaveLength(1);
  });
});

describe('graphOf with a registry', () => {
  const network = {
    net: '{type: OS::Neutron::Net}',
    s: '{type: My::Subnet, properties: {network: {get_resource: net}}}',
    p: '{type: OS::Neutron::Port, properties: {network: {get_resource: net}}}',
    v: '{type: OS::Nova::Server, properties: {networks: [{network: elsewhere}]}}',
  };

  it('finds the edges that the plugin behind an alias adds', () => {
    const registry = registryOf('"My::Subnet": OS::Neutron::Subnet');
    expect(edgesIn(template(version, network))).toEqual(['p > net', 's > net']);
    expect(edgesIn(template(version, network), { registry })).toEqual(['p > net', 'p ~ s', 's > net']);
  });

  it('keeps a resource that is nothing, with the edges of its text; a server waits for such a subnet', () => {
    // Without properties its network is unknown, and Heat lets servers wait for a subnet of unknown network.
    const registry = registryOf('"OS::Neutron::Subnet": OS::Heat::None');
    const resources = { ...network, s: network.s.replace('My::Subnet', 'OS::Neutron::Subnet') };
    expect(edgesIn(template(version, resources), { registry })).toEqual(['p > net', 's > net', 'v ~ s']);
    expect(graphIn(template(version, resources), { registry }).resources.map(({ type }) => type)).toContain(
      'OS::Heat::None',
    );
  });

  const web = template(version, { server: '{type: OS::Nova::Server}' }, 'parameters: {n: {type: number}}');

  it('reads the template behind an alias, with the properties as its parameters', () => {
    const options = { registry: registryOf('"My::Web": web.yaml'), files: { 'web.yaml': web } };
    const [r] = graphIn(template(version, { r: '{type: My::Web, properties: {n: 1}}' }), options).resources;
    expect(r?.nested?.resources.map(({ name }) => name)).toEqual(['server']);
    const alone = graphIn(template(version, { r: '{type: My::Web}' }), { registry: options.registry });
    expect(alone.resources[0]).toMatchObject({ nested: null, missingFile: 'web.yaml' });
  });

  it('takes the type for itself again inside the template that stands in for it', () => {
    const options = { registry: registryOf('"OS::Nova::Server": web.yaml'), files: { 'web.yaml': web } };
    const [r] = graphIn(template(version, { r: '{type: OS::Nova::Server}' }), options).resources;
    expect(r?.nested?.resources).toMatchObject([{ name: 'server', type: 'OS::Nova::Server', nested: null }]);
  });

  it('reaches into a group: its members go by the registry, and by what stands there for one of them', () => {
    const registry = registryOf('{"My::T": "A::B", resources: {g: {"1": {"My::T": "C::D"}}}}');
    const text = template(version, {
      g: '{type: OS::Heat::ResourceGroup, properties: {count: 2, resource_def: {type: "My::T"}}}',
    });
    const members = graphIn(text, { registry }).resources[0]?.nested?.resources;
    expect(members?.map(({ type }) => type)).toEqual(['A::B', 'C::D']);
  });

  it.each([
    ['g', true],
    ['*', true],
    ['?', true],
    ['g*', true],
    ['*a*', false],
    ['??', false],
    ['h', false],
  ])('reaches into the resource g by the pattern %s: %s', (pattern, isReached) => {
    const registry = registryOf(`{resources: {"${pattern}": {"0": {"My::T": "C::D"}}}}`);
    const text = template(version, {
      g: '{type: OS::Heat::ResourceGroup, properties: {resource_def: {type: "My::T"}}}',
    });
    const [member] = graphIn(text, { registry }).resources[0]?.nested?.resources ?? [];
    expect(member?.type).toBe(isReached ? 'C::D' : 'My::T');
  });

  it('gives parameter_defaults to the template and to those inside, behind a given value and before its own default', () => {
    const child = template(
      version,
      { a: '{type: X, condition: is}', b: '{type: X}' },
      'parameters: {n: {type: number, default: 0}}\nconditions: {is: {equals: [{get_param: n}, 2]}}',
    );
    const names = (properties: string): readonly string[] | undefined =>
      graphIn(template(version, { r: `{type: n.yaml${properties}}` }), {
        files: { 'n.yaml': child },
        parameterDefaults: { n: 2 },
      }).resources[0]?.nested?.resources.map(({ name }) => name);
    expect(names('')).toEqual(['a', 'b']);
    expect(names(', properties: {n: 1}')).toEqual(['b']);
  });
});
