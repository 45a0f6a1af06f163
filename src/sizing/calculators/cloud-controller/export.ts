import type { ExportContext } from '../../core/calculator.ts';
import type { ExportContent, ExportDocument, OpsEntry, YamlContent } from '../../core/export-document.ts';
import { counted, numberText } from '../../core/number-text.ts';
import { conditionOf, wording } from './conditions.ts';
import { product } from './explanations.ts';
import { findingsOf } from './findings.ts';
import { allEntries, instancesEntry, jobEntries, switchEntries, vmTypeEntry } from './ops-entries.ts';
import { jobPath } from './ops-path.ts';
import { runbookOf } from './runbook.ts';
import type { FleetComparison, SizedFleet } from './size.ts';
import { isToday } from './size.ts';
import { exportRelease, targetNotes } from './targets/export-release.ts';
import { leftOut } from './targets/target-entries.ts';
import { vmTypeName, vmTypeOf } from './vm-type.ts';

/** Files to take away for the selected option. */
export function exportsOf(comparison: FleetComparison, context: ExportContext): readonly ExportDocument[] {
  const { baseline, selected } = comparison;
  const own =
    selected.inputs.engine === 'thin'
      ? thinDocuments(comparison, context)
      : pumaDocuments(comparison, context);
  return [
    ...own,
    {
      id: 'changes',
      label: 'Changes',
      filename: filename(selected, 'changes', 'diff'),
      content: {
        kind: 'changes',
        before: opsFile([`Option ${baseline.letter}, ${baseline.name}`], allEntries(baseline)),
        after: opsFile([`Option ${selected.letter}, ${selected.name}`], allEntries(selected)),
        identical:
          baseline.letter === selected.letter
            ? `Option ${selected.letter} is the baseline itself.`
            : `Options ${baseline.letter} and ${selected.letter} set the same.`,
      },
    },
    ...(isToday(selected)
      ? []
      : [
          {
            id: 'rollback',
            label: 'Rollback',
            filename: filename(selected, 'rollback', 'yml'),
            content: rollbackOf(comparison, context),
          },
        ]),
    {
      id: 'runbook',
      label: 'Runbook',
      filename: filename(selected, 'runbook', 'md'),
      content: { kind: 'text', language: 'markdown', text: runbookOf(comparison, context) },
    },
  ];
}

function pumaDocuments(comparison: FleetComparison, { link }: ExportContext): readonly ExportDocument[] {
  const { selected } = comparison;
  const { thinVms, vms } = selected.inputs;
  const warnings = [...warningsOf(comparison), ...notesOf(selected)];
  const sum = sumOf(selected);
  const job = [vmTypeEntry(selected.inputs, vmTypeOf(selected)), ...jobEntries(selected)];
  const instances = instancesEntry(selected.inputs, vms);
  if (vms >= thinVms) {
    return [
      {
        id: 'puma-on',
        label: 'Puma on',
        filename: filename(selected, 'puma-on', 'yml'),
        content: opsFile([...warnings, `Option ${selected.letter}: ${sum}.`, link], [instances, ...job]),
      },
    ];
  }
  return [
    {
      id: 'puma-on',
      label: '1 Puma on',
      filename: filename(selected, '1-puma-on', 'yml'),
      content: opsFile(
        [
          ...warnings,
          `Option ${selected.letter}, step 1 of 2. Keep ${counted(thinVms, 'VM')} for now.`,
          `Step 2 scales in to ${sum}.`,
          link,
        ],
        job,
      ),
    },
    {
      id: 'scale-in',
      label: '2 Scale in',
      filename: filename(selected, '2-scale-in', 'yml'),
      content: opsFile(
        [
          ...warnings,
          `Option ${selected.letter}, step 2 of 2: ${sum}.`,
          `Deploy it together with step 1, when Puma runs on all ${counted(thinVms, 'VM')}.`,
          link,
        ],
        [instances],
      ),
    },
  ];
}

function thinDocuments(comparison: FleetComparison, { link }: ExportContext): readonly ExportDocument[] {
  const { selected } = comparison;
  const { hasThin, label } = exportRelease(selected.inputs);
  const content: ExportContent = hasThin
    ? opsFile(
        [
          ...warningsOf(comparison),
          ...notesOf(selected),
          `Option ${selected.letter}: ${sumOf(selected)}.`,
          link,
        ],
        allEntries(selected),
      )
    : {
        kind: 'refused',
        reason: `capi-release ${label} has no Thin: it was removed in 1.223. Choose an earlier release, or Puma.`,
      };
  return [{ id: 'thin', label: 'Thin', filename: filename(selected, 'thin', 'yml'), content }];
}

/** Back to today's fleet: more VMs first, then Thin, for the reason for which scaling in comes second. */
function rollbackOf({ baseline, selected }: FleetComparison, { link }: ExportContext): ExportContent {
  const { inputs } = selected;
  const { hasThin, label } = exportRelease(inputs);
  if (!hasThin) {
    return {
      kind: 'refused',
      reason: `capi-release ${label} has no Thin to go back to. Going back means redeploying a release before 1.223.`,
    };
  }
  const vmType = isToday(baseline) ? vmTypeOf(baseline) : vmTypeName(1, inputs.memoryPerThinVmGib);
  const order =
    inputs.vms < inputs.thinVms
      ? [
          `After step 2, first deploy with instances ${inputs.thinVms} alone; then deploy this file.`,
          'In one deploy the VMs left would turn to Thin before all others are there.',
        ]
      : [];
  return opsFile(
    [
      `Option ${selected.letter}, rollback to ${product(inputs.thinVms, inputs.thinThreads)} = ${numberText(inputs.thinVms * inputs.thinThreads)} concurrent requests on Thin.`,
      ...targetNotes(inputs),
      ...order,
      link,
    ],
    [
      instancesEntry(inputs, inputs.thinVms),
      vmTypeEntry(inputs, vmType),
      ...switchEntries(inputs, 'thin'),
      {
        path: jobPath(inputs, 'cc/experimental?/thin_server?/thread_pool_size'),
        value: inputs.thinThreads,
      },
      { path: jobPath(inputs, 'cc/jobs?/local?/number_of_workers'), value: 2 },
    ],
  );
}

function opsFile(comments: readonly string[], entries: readonly OpsEntry[]): YamlContent {
  return { kind: 'ops', comments, entries };
}

/** "9 × 4 × 13 = 468 concurrent requests". */
function sumOf({ inputs, sizing }: SizedFleet): string {
  const { threadsPerWorker, vms, workersPerVm } = sizing.fleet;
  const factors = inputs.engine === 'thin' ? [vms, threadsPerWorker] : [vms, workersPerVm, threadsPerWorker];
  return `${product(...factors)} = ${numberText(sizing.carries.all)} concurrent requests`;
}

/** The blockers, so that nobody deploys the file without having read them. */
function warningsOf(comparison: FleetComparison): readonly string[] {
  const { inputs, sizing } = comparison.selected;
  const condition = conditionOf(inputs.survive);
  const short = sizing.load - sizing.carries[condition];
  return findingsOf(comparison)
    .filter((finding) => finding.severity === 'blocker')
    .map((finding) =>
      finding.id === 'A1'
        ? `WARNING: ${numberText(short)} short ${wording[condition].having}`
        : `WARNING: ${finding.title}`,
    );
}

/** Which releases the file is for, and what they have no property for. */
function notesOf(option: SizedFleet): readonly string[] {
  const { inputs } = option;
  return inputs.target === 'guide' ? [] : [...targetNotes(inputs), ...leftOut(option, inputs.target)];
}

function filename({ letter }: SizedFleet, name: string, extension: string): string {
  return `plimsoll-${letter.toLowerCase()}-${name}.${extension}`;
}
