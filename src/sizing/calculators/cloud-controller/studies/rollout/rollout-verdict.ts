import { marginOf } from '../../../../core/figure.ts';
import type { Finding } from '../../../../core/finding.ts';
import { capitalised, counted, numberText, numberWord } from '../../../../core/number-text.ts';
import type { Verdict } from '../../../../core/size-view.ts';
import { marginText } from '../../gauge.ts';
import type { Rollout, Ways } from './lanes.ts';
import { hoursText } from './rollout-figures.ts';

/** Which way to go, its lowest point and what it takes meanwhile. */
export function rolloutVerdict(
  letter: string,
  rollout: Rollout,
  { advised, one }: Ways,
  findings: readonly Finding[],
): Verdict {
  const { load, newVms, thinVms } = rollout;
  const blocked = findings.some((f) => f.severity === 'blocker');
  const short = load - advised.lowest;
  const deletion = 'BOSH deletes surplus VMs before it updates the rest.';
  const falls = `${one.label} falls to ${numberText(one.lowest)}`;
  const isShrinking = newVms < thinVms;
  const other =
    one === advised
      ? isShrinking
        ? deletion
        : 'No VM is deleted before it is replaced.'
      : isShrinking
        ? `${falls}: ${deletion}`
        : `${falls}.`;
  const figure = (label: string, value: number, unit?: string) => ({
    label,
    cell: { text: numberText(value), value, ...(unit ? { unit } : {}) },
  });
  const deploys = advised.deploys.length - 1;
  return {
    // What falls short is a caution of its own.
    state: blocked ? 'short' : findings.some((f) => f.severity === 'caution') ? 'changes' : 'meets',
    stateText: blocked
      ? `The way to option ${letter} needs more room than there is`
      : short > 0
        ? `The way to option ${letter} is ${numberText(short)} short at its lowest point`
        : `The way to option ${letter} carries the load all the time`,
    headline: `${capitalised(numberWord(deploys))} ${deploys === 1 ? 'deploy keeps' : 'deploys keep'} at least ${numberText(advised.lowest)} of ${counted(load, 'request')}.`,
    paragraph: [
      `${other} In between it takes up to `,
      { strong: `${numberText(advised.vcpus)} vCPU, ${numberText(advised.memoryGib)} GiB` },
      ` and ${counted(advised.connections, 'DB connection')}, for up to ${hoursText(advised.minutes)}.`,
    ],
    keyFigures: [
      {
        label: 'Lowest capacity',
        cell: {
          text: numberText(advised.lowest),
          value: advised.lowest,
          tone: marginOf('load', advised.lowest, load).tone,
          note: marginText(advised.lowest, load),
        },
      },
      figure('Peak vCPU', advised.vcpus),
      figure('Peak memory', advised.memoryGib, 'GiB'),
      figure('Peak DB connections', advised.connections),
    ],
    spoken: `The way to option ${letter} keeps at least ${numberText(advised.lowest)} of ${counted(load, 'request')}.`,
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
