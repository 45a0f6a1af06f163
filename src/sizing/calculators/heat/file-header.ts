import { counted, numberText } from '../../core/number-text.ts';
import { explainCeiling } from './explanations.ts';
import type { HeatOption } from './size.ts';

/** What a file says first: where it belongs, whose it is, what it opens, and what is wrong with it. */
export function headerOf(option: HeatOption, link: string, path: string): readonly string[] {
  const { inputs, letter, name, sizing } = option;
  const how = inputs.reckonBy === 'guide' ? 'by the guide' : 'by the source code';
  const other = sizing.other.ceiling.total;
  return [
    path,
    `Option ${letter}: ${name}`,
    `Connections ${how}: ${explainCeiling(option).worked}`,
    ...(other === sizing.shown.ceiling.total
      ? []
      : [`Connections, ${sizing.otherName}: ${numberText(other)}`]),
    link,
    ...warningsOf(option),
  ];
}

function warningsOf({ inputs, sizing }: HeatOption): readonly string[] {
  const over = sizing.free === null ? 0 : sizing.shown.ceiling.total - sizing.free;
  return [
    ...(over > 0
      ? [`WARNING: ${numberText(over)} over the ${counted(sizing.free ?? 0, 'connection')} free`]
      : []),
    ...(sizing.isPoolUnderRule
      ? [
          `WARNING: pool ${numberText(inputs.poolSize)} is under 2 × ${numberText(inputs.engineWorkers)} engine workers`,
        ]
      : []),
    ...(inputs.resources > inputs.maxResourcesPerStack
      ? [`WARNING: a stack of ${numberText(inputs.resources)} resources is over the limit per stack`]
      : []),
  ];
}
