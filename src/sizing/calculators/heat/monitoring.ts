import type { ExportDocument } from '../../core/export-document.ts';
import { counted, numberText } from '../../core/number-text.ts';
import type { HeatOption } from './size.ts';

/** More rows than these are summed up. */
const mostRows = 48;

/** What to take along to watch an option: the guide's alert as a rule file, and what a healthy fleet looks like. */
export function monitoringDocuments(option: HeatOption): readonly ExportDocument[] {
  return [
    {
      id: 'alert',
      label: 'Alert rule',
      filename: 'heat-engine.rules.yml',
      content: { kind: 'text', language: 'yaml', text: alertText(option) },
    },
    {
      id: 'monitoring',
      label: 'Monitoring',
      filename: 'heat-monitoring.md',
      content: { kind: 'text', language: 'markdown', text: monitoringText(option) },
    },
  ];
}

/** A Prometheus rule file. Two heartbeats of 60 s pass before Heat itself calls an engine down. */
function alertText({ sizing }: HeatOption): string {
  const engines = counted(sizing.engineTotal, 'engine process', 'engine processes');
  return [
    '# The alert the guide asks for. Expected with this sizing:',
    `# ${engines}, each up.`,
    'groups:',
    '  - name: heat-engine',
    '    rules:',
    '      - alert: OrchestrationEngineDown',
    '        expr: orchestration_engine_up == 0',
    '        for: 2m',
    '        labels:',
    '          severity: critical',
    '        annotations:',
    '          summary: "A Heat engine process is down"',
    '          description: "Resources it worked on stay IN_PROGRESS and are not queued again. Compare openstack orchestration service list."',
    '',
  ].join('\n');
}

function monitoringText(option: HeatOption): string {
  const { inputs, letter, sizing } = option;
  return [
    `# Watching Heat with option ${letter}`,
    '',
    '## What the service list must show',
    '',
    `\`openstack orchestration service list\` has one row for each engine process, here ${numberText(sizing.engineTotal)}: ${counted(inputs.engineWorkers, 'worker')} on each of ${counted(inputs.controllers, 'controller')}. heat-api has no rows. A process is up while it reported within two minutes.`,
    '',
    '```',
    ...serviceRows(option),
    '```',
    '',
    '## Why queue depth says nothing',
    '',
    'Heat’s messages are acknowledged when they are received, before they are worked on, and each process takes as many as come. With every engine starved all queues stood at 0 messages.',
    '',
    '## What to watch instead',
    '',
    '- Resources in INIT or IN_PROGRESS, by age.',
    '- Engine CPU: a process is one core at most, and a create takes 30 to 40 ms of it.',
    '- Latency of API calls: 0.05 s idle, 2.5 s in the mean was measured on a busy engine.',
    '- The service list: rows that are down, or fewer rows than above.',
    '- “Timed out waiting for a reply” in the logs of API and engine.',
    `- Open connections of Heat’s database account, against ${numberText(sizing.shown.ceiling.total)} at most.`,
    '',
  ].join('\n');
}

/** The columns as python-heatclient writes them; ids and times differ from row to row. */
function serviceRows({ inputs, sizing }: HeatOption): readonly string[] {
  const columns = ['Hostname', 'Binary', 'Engine ID', 'Host', 'Topic', 'Updated At', 'Status'];
  const row = (controller: number) => {
    const host = `controller-${controller}`;
    return [host, 'heat-engine', '(its own id)', host, 'engine', '(under 2 min ago)', 'up'];
  };
  const isShort = sizing.engineTotal > mostRows;
  const controllers = isShort ? 1 : inputs.controllers;
  const perController = Math.min(inputs.engineWorkers, mostRows);
  const rows = Array.from({ length: controllers * perController }, (_, at) =>
    row(Math.floor(at / perController) + 1),
  );
  const widths = columns.map((column, at) => Math.max(column.length, ...rows.map((r) => r[at]?.length ?? 0)));
  const line = `+${widths.map((width) => '-'.repeat(width + 2)).join('+')}+`;
  const written = (cells: readonly string[]) =>
    `|${cells.map((cell, at) => ` ${cell.padEnd(widths[at] ?? 0)} `).join('|')}|`;
  const shown = rows.length;
  return [
    line,
    written(columns),
    line,
    ...rows.map(written),
    line,
    ...(isShort
      ? [`… and ${counted(sizing.engineTotal - shown, 'row')} more, ${numberText(sizing.engineTotal)} in all`]
      : []),
  ];
}
