import type { OpsEntry } from '../../../core/export-document.ts';
import { localWorkerLimit } from '../connections.ts';
import { jobPath } from '../ops-path.ts';
import type { FleetInputs } from '../params.ts';
import { restartLimitsOf } from '../restart-limits.ts';
import type { SizedFleet } from '../size.ts';
import { type CapiTargetName, capiTarget } from './capi-targets.ts';
import { defaultOf, isDeclared, type JobProperty } from './property-spans.ts';

interface TargetEntry {
  readonly property: JobProperty;
  readonly value: OpsEntry['value'];
  readonly comment?: string;
}

/** The switch between the servers where the releases of the target have one. */
export function targetSwitches(
  inputs: FleetInputs,
  target: CapiTargetName,
  engine: FleetInputs['engine'],
): readonly OpsEntry[] {
  const isPuma = engine === 'puma';
  const isThinDefault = defaultOf('cc.experimental.use_puma_webserver', capiTarget(target)) === false;
  const entries: readonly TargetEntry[] = isThinDefault
    ? [{ property: 'cc.experimental.use_puma_webserver', value: isPuma }]
    : [
        {
          property: 'cc.temporary_enable_deprecated_thin_webserver',
          value: !isPuma,
          comment: isPuma
            ? 'Puma is the default; this undoes what kept Thin. Where cc.experimental.use_puma_webserver is false, remove it: it goes first.'
            : 'Where cc.experimental.use_puma_webserver is set, remove it: it goes first.',
        },
      ];
  return written(inputs, target, entries);
}

/** What the option sets on the job, by what the job spec of the target declares. */
export function targetEntries(option: SizedFleet, target: CapiTargetName): readonly OpsEntry[] {
  const { inputs } = option;
  return [
    ...targetSwitches(inputs, target, inputs.engine),
    ...written(inputs, target, settingsOf(option, target)),
  ];
}

/** What the option asks for and the target's job spec has no property for, as comments of the file. */
export function leftOut(option: SizedFleet, target: CapiTargetName): readonly string[] {
  const { connectionsPerLocalWorker, engine, limitsLocalWorkers, threadsPerWorker } = option.inputs;
  const span = capiTarget(target);
  return [
    ...(engine === 'puma' && !isDeclared('cc.puma.max_threads', span)
      ? [`WARNING: ${threadsPerWorker} threads cannot be set: cc.puma.max_threads exists from 1.142 on.`]
      : []),
    ...(limitsLocalWorkers && !isDeclared('ccdb.max_connections_per_local_worker', span)
      ? [
          `WARNING: local workers cannot be held to ${Math.max(1, connectionsPerLocalWorker)}: ccdb.max_connections_per_local_worker exists from 1.170 on.`,
        ]
      : []),
  ];
}

function settingsOf(option: SizedFleet, target: CapiTargetName): readonly TargetEntry[] {
  const { inputs } = option;
  return [
    ...(inputs.engine === 'thin' ? thinSettings(inputs) : pumaSettings(option, target)),
    { property: 'cc.jobs.local.number_of_workers', value: inputs.localWorkersPerVm },
    ...(inputs.limitsLocalWorkers
      ? [
          {
            property: 'ccdb.max_connections_per_local_worker',
            value: localWorkerLimit(inputs),
            comment: 'Otherwise each may open ccdb.max_connections.',
          } as const,
        ]
      : []),
  ];
}

function thinSettings(inputs: FleetInputs): readonly TargetEntry[] {
  return [
    { property: 'cc.experimental.thin_server.thread_pool_size', value: inputs.threadsPerWorker },
    { property: 'ccdb.max_connections', value: inputs.connectionsPerProcess },
  ];
}

function pumaSettings({ inputs, sizing }: SizedFleet, target: CapiTargetName): readonly TargetEntry[] {
  const limits = restartLimitsOf(sizing);
  const hasPool = isDeclared('cc.puma.max_db_connections_per_process', capiTarget(target));
  return [
    { property: 'cc.puma.workers', value: inputs.workersPerVm },
    { property: 'cc.puma.max_threads', value: inputs.threadsPerWorker },
    hasPool
      ? { property: 'cc.puma.max_db_connections_per_process', value: inputs.connectionsPerProcess }
      : {
          property: 'ccdb.max_connections',
          value: inputs.connectionsPerProcess,
          comment: 'The pool of every process, local workers too: Puma has one of its own from 1.170 on.',
        },
    ...(inputs.raisesRestartLimit
      ? ([
          {
            property: 'cc.thresholds.api.alert_if_above_mb',
            value: limits.alertMb,
            comment: 'All API processes of a VM together, at most 90% of its memory.',
          },
          {
            property: 'cc.thresholds.api.restart_if_consistently_above_mb',
            value: limits.restartSteadilyAboveMb,
          },
          { property: 'cc.thresholds.api.restart_if_above_mb', value: limits.restartAboveMb },
        ] as const)
      : []),
  ];
}

function written(
  inputs: FleetInputs,
  target: CapiTargetName,
  entries: readonly TargetEntry[],
): readonly OpsEntry[] {
  const span = capiTarget(target);
  return entries
    .filter(({ property }) => isDeclared(property, span))
    .map(({ property, ...entry }) => ({ path: jobPath(inputs, optionalPath(property)), ...entry }));
}

/** Manifests need not have any of these keys, so all but the first may be absent. */
function optionalPath(property: JobProperty): string {
  const keys = property.split('.');
  const isOptional = (at: number) => at > 0 && (at < keys.length - 1 || keys.length === 2);
  return keys.map((key, at) => (isOptional(at) ? `${key}?` : key)).join('/');
}
