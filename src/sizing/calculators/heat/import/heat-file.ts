import type { ImportReport } from '../../../documents/import-report.ts';
import type { LocatedDocument, LocatedMap } from '../../../documents/located-node.ts';
import { shortened } from '../../../documents/scalar-reading.ts';
import type { HeatTool } from '../targets/tool-variables.ts';

/** A text that was recognised; `tool` is null where several tools read such a file. */
export interface HeatFile {
  readonly kind: string;
  readonly format: 'settings' | 'conf';
  readonly tool: HeatTool | null;
  readonly root: LocatedMap;
}

/** Whether a text is written as heat.conf rather than as YAML, by its first line that says something. */
export function looksLikeConf(text: string): boolean {
  const first = /^(?!\s*(?:[#;]|$))[^\n]*/m.exec(text.slice(0, 200_000).replace(/^\ufeff/, ''))?.[0] ?? '';
  return /^\[[^\]]+\]\s*$/.test(first) || /^[\w.-]+\s*=/.test(first);
}

const osaKeys =
  /^heat_(?:heat_conf_overrides|wsgi_.*|api_threads.*|db_pool_timeout|db_connection_recycle_time|galera_.*|oslomsg_.*)$|^openstack_db_max_(?:pool_size|overflow)$/;
const kollaKeys =
  /^kolla_|^enable_|^(?:openstack_service_workers|openstack_release|node_custom_config|heat_api_cfn_workers|database_max_pool_size)$/;
const guideKeys =
  /^heat_(?:convergence_engine|rpc_response_timeout|max_stacks_per_tenant|max_resources_per_stack)$/;

/** The settings of a heat.conf. */
export function confFileOf(documents: readonly LocatedDocument[]): HeatFile | undefined {
  const root = documents[0]?.root;
  return root?.kind === 'map' ? { kind: 'heat.conf', format: 'conf', tool: null, root } : undefined;
}

/** Tells whose settings a YAML file holds; undefined for anything else, which is said in the report. */
export function settingsFileOf(
  documents: readonly LocatedDocument[],
  text: string,
  report: ImportReport,
): HeatFile | undefined {
  const [document, second] = documents;
  const root = document?.root;
  if (!root) {
    report.fail(0, 'there is nothing in the file.');
    return undefined;
  }
  if (second) {
    report.fail(second.offset, 'a second document starts here; Ansible reads a file of one.');
    return undefined;
  }
  const keys = root.kind === 'map' ? [...root.entries.keys()] : [];
  const says = (pattern: RegExp) => keys.some((key) => pattern.test(key));
  if (
    root.kind !== 'map' ||
    says(/^heat_template_version$/) ||
    !says(/^heat_|^openstack_|^database_|^kolla_|^enable_/)
  ) {
    report.fail(root.offset, unknownText(keys));
    return undefined;
  }
  const format = 'settings';
  if (/^#.*\/etc\/xavs\//m.test(text.slice(0, 20_000)) || says(/^xavs_/))
    return { kind: 'Settings for xavs-ansible', format, tool: 'guide', root };
  if (says(osaKeys)) return { kind: 'Variables of openstack-ansible', format, tool: 'osa', root };
  if (says(kollaKeys)) return { kind: 'Globals of kolla-ansible', format, tool: 'kolla', root };
  if (says(guideKeys)) return { kind: 'Settings for xavs-ansible', format, tool: 'guide', root };
  return { kind: 'Settings of Heat for Ansible', format, tool: null, root };
}

function unknownText(keys: readonly string[]): string {
  if (keys.includes('heat_template_version')) return 'this is a template. The Template view reads it.';
  if (keys.includes('format') && keys.includes('calculator'))
    return 'this is a plan that was saved here. Open it as a plan.';
  if (keys.length === 0) return 'these are no settings of Heat.';
  const shown = keys.slice(0, 5).map(shortened).join(', ') + (keys.length > 5 ? ' …' : '');
  return `these are no settings of Heat. The keys of the file: ${shown}.`;
}
