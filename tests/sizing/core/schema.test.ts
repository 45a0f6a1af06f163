import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Param, Value } from '../../../src/sizing/core/param.ts';
import { count, text } from '../../../src/sizing/core/param.ts';
import { acceptedBy, checkValue } from '../../../src/sizing/core/schema.ts';
import { everyKind } from './every-kind.ts';

/** What a parameter accepts, said a second time and independently of the schema. */
function isAccepted(param: Param, value: unknown): boolean {
  switch (param.kind) {
    case 'choice':
      return param.choices.some((c) => c.value === value);
    case 'flag':
      return value === true || value === false;
    case 'text':
      return (
        typeof value === 'string' &&
        value.length > 0 &&
        value.length <= param.maxLength &&
        param.pattern.test(value)
      );
    default: {
      if (param.kind === 'auto-number' && value === 'auto') return true;
      if (param.kind === 'optional-number' && value === null) return true;
      const [min, max] = param.range;
      return typeof value === 'number' && value >= min && value <= max && (!param.whole || value % 1 === 0);
    }
  }
}

const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything(),
  fc.integer({ min: -10, max: 1100 }),
  fc.double({ min: -2, max: 600 }),
  fc.constantFrom<Value | undefined>(
    'auto',
    null,
    'thin',
    'puma',
    'Puma',
    '',
    'api',
    '9',
    true,
    false,
    undefined,
  ),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e308, -0, 0.1 + 0.2),
  fc.stringMatching(/^[a-z-]{0,12}\n?$/),
);

describe.each(everyKind)('checkValue of a %s', (_, param) => {
  it('takes exactly what the parameter says it takes, and takes it unchanged', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const checked = checkValue(param, value);
        expect(checked.ok).toBe(isAccepted(param, value));
        if (checked.ok) expect(checked.value).toBe(value);
      }),
      { numRuns: 300 },
    );
  });

  it('takes its default', () => {
    expect(checkValue(param, param.default)).toEqual({ ok: true, value: param.default });
  });

  it('says in a refusal which field it is and what is accepted, never “invalid”', () => {
    const checked = checkValue(param, { not: 'a value' });
    if (checked.ok) throw new Error('an object was taken');
    expect(checked.message).toBe(`Field: ${acceptedBy(param)}.`);
    expect(checked.message).not.toMatch(/invalid/i);
  });
});

describe('checkValue', () => {
  const textOf = (pattern: RegExp) =>
    text({
      key: 'k',
      scope: 'shared',
      group: 'g',
      label: 'Field',
      default: 'api',
      maxLength: 8,
      pattern,
      accepts: 'use small letters',
    });

  it('takes a text as long as allowed, and none longer', () => {
    const param = textOf(/^[a-z]+$/);
    expect(checkValue(param, 'abcdefgh').ok).toBe(true);
    expect(checkValue(param, 'abcdefghi').ok).toBe(false);
  });

  it('takes no empty text, even where its pattern would', () => {
    const param = textOf(/^[a-z]*$/);
    expect(checkValue(param, '').ok).toBe(false);
  });
});

describe('acceptedBy', () => {
  it('words the range as the interface does', () => {
    const vms = count({
      key: 'n',
      scope: 'option',
      group: 'option',
      label: 'API VMs',
      unit: 'VMs',
      range: [1, 500],
      default: 9,
    });
    expect(checkValue(vms, 0)).toEqual({
      ok: false,
      message: 'API VMs: enter a whole number from 1 to 500.',
    });
  });

  it('says what leaving a field empty means', () => {
    const phrases = Object.fromEntries(everyKind.map(([name, param]) => [name, acceptedBy(param)]));
    expect(phrases['auto count']).toBe('enter a whole number from 1 to 64, or leave it to the rule');
    expect(phrases['optional count']).toBe('enter a whole number from 1 to 1,000, or leave it empty');
    expect(phrases['optional quantity']).toBe('enter a number from 0 to 1, or leave it empty');
    expect(phrases.choice).toBe('choose Thin or Puma');
    expect(phrases.flag).toBe('switch it on or off');
    expect(phrases.text).toBe('use small letters');
  });
});
