import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHash } from '../../../src/share/permalink.ts';
import { fromFileText } from '../../../src/share/plan-file.ts';
import type { Opened } from '../../../src/share/session.ts';
import type { Param, Value } from '../../../src/sizing/core/param.ts';
import { defaultsOf } from '../../../src/sizing/core/preset.ts';
import { readNumber } from '../../../src/sizing/core/read-number.ts';
import { checkValue } from '../../../src/sizing/core/schema.ts';
import { textOfValue, valueOfText } from '../../../src/sizing/core/value-text.ts';
import { sampleCalculator } from '../../sample-calculator/index.ts';
import { everyKind } from './every-kind.ts';

describe('textOfValue', () => {
  it('writes words that can be typed by hand', () => {
    expect([13, 0.5, true, false, null, 'auto', 'thin'].map(textOfValue)).toEqual([
      '13',
      '0.5',
      'on',
      'off',
      'none',
      'auto',
      'thin',
    ]);
  });
});

describe('valueOfText', () => {
  it.each(everyKind)('reads back every value of a %s', (_, param) => {
    fc.assert(
      fc.property(valueFor(param), (value) => {
        expect(valueOfText(param, textOfValue(value))).toEqual({ ok: true, value });
      }),
      { numRuns: 300 },
    );
  });

  it('loses no digit of a small or a long number', () => {
    const quantity = kind('quantity');
    for (const value of [0.0001, 0.00012345678901234567, 0.30000000000000004, 123456.78901234567, 1e6]) {
      expect(valueOfText(quantity, textOfValue(value))).toEqual({ ok: true, value });
    }
  });

  it('reads a power of ten with a sign and without, and nought without one', () => {
    const fromNought = kind('count from nought');
    for (const written of ['1e3', '1e+3', '1000'])
      expect(valueOfText(fromNought, written)).toEqual({ ok: true, value: 1000 });
    expect(valueOfText(fromNought, '-0')).toEqual({ ok: true, value: 0 });
  });

  it('says which field it is and what it takes where a text is no value at all', () => {
    expect(valueOfText(kind('flag'), 'yes')).toEqual({ ok: false, message: 'Field: switch it on or off.' });
  });

  it.each([
    '',
    ' 9',
    '9 ',
    '+9',
    '9.',
    '.9',
    '1,000',
    '0x9',
    '9_0',
    '1e999',
    '9'.repeat(400),
    'NaN',
    'Infinity',
    'auto',
    'none',
    'on',
    '٩',
  ])('is not lenient where a number stands: %j', (written) => {
    expect(valueOfText(kind('count'), written).ok).toBe(false);
  });

  it.each(['true', 'ON', '1', '', 'yes'])('knows a flag only as on and off: %j', (written) => {
    expect(valueOfText(kind('flag'), written).ok).toBe(false);
  });

  it('never throws and never lets through what the schema refuses', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...everyKind.map(([, p]) => p)),
        fc.string({ unit: 'binary' }),
        (param, written) => {
          const read = valueOfText(param, written);
          if (read.ok) expect(checkValue(param, read.value)).toEqual(read);
        },
      ),
      { numRuns: 800 },
    );
  });
});

describe('the three doors: field, link and file', () => {
  const params = sampleCalculator.params.filter((p) => p.scope === 'shared' && 'range' in p);
  const candidates = fc.oneof(
    fc.integer({ min: -5, max: 200_000 }),
    fc.double({ min: -5, max: 20_000, noNaN: true }).filter((n) => !Object.is(n, -0)),
    fc.constantFrom(0.1, 60, 61, 100_000, 100_001, 1e15, 1e300),
  );

  it('take the same numbers and refuse the same numbers', () => {
    fc.assert(
      fc.property(fc.constantFrom(...params), candidates, (param, candidate) => {
        // A field keeps fifteen digits, more than any unit has; the links and files compared here hold as many.
        const value = Number(candidate.toPrecision(15));
        const reading = readNumber(String(value));
        if (reading.kind === 'ambiguous') return;
        const field = reading.kind === 'number' ? checkValue(param, reading.value) : { ok: false };
        const link = fromHash(`#sample-queue?${param.key}=${encodeURIComponent(value)}`, [sampleCalculator]);
        const file = fromFileText(fileWith(param.key, value), [sampleCalculator]);
        const expected = field.ok ? value : param.default;
        expect(sharedOf(link)[param.name]).toBe(expected);
        expect(sharedOf(file)[param.name]).toBe(expected);
        expect(notesOf(link)).toHaveLength(field.ok ? 0 : 1);
        expect(notesOf(file)).toEqual(notesOf(link));
      }),
      { numRuns: 500 },
    );
  });
});

function valueFor(param: Param): fc.Arbitrary<Value> {
  switch (param.kind) {
    case 'choice':
      return fc.constantFrom(...param.choices.map((c) => c.value));
    case 'flag':
      return fc.boolean();
    case 'text':
      return fc.stringMatching(/^[a-z-]{1,8}$/);
    default: {
      const [min, max] = param.range;
      const numbers = param.whole
        ? fc.integer({ min, max })
        : fc.double({ min, max, noNaN: true }).map((n) => n + 0);
      if (param.kind === 'auto-number') return fc.oneof(fc.constant('auto'), numbers);
      return param.kind === 'optional-number' ? fc.oneof(fc.constant(null), numbers) : numbers;
    }
  }
}

function kind(name: string): Param {
  const [, param] = everyKind.find(([known]) => known === name) ?? [];
  if (!param) throw new Error(`no ${name}`);
  return param;
}

function fileWith(key: string, value: number): string {
  const keyed = (scope: 'shared' | 'option') =>
    Object.fromEntries(
      sampleCalculator.params
        .filter((p) => p.scope === scope)
        .map((p) => [p.key, defaultsOf(sampleCalculator, scope)[p.name]]),
    );
  return JSON.stringify({
    format: 'plimsoll',
    calculator: 'sample-queue',
    version: 1,
    shared: { ...keyed('shared'), [key]: value },
    options: [{ letter: 'A', name: 'Today', inputs: keyed('option') }],
  });
}

function sharedOf(opened: Opened | null) {
  if (opened?.kind !== 'opened') throw new Error('not opened');
  return opened.session.plan.shared;
}

function notesOf(opened: Opened | null) {
  return opened?.kind === 'opened' ? opened.notes : [];
}
