import type { ExportContext } from '../../core/calculator.ts';
import type { ExportDocument, Setting, YamlContent } from '../../core/export-document.ts';
import { counted, numberText } from '../../core/number-text.ts';
import { explainCeiling } from './explanations.ts';
import { monitoringDocuments } from './monitoring.ts';
import { convergenceSetting, performanceSettings } from './settings.ts';
import type { HeatComparison, HeatOption } from './size.ts';

/** Where the guide keeps these settings (HT-10). */
const settingsPath = '/etc/xavs/globals.d/_50_orchestration.yml';
const filename = '_50_orchestration.yml';

/** In the order of the mock of the guide's file: workers, mode, connections, limits. */
const [engine, api, ...others] = performanceSettings;
const ordered = [engine, api, convergenceSetting, ...others].filter((s) => s !== undefined);

/** The settings file, what it changes against the baseline, the commands around it, and what to watch. */
export function exportsOf(
  { baseline, selected }: HeatComparison,
  context: ExportContext,
): readonly ExportDocument[] {
  const before = globalsOf(baseline, []);
  return [
    {
      id: 'globals',
      label: 'Globals',
      filename,
      content: {
        kind: 'settings',
        comments: headerOf(selected, context.link),
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
    {
      id: 'deploy',
      label: 'Deploy',
      filename: 'heat-deploy.sh',
      content: { kind: 'text', language: 'shell', text: deployText(selected) },
    },
    ...monitoringDocuments(selected),
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

function headerOf(option: HeatOption, link: string): readonly string[] {
  const { inputs, letter, name, sizing } = option;
  const how = inputs.reckonBy === 'guide' ? 'by the guide' : 'by the source code';
  const other = sizing.other.ceiling.total;
  return [
    settingsPath,
    `Option ${letter}: ${name}`,
    `Connections ${how}: ${explainCeiling(option).worked}`,
    ...(other === sizing.shown.ceiling.total
      ? []
      : [`Connections, ${sizing.otherName}: ${numberText(other)}`]),
    link,
    ...warningsOf(option),
  ];
}

function warningsOf({ inputs, sizing }: HeatOption): readonly string[] {
  const over = sizing.free === null ? 0 : sizing.shown.ceiling.total - sizing.free;
  return [
    ...(over > 0
      ? [`WARNING: ${numberText(over)} over the ${counted(sizing.free ?? 0, 'connection')} free`]
      : []),
    ...(sizing.isPoolUnderRule
      ? [
          `WARNING: pool ${numberText(inputs.poolSize)} is under 2 × ${numberText(inputs.engineWorkers)} engine workers`,
        ]
      : []),
    ...(inputs.resources > inputs.maxResourcesPerStack
      ? [`WARNING: a stack of ${numberText(inputs.resources)} resources is over the limit per stack`]
      : []),
    ...(inputs.executorThreads === null || inputs.executorThreads === 64
      ? []
      : [
          `NOT IN THIS FILE: set executor_thread_pool_size = ${inputs.executorThreads} in heat.conf, section [DEFAULT]`,
        ]),
  ];
}

function deployText({ inputs, sizing }: HeatOption): string {
  const engines = counted(sizing.engineTotal, 'engine process', 'engine processes');
  return [
    `# Needs the admin role. Settings stand in ${settingsPath} on the deployment host.`,
    'xavs-ansible deploy -t heat',
    '',
    `# Expected: every service shows status up, on ${counted(inputs.controllers, 'controller')}.`,
    `# The guide lists heat-eng and heat-api on each controller; the published source lists one row for`,
    `# each engine process, here ${engines}, and none for heat-api.`,
    'openstack orchestration service list',
    '',
    '# Alert, in XIMP: orchestration_engine_up == 0',
    '',
  ].join('\n');
}
