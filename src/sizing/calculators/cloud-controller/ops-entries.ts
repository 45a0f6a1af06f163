import type { OpsEntry } from '../../core/export-document.ts';
import { capiRanges } from './capi.ts';
import { localWorkerLimit } from './connections.ts';
import { jobPath } from './ops-path.ts';
import type { FleetInputs } from './params.ts';
import { restartLimitsOf } from './restart-limits.ts';
import type { SizedFleet } from './size.ts';
import { targetEntries, targetSwitches } from './targets/target-entries.ts';
import { vmTypeOf } from './vm-type.ts';

export function instancesEntry({ instanceGroup }: FleetInputs, vms: number): OpsEntry {
  return { path: `/instance_groups/name=${instanceGroup}/instances`, value: vms };
}

export function vmTypeEntry({ instanceGroup }: FleetInputs, vmType: string): OpsEntry {
  return {
    path: `/instance_groups/name=${instanceGroup}/vm_type`,
    value: vmType,
    comment: 'Must exist in your cloud config.',
  };
}

/** The switch under the names the user chose, where the release has it (K5, R-1). */
export function switchEntries(inputs: FleetInputs, engine: FleetInputs['engine']): readonly OpsEntry[] {
  const { capi, names, target } = inputs;
  if (target !== 'guide') return targetSwitches(inputs, target, engine);
  const { hasThin, isPumaDefault } = capiRanges[capi];
  const isPuma = engine === 'puma';
  const guide: OpsEntry = {
    path: jobPath(inputs, 'cc/experimental?/puma'),
    value: isPuma,
    comment: 'The guide’s name; no job spec declares it, and BOSH ignores what none declares.',
  };
  const spec: readonly OpsEntry[] = [
    {
      path: jobPath(inputs, 'cc/experimental?/use_puma_webserver'),
      value: isPuma,
      comment: 'The job spec’s name.',
    },
    {
      path: jobPath(inputs, 'cc/temporary_enable_deprecated_thin_webserver?'),
      value: !isPuma,
      comment: 'The other way to stay on Thin since 1.196.',
    },
  ];
  return [
    ...(names === 'spec' ? [] : [guide]),
    ...(names === 'guide' || !hasThin ? [] : spec.slice(0, isPumaDefault ? 2 : 1)),
  ];
}

/** What the option sets on the job, whatever the number of VMs. */
export function jobEntries(option: SizedFleet): readonly OpsEntry[] {
  const { inputs } = option;
  if (inputs.target !== 'guide') return targetEntries(option, inputs.target);
  const own = inputs.engine === 'thin' ? thinEntries(inputs) : pumaEntries(option);
  return [
    ...switchEntries(inputs, inputs.engine),
    ...own,
    { path: jobPath(inputs, 'cc/jobs?/local?/number_of_workers'), value: inputs.localWorkersPerVm },
    ...(inputs.limitsLocalWorkers
      ? [
          {
            path: jobPath(inputs, 'ccdb/max_connections_per_local_worker?'),
            value: localWorkerLimit(inputs),
            comment: inputs.capi === '1.138' ? 'From 1.170 on.' : 'Otherwise each may open 25.',
          },
        ]
      : []),
  ];
}

function thinEntries(inputs: FleetInputs): readonly OpsEntry[] {
  return [
    {
      path: jobPath(inputs, 'cc/experimental?/thin_server?/thread_pool_size'),
      value: inputs.threadsPerWorker,
    },
    { path: jobPath(inputs, 'ccdb/max_connections?'), value: inputs.connectionsPerProcess },
  ];
}

function pumaEntries(option: SizedFleet): readonly OpsEntry[] {
  const { inputs } = option;
  const isOldest = inputs.capi === '1.138';
  return [
    { path: jobPath(inputs, 'cc/puma?/workers'), value: inputs.workersPerVm },
    {
      path: jobPath(inputs, 'cc/puma?/max_threads'),
      value: inputs.threadsPerWorker,
      comment: `The guide’s last step calls it cc.puma.threads.${isOldest ? ' From 1.142 on.' : ''}`,
    },
    {
      path: jobPath(inputs, 'cc/puma?/max_db_connections_per_process'),
      value: inputs.connectionsPerProcess,
      ...(isOldest ? { comment: 'From 1.170 on; before, every process may open ccdb.max_connections.' } : {}),
    },
    ...(inputs.raisesRestartLimit ? restartEntries(option) : []),
  ];
}

function restartEntries({ inputs, sizing }: SizedFleet): readonly OpsEntry[] {
  const limits = restartLimitsOf(sizing);
  const path = (leaf: string) => jobPath(inputs, `cc/thresholds?/api?/${leaf}`);
  return [
    {
      path: path('alert_if_above_mb'),
      value: limits.alertMb,
      comment: 'All API processes of a VM together, at most 90% of its memory.',
    },
    { path: path('restart_if_consistently_above_mb'), value: limits.restartSteadilyAboveMb },
    { path: path('restart_if_above_mb'), value: limits.restartAboveMb },
  ];
}

/** Everything an option sets: number and type of VMs, then the job. */
export function allEntries(option: SizedFleet): readonly OpsEntry[] {
  return [
    instancesEntry(option.inputs, option.inputs.vms),
    vmTypeEntry(option.inputs, vmTypeOf(option)),
    ...jobEntries(option),
  ];
}
