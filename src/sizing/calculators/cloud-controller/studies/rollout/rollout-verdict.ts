import type { Finding } from '../../../../core/finding.ts';
import { capitalised, counted, numberText, numberWord } from '../../../../core/number-text.ts';
import type { Verdict } from '../../../../core/size-view.ts';
import type { Lane, Rollout } from './lanes.ts';
import { hoursText } from './rollout-figures.ts';

/** Which way to go, its lowest point and what it takes meanwhile. */
export function rolloutVerdict(
  letter: string,
  rollout: Rollout,
  lanes: readonly Lane[],
  findings: readonly Finding[],
): Verdict {
  const { load } = rollout;
  const chosen = lanes.find((lane) => lane.id === 'two') ?? lanes[0];
  const one = lanes.find((lane) => lane.id === 'one');
  if (!chosen) throw new RangeError('A rollout has at least one way.');
  const blocked = findings.some((f) => f.severity === 'blocker');
  const short = load - chosen.lowest;
  const other =
    one && one !== chosen
      ? `${one.label} falls to ${numberText(one.lowest)}: BOSH deletes surplus VMs before it updates the rest.`
      : 'No VM is deleted before it is replaced.';
  const figure = (label: string, value: number, unit?: string) => ({
    label,
    cell: { text: numberText(value), value, ...(unit ? { unit } : {}) },
  });
  const deploys = chosen.deploys.length - 1;
  return {
    state: blocked
      ? 'short'
      : short > 0 || findings.some((f) => f.severity === 'caution')
        ? 'changes'
        : 'meets',
    stateText: blocked
      ? `The way to option ${letter} needs more room than there is`
      : short > 0
        ? `The way to option ${letter} is ${numberText(short)} short at its lowest point`
        : `The way to option ${letter} carries the load all the time`,
    headline: `${capitalised(numberWord(deploys))} ${deploys === 1 ? 'deploy keeps' : 'deploys keep'} at least ${numberText(chosen.lowest)} of ${counted(load, 'request')}.`,
    paragraph: [
      `${other} In between it takes up to `,
      { strong: `${numberText(chosen.vcpus)} vCPU, ${numberText(chosen.memoryGib)} GiB` },
      ` and ${counted(chosen.connections, 'DB connection')}, for up to ${hoursText(chosen.minutes)}.`,
    ],
    keyFigures: [
      {
        label: 'Lowest capacity',
        cell: {
          text: numberText(chosen.lowest),
          value: chosen.lowest,
          tone: short > 0 ? 'bad' : 'good',
          note:
            short > 0 ? `${numberText(short)} short` : short < 0 ? `${numberText(-short)} spare` : 'exact',
        },
      },
      figure('Peak vCPU', chosen.vcpus),
      figure('Peak memory', chosen.memoryGib, 'GiB'),
      figure('Peak DB connections', chosen.connections),
    ],
    spoken: `The way to option ${letter} keeps at least ${numberText(chosen.lowest)} of ${counted(load, 'request')}.`,
  };
}

/** A Thin option is where the rollout starts from. */
export function nothingToRollOut(letter: string, load: number): Verdict {
  return {
    state: 'meets',
    stateText: `Option ${letter} runs Thin`,
    headline: 'There is nothing to roll out for a Thin option.',
    paragraph: ['Select a Puma option to see the way to it, step by step.'],
    keyFigures: [{ label: 'Load to carry', cell: { text: numberText(load), value: load } }],
    spoken: `Option ${letter} runs Thin: there is nothing to roll out.`,
  };
}
