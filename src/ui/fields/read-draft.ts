import { numberText } from '../../sizing/core/number-text.ts';
import type { AnyNumberParam, Value } from '../../sizing/core/param.ts';
import { readNumber } from '../../sizing/core/read-number.ts';
import { acceptedBy, checkValue } from '../../sizing/core/schema.ts';

export type DraftReading =
  | { readonly kind: 'good'; readonly value: Value }
  | { readonly kind: 'bad'; readonly message: string }
  | { readonly kind: 'ambiguous'; readonly message: string; readonly readings: readonly [string, string] };

/** What a typed text means for a parameter. An empty box leaves an auto-number to its rule. */
export function readDraft(param: AnyNumberParam, typed: string): DraftReading {
  const reading = readNumber(typed);
  switch (reading.kind) {
    case 'ambiguous': {
      const [one, other] = reading.readings;
      return { ...reading, message: `${param.label}: is ${typed.trim()} meant as ${one} or ${other}?` };
    }
    case 'empty':
      if (param.kind === 'auto-number') return { kind: 'good', value: 'auto' };
      if (param.kind === 'optional-number') return { kind: 'good', value: null };
      return { kind: 'bad', message: `${param.label}: ${acceptedBy(param)}.` };
    case 'not-a-number':
      return { kind: 'bad', message: `${param.label}: ${acceptedBy(param)}.` };
    case 'number': {
      const checked = checkValue(param, reading.value);
      if (checked.ok) return { kind: 'good', value: checked.value };
      const [min, max] = param.range;
      const isFraction = param.whole && !Number.isInteger(reading.value);
      return isFraction && reading.value >= min && reading.value <= max
        ? { kind: 'bad', message: `${valueText(reading.value)} ${param.unit}: whole numbers only.` }
        : { kind: 'bad', message: checked.message };
    }
  }
}

/** A number as its box shows it: with every decimal it has. */
export function valueText(value: number): string {
  return numberText(value, 12);
}
