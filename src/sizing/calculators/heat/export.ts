import type { ExportContext } from '../../core/calculator.ts';
import type { ExportDocument, Setting, YamlContent } from '../../core/export-document.ts';
import { counted } from '../../core/number-text.ts';
import { headerOf } from './file-header.ts';
import { monitoringDocuments } from './monitoring.ts';
import { convergenceSetting, performanceSettings } from './settings.ts';
import type { HeatComparison, HeatOption } from './size.ts';
import { deployCommands, targetDocuments } from './targets/target-documents.ts';

/** Where the guide keeps these settings (HT-10). */
const settingsPath = '/etc/xavs/globals.d/_50_orchestration.yml';
const filename = '_50_orchestration.yml';

/** In the order of the mock of the guide's file: workers, mode, connections, limits. */
const [engine, api, ...others] = performanceSettings;
const ordered = [engine, api, convergenceSetting, ...others].filter((s) => s !== undefined);

/** The settings file, what it changes against the baseline, the commands around it, and what to watch. */
export function exportsOf(comparison: HeatComparison, context: ExportContext): readonly ExportDocument[] {
  const { selected } = comparison;
  const { exportTarget } = selected.inputs;
  return [
    ...(exportTarget === 'guide'
      ? guideDocuments(comparison, context)
      : targetDocuments(comparison, exportTarget, context.link)),
    {
      id: 'deploy',
      label: 'Deploy',
      filename: 'heat-deploy.sh',
      content: { kind: 'text', language: 'shell', text: deployText(selected) },
    },
    ...monitoringDocuments(selected),
  ];
}

function guideDocuments(
  { baseline, selected }: HeatComparison,
  { link }: ExportContext,
): readonly ExportDocument[] {
  const before = globalsOf(baseline, []);
  return [
    {
      id: 'globals',
      label: 'Globals',
      filename,
      content: {
        kind: 'settings',
        comments: [...headerOf(selected, link, settingsPath), ...notInFile(selected)],
        entries: globalsOf(selected, []).entries.map((entry) => ({ ...entry, ...poolNote(entry, selected) })),
      },
    },
    {
      id: 'changes',
      label: 'Changes',
      filename: '_50_orchestration.diff',
      content: {
        kind: 'changes',
        before,
        after: changedOf(before, selected),
        identical: `Option ${selected.letter} sets what option ${baseline.letter} sets; nothing to change.`,
      },
    },
  ];
}

type Globals = Extract<YamlContent, { kind: 'settings' }>;

function globalsOf({ inputs }: HeatOption, comments: readonly string[]): Globals {
  return {
    kind: 'settings',
    comments,
    entries: ordered.map(({ key, read }): Setting => ({ key, value: read(inputs) })),
  };
}

/** Comments stand on changed lines only: behind an unchanged value they would show as a change. */
function changedOf(before: Globals, option: HeatOption): Globals {
  const entries = globalsOf(option, []).entries.map((entry, at) =>
    entry.value === before.entries[at]?.value ? entry : { ...entry, ...poolNote(entry, option) },
  );
  return { kind: 'settings', comments: [], entries };
}

function poolNote({ key, value }: Setting, { inputs, sizing }: HeatOption): { comment?: string } {
  if (key !== 'heat_db_max_pool_size' || value !== sizing.poolNeeded) return {};
  return { comment: `2 × ${inputs.engineWorkers}` };
}

function notInFile({ inputs: { executorThreads } }: HeatOption): readonly string[] {
  if (executorThreads === null || executorThreads === 64) return [];
  return [
    `NOT IN THIS FILE: set executor_thread_pool_size = ${executorThreads} in heat.conf, section [DEFAULT]`,
  ];
}

function deployText({ inputs, sizing }: HeatOption): string {
  const engines = counted(sizing.engineTotal, 'engine process', 'engine processes');
  const isGuide = inputs.exportTarget === 'guide';
  return [
    ...(inputs.exportTarget === 'guide'
      ? [
          `# Needs the admin role. Settings stand in ${settingsPath} on the deployment host.`,
          'xavs-ansible deploy -t heat',
        ]
      : deployCommands[inputs.exportTarget]),
    '',
    `# Expected: every service shows status up, on ${counted(inputs.controllers, 'controller')}.`,
    `# The guide lists heat-eng and heat-api on each controller; the published source lists one row for`,
    `# each engine process, here ${engines}, and none for heat-api.`,
    'openstack orchestration service list',
    '',
    ...(isGuide ? ['# Alert, in XIMP: orchestration_engine_up == 0', ''] : []),
  ].join('\n');
}
