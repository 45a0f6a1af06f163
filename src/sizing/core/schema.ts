import * as z from 'zod/mini';
import { numberText } from './number-text.ts';
import type { AnyNumberParam, Param, Value } from './param.ts';

export type Checked =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: string };

const schemas = new WeakMap<Param, z.ZodMiniType<Value>>();

/** The one schema of a parameter, for form, link, file and import alike. */
export function schemaOf(param: Param): z.ZodMiniType<Value> {
  const known = schemas.get(param);
  if (known) return known;
  const made = makeSchema(param);
  schemas.set(param, made);
  return made;
}

/** Checks a value from anywhere; the message says what is accepted. */
export function checkValue(param: Param, value: unknown): Checked {
  const result = z.safeParse(schemaOf(param), value);
  return result.success
    ? { ok: true, value: result.data }
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

function makeSchema(param: Param): z.ZodMiniType<Value> {
  switch (param.kind) {
    case 'number':
      return numberSchema(param);
    case 'auto-number':
      return z.union([z.literal('auto'), numberSchema(param)]);
    case 'optional-number':
      return z.union([z.null(), numberSchema(param)]);
    case 'choice':
      return z.enum(param.choices.map((c) => c.value));
    case 'flag':
      return z.boolean();
    case 'text':
      return z.string().check(z.minLength(1), z.maxLength(param.maxLength), z.regex(param.pattern));
  }
}

function numberSchema(param: AnyNumberParam) {
  const [min, max] = param.range;
  const inRange = z.number().check(z.gte(min), z.lte(max));
  return param.whole ? inRange.check(z.refine((n) => Number.isInteger(n))) : inRange;
}
