import { describe, expect, it } from 'vitest';
import { edgesIn, template } from './hot-edges.ts';

const net = '{type: OS::Neutron::Net}';
const onNet = (type: string, more = ''): string =>
  `{type: ${type}, properties: {network: {get_resource: net}${more}}}`;
const plugins = (resources: Readonly<Record<string, string>>, head = ''): readonly string[] =>
  edgesIn(template('2015-04-30', resources, head)).filter((edge) => edge.includes('~'));

describe('pluginEdges', () => {
  it('makes a port wait for every subnet of its network, also by the older name and by equal parameters', () => {
    const resources = {
      net,
      other: net,
      s1: onNet('OS::Neutron::Subnet'),
      s2: '{type: OS::Neutron::Subnet, properties: {network_id: {get_resource: net}}}',
      s3: '{type: OS::Neutron::Subnet, properties: {network: {get_resource: other}}}',
      port: onNet('OS::Neutron::Port'),
    };
    expect(plugins(resources)).toEqual(['port ~ s1', 'port ~ s2']);
    const shared = '{get_param: net}';
    const byParameter = {
      s: `{type: OS::Neutron::Subnet, properties: {network: ${shared}}}`,
      p: `{type: OS::Neutron::Port, properties: {network_id: ${shared}}}`,
      q: '{type: OS::Neutron::Port, properties: {network: {get_param: another}}}',
    };
    expect(plugins(byParameter, 'parameters: {net: {type: string}, another: {type: string}}')).toEqual([
      'p ~ s',
    ]);
  });

  it('finds the network in properties that a function yields as a whole, and none where that is no map', () => {
    const given = (value: string): readonly string[] =>
      plugins(
        {
          s: '{type: OS::Neutron::Subnet, properties: {network: n}}',
          p: '{type: OS::Neutron::Port, properties: {get_param: all}}',
        },
        `parameters: {all: {type: json, default: ${value}}}`,
      );
    expect(given('{network: n}')).toEqual(['p ~ s']);
    expect(given('[n]')).toEqual([]);
  });

  it('makes a server wait for the subnets of its networks, and for all where a card has only a port', () => {
    const subnets = {
      net,
      other: net,
      s1: onNet('OS::Neutron::Subnet'),
      s2: '{type: OS::Neutron::Subnet, properties: {network: {get_resource: other}}}',
    };
    const server = (networks: string): string =>
      `{type: OS::Nova::Server, properties: {networks: ${networks}}}`;
    expect(plugins({ ...subnets, v: server('[{network: {get_resource: net}}]') })).toEqual(['v ~ s1']);
    expect(plugins({ ...subnets, v: server('[{uuid: {get_resource: other}}]') })).toEqual(['v ~ s2']);
    expect(plugins({ ...subnets, v: server('[{network: elsewhere}, {port: abc}]') })).toEqual([
      'v ~ s1',
      'v ~ s2',
    ]);
    expect(plugins({ ...subnets, v: server('[{network: elsewhere}]') })).toEqual([]);
    expect(plugins({ ...subnets, v: '{type: OS::Nova::Server}' })).toEqual([]);
  });

  it('makes a router with a gateway wait for the subnets of that network', () => {
    const router =
      '{type: OS::Neutron::Router, properties: {external_gateway_info: {network: {get_resource: net}}}}';
    expect(plugins({ net, s: onNet('OS::Neutron::Subnet'), router })).toEqual(['router ~ s']);
    expect(plugins({ net, s: onNet('OS::Neutron::Subnet'), router: '{type: OS::Neutron::Router}' })).toEqual(
      [],
    );
  });

  it('makes a router gateway wait for interfaces of the same router and subnets of its network', () => {
    const of = (type: string, more: string): string =>
      `{type: OS::Neutron::${type}, properties: {router_id: {get_resource: r}, ${more}}}`;
    const resources = {
      net,
      s: onNet('OS::Neutron::Subnet'),
      r: '{type: OS::Neutron::Router}',
      i: of('RouterInterface', 'subnet_id: x'),
      far: '{type: OS::Neutron::RouterInterface, properties: {router: elsewhere, subnet: x}}',
      g: of('RouterGateway', 'network_id: {get_resource: net}'),
      x: of('ExtraRoute', 'destination: d, nexthop: h'),
      xs: '{type: OS::Neutron::ExtraRouteSet, properties: {router: {get_resource: r}}}',
    };
    expect(plugins(resources)).toEqual(['g ~ i', 'g ~ s', 'x ~ g', 'x ~ i', 'xs ~ i']);
  });

  it('makes a floating IP wait for what leads to its network and for interfaces on the subnet of its port', () => {
    const resources = {
      r: '{type: OS::Neutron::Router, properties: {external_gateway_info: {network: public}}}',
      i: '{type: OS::Neutron::RouterInterface, properties: {router: {get_resource: r}, subnet: inner}}',
      i2: '{type: OS::Neutron::RouterInterface, properties: {router: {get_resource: r}, subnet: second}}',
      p: '{type: OS::Neutron::Port, properties: {network: n, fixed_ips: [{subnet_id: inner}, {subnet: second}]}}',
      loose: '{type: OS::Neutron::Port, properties: {network: n}}',
      f: '{type: OS::Neutron::FloatingIP, properties: {floating_network_id: public, port_id: {get_resource: p}}}',
      f2: '{type: OS::Neutron::FloatingIP, properties: {floating_network: elsewhere, port_id: {get_resource: loose}}}',
      a: '{type: OS::Neutron::FloatingIPAssociation, properties: {port_id: {get_resource: p}}}',
      w: '{type: OS::Neutron::FloatingIPPortForward, properties: {internal_port: {get_resource: p}}}',
    };
    expect(plugins(resources)).toEqual(['a ~ i', 'f ~ i', 'f ~ i2', 'f ~ r', 'w ~ i']);
  });

  it('makes a floating IP with a port of no address wait for interfaces that name no subnet', () => {
    const resources = {
      i: '{type: OS::Neutron::RouterInterface, properties: {router: r, port: x}}',
      p: '{type: OS::Neutron::Port, properties: {network: n}}',
      f: '{type: OS::Neutron::FloatingIP, properties: {floating_network: public, port_id: {get_resource: p}}}',
    };
    expect(plugins(resources)).toEqual(['f ~ i']);
  });

  it('takes two networks that are attributes for the same, as Heat does, and waits for a subnet of such a one', () => {
    const resources = {
      stack: '{type: X}',
      s: '{type: OS::Neutron::Subnet, properties: {network: {get_attr: [stack, a]}}}',
      p: '{type: OS::Neutron::Port, properties: {network: {get_attr: [stack, b]}}}',
      v: '{type: OS::Nova::Server, properties: {networks: [{network: elsewhere}]}}',
    };
    expect(plugins(resources)).toEqual(['p ~ s', 'v ~ s']);
  });

  it('makes a gateway attachment wait for the route tables of its VPC', () => {
    const resources = {
      t: '{type: AWS::EC2::RouteTable, properties: {VpcId: v}}',
      u: '{type: AWS::EC2::RouteTable, properties: {VpcId: w}}',
      a: '{type: AWS::EC2::VPCGatewayAttachment, properties: {VpcId: v}}',
    };
    expect(plugins(resources)).toEqual(['a ~ t']);
  });
});
