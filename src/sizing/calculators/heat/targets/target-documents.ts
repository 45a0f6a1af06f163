import type { ExportDocument, FileContent, IniContent, YamlContent } from '../../../core/export-document.ts';
import { headerOf } from '../file-header.ts';
import type { HeatComparison, HeatOption } from '../size.ts';
import { type HeatTarget, overridesOf, settingsFor } from './target-settings.ts';

interface TargetFile {
  readonly id: string;
  readonly label: string;
  readonly filename: string;
  /** Where the tool looks for it. */
  readonly path: string;
  /** Null where the tool has nothing to set there. */
  readonly contentOf: (option: HeatOption, comments: readonly string[]) => FileContent | null;
}

const conf = (target: HeatTarget, option: HeatOption, comments: readonly string[]): IniContent => {
  const { leftOut, sections } = settingsFor(option.inputs, target);
  return { kind: 'ini', comments: [...comments, ...leftOut], sections };
};

/** The files that each tool takes. Source: kolla-ansible, roles/heat/tasks/config.yml; openstack-ansible-os_heat. */
const files: Readonly<Record<HeatTarget, readonly TargetFile[]>> = {
  kolla: [
    {
      id: 'globals',
      label: 'Globals',
      filename: 'heat.yml',
      path: '/etc/kolla/globals.d/heat.yml',
      contentOf(option, comments) {
        const entries = settingsFor(option.inputs, 'kolla').variables;
        return entries.length === 0 ? null : { kind: 'settings', comments, entries };
      },
    },
    {
      id: 'override',
      label: 'heat.conf override',
      filename: 'heat.conf',
      path: '/etc/kolla/config/heat.conf, or heat.conf in your node_custom_config',
      contentOf: (option, comments) => conf('kolla', option, comments),
    },
  ],
  osa: [
    {
      id: 'variables',
      label: 'Variables',
      filename: 'user_heat.yml',
      path: '/etc/openstack_deploy/user_heat.yml',
      contentOf: (option, comments): YamlContent => {
        const { leftOut, sections, variables } = settingsFor(option.inputs, 'osa');
        const overrides = { key: 'heat_heat_conf_overrides', value: overridesOf(sections) };
        return { kind: 'settings', comments: [...comments, ...leftOut], entries: [...variables, overrides] };
      },
    },
  ],
  conf: [
    {
      id: 'conf',
      label: 'heat.conf',
      filename: 'heat.conf',
      path: '/etc/heat/heat.conf, on each controller',
      contentOf: (option, comments) => conf('conf', option, comments),
    },
  ],
};

const noVariables =
  'kolla-ansible has no variables for the workers of Heat before Zed (Heat 19): openstack_service_workers sets those of all services. The override of heat.conf has them instead.';

/** The files for a tool and what each changes against the baseline. */
export function targetDocuments(
  { baseline, selected }: HeatComparison,
  target: HeatTarget,
  link: string,
): readonly ExportDocument[] {
  return files[target].flatMap((file): readonly ExportDocument[] => {
    const { contentOf, filename, id, label, path } = file;
    const content = contentOf(selected, headerOf(selected, link, path));
    const [before, after] = [contentOf(baseline, []), contentOf(selected, [])];
    if (content === null || before === null || after === null)
      return [{ id, label, filename, content: { kind: 'refused', reason: noVariables } }];
    return [
      { id, label, filename, content },
      {
        id: `${id}-changes`,
        label: files[target].length > 1 ? `Changes, ${label}` : 'Changes',
        filename: `${filename}.diff`,
        content: {
          kind: 'changes',
          before,
          after,
          identical: `Option ${selected.letter} sets what option ${baseline.letter} sets; nothing to change.`,
        },
      },
    ];
  });
}

/** How a tool brings the settings to the controllers. */
export const deployCommands: Readonly<Record<HeatTarget, readonly string[]>> = {
  kolla: ['kolla-ansible reconfigure -i INVENTORY -t heat'],
  osa: ['openstack-ansible os-heat-install.yml'],
  conf: [
    '# On each controller; the names of the services differ between distributions.',
    'systemctl restart heat-engine heat-api',
  ],
};
