import type { AttachmentField } from '../../../../core/study.ts';

/** Heat's own limit on a template, `max_template_size`. */
const maxBytes = 524_288;

const sampleTemplate = `heat_template_version: 2018-08-31
description: Eight web servers behind a load balancer

parameters:
  image: { type: string, label: Image of the servers }
  servers: { type: number, default: 8 }

resources:
  net:
    type: OS::Neutron::Net
  subnet:
    type: OS::Neutron::Subnet
    properties: { network: { get_resource: net }, cidr: 10.0.0.0/24 }
  rules:
    type: OS::Neutron::SecurityGroup
  web:
    type: OS::Heat::ResourceGroup
    properties:
      count: { get_param: servers }
      resource_def:
        type: OS::Nova::Server
        properties:
          image: { get_param: image }
          flavor: m1.small
          networks: [{ network: { get_resource: net } }]
          security_groups: [{ get_resource: rules }]
    depends_on: subnet
  balancer:
    type: OS::Octavia::LoadBalancer
    properties: { vip_subnet: { get_resource: subnet } }
  listener:
    type: OS::Octavia::Listener
    properties: { loadbalancer: { get_resource: balancer }, protocol: HTTP, protocol_port: 80 }
  pool:
    type: OS::Octavia::Pool
    properties: { listener: { get_resource: listener }, protocol: HTTP, lb_algorithm: ROUND_ROBIN }
    depends_on: web
`;

/** The texts of the Template study. They stay in this browser and in plan files; a link carries none of them. */
export const templateAttachments: readonly AttachmentField[] = [
  {
    id: 'template',
    label: 'HOT template',
    help: 'Paste it or drop a file. It is read here and sent nowhere; a link does not carry it, a saved file does.',
    language: 'yaml',
    maxBytes,
    sample: sampleTemplate,
  },
  {
    id: 'parameters',
    label: 'Parameters',
    help: 'One a line, name: value, or a whole environment file with parameter_defaults and resource_registry. What is missing is named under the result.',
    language: 'yaml',
    maxBytes,
    sample: 'image: ubuntu-24.04\nservers: 20\n',
  },
  {
    id: 'durations',
    label: 'Seconds by resource type',
    help: 'One a line, as in OS::Nova::Server: 30; “other” stands for all other types. Ours are assumed; measure yours.',
    language: 'yaml',
    maxBytes,
    sample: 'OS::Nova::Server: 30\nOS::Octavia::LoadBalancer: 90\nother: 5\n',
  },
  {
    id: 'files',
    label: 'Nested templates',
    help: 'Each below a line # file: NAME, as the template or the registry names it. One that is not given counts as one resource.',
    language: 'yaml',
    maxBytes,
  },
];
