import type { Param, Value } from './param.ts';
import { type Checked, checkValue } from './schema.ts';

/** A value as links write it: `13`, `on`, `auto`, `none`, or the text itself. */
export function textOfValue(value: Value): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return String(value);
}

/** Reads what `textOfValue` wrote, or what a person wrote in a link by hand; checked by the parameter's schema. */
export function valueOfText(param: Param, text: string): Checked {
  return checkValue(param, unchecked(param, text));
}

function unchecked(param: Param, text: string): Value | undefined {
  switch (param.kind) {
    case 'flag':
      return text === 'on' ? true : text === 'off' ? false : undefined;
    case 'choice':
    case 'text':
      return text;
    case 'auto-number':
      return text === 'auto' ? text : plainNumber(text);
    case 'optional-number':
      return text === 'none' ? null : plainNumber(text);
    case 'number':
      return plainNumber(text);
  }
}

function plainNumber(text: string): number | undefined {
  // As many digits as the shortest text of a number can have: 21 before the point, 23 behind it.
  if (!/^-?\d{1,21}(\.\d{1,23})?(e[+-]?\d{1,3})?$/.test(text)) return undefined;
  const value = Number(text);
  // Plus nought, because −0 is written as 0 and would come back as another number.
  return Number.isFinite(value) ? value + 0 : undefined;
}
