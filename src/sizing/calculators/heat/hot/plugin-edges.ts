import type { PropertyReader, TextProperty } from './property-reader.ts';
import { propertyReader, textIn } from './property-reader.ts';
import type { ResourceDefinition, StackDefinition } from './stack-definition.ts';
import { TemplateFault } from './template-problem.ts';
import { isTruthy } from './value.ts';

interface PluginEdge {
  readonly from: string;
  readonly to: string;
}

/** Every port waits for every subnet of its network, so a few thousand of each would make millions. */
const maxPluginEdges = 200_000;

interface Subject {
  readonly name: string;
  readonly type: string;
  readonly read: PropertyReader;
}

/** The resources of one stack that such an edge can end at, ready to be looked up. */
interface Surroundings {
  readonly subnets: readonly Subject[];
  readonly subnetsByNetwork: ReadonlyMap<string, readonly string[]>;
  readonly subnetsOfUnknownNetwork: readonly string[];
  readonly interfacesBySubnet: ReadonlyMap<string, readonly string[]>;
  readonly interfacesByRouter: ReadonlyMap<string, readonly string[]>;
  readonly gatewaysByRouter: ReadonlyMap<string, readonly string[]>;
  readonly outlets: ReadonlyMap<string, readonly string[]>;
  readonly routeTablesByVpc: ReadonlyMap<string, readonly string[]>;
  readonly ports: ReadonlyMap<string, Subject>;
}

type Rule = (subject: Subject, around: Surroundings, required: ReadonlySet<string>) => readonly string[];

/** Every `add_dependencies` in heat/engine/resources, same in 19.0.0 and 26.0.0. */
const rules: ReadonlyMap<string, Rule> = new Map([
  [
    'OS::Neutron::Port',
    ({ read }, around) => at(around.subnetsByNetwork, read.text('network', 'network_id', true)),
  ],
  ['OS::Nova::Server', subnetsOfServer],
  ['OS::Neutron::Router', subnetsOfGateway],
  [
    'OS::Neutron::RouterGateway',
    ({ read }, around) => [
      ...at(around.interfacesByRouter, read.text('router_id', undefined, true)),
      ...at(around.subnetsByNetwork, read.text('network', 'network_id')),
    ],
  ],
  ['OS::Neutron::FloatingIP', outletsOfFloatingIp],
  ['OS::Neutron::FloatingIPAssociation', interfacesOfFirstAddress],
  ['OS::Neutron::FloatingIPPortForward', interfacesOfFirstAddress],
  [
    'OS::Neutron::ExtraRoute',
    ({ read }, around) => {
      const router = read.text('router_id', undefined, true);
      return [...at(around.interfacesByRouter, router), ...at(around.gatewaysByRouter, router)];
    },
  ],
  [
    'OS::Neutron::ExtraRouteSet',
    ({ read }, around) => at(around.interfacesByRouter, read.text('router', undefined, true)),
  ],
  [
    'AWS::EC2::VPCGatewayAttachment',
    ({ read }, around) => at(around.routeTablesByVpc, read.text('VpcId', undefined, true)),
  ],
]);

/**
 * The edges that resource plugins add on create under convergence, found by comparing property values: before
 * create a reference stands for the resource's name and an attribute for empty text.
 */
export function pluginEdges(
  stack: StackDefinition,
  requiredOf: (name: string) => ReadonlySet<string>,
): readonly PluginEdge[] {
  const resources = [...stack.resources.values()];
  if (!resources.some((resource) => rules.has(resource.type))) {
    return [];
  }
  const around = surroundings(resources.map((resource) => subjectOf(resource, stack)));
  let count = 0;
  return resources.flatMap((resource) => {
    const rule = rules.get(resource.type);
    const ends =
      rule === undefined ? [] : rule(subjectOf(resource, stack), around, requiredOf(resource.name));
    count += ends.length;
    if (count > maxPluginEdges) {
      throw new TemplateFault(
        'too-much-work',
        resource.offset,
        `Ports, servers and subnets imply over ${maxPluginEdges} edges; up to that many are read here.`,
      );
    }
    return [...new Set(ends)].filter((to) => to !== resource.name).map((to) => ({ from: resource.name, to }));
  });
}

function subjectOf(resource: ResourceDefinition, stack: StackDefinition): Subject {
  return { name: resource.name, type: resource.type, read: propertyReader(resource, stack.context) };
}

function surroundings(subjects: readonly Subject[]): Surroundings {
  const ofType = (type: string): readonly Subject[] => subjects.filter((subject) => subject.type === type);
  const subnets = ofType('OS::Neutron::Subnet');
  const interfaces = ofType('OS::Neutron::RouterInterface');
  const gateways = ofType('OS::Neutron::RouterGateway');
  const networkOf = ({ read }: Subject): TextProperty => read.text('network', 'network_id', true);
  return {
    subnets,
    subnetsByNetwork: grouped(subnets, networkOf),
    subnetsOfUnknownNetwork: subnets
      .filter((subnet) => networkOf(subnet) === '')
      .map((subnet) => subnet.name),
    interfacesBySubnet: grouped(interfaces, subnetOf),
    interfacesByRouter: grouped(interfaces, ({ read }) => read.text('router', 'router_id', true)),
    gatewaysByRouter: grouped(gateways, ({ read }) => read.text('router_id', undefined, true)),
    outlets: grouped([...gateways, ...ofType('OS::Neutron::Router')], externalNetworkOf),
    routeTablesByVpc: grouped(ofType('AWS::EC2::RouteTable'), ({ read }) =>
      read.text('VpcId', undefined, true),
    ),
    ports: new Map(ofType('OS::Neutron::Port').map((port) => [port.name, port])),
  };
}

function grouped(
  subjects: readonly Subject[],
  keyed: (subject: Subject) => TextProperty,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const subject of subjects) {
    const key = keyOf(keyed(subject));
    if (key !== undefined) {
      const group = groups.get(key);
      if (group === undefined) {
        groups.set(key, [subject.name]);
      } else {
        group.push(subject.name);
      }
    }
  }
  return groups;
}

function at(groups: ReadonlyMap<string, readonly string[]>, value: TextProperty): readonly string[] {
  const key = keyOf(value);
  return key === undefined ? [] : (groups.get(key) ?? []);
}

/** Absent and required yields no key, hence no edge: Heat skips the pair. */
function keyOf(value: TextProperty): string | undefined {
  if (value === undefined) {
    return undefined;
  }
  return typeof value === 'string' ? `text ${value}` : JSON.stringify(value);
}

function externalNetworkOf({ type, read }: Subject): TextProperty {
  if (type === 'OS::Neutron::RouterGateway') {
    const network = read.text('network', 'network_id');
    return network === '' ? null : network;
  }
  const gateway = read.map('external_gateway_info');
  return gateway === null || gateway === undefined || !gateway.has('network')
    ? undefined
    : textIn(gateway, 'network');
}

function subnetsOfServer({ read }: Subject, around: Surroundings): readonly string[] {
  const networks = read.maps('networks');
  if (networks === null || networks === undefined || networks.length === 0) {
    return [];
  }
  const wanted = networks.map((network) => textIn(network, 'network', 'uuid'));
  if (wanted.some((network) => network === undefined)) {
    return [];
  }
  // A port alone says nothing of its network: Heat waits for every subnet then.
  if (wanted.some((network) => network === '' || network === null)) {
    return around.subnets
      .filter(({ read: subnet }) => subnet.text('network', 'network_id', true) !== undefined)
      .map((subnet) => subnet.name);
  }
  return [
    ...around.subnetsOfUnknownNetwork,
    ...wanted.flatMap((network) => at(around.subnetsByNetwork, network)),
  ];
}

function subnetsOfGateway(subject: Subject, around: Surroundings): readonly string[] {
  return at(around.subnetsByNetwork, externalNetworkOf(subject));
}

function outletsOfFloatingIp(
  { read }: Subject,
  around: Surroundings,
  required: ReadonlySet<string>,
): readonly string[] {
  const reached = portsAmong(required, around).flatMap((port) => {
    const addresses = port.read.maps('fixed_ips');
    if (addresses === undefined) {
      return [];
    }
    // A port without addresses may be on any subnet: Heat waits for the interfaces that name none.
    const subnets = addresses === null || addresses.length === 0 ? [null] : addresses.map(subnetIn);
    return subnets.flatMap((subnet) => at(around.interfacesBySubnet, subnet));
  });
  return [...at(around.outlets, read.text('floating_network', 'floating_network_id', true)), ...reached];
}

/** An association looks at the first fixed address of a port only. */
function interfacesOfFirstAddress(
  _: Subject,
  around: Surroundings,
  required: ReadonlySet<string>,
): readonly string[] {
  return portsAmong(required, around).flatMap((port) => {
    const address = port.read.maps('fixed_ips')?.[0];
    return address === undefined ? [] : at(around.interfacesBySubnet, subnetIn(address));
  });
}

function portsAmong(names: ReadonlySet<string>, around: Surroundings): readonly Subject[] {
  return [...names].flatMap((name) => around.ports.get(name) ?? []);
}

function subnetOf({ read }: Subject): TextProperty {
  const subnet = read.text('subnet', 'subnet_id');
  return subnet === '' ? null : subnet;
}

function subnetIn(address: Parameters<typeof textIn>[0]): TextProperty {
  const subnet = textIn(address, 'subnet', 'subnet_id');
  return subnet !== undefined && isTruthy(subnet) ? subnet : null;
}
