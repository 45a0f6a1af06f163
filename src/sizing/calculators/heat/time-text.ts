import type { Cell, Explanation } from '../../core/explanation.ts';
import { durationText, numberText } from '../../core/number-text.ts';
import type { TimeRange } from './reckoning.ts';

/** "4:10", or "0.1 s" where whole seconds would say too little. */
export function clockText(seconds: number): string {
  return seconds < 9.95 ? `${numberText(seconds, 1)} s` : durationText(seconds);
}

/** "4:10 to 6:05", or one time where both ends read alike. */
export function rangeText({ highSeconds, lowSeconds }: TimeRange): string {
  const [low, high] = [clockText(lowSeconds), clockText(highSeconds)];
  return low === high ? low : `${low} to ${high}`;
}

/** "4 to 6 min", as running text has it; rounded, so never for a comparison with a target. */
export function looseRange({ highSeconds, lowSeconds }: TimeRange): { text: string; unit: string } {
  const [size, unit] = highSeconds < 120 ? [1, 's'] : highSeconds < 7200 ? [60, 'min'] : [3600, 'h'];
  const digits = highSeconds / size < 10 && unit !== 'min' ? 1 : 0;
  const [low, high] = [numberText(lowSeconds / size, digits), numberText(highSeconds / size, digits)];
  return { text: low === high ? low : `${low} to ${high}`, unit };
}

export function looseText(range: TimeRange): string {
  const { text, unit } = looseRange(range);
  return `${text} ${unit}`;
}

/** A time as a cell: the low end large, the high end in small print. */
export function timeCell(range: TimeRange, explain: Explanation): Cell {
  const [low, high] = [clockText(range.lowSeconds), clockText(range.highSeconds)];
  const cell: Cell = { text: low, value: range.lowSeconds, valueUnit: 's', explain };
  return low === high ? cell : { ...cell, note: `to ${high}` };
}
