import type { SettingField } from './heat-options.ts';
import type { HeatSpan } from './heat-releases.ts';

/** What deploys Heat and so names its settings. */
export type HeatTool = 'guide' | 'kolla' | 'osa';

/** A variable of a deployment tool that a field of the plan stands for. */
export interface ToolVariable extends HeatSpan {
  readonly variable: string;
  readonly field: SettingField;
  /** "Heat 19 (Zed)": the first release with it, where some release of the form lacks it. */
  readonly since?: string;
}

const always = { first: 8, last: null } as const;

/**
 * Variables that each tool has for Heat alone. Source: kolla-ansible 1a68181, ansible/roles/heat, variables for
 * workers since Zed; openstack-ansible-os_heat 4c05137, defaults/main.yml, uWSGI since Pike (2b5fe2e), pools since
 * Yoga (6606eed). What a tool has no variable for goes into its override of heat.conf.
 */
export const toolVariables: Readonly<Record<'kolla' | 'osa', readonly ToolVariable[]>> = {
  kolla: [
    {
      variable: 'heat_engine_workers',
      field: 'engineWorkers',
      first: 19,
      last: null,
      since: 'Heat 19 (Zed)',
    },
    { variable: 'heat_api_workers', field: 'apiWorkers', first: 19, last: null, since: 'Heat 19 (Zed)' },
  ],
  osa: [
    { variable: 'heat_engine_workers', field: 'engineWorkers', ...always },
    { variable: 'heat_wsgi_processes', field: 'apiWorkers', first: 9, last: null, since: 'Heat 9 (Pike)' },
    { variable: 'heat_db_max_pool_size', field: 'poolSize', first: 18, last: null, since: 'Heat 18 (Yoga)' },
    { variable: 'heat_db_max_overflow', field: 'overflow', first: 18, last: null, since: 'Heat 18 (Yoga)' },
  ],
};

/** Variables that a tool has for all services, which count where the one for Heat is missing. */
export const commonVariables: Readonly<
  Record<'kolla' | 'osa', readonly Omit<ToolVariable, 'first' | 'last'>[]>
> = {
  kolla: [
    { variable: 'openstack_service_workers', field: 'engineWorkers' },
    { variable: 'openstack_service_workers', field: 'apiWorkers' },
    { variable: 'database_max_pool_size', field: 'poolSize' },
  ],
  osa: [
    { variable: 'openstack_db_max_pool_size', field: 'poolSize' },
    { variable: 'openstack_db_max_overflow', field: 'overflow' },
  ],
};
