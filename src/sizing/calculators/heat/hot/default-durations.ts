/** How long the cloud takes to create one resource of a type, from the call to the poll that finds it ready. */
export interface TypeDuration {
  readonly type: string;
  readonly seconds: number;
}

export interface DurationTable {
  readonly byType: readonly TypeDuration[];
  /** For every type not in the table. */
  readonly otherSeconds: number;
}

/**
 * Assumed, to be replaced by one's own: types that only exist in Heat's database take no time, Neutron's take
 * about a second, servers, volumes and load balancers tens of seconds, software and wait conditions minutes.
 */
export const defaultDurations: DurationTable = {
  byType: [
    ...[
      'None',
      'RandomString',
      'Value',
      'TestResource',
      'CloudConfig',
      'MultipartMime',
      'SoftwareConfig',
    ].map((name) => ({ type: `OS::Heat::${name}`, seconds: 0 })),
    ...['StructuredConfig', 'SoftwareComponent', 'WaitConditionHandle', 'ScalingPolicy'].map((name) => ({
      type: `OS::Heat::${name}`,
      seconds: 0,
    })),
    ...['ResourceGroup', 'ResourceChain', 'AutoScalingGroup', 'InstanceGroup'].map((name) => ({
      type: `OS::Heat::${name}`,
      seconds: 0,
    })),
    { type: 'OS::Heat::SoftwareDeployment', seconds: 120 },
    { type: 'OS::Heat::StructuredDeployment', seconds: 120 },
    { type: 'OS::Heat::WaitCondition', seconds: 300 },
    { type: 'OS::Heat::ScaledResource', seconds: 30 },
    { type: 'OS::Nova::Server', seconds: 30 },
    { type: 'OS::Nova::KeyPair', seconds: 1 },
    { type: 'OS::Nova::ServerGroup', seconds: 1 },
    { type: 'OS::Cinder::Volume', seconds: 10 },
    { type: 'OS::Cinder::VolumeAttachment', seconds: 10 },
    { type: 'OS::Neutron::Net', seconds: 1 },
    { type: 'OS::Neutron::Subnet', seconds: 1 },
    { type: 'OS::Neutron::Port', seconds: 2 },
    { type: 'OS::Neutron::SecurityGroup', seconds: 1 },
    { type: 'OS::Neutron::SecurityGroupRule', seconds: 1 },
    { type: 'OS::Neutron::Router', seconds: 3 },
    { type: 'OS::Neutron::RouterInterface', seconds: 3 },
    { type: 'OS::Neutron::RouterGateway', seconds: 3 },
    { type: 'OS::Neutron::FloatingIP', seconds: 2 },
    { type: 'OS::Neutron::FloatingIPAssociation', seconds: 2 },
    { type: 'OS::Octavia::LoadBalancer', seconds: 90 },
    { type: 'OS::Octavia::Listener', seconds: 10 },
    { type: 'OS::Octavia::Pool', seconds: 10 },
    { type: 'OS::Octavia::PoolMember', seconds: 10 },
    { type: 'OS::Octavia::HealthMonitor', seconds: 10 },
    { type: 'OS::Magnum::Cluster', seconds: 600 },
    { type: 'OS::Trove::Instance', seconds: 180 },
  ],
  otherSeconds: 5,
};

/** Seconds for one type; a table's later rows win over earlier ones. */
export function secondsByType(table: DurationTable): (type: string) => number {
  const known = new Map(table.byType.map(({ type, seconds }) => [type, Math.max(0, seconds)]));
  return (type) => known.get(type) ?? Math.max(0, table.otherSeconds);
}
