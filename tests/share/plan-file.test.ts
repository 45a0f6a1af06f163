import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHash, toHash } from '../../src/share/permalink.ts';
import { fromFileText, toFileText } from '../../src/share/plan-file.ts';
import type { Session } from '../../src/share/session.ts';
import { calculators } from '../../src/sizing/calculators/index.ts';
import type { Calculator } from '../../src/sizing/core/calculator.ts';
import { planOf } from '../../src/sizing/core/preset.ts';
import { sampleCalculator } from '../sample-calculator/index.ts';
import { arbitrarySession } from './arbitrary-session.ts';

const all = [...calculators, sampleCalculator];

function sampleSession(): Session {
  const [preset] = sampleCalculator.presets;
  if (!preset) throw new Error('no preset');
  return { ...planOf(sampleCalculator, preset), view: 'size', unknown: new Map() };
}

/** The sample's file as data, to be spoilt. */
function sampleFile(changes: object = {}): string {
  return JSON.stringify({ ...JSON.parse(toFileText(sampleSession(), sampleCalculator)), ...changes });
}

function open(text: string, among: readonly Calculator[] = all) {
  const opened = fromFileText(text, among);
  if (opened.kind !== 'opened') throw new Error(`not opened: ${opened.message}`);
  return opened;
}

function refusal(text: string): string {
  const opened = fromFileText(text, all);
  if (opened.kind !== 'refused') throw new Error('opened');
  return opened.message;
}

describe.each(all.map((c) => [c.id, c] as const))('a file of %s', (_, calculator) => {
  it('brings back every field of any session, and nothing to remark on', () => {
    fc.assert(
      fc.property(arbitrarySession(calculator), (session) => {
        const opened = open(toFileText(session, calculator));
        expect(opened.session).toEqual(session);
        expect(opened.notes).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('is the same text after opening and saving again', () => {
    fc.assert(
      fc.property(arbitrarySession(calculator), (session) => {
        const text = toFileText(session, calculator);
        expect(toFileText(open(text).session, calculator)).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  it('holds the same plan as the link', () => {
    fc.assert(
      fc.property(arbitrarySession(calculator), (session) => {
        const link = fromHash(toHash(session, calculator), all);
        expect(open(toFileText(session, calculator))).toEqual(link);
      }),
      { numRuns: 50 },
    );
  });
});

describe('toFileText', () => {
  it('writes every option in full under the short keys of links', () => {
    expect(JSON.parse(toFileText(sampleSession(), sampleCalculator))).toMatchObject({
      format: 'plimsoll',
      calculator: 'sample-queue',
      version: 1,
      selected: 'B',
      baseline: 'A',
      shared: { m: 400, s: 0.5, max: null },
      options: [
        {
          letter: 'A',
          name: 'Today',
          inputs: { n: 10, p: 'auto', mode: 'quorum', lazy: false, vhost: 'main' },
        },
        {
          letter: 'B',
          name: 'Tomorrow',
          inputs: { n: 20, p: 'auto', mode: 'quorum', lazy: false, vhost: 'main' },
        },
      ],
    });
  });

  it('writes no empty parts', () => {
    const file = JSON.parse(toFileText(sampleSession(), sampleCalculator));
    expect(Object.keys(file)).toEqual(
      'format calculator version view selected baseline title shared options'.split(' '),
    );
  });

  it('carries texts that are too long for a link', () => {
    const session = { ...sampleSession(), attachments: { template: 'resources:\n  "a": {}\n'.repeat(1000) } };
    expect(open(toFileText(session, sampleCalculator)).session.attachments).toEqual(session.attachments);
    expect(toHash(session, sampleCalculator)).toBe(toHash(sampleSession(), sampleCalculator));
  });
});

describe('fromFileText', () => {
  it.each([
    ['', 'no JSON'],
    ['not a file', 'no JSON'],
    ['{"format":"plimsoll"', 'no JSON'],
    ['name: api\ninstances: 9\n', 'no JSON'],
    ['null', 'not a Plimsoll file'],
    ['[]', 'This is not a Plimsoll file: something else than expected stands in it.'],
    ['42', 'not a Plimsoll file'],
    ['"plimsoll"', 'not a Plimsoll file'],
    ['{}', 'not a Plimsoll file'],
    ['{"format":"other"}', '“format”'],
    ['['.repeat(100_000), 'no JSON'],
    [`${'['.repeat(5000)}${']'.repeat(5000)}`, 'not a Plimsoll file'],
  ])('says of %.30j what is the matter', (text, words) => {
    expect(refusal(text)).toContain(words);
  });

  it.each([
    [{ version: 0 }, '“version”'],
    [{ version: 1.5 }, '“version”'],
    [{ version: '1' }, '“version”'],
    [{ shared: [] }, '“shared”'],
    [{ shared: null }, '“shared”'],
    [{ attachments: { template: 1 } }, '“attachments.template”'],
    [{ shared: { m: { much: 1 } } }, '“shared.m”'],
    [{ shared: { m: [400] } }, '“shared.m”'],
    [{ options: {} }, '“options”'],
    [{ options: [null] }, '“options.0”'],
    [{ options: [{ letter: 'A', name: 'x' }] }, '“options.0.inputs”'],
    [{ options: [{ letter: 1, name: 'x', inputs: {} }] }, '“options.0.letter”'],
    [{ title: 7 }, '“title”'],
    [{ unknown: { tide: 9 } }, '“unknown.tide”'],
  ])('names the place where a file has %j', (changes, place) => {
    expect(refusal(sampleFile(changes))).toContain(place);
  });

  it('names a calculator it does not have and the ones it has', () => {
    expect(refusal(sampleFile({ calculator: 'tides' }))).toMatch(/“tides”.*sample-queue/);
    expect(refusal(sampleFile({ calculator: '__proto__' }))).toContain('__proto__');
  });

  it('is not fooled by names of objects’ own workings', () => {
    const text = sampleFile().replace('"m":400', '"m":400,"__proto__":{"polluted":1}');
    const spoilt = fromFileText(text, all);
    expect({}).not.toHaveProperty('polluted');
    if (spoilt.kind === 'opened') expect(spoilt.session.plan).toEqual(sampleSession().plan);
    const { session } = open(sampleFile().replace('"m":400', '"m":400,"constructor":"x","toString":1'));
    expect([...session.unknown.keys()].sort()).toEqual(['constructor', 'toString']);
    expect(Object.getPrototypeOf(session.plan.shared)).toBe(Object.prototype);
  });

  it('keeps the good fields and names the bad ones', () => {
    const { notes, session } = open(sampleFile().replace('"m":400', '"m":0').replace('"s":0.5', '"s":2'));
    expect(session.plan.shared).toMatchObject({ messages: 400, secondsPerMessage: 2 });
    expect(notes).toEqual([
      'Messages in flight: enter a whole number from 1 to 100,000. “0” was replaced by 400.',
    ]);
  });

  it('says when a setting is missing from any option, and takes the default there', () => {
    const { notes, session } = open(sampleFile().replace('"n":20,', ''));
    expect(notes).toEqual(['1 setting is missing; the defaults are used: Option B, Consumers.']);
    // The default is 20, the first option has 10.
    expect(session.plan.options[1]?.inputs.nodes).toBe(20);
  });

  it('says when there is no option at all', () => {
    const { notes, session } = open(sampleFile({ options: [], selected: 'A', baseline: 'A' }));
    expect(notes).toEqual(['There is no option in it; option A has the defaults.']);
    expect(session.plan.options).toHaveLength(1);
  });

  it('says when there are more than six options or a letter comes twice', () => {
    const { options } = JSON.parse(sampleFile());
    const lettered = (letters: string) => [...letters].map((letter) => ({ ...options[0], letter }));
    const many = open(sampleFile({ options: lettered('ABCDEFGH') }));
    expect(many.session.plan.options).toHaveLength(6);
    expect(many.notes).toEqual(['A plan has at most 6 options; 2 more were left out.']);
    const twice = open(sampleFile({ options: lettered('ABB') }));
    expect(twice.session.plan.options.map((o) => o.letter)).toEqual(['A', 'B']);
    expect(twice.notes).toEqual(['Option “B” was left out: options are A to F, each once.']);
  });

  it('replaces a name that would leave its comment', () => {
    const { notes, session } = open(sampleFile().replace('"Today"', '"Today\\nreplace: all"'));
    expect(session.plan.options[0]?.name).toBe('Option A');
    expect(notes).toHaveLength(1);
  });

  it('opens a file of a newer version in part and says which', () => {
    const { notes } = open(sampleFile({ version: 3 }).replace('"m":400', '"m":400,"tide":"high"'));
    expect(notes).toEqual([
      'This file comes from a newer version (format 3; this page reads up to 1). 2 options opened.',
      '1 setting was left out, not known here: tide.',
    ]);
  });

  it('keeps settings it does not know for the next file, and takes them up once it knows them', () => {
    const older = sampleFile().replace('"m":400,', '').replace('"n":20,', '');
    const text = JSON.stringify({ ...JSON.parse(older), unknown: { m: '250', 'B.n': '7', tide: 'high' } });
    const { notes, session } = open(text);
    expect(session.plan.shared.messages).toBe(250);
    expect(session.plan.options[1]?.inputs.nodes).toBe(7);
    expect(notes).toEqual(['1 setting was left out, not known here: tide.']);
    expect(toFileText(session, sampleCalculator)).toContain('"tide": "high"');
  });

  it('cannot smuggle other numbers into the link made from it', () => {
    const smuggled = { m: '9', 'A.n': '9', 'B.n': '9', 'A.name': 'Other', sel: 'A', end: '', 'C.n': '9' };
    const parsed = JSON.parse(sampleFile());
    for (const text of [
      JSON.stringify({ ...parsed, unknown: smuggled }),
      JSON.stringify({ ...parsed, shared: { ...smuggled, ...parsed.shared } }),
    ]) {
      const { session } = open(text);
      const link = fromHash(toHash(session, sampleCalculator), all);
      if (link?.kind !== 'opened') throw new Error('not opened');
      expect(link.session.plan).toEqual(sampleSession().plan);
      expect(link.session.selected).toBe('B');
    }
  });

  it('reads a large file without ado', () => {
    const shared = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`k${i}`, i]));
    const { notes, session } = open(
      sampleFile({ shared: { ...JSON.parse(sampleFile()).shared, ...shared } }),
    );
    expect(notes).toHaveLength(2);
    expect(notes[0]).toMatch(/^20000 settings were left out.* and 19992 more\.$/);
    expect(notes[1]).toMatch(/^\d+ settings not known here are too long for a link and not kept\.$/);
    // Else the link in the browser's storage would be too long to be opened again.
    expect(fromHash(toHash(session, sampleCalculator), all)?.kind).toBe('opened');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(fromFileText(text, all).kind).toBe('refused');
      }),
      { numRuns: 300 },
    );
    const parsed = JSON.parse(sampleFile());
    const field = fc.constantFrom(...Object.keys(parsed));
    fc.assert(
      fc.property(field, fc.jsonValue(), (name, value) => {
        const opened = fromFileText(JSON.stringify({ ...parsed, [name]: value }), all);
        expect(['opened', 'refused']).toContain(opened.kind);
      }),
      { numRuns: 300 },
    );
  });

  it('says what stands beside the settings and is not known here', () => {
    const parsed = JSON.parse(sampleFile({ tide: 'high' }));
    parsed.options[1].colour = 'red';
    const { notes } = open(JSON.stringify(parsed));
    expect(notes).toEqual(['2 settings were left out, not known here: tide, colour.']);
  });

  it('keeps even a setting called __proto__ for the next file', () => {
    const { notes, session } = open(sampleFile().replace('"m":400', '"m":400,"__proto__":5'));
    expect(notes).toEqual(['1 setting was left out, not known here: __proto__.']);
    expect(session.unknown).toEqual(new Map([['__proto__', '5']]));
    expect(open(toFileText(session, sampleCalculator)).session).toEqual(session);
    const attachments = JSON.parse('{"__proto__":"text"}');
    expect(Object.entries(open(sampleFile({ attachments })).session.attachments ?? {})).toEqual([
      ['__proto__', 'text'],
    ]);
  });

  it('says when a setting once unknown is overruled or of no option here', () => {
    const { notes, session } = open(sampleFile({ unknown: { m: '9', 'C.zeta': '1', tide: 'high' } }));
    expect(session.plan.shared.messages).toBe(400);
    expect(notes).toEqual([
      '1 setting was left out, not known here: tide.',
      '2 settings among those once unknown left out, as the plan says otherwise or has no such option: m, C.zeta.',
    ]);
    expect([...session.unknown.keys()]).toEqual(['tide']);
  });

  it('says which option it cannot select or compare with', () => {
    expect(open(sampleFile({ selected: 'Q', baseline: '' })).notes).toEqual([
      'There is no option “” to be the baseline.',
      'There is no option “Q” to be selected.',
    ]);
  });

  it('says when a key appears twice', () => {
    const { notes, session } = open(sampleFile().replace('"m":400', '"m":400,"m":500'));
    expect(notes).toEqual(['“m” appears twice; the last one is used.']);
    expect(session.plan.shared.messages).toBe(500);
  });

  it('lets go of an unknown setting with its option', () => {
    const { session } = open(sampleFile({ unknown: { 'B.zeta': '9' } }));
    const options = session.plan.options.filter((o) => o.letter === 'A');
    const left: Session = { ...session, plan: { ...session.plan, options }, selected: 'A' };
    expect(toFileText(left, sampleCalculator)).not.toContain('zeta');
    expect(open(toFileText(left, sampleCalculator)).notes).toEqual([]);
  });

  it('opens behind the byte order mark that some editors write', () => {
    expect(open(`\ufeff${sampleFile()}`).session).toEqual(sampleSession());
    expect(open(sampleFile({ title: 'a\ufeffb' })).session.plan.title).toBe('a\ufeffb');
  });

  it('shows of a place in the file no more than fits a sentence', () => {
    const message = refusal(sampleFile({ shared: { ['k'.repeat(5000)]: [] } }));
    expect(message.length).toBeLessThan(200);
    expect(refusal('{"a\u0000\n')).not.toMatch(/\p{Cc}/u);
  });

  it('names one setting that is overruled, in the singular', () => {
    expect(open(sampleFile({ unknown: { m: '9' } })).notes).toEqual([
      '1 setting among those once unknown left out, as the plan says otherwise or has no such option: m.',
    ]);
  });

  it('leaves out an option with a letter beyond F, however long', () => {
    const { options } = JSON.parse(sampleFile());
    const letter = 'Z'.repeat(100);
    const { notes } = open(sampleFile({ options: [...options, { ...options[0], letter }] }));
    expect(notes).toEqual([`Option “${'Z'.repeat(40)}…” was left out: options are A to F, each once.`]);
  });
});
