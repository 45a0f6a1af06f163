import type { Finding } from '../../../../core/finding.ts';
import { capitalised, counted, numberText } from '../../../../core/number-text.ts';
import { conditionOf, wording } from '../../conditions.ts';
import type { FleetComparison } from '../../size.ts';
import { carriesOf } from '../../size.ts';
import type { Judged } from './fine-tune-verdict.ts';
import type { Doubt } from './measurements.ts';

/** Questions before answers: what cannot be read, what is in doubt, then what to change. */
export function fineTuneFindings({ options }: FleetComparison, judged: Judged): readonly Finding[] {
  return [
    ...readingFindings(judged),
    ...judged.measurements.doubts.map((doubt) => doubtFinding(doubt, judged)),
    ...gaugeFindings(judged),
    ...remedyFindings(judged, options.length < 6),
    ...ceilingFindings(judged),
    ...unitFindings(judged),
  ];
}

function readingFindings({ measurements }: Judged): readonly Finding[] {
  const { reading } = measurements;
  if (reading.kind === 'none') return [];
  if (reading.kind === 'refused')
    return [
      {
        id: 'samples-refused',
        severity: 'blocker',
        title: 'The samples cannot be read',
        text: `${reading.problems.join(' ')} Nothing of the file is used.`,
        rules: ['CF-15'],
      },
    ];
  const said = [...reading.columns.map((column) => column.name.trim())];
  const left = [
    ...(reading.unused.length > 0
      ? [
          `not used: ${reading.unused
            .map((name) => name.trim())
            .slice(0, 6)
            .join(', ')}`,
        ]
      : []),
    ...(reading.missing > 0 ? [`${counted(reading.missing, 'value')} missing`] : []),
    ...(reading.blankRows > 0 ? [`${counted(reading.blankRows, 'blank row')} skipped`] : []),
  ];
  return [
    {
      id: 'samples-read',
      severity: 'note',
      title: `${counted(reading.rows, 'row')} of samples read`,
      text: `Used: ${said.slice(0, 6).join(', ')}${said.length > 6 ? ` and ${counted(said.length - 6, 'other')}` : ''}${left.length > 0 ? `; ${left.join('; ')}` : ''}.`,
      rules: ['CF-15'],
    },
  ];
}

/** A value that one VM cannot have is asked back, never guessed. */
function doubtFinding(doubt: Doubt, { measurements, option }: Judged): Finding {
  const { inputs } = option;
  const { limits } = measurements;
  const vms = counted(inputs.vms, 'VM');
  switch (doubt.kind) {
    case 'outstanding-of-fleet':
      return {
        id: doubt.kind,
        severity: 'blocker',
        title: `${numberText(doubt.value, 1)} outstanding requests: is this the whole fleet?`,
        text: `A VM has ${counted(limits.threads, 'thread')}, and the metric ends there.${inputs.fineTuneOutstandingOf === 'fleet' ? ` It is divided by ${vms} already.` : ''}`,
        rules: ['CF-15', 'R-15'],
        ...(inputs.fineTuneOutstandingOf === 'fleet' || inputs.vms === 1
          ? {}
          : {
              fix: {
                label: `Divide by ${vms}`,
                edit: { kind: 'set', inputs: { fineTuneOutstandingOf: 'fleet' } },
              },
            }),
      };
    case 'load-of-fleet':
      return {
        id: doubt.kind,
        severity: 'blocker',
        title: `A load average of ${numberText(doubt.value, 1)}: is this the whole fleet?`,
        text: `A VM has ${counted(inputs.vcpusPerVm, 'core')}.${inputs.fineTuneLoadOf === 'fleet' ? ` It is divided by ${vms} already.` : ''}`,
        rules: ['CF-15'],
        ...(inputs.fineTuneLoadOf === 'fleet' || inputs.vms === 1
          ? {}
          : {
              fix: { label: `Divide by ${vms}`, edit: { kind: 'set', inputs: { fineTuneLoadOf: 'fleet' } } },
            }),
      };
    case 'cpu-over-100':
      return {
        id: doubt.kind,
        severity: 'blocker',
        title: `CPU user of ${numberText(doubt.value)}: more than 100%`,
        text: 'system.cpu.user is the share of the whole VM. If yours counts each core as 100%, divide it by the cores.',
        rules: ['CF-15'],
      };
  }
}

function gaugeFindings({ measurements }: Judged): readonly Finding[] {
  if (measurements.isGaugeLeftOut)
    return [
      {
        id: 'gauge-left-out',
        severity: 'note',
        title: 'The gauge is left out',
        text: 'With Puma it does not work correctly; cc_requests_outstanding_total is used.',
        rules: ['R-15'],
      },
    ];
  if (!measurements.isFromGauge) return [];
  return [
    {
      id: 'gauge',
      severity: 'caution',
      title: 'The gauge does not work correctly with Puma',
      text: 'Read cc_requests_outstanding_total instead of cc.requests.outstanding.gauge.',
      rules: ['R-15', 'CF-15'],
    },
  ];
}

function remedyFindings(
  { measurements, option, quadrant, remedy }: Judged,
  hasRoom: boolean,
): readonly Finding[] {
  if (!quadrant || !remedy || measurements.doubts.length > 0) return [];
  const { inputs, sizing } = option;
  const { threadsPerWorker, vms, workersPerVm } = sizing.fleet;
  const isSmaller = remedy.vms < vms;
  const name = [
    ...(remedy.vms === vms ? [] : [counted(remedy.vms, 'VM')]),
    ...(remedy.threads === threadsPerWorker ? [] : [counted(remedy.threads, 'thread')]),
  ].join(', ');
  const condition = conditionOf(inputs.survive);
  const kept = carriesOf({
    vms: remedy.vms,
    workersPerVm,
    threadsPerWorker: remedy.threads,
    zones: inputs.zones,
  })[condition];
  const isBelowLoad = kept < sizing.load;
  return [
    {
      id: 'remedy',
      severity: quadrant === 'below-within' ? 'note' : quadrant === 'near-within' ? 'caution' : 'blocker',
      title: isSmaller
        ? `${counted(remedy.vms, 'VM')} instead of ${numberText(vms)} would do`
        : `${name} would bring it below its limits`,
      text: `Reckoned from p95, the same requests spread evenly.${isSmaller ? ' Remove one VM at a time and measure again.' : ''}${isBelowLoad ? ` The plan’s own load is not reached by it: ${numberText(kept)} of ${numberText(sizing.load)} ${wording[condition].having}.` : ''}`,
      rules: ['CF-15', ...(isSmaller ? ['CF-12'] : ['CF-6'])],
      ...(hasRoom
        ? {
            fix: {
              label: 'Make this a new option',
              edit: {
                kind: 'add-option',
                name,
                inputs: { vms: remedy.vms, threadsPerWorker: remedy.threads },
              },
            },
          }
        : {}),
    },
  ];
}

/** At the ceiling the metric says that threads run out, not how many more are wanted (R-15). */
function ceilingFindings({ measurements }: Judged): readonly Finding[] {
  const { limits, metrics } = measurements;
  if (!metrics.outstanding || metrics.outstanding.p95 < limits.threads) return [];
  return [
    {
      id: 'at-ceiling',
      severity: 'caution',
      title: 'All threads are taken: what waits is not in the metric',
      text: `It ends at ${counted(limits.threads, 'thread')}, so more may be needed than is reckoned here. Add, then measure again.`,
      rules: ['R-15', 'CF-15'],
    },
  ];
}

function unitFindings({ measurements, option }: Judged): readonly Finding[] {
  const { isCpuPercent, metrics } = measurements;
  const { inputs } = option;
  const { cpuUser } = metrics;
  const divided = [
    ...(metrics.outstanding && inputs.fineTuneOutstandingOf === 'fleet' ? ['outstanding requests'] : []),
    ...(metrics.loadAverage && inputs.fineTuneLoadOf === 'fleet' ? ['the load average'] : []),
  ];
  return [
    ...(isCpuPercent && cpuUser
      ? [
          {
            id: 'cpu-percent',
            severity: 'note' as const,
            title: cpuUser.isSeries
              ? 'CPU user is read as percent'
              : `Read ${numberText(cpuUser.p95 * 100)} as ${numberText(cpuUser.p95 * 100)}%`,
            text: 'A share of the VM is at most 1; a value above is taken for percent.',
            rules: ['CF-15'],
          },
        ]
      : []),
    ...(divided.length > 0
      ? [
          {
            id: 'divided',
            severity: 'note' as const,
            title: `${capitalised(divided.join(' and '))} divided by ${counted(inputs.vms, 'VM')}`,
            text: 'As if all VMs had the same; one that has more than its share is not seen.',
            rules: ['CF-15'],
          },
        ]
      : []),
  ];
}
