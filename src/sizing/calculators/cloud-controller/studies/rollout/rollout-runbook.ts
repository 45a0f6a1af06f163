import type { ExportDocument } from '../../../../core/export-document.ts';
import { counted, numberText } from '../../../../core/number-text.ts';
import { watch, wayBack } from '../../runbook.ts';
import type { SizedFleet } from '../../size.ts';
import { vmTypeOf } from '../../vm-type.ts';
import type { Lane, Rollout } from './lanes.ts';
import { hoursText } from './rollout-figures.ts';

/** The steps with what each leaves and takes, the checks of CF-15 with their thresholds, and the way back. */
export function rolloutRunbook(option: SizedFleet, rollout: Rollout, lane: Lane): ExportDocument {
  const { letter, name } = option;
  const sections = [
    [`# Rollout: option ${letter}, ${name}`, '', summary(rollout, lane)],
    ['## Before', '', ...before(option, rollout, lane)],
    ['## Steps', '', ...stepLines(option, rollout, lane)],
    ['## What each step leaves and takes', '', ...stepTable(lane, rollout)],
    ['## Checks after each deploy', '', ...watch(option)],
    ['## Way back', '', ...wayBack(option, scaleInStep(rollout, lane))],
  ];
  return {
    id: 'rollout',
    label: 'Rollout',
    filename: `plimsoll-${letter.toLowerCase()}-rollout.md`,
    content: {
      kind: 'text',
      language: 'markdown',
      text: `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`,
    },
  };
}

/** Which of the steps takes VMs away. */
function scaleInStep({ bridgeVms, thinVms }: Rollout, lane: Lane): number {
  if (lane.id === 'one') return 1;
  return bridgeVms > thinVms ? 5 : 4;
}

function summary({ load, newVms, thinVms }: Rollout, lane: Lane): string {
  return `From ${counted(thinVms, 'Thin VM')} to ${counted(newVms, 'Puma VM')}. At the lowest point ${numberText(lane.lowest)} of ${counted(load, 'request')} ${load === 1 ? 'has' : 'have'} a thread. It may take ${hoursText(lane.minutes)}.`;
}

function before(option: SizedFleet, rollout: Rollout, lane: Lane): readonly string[] {
  const isTwo = lane.id === 'two';
  const { bridgeVms, newVms, thinVms } = rollout;
  return [
    `- [ ] The cloud config has the VM type ${vmTypeOf(option)}: ${numberText(option.inputs.vcpusPerVm)} vCPU, ${numberText(option.sizing.memoryPerVmGib)} GiB.`,
    `- [ ] The quota has room for ${numberText(lane.vcpus)} vCPU and ${numberText(lane.memoryGib)} GiB${isTwo ? ` while ${counted(bridgeVms, 'VM')} ${bridgeVms === 1 ? 'runs' : 'run'} Puma` : ''}.`,
    `- [ ] The database has room for up to ${counted(lane.connections, 'connection')}.`,
    ...(isTwo && bridgeVms !== Math.max(newVms, thinVms) ? [bridgeNote(rollout)] : []),
  ];
}

/** Which ops files there are depends on whether the fleet shrinks: one that does not is set in a single file. */
function bridgeNote({ bridgeVms, newVms, thinVms }: Rollout): string {
  const now =
    newVms < thinVms
      ? 'The ops file "1 Puma on" leaves the number of instances alone'
      : `The ops file "Puma on" asks for ${counted(newVms, 'VM')}`;
  return `- [ ] ${now}: set it to ${numberText(bridgeVms)} for the time in between.`;
}

function stepLines(
  { inputs }: SizedFleet,
  { bridgeVms, newVms, thinVms }: Rollout,
  lane: Lane,
): readonly string[] {
  const isPumaOn = `Check that every VM runs Puma: cc_puma_worker_count is ${numberText(inputs.workersPerVm)} on each (capi-release 1.167 and later).`;
  const isShrinking = newVms < thinVms;
  const last = 'Watch for at least one busy day, then fine-tune.';
  const lines =
    lane.id === 'one'
      ? [
          isShrinking
            ? 'Deploy the ops files "1 Puma on" and "2 Scale in" together.'
            : 'Deploy the ops file "Puma on".',
          isPumaOn,
          last,
        ]
      : [
          ...(bridgeVms > thinVms ? [`Deploy ${counted(bridgeVms, 'VM')}, still on Thin.`] : []),
          `Deploy the ops file "${isShrinking ? '1 ' : ''}Puma on" with ${counted(bridgeVms, 'VM')}.`,
          isPumaOn,
          'Go through the checks below. Go on only when all of them hold.',
          ...(bridgeVms === newVms
            ? []
            : [
                isShrinking
                  ? `Deploy "1 Puma on" and "2 Scale in" together: ${counted(newVms, 'VM')} ${newVms === 1 ? 'stays' : 'stay'}.`
                  : `Deploy the ops file "Puma on" with ${counted(newVms, 'VM')}.`,
                'Go through the checks again.',
              ]),
          last,
        ];
  return lines.map((line, index) => `${index + 1}. ${line}`);
}

function stepTable(lane: Lane, { load }: Rollout): readonly string[] {
  return [
    '| Deploy | Step | Lowest capacity | vCPU | GiB | DB connections | Minutes, at most |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: |',
    ...lane.deploys.flatMap(({ steps, title }) =>
      steps.map(
        (step) =>
          `| ${title} | ${step.title} | ${numberText(step.lowest)}${step.lowest < load ? ` (${numberText(load - step.lowest)} short)` : ''} | ${numberText(step.vcpus)} | ${numberText(step.memoryGib)} | ${numberText(step.connections)} | ${numberText(step.minutes)} |`,
      ),
    ),
  ];
}
