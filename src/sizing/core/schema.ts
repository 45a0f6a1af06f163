import { numberText } from './number-text.ts';
import type { AnyNumberParam, Param, Value } from './param.ts';

export type Checked =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: string };

/** The one check of a parameter's values, for form, link, file and import alike; the message says what is accepted. */
export function checkValue(param: Param, value: unknown): Checked {
  return accepts(param, value)
    ? { ok: true, value }
    : { ok: false, message: `${param.label}: ${acceptedBy(param)}.` };
}

/** What a parameter accepts, as the end of a sentence: "enter a whole number from 1 to 500". */
export function acceptedBy(param: Param): string {
  switch (param.kind) {
    case 'number':
      return `enter ${numberPhrase(param)}`;
    case 'auto-number':
      return `enter ${numberPhrase(param)}, or leave it to the rule`;
    case 'optional-number':
      return `enter ${numberPhrase(param)}, or leave it empty`;
    case 'choice':
      return `choose ${param.choices.map((c) => c.label).join(' or ')}`;
    case 'flag':
      return 'switch it on or off';
    case 'text':
      return param.accepts;
  }
}

function numberPhrase(param: AnyNumberParam): string {
  const [min, max] = param.range;
  return `a ${param.whole ? 'whole ' : ''}number from ${numberText(min)} to ${numberText(max)}`;
}

function accepts(param: Param, value: unknown): value is Value {
  switch (param.kind) {
    case 'number':
      return isInRange(param, value);
    case 'auto-number':
      return value === 'auto' || isInRange(param, value);
    case 'optional-number':
      return value === null || isInRange(param, value);
    case 'choice':
      return param.choices.some((c) => c.value === value);
    case 'flag':
      return typeof value === 'boolean';
    case 'text':
      return (
        typeof value === 'string' &&
        value !== '' &&
        value.length <= param.maxLength &&
        param.pattern.test(value)
      );
  }
}

function isInRange({ range: [min, max], whole }: AnyNumberParam, value: unknown): boolean {
  return typeof value === 'number' && value >= min && value <= max && (!whole || Number.isInteger(value));
}
