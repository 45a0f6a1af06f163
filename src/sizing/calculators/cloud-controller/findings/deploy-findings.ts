import type { Finding } from '../../../core/finding.ts';
import { capitalised, counted, numberText, numberWord } from '../../../core/number-text.ts';
import { capiRanges } from '../capi.ts';
import { connectionsOf } from '../connections.ts';
import { needsHigherLimits, restartLimitsOf, restartMb } from '../restart-limits.ts';
import type { FleetComparison } from '../size.ts';
import { writtenNames } from '../targets/export-release.ts';

/** A4: monit's limit was made for one process. */
export function restartLimitTooLow({ selected }: FleetComparison): Finding | undefined {
  const { inputs, sizing } = selected;
  if (inputs.engine === 'thin' || inputs.raisesRestartLimit || !needsHigherLimits(sizing)) return undefined;
  const workers = capitalised(numberWord(sizing.fleet.workersPerVm));
  return {
    id: 'A4',
    severity: 'blocker',
    title: 'Raise the memory restart limit',
    text: `monit restarts the API above ${numberText(restartMb)} MB, counted over all its processes. ${workers} workers will pass it; the ops file can raise it to ${numberText(restartLimitsOf(sizing).restartAboveMb)} MB.`,
    rules: ['R-2', 'CF-7'],
    fix: { label: 'Add to ops file', edit: { kind: 'set', inputs: { raisesRestartLimit: true } } },
  };
}

/** A7: scaling in and switching in one deploy leaves too few Thin VMs in between. */
export function scaleInSecond({ selected }: FleetComparison): Finding | undefined {
  const { inputs, sizing } = selected;
  const { vms, thinVms, thinThreads } = inputs;
  if (inputs.engine === 'thin' || vms >= thinVms) return undefined;
  const left = vms * thinThreads;
  const bridge = connectionsOf(inputs, thinVms, inputs.reckon).total;
  const free = inputs.connectionsFree;
  const over = free !== null && bridge > free ? `, ${numberText(bridge - free)} more than are free` : '';
  const room = `In between, ${numberText(thinVms)} VMs of the new size take ${numberText(thinVms * inputs.vcpusPerVm)} vCPU, ${numberText(thinVms * sizing.memoryPerVmGib)} GiB and up to ${numberText(bridge)} connections${over}.`;
  const thin = counted(vms, 'Thin VM');
  return {
    id: 'A7',
    severity: 'caution',
    title: 'Scale in with a second deploy',
    text:
      left < sizing.load
        ? `BOSH deletes surplus VMs first. In one deploy, ${thin} would carry ${numberText(left)} of ${numberText(sizing.load)} until Puma starts. The export is split in two. ${room}`
        : `BOSH deletes surplus VMs first, so ${thin} would carry ${numberText(left)} until Puma starts: enough for ${numberText(sizing.load)}, short of today’s ${numberText(thinVms * thinThreads)}. The export is split in two. ${room}`,
    rules: ['R-4'],
    fix: { label: 'See rollout', edit: { kind: 'open-view', view: 'rollout' } },
  };
}

/** A11, K5 and R-1: the name of the switch, by release. */
export function switchName({ selected }: FleetComparison): Finding | undefined {
  const { capi, engine, thinThreads, vms } = selected.inputs;
  const names = writtenNames(selected.inputs);
  if (engine === 'thin') return undefined;
  const { hasThin, label } = capiRanges[capi];
  if (!hasThin) {
    return {
      id: 'R-1',
      severity: 'note',
      title: 'This release runs Puma without a switch',
      text: `capi-release ${label} has no Thin: the upgrade itself is the switch. Have workers and threads set before it, or it starts with 2 and 10.${names === 'spec' ? '' : ' It ignores the guide’s cc.experimental.puma.'}`,
      rules: ['R-1', 'K5'],
    };
  }
  if (names === 'guide') {
    return {
      id: 'K5',
      severity: 'blocker',
      title: 'Set the job spec’s switch as well',
      text: `No job spec declares cc.experimental.puma, so BOSH ignores it and the fleet stays on Thin. Scaled in, ${counted(vms, 'Thin VM')} ${vms === 1 ? 'carries' : 'carry'} ${numberText(vms * thinThreads)}.`,
      rules: ['K5', 'R-1'],
      fix: { label: 'Use both names', edit: { kind: 'set', inputs: { names: 'both' } } },
    };
  }
  if (names === 'spec') return undefined;
  return {
    id: 'A11',
    severity: 'caution',
    title: 'The switch has two names',
    text: 'The guide says cc.experimental.puma, the job spec use_puma_webserver. BOSH ignores a wrong name silently, so the export sets both.',
    rules: ['CF-10', 'K5', 'R-1'],
    fix: { label: 'Use the job spec’s', edit: { kind: 'set', inputs: { names: 'spec' } } },
  };
}

/** K4: the guide's second name for the thread count. */
export function threadsTwoNames({ selected }: FleetComparison): Finding | undefined {
  if (selected.inputs.engine === 'thin' || writtenNames(selected.inputs) === 'spec') return undefined;
  return {
    id: 'K4',
    severity: 'note',
    title: 'cc.puma.threads is cc.puma.max_threads',
    text: 'The guide’s last step names a property that does not exist beside max_threads; the export writes max_threads.',
    rules: ['K4', 'CF-10'],
  };
}

/** A Thin option against a release that has no Thin. */
export function thinRemoved({ selected }: FleetComparison): Finding | undefined {
  const { capi, engine, reckon } = selected.inputs;
  if (engine === 'puma' || capiRanges[capi].hasThin) return undefined;
  return {
    id: 'thin-removed',
    severity: reckon === 'upstream' ? 'blocker' : 'caution',
    title: 'This release cannot run Thin',
    text: `The plan counts on capi-release ${capiRanges[capi].label}; Thin was removed in 1.223. This option stands for a fleet on an earlier release.`,
    rules: ['R-1'],
  };
}

/** where the guide's shared queue is no more. */
export function ownQueues({ selected }: FleetComparison): Finding | undefined {
  const { capi, engine, reckon, survive } = selected.inputs;
  const { label, queue } = capiRanges[capi];
  if (engine === 'thin' || queue === 'shared' || selected.sizing.fleet.workersPerVm === 1) return undefined;
  const kept = queue === 'own, kept alive' ? ' Kept-alive connections stay with their worker too.' : '';
  return {
    id: 'R-11',
    severity: reckon === 'upstream' && survive === 'worker' ? 'caution' : 'note',
    title: 'A stalled worker keeps the requests it has accepted',
    text: `The guide has queued requests go to other workers. With capi-release ${label} each worker has a queue of its own, and what it has accepted waits there.${kept}`,
    rules: ['R-11', 'CF-9'],
  };
}

/** what local workers may open when nothing limits them. */
export function localWorkersUnlimited({ selected }: FleetComparison): Finding | undefined {
  const { limitsLocalWorkers, reckon } = selected.inputs;
  const { guide, upstream } = selected.sizing.connections;
  if (limitsLocalWorkers || reckon === 'upstream') return undefined;
  if (upstream.total - guide.total <= guide.total / 4) return undefined;
  return {
    id: 'R-3',
    severity: 'note',
    title: `Local workers may open ${numberText(upstream.local)} connections, not ${numberText(guide.local)}`,
    text: `Each may open ${numberText(upstream.perLocalWorker)} unless limited: ${numberText(upstream.total)} in all. One is what a single thread needs.`,
    rules: ['R-3'],
    fix: { label: 'Limit them in the ops file', edit: { kind: 'set', inputs: { limitsLocalWorkers: true } } },
  };
}
