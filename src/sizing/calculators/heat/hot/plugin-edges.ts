import type { Subject, Surroundings } from './plugin-surroundings.ts';
import { at, externalNetworkOf, subjectOf, surroundings } from './plugin-surroundings.ts';
import type { TextProperty } from './property-reader.ts';
import { textIn } from './property-reader.ts';
import type { ResourceDefinition, StackDefinition } from './stack-definition.ts';
import { TemplateFault } from './template-problem.ts';
import { isTruthy } from './value.ts';

interface PluginEdge {
  readonly from: string;
  readonly to: string;
}

/** Every port waits for every subnet of its network, so a few thousand of each would make millions. */
const maxPluginEdges = 200_000;

type Rule = (subject: Subject, around: Surroundings, required: ReadonlySet<string>) => readonly string[];

/** Every `add_dependencies` in heat/engine/resources, same in 19.0.0 and 26.0.0. */
const rules: ReadonlyMap<string, Rule> = new Map([
  [
    'OS::Neutron::Port',
    ({ read }, around) => at(around.subnetsByNetwork, read.text('network', 'network_id')),
  ],
  ['OS::Nova::Server', subnetsOfServer],
  ['OS::Neutron::Router', subnetsOfGateway],
  [
    'OS::Neutron::RouterGateway',
    ({ read }, around) => [
      ...at(around.interfacesByRouter, read.text('router_id')),
      ...at(around.subnetsByNetwork, read.text('network', 'network_id')),
    ],
  ],
  ['OS::Neutron::FloatingIP', outletsOfFloatingIp],
  ['OS::Neutron::FloatingIPAssociation', interfacesOfFirstAddress],
  ['OS::Neutron::FloatingIPPortForward', interfacesOfFirstAddress],
  [
    'OS::Neutron::ExtraRoute',
    ({ read }, around) => {
      const router = read.text('router_id');
      return [...at(around.interfacesByRouter, router), ...at(around.gatewaysByRouter, router)];
    },
  ],
  ['OS::Neutron::ExtraRouteSet', ({ read }, around) => at(around.interfacesByRouter, read.text('router'))],
  ['AWS::EC2::VPCGatewayAttachment', ({ read }, around) => at(around.routeTablesByVpc, read.text('VpcId'))],
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
  const around = surroundings(resources.map((resource) => subjectOf(resource, stack)));
  let count = 0;
  return resources.flatMap((resource) => {
    const rule = ruleOf(resource);
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

/** A resource with a template behind it is a stack, whatever its type is called. */
function ruleOf({ file, type }: ResourceDefinition): Rule | undefined {
  return file === null ? rules.get(type) : undefined;
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
    const known = around.subnets.filter(
      ({ read: subnet }) => subnet.text('network', 'network_id', true) !== undefined,
    );
    return [...known.map((subnet) => subnet.name), ...around.subnetsOfUnknownNetwork];
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

function subnetIn(address: Parameters<typeof textIn>[0]): TextProperty {
  const subnet = textIn(address, 'subnet', 'subnet_id');
  return isTruthy(subnet) ? subnet : null;
}
