import type { ExportContext } from '../../core/calculator.ts';
import { counted, numberText } from '../../core/number-text.ts';
import { connectionsOf } from './connections.ts';
import { product } from './explanations.ts';
import { findingsOf } from './findings.ts';
import type { FleetInputs } from './params.ts';
import { restartLimitsOf } from './restart-limits.ts';
import type { FleetComparison, SizedFleet } from './size.ts';
import { exportRelease } from './targets/export-release.ts';
import { vmTypeOf } from './vm-type.ts';

const pumaGauge =
  'With Puma the gauge does not work correctly in published releases; read cc_requests_outstanding_total instead.';

/** The change as a checklist: before, step by step, what to watch (CF-15), and the way back. */
export function runbookOf(comparison: FleetComparison, { link }: ExportContext): string {
  const { selected } = comparison;
  const sections = [
    [`# Runbook: option ${selected.letter}, ${selected.name}`, '', `Plan: ${link}`],
    openPoints(comparison),
    ['## Before', '', ...before(selected)],
    ['## Steps', '', ...steps(selected)],
    ['## Watch', '', ...watch(selected)],
    ['## Way back', '', ...wayBack(selected, 3)],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function openPoints(comparison: FleetComparison): readonly string[] {
  const open = findingsOf(comparison).filter((f) => f.severity === 'blocker' || f.severity === 'caution');
  if (open.length === 0) return [];
  return [
    '## Open points',
    '',
    ...open.map(
      (f) =>
        `- ${f.severity === 'blocker' ? '**Blocker.** ' : ''}${f.title}. ${f.text} (${f.rules.join(', ')})`,
    ),
  ];
}

function before(option: SizedFleet): readonly string[] {
  const { inputs, sizing } = option;
  const isTwoStep = inputs.engine === 'puma' && inputs.vms < inputs.thinVms;
  const vms = Math.max(inputs.vms, isTwoStep ? inputs.thinVms : 0);
  const bridge = connectionsOf(inputs, vms, inputs.reckon).total;
  return [
    `- [ ] The cloud config has the VM type ${vmTypeOf(option)}: ${inputs.vcpusPerVm} vCPU, ${numberText(sizing.memoryPerVmGib)} GiB.`,
    `- [ ] The quota has room for ${counted(vms, 'such VM')}${isTwoStep ? ' until step 2 is done' : ''}: ${numberText(vms * inputs.vcpusPerVm)} vCPU, ${numberText(vms * sizing.memoryPerVmGib)} GiB.`,
    `- [ ] The database has room for up to ${counted(bridge, 'connection')} of these VMs.`,
    `- [ ] Limits counted per API VM still hold in total with ${counted(inputs.vms, 'VM')}: cc.max_concurrent_service_broker_requests applies to each VM.`,
    ...(inputs.engine === 'puma' && inputs.raisesRestartLimit
      ? [
          `- [ ] monit may let the API grow to ${numberText(restartLimitsOf(sizing).restartAboveMb)} MB on each VM (R-2).`,
        ]
      : []),
  ];
}

function steps({ inputs }: SizedFleet): readonly string[] {
  const { hasThin, label } = exportRelease(inputs);
  const { thinVms, vms } = inputs;
  const pace = `BOSH updates ${counted(inputs.maxInFlight, 'VM')} at a time.${drainNote(inputs)}`;
  if (inputs.engine === 'thin') return [`1. Deploy the Thin ops file. ${pace}`];
  const withUpgrade = hasThin ? '' : ` together with the upgrade to capi-release ${label}`;
  const check = `2. Check that every VM runs Puma: cc_puma_worker_count is ${numberText(inputs.workersPerVm)} on each (capi-release 1.167 and later).`;
  const last = 'Watch for at least one busy day, then fine-tune.';
  if (vms >= thinVms) {
    return [`1. Deploy the ops file "Puma on"${withUpgrade}. ${pace}`, check, `3. ${last}`];
  }
  return [
    `1. Deploy the ops file "1 Puma on"${withUpgrade}. It keeps ${counted(thinVms, 'VM')}. ${pace}`,
    `${check} With Thin still running, scaling in loses capacity.`,
    `3. Deploy both ops files, "1 Puma on" and "2 Scale in". BOSH first deletes ${counted(thinVms - vms, 'surplus VM')} and leaves ${numberText(vms)}.`,
    `4. ${last}`,
  ];
}

/** Local workers may take 5 minutes to finish uploads, nginx and the API one more, before a VM goes down. */
const drainMinutes = 6;

/** How long a deploy may wait for today's VMs to drain; BOSH starts on a zone when the one before is done. */
function drainNote({ capi, maxInFlight, thinVms, zones }: FleetInputs): string {
  if (capi === '1.138') return '';
  const rounds = Array.from({ length: zones }, (_, zone) =>
    Math.ceil((Math.floor(thinVms / zones) + (zone < thinVms % zones ? 1 : 0)) / maxInFlight),
  ).reduce((sum, count) => sum + count, 0);
  return ` From 1.200 on a VM may drain for ${drainMinutes} minutes while uploads finish: up to ${numberText(rounds * drainMinutes)} minutes in all.`;
}

/** What to read after the change and from where on to act (CF-15). */
export function watch({ inputs, sizing }: SizedFleet): readonly string[] {
  const { threadsPerWorker: threads, workersPerVm: workers } = sizing.fleet;
  const isThin = inputs.engine === 'thin';
  const cores = isThin ? 1 : inputs.vcpusPerVm;
  const slots = isThin
    ? counted(threads, 'thread')
    : `${product(workers, threads)} = ${counted(workers * threads, 'thread')}`;
  return [
    '| Metric | On each VM | If not |',
    '| --- | --- | --- |',
    `| cc.requests.outstanding.gauge | clear of ${slots} | scale the instance group |`,
    `| system.cpu.user | below 0.85${isThin && inputs.vcpusPerVm > 1 ? ` of one core: ${numberText(0.85 / inputs.vcpusPerVm, 3)} of the VM` : ''} | add cores or VMs |`,
    `| cc.vitals.cpu_load_avg | below ${counted(cores, 'core')} | add cores or VMs |`,
    '| cc_db_connection_pool_timeouts_total | 0 | enlarge the pool or add VMs |',
    ...(isThin ? [] : ['', pumaGauge]),
  ];
}

/** Back to Thin, where the release still has it; `scaleInStep` is the step that must be undone first. */
export function wayBack({ inputs }: SizedFleet, scaleInStep: number): readonly string[] {
  const { hasThin, label } = exportRelease(inputs);
  if (inputs.engine === 'thin') return ['Redeploy without this ops file.'];
  if (!hasThin)
    return [`capi-release ${label} has no Thin. Going back means redeploying a release before 1.223.`];
  const scaled = inputs.vms < inputs.thinVms;
  return [
    ...(scaled
      ? [
          `1. If step ${scaleInStep} has run: scale out to ${counted(inputs.thinVms, 'VM')} first, still on Puma.`,
        ]
      : []),
    `${scaled ? 2 : 1}. Deploy the ops file "Rollback" in place of the others.`,
  ];
}
