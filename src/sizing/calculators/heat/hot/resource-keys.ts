/** What the parts of a resource are called in a format. */
export interface ResourceKeys {
  readonly type: string;
  readonly properties: string;
  readonly metadata: string;
  readonly dependsOn: string;
  readonly updatePolicy: string;
  readonly condition: string;
}

export const hotKeys: ResourceKeys = {
  type: 'type',
  properties: 'properties',
  metadata: 'metadata',
  dependsOn: 'depends_on',
  updatePolicy: 'update_policy',
  condition: 'condition',
};
export const cfnKeys: ResourceKeys = {
  type: 'Type',
  properties: 'Properties',
  metadata: 'Metadata',
  dependsOn: 'DependsOn',
  updatePolicy: 'UpdatePolicy',
  condition: 'Condition',
};
