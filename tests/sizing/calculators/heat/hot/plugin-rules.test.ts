import { describe, expect, it } from 'vitest';
import { edgesIn, graphIn, problemsIn, template } from './hot-edges.ts';
import { registryIn } from './registry-in.ts';

const of = (type: string, properties = ''): string => `{type: OS::${type}, properties: {${properties}}}`;
const plugins = (
  resources: Readonly<Record<string, string>>,
  registry = '{}',
  head = '',
): readonly string[] =>
  edgesIn(template('2015-10-15', resources, head), {
    registry: registryIn(registry).registry,
    files: { 'web.yaml': template('2015-10-15', { a: '{type: X}' }) },
  }).filter((edge) => edge.includes('~'));
const x = '{type: X}';
const attribute = '{get_attr: [x, some]}';

// Each follows from the add_dependencies() of a plugin in heat/engine/resources, and from how properties.py reads.
describe('pluginEdges', () => {
  it.each([
    ['port and subnet', { a: of('Neutron::Port'), b: of('Neutron::Subnet') }],
    ['gateway and interface', { a: of('Neutron::RouterGateway'), b: of('Neutron::RouterInterface') }],
    ['gateway and subnet', { a: of('Neutron::RouterGateway'), b: of('Neutron::Subnet') }],
    [
      'route, interface and gateway',
      { a: of('Neutron::ExtraRoute'), b: of('Neutron::RouterInterface'), c: of('Neutron::RouterGateway') },
    ],
    ['set of routes and interface', { a: of('Neutron::ExtraRouteSet'), b: of('Neutron::RouterInterface') }],
    [
      'floating IP, gateway and router',
      { a: of('Neutron::FloatingIP'), b: of('Neutron::RouterGateway'), c: of('Neutron::Router') },
    ],
    ['router and subnet', { a: of('Neutron::Router'), b: of('Neutron::Subnet') }],
    [
      'gateway attachment and route table',
      { a: '{type: AWS::EC2::VPCGatewayAttachment}', b: '{type: AWS::EC2::RouteTable}' },
    ],
    ['port without any properties', { a: '{type: OS::Neutron::Port}', b: '{type: OS::Neutron::Subnet}' }],
  ])('adds nothing between %s that name nothing', (_, resources) => {
    expect(plugins(resources)).toEqual([]);
  });

  it.each([
    ['no list of maps', '{network: n}'],
    ['text', 'n'],
    ['a list with text', '[{network: n}, text]'],
    ['a list without cards', '[]'],
    ['a network that is a map', '[{network: {a: b}}]'],
    ['one network that is a map beside another', '[{network: {a: b}}, {network: n}]'],
    ['nothing', ''],
    ['empty text', '""'],
  ])('adds nothing to a server whose networks are %s', (_, networks) => {
    const resources = {
      x,
      s: of('Neutron::Subnet', 'network: n'),
      unknown: of('Neutron::Subnet', `network: ${attribute}`),
      v: of('Nova::Server', `networks: ${networks}`),
    };
    expect(plugins(resources)).toEqual([]);
  });

  it('lets a server with a network not yet known wait for every subnet that names one', () => {
    const resources = {
      x,
      s: of('Neutron::Subnet', 'network: n'),
      t: of('Neutron::Subnet', 'network_id: m'),
      nameless: of('Neutron::Subnet', 'cidr: c'),
      broken: of('Neutron::Subnet', 'network: {a: b}'),
      unknown: of('Neutron::Subnet', `network: ${attribute}`),
      v: of('Nova::Server', `networks: [{network: ${attribute}}]`),
      w: of('Nova::Server', 'networks: [{network: elsewhere}, {port: p}]'),
    };
    expect(plugins(resources)).toEqual(
      ['v', 'w'].flatMap((server) => ['s', 't', 'unknown'].map((subnet) => `${server} ~ ${subnet}`)),
    );
  });

  it('takes the older name of a property where that is given, and text for what a number says', () => {
    const s = of('Neutron::Subnet', 'network: "5"');
    expect(plugins({ s, p: of('Neutron::Port', 'network_id: 5') })).toEqual(['p ~ s']);
    expect(plugins({ s, p: of('Neutron::Port', 'network_id: 5, network: 6') })).toEqual(['p ~ s']);
    expect(plugins({ s, p: of('Neutron::Port', 'network_id: 6, network: 5') })).toEqual([]);
    expect(
      plugins({ s: of('Neutron::Subnet', 'network: "null"'), p: of('Neutron::Port', 'network: ') }),
    ).toEqual([]);
  });

  it('takes two values that only a running Heat knows for the same if made alike', () => {
    const s = of('Neutron::Subnet', 'network: {digest: [md5, a]}');
    expect(plugins({ s, p: of('Neutron::Port', 'network: {digest: [md5, a]}') })).toEqual(['p ~ s']);
    expect(plugins({ s, p: of('Neutron::Port', 'network: {digest: [md5, b]}') })).toEqual([]);
  });

  it('passes over a property that cannot be worked out, as Heat does', () => {
    const broken = '{list_join: ["-", [1]]}';
    const resources = {
      s: of('Neutron::Subnet', `network: ${broken}`),
      p: of('Neutron::Port', `network: ${broken}`),
    };
    expect(plugins(resources)).toEqual([]);
    const whole = { ...resources, q: '{type: OS::Neutron::Port, properties: {list_join: ["-", [1]]}}' };
    expect(plugins(whole)).toEqual([]);
  });

  it('lets a floating IP wait for the gateway to its network, not for one to a network not yet known', () => {
    const ends = {
      x,
      g: of('Neutron::RouterGateway', 'router_id: r, network: public'),
      old: of('Neutron::RouterGateway', 'router_id: r, network_id: public'),
      r: of('Neutron::Router', 'external_gateway_info: {network: public}'),
      far: of('Neutron::Router', 'external_gateway_info: {network: elsewhere}'),
      none: of('Neutron::Router', 'external_gateway_info: {enable_snat: true}'),
      text: of('Neutron::Router', 'external_gateway_info: public'),
      unknown: of('Neutron::RouterGateway', `router_id: r, network: ${attribute}`),
    };
    expect(plugins({ ...ends, f: of('Neutron::FloatingIP', 'floating_network: public') })).toEqual([
      'f ~ g',
      'f ~ old',
      'f ~ r',
    ]);
    expect(plugins({ ...ends, f: of('Neutron::FloatingIP', `floating_network: ${attribute}`) })).toEqual([]);
  });

  it.each([
    ['no addresses', '', ['f ~ i', 'f ~ j']],
    ['an empty list of addresses', ', fixed_ips: []', ['f ~ i', 'f ~ j']],
    ['empty text for addresses', ', fixed_ips: ""', ['f ~ i', 'f ~ j']],
    ['an address without subnet', ', fixed_ips: [{ip_address: 1.2.3.4}]', ['f ~ i', 'f ~ j']],
    ['a subnet not yet known', `, fixed_ips: [{subnet: ${attribute}}]`, ['f ~ i', 'f ~ j']],
    ['addresses that are no list', ', fixed_ips: text', []],
    ['an address that is no map', ', fixed_ips: [text]', []],
    ['an address on a subnet', ', fixed_ips: [{subnet: inner}]', ['f ~ k']],
  ])('lets a floating IP of a port with %s wait for the interfaces that fit', (_, more, edges) => {
    const resources = {
      x,
      i: of('Neutron::RouterInterface', 'router: r, port: x'),
      j: of('Neutron::RouterInterface', `router: r, subnet: ${attribute}`),
      k: of('Neutron::RouterInterface', 'router: r, subnet: inner'),
      p: of('Neutron::Port', `network: n${more}`),
      f: of(
        'Neutron::FloatingIP',
        'floating_network: public, port_id: {get_resource: p}, value_specs: {get_attr: [x, y]}',
      ),
    };
    expect(plugins(resources)).toEqual(edges);
  });

  it.each(['', ', fixed_ips: text', ', fixed_ips: []'])(
    'adds nothing to an association with a port of no address (%s)',
    (more) => {
      const resources = {
        i: of('Neutron::RouterInterface', 'router: r, port: x'),
        p: of('Neutron::Port', `network: n${more}`),
        a: of('Neutron::FloatingIPAssociation', 'port_id: {get_resource: p}'),
      };
      expect(plugins(resources)).toEqual([]);
    },
  );

  it('makes no resource wait for itself, nor twice for another', () => {
    // By its alias it is a subnet, by what the alias leads to a port.
    expect(
      plugins({ s: of('Neutron::Subnet', 'network: n') }, '"OS::Neutron::Subnet": OS::Neutron::Port'),
    ).toEqual([]);
    const both = {
      s: of('Neutron::Subnet', 'network: n'),
      v: of('Nova::Server', 'networks: [{network: n}, {uuid: n}]'),
      p: of('Neutron::Port', 'network: n, fixed_ips: [{subnet: {get_resource: s}}]'),
    };
    const graph = graphIn(template('2015-10-15', both));
    expect(graph.edges.map(({ from, to, reasons, line }) => [from, to, reasons, line])).toEqual([
      ['v', 's', ['plugin'], 4],
      ['p', 's', ['properties'], 5],
    ]);
  });

  it('lets a type with a template behind it wait for nothing, and others wait for it as before', () => {
    const resources = {
      s: of('Neutron::Subnet', 'network: n'),
      v: of('Nova::Server', 'networks: [{network: n}]'),
      p: of('Neutron::Port', 'network: n'),
    };
    expect(plugins(resources, '"OS::Nova::Server": web.yaml')).toEqual(['p ~ s']);
    expect(plugins(resources, '"OS::Neutron::Subnet": web.yaml')).toEqual(['p ~ s', 'v ~ s']);
    const mine = { ...resources, s: '{type: My::Subnet, properties: {network: n}}' };
    expect(plugins(mine, '{"My::Subnet": OS::Neutron::Subnet, "OS::Neutron::Subnet": web.yaml}')).toEqual([
      'p ~ s',
      'v ~ s',
    ]);
  });

  it('reads up to 200,000 such edges', () => {
    const many = (type: string, count: number, properties: string) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [`${type.slice(9)}${at}`, of(type, properties)]),
      );
    const text = template('2015-10-15', {
      ...many('Neutron::Subnet', 401, 'network: n'),
      ...many('Neutron::Port', 500, 'network: n'),
    });
    // 401 × 498 are 199,698; the next port goes past the limit.
    expect(problemsIn(text)).toMatchObject([{ code: 'too-much-work', line: 2 + 401 + 499 }]);
  });
});
