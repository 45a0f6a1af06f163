import type { PropertyReader, TextProperty } from './property-reader.ts';
import { propertyReader, textIn } from './property-reader.ts';
import type { ResourceDefinition, StackDefinition } from './stack-definition.ts';

/** A resource as a plugin sees it. */
export interface Subject {
  readonly name: string;
  readonly interfaces: readonly string[];
  /** Mapped to OS::Heat::None: it goes by its type and has no properties to compare. */
  readonly isNothing: boolean;
  readonly read: PropertyReader;
}

/**
 * The resources of one stack that such an edge can end at, ready to be looked up. Those without a property that they
 * require are under no value, so nothing ends at them.
 */
export interface Surroundings {
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

export function subjectOf(resource: ResourceDefinition, stack: StackDefinition): Subject {
  const { interfaces, name, type } = resource;
  const isNothing = type === 'OS::Heat::None';
  return { name, interfaces, isNothing, read: propertyReader(resource, stack.context) };
}

export function surroundings(subjects: readonly Subject[]): Surroundings {
  const ofType = (type: string, isNothing = false): readonly Subject[] =>
    subjects.filter((subject) => subject.interfaces.includes(type) && subject.isNothing === isNothing);
  const subnets = ofType('OS::Neutron::Subnet');
  const interfaces = ofType('OS::Neutron::RouterInterface');
  const gateways = ofType('OS::Neutron::RouterGateway');
  const networkOf = ({ read }: Subject): TextProperty => read.text('network', 'network_id', true);
  return {
    subnets,
    subnetsByNetwork: grouped(subnets, networkOf),
    subnetsOfUnknownNetwork: [
      ...subnets.filter((subnet) => networkOf(subnet) === ''),
      ...ofType('OS::Neutron::Subnet', true),
    ].map((subnet) => subnet.name),
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

/** The resources under a value; none under one that Heat cannot work out. */
export function at(groups: ReadonlyMap<string, readonly string[]>, value: TextProperty): readonly string[] {
  const key = keyOf(value);
  return key === undefined ? [] : (groups.get(key) ?? []);
}

/** Absent and required yields no key, hence no edge: Heat skips the pair. */
function keyOf(value: TextProperty): string | undefined {
  if (value === undefined) {
    return undefined;
  }
  return JSON.stringify(value);
}

export function externalNetworkOf({ interfaces, read }: Subject): TextProperty {
  if (interfaces.includes('OS::Neutron::RouterGateway')) {
    const network = read.text('network', 'network_id');
    return network === '' ? null : network;
  }
  const gateway = read.map('external_gateway_info');
  return gateway?.has('network') ? textIn(gateway, 'network') : undefined;
}

function subnetOf({ read }: Subject): TextProperty {
  const subnet = read.text('subnet', 'subnet_id');
  return subnet === '' ? null : subnet;
}
