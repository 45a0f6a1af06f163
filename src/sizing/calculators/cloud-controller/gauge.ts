import type { Hull, LoadLine, LoadLineGauge } from '../../core/figure.ts';
import { marginOf } from '../../core/figure.ts';
import { counted, numberText } from '../../core/number-text.ts';
import { conditionOf, conditions, wording } from './conditions.ts';
import { explainCarries, explainLoad } from './explanations.ts';
import type { FleetComparison, SizedFleet } from './size.ts';

/** "16 spare", "85 short", "exact". */
export function marginText(carried: number, load: number): string {
  const { amount, word } = marginOf('load', carried, load);
  return word === 'exact' ? word : `${numberText(amount)} ${word}`;
}

/** One hull an option, as tall as its capacity; the ring sits at what must be survived. */
export function gaugeOf({ baseline, options, selected }: FleetComparison): LoadLineGauge {
  const ring = conditionOf(selected.inputs.survive);
  const { load } = selected.sizing;
  return {
    kind: 'load-lines',
    mode: 'load',
    title: 'Load lines',
    subtitle: `The ring marks what each option can carry ${wording[ring].having}. Under water means overloaded.`,
    key: 'a all up, w one worker stalled, v one VM lost, z one AZ lost',
    axisLabel: 'Requests in progress',
    marginLabel: wording[ring].heading,
    line: { label: 'Load', value: load, explain: explainLoad(selected) },
    hulls: options.map((option) => hullOf(option, option.letter === baseline.letter)),
  };
}

function hullOf(option: SizedFleet, isBaseline: boolean): Hull {
  const { inputs, letter, sizing } = option;
  const ring = conditionOf(inputs.survive);
  const { carries, load } = sizing;
  const lines = conditions.map(
    (condition): LoadLine => ({
      id: condition,
      label: wording[condition].ladder,
      short: wording[condition].short,
      value: carries[condition],
      isRing: condition === ring,
      explain: explainCarries(option, condition),
    }),
  );
  const said = (label: string, value: number, isRing: boolean) =>
    `${label} ${numberText(value)}${isRing ? `, ${marginText(value, load)}` : ''}.`;
  return {
    letter,
    isBaseline,
    lines,
    spoken: [
      `Option ${letter}, ${counted(inputs.vms, 'VM')}.`,
      said('All up', carries.all, ring === 'all'),
      said('Worker stalled', carries.worker, ring === 'worker'),
      said('VM lost', carries.vm, ring === 'vm'),
      said('AZ lost', carries.az, ring === 'az'),
    ].join(' '),
  };
}
