import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reservedKeys } from '../../src/share/kept-unknown.ts';
import { fromHash, toHash } from '../../src/share/permalink.ts';
import type { Session } from '../../src/share/session.ts';
import { calculators } from '../../src/sizing/calculators/index.ts';
import type { Calculator } from '../../src/sizing/core/calculator.ts';
import { planOf } from '../../src/sizing/core/preset.ts';
import type { RawPlan } from '../../src/sizing/core/raw-plan.ts';
import { sampleCalculator } from '../sample-calculator/index.ts';
import { arbitrarySession } from './arbitrary-session.ts';

const all = [...calculators, sampleCalculator];

function sessionOf(calculator: Calculator): Session {
  const [preset] = calculator.presets;
  if (!preset) throw new Error('no preset');
  return { ...planOf(calculator, preset), view: 'size', unknown: new Map() };
}

function open(hash: string, among: readonly Calculator[] = all) {
  const opened = fromHash(hash, among);
  if (opened?.kind !== 'opened') throw new Error(`not opened: ${opened?.message}`);
  return opened;
}

describe.each(all.map((c) => [c.id, c] as const))('a link of %s', (_, calculator) => {
  it('brings back every field of any session, and nothing to remark on', () => {
    fc.assert(
      fc.property(arbitrarySession(calculator), (session) => {
        const opened = open(toHash(session, calculator));
        expect(opened.session).toEqual(session);
        expect(opened.notes).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same text after opening and sharing again', () => {
    fc.assert(
      fc.property(arbitrarySession(calculator), (session) => {
        const hash = toHash(session, calculator);
        expect(toHash(open(hash).session, calculator)).toBe(hash);
      }),
      { numRuns: 100 },
    );
  });

  it('survives the address bar byte for byte', () => {
    fc.assert(
      fc.property(arbitrarySession(calculator), (session) => {
        const hash = toHash(session, calculator);
        expect(new URL(hash, 'https://plimsoll.example/').hash).toBe(hash);
      }),
      { numRuns: 200 },
    );
  });

  it('stays under 2,000 characters with the options a newcomer sees', () => {
    expect(toHash(sessionOf(calculator), calculator).length).toBeLessThan(2000);
  });

  it('cut short anywhere never opens with other numbers', () => {
    const session = sessionOf(calculator);
    const hash = toHash(session, calculator);
    for (let length = `#${calculator.id}?v=1`.length; length < hash.length; length++) {
      expect(fromHash(hash.slice(0, length), all)?.kind).toBe('refused');
    }
  });

  it('has keys that collide neither with each other nor with the link’s own', () => {
    for (const scope of ['shared', 'option']) {
      const keys = calculator.params.filter((p) => p.scope === scope).map((p) => p.key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const key of keys) {
        expect(key).toMatch(/^[a-z][a-z0-9.]*$/);
        expect([...reservedKeys, 'name']).not.toContain(key);
      }
    }
  });
});

describe('fromHash', () => {
  const session = sessionOf(sampleCalculator);
  const hash = toHash(session, sampleCalculator);

  it('reads no plan from an empty address', () => {
    expect(fromHash('', all)).toBeNull();
    expect(fromHash('#', all)).toBeNull();
  });

  it('opens a link typed by hand, the rest by default', () => {
    const { session: read, notes } = open('#sample-queue?m=250&C.n=7');
    expect(read.plan.shared).toMatchObject({ messages: 250, secondsPerMessage: 0.5, limit: null });
    expect(read.plan.options).toMatchObject([
      { letter: 'C', name: 'Option C', inputs: { nodes: 7, prefetch: 'auto' } },
    ]);
    expect(notes).toEqual([]);
  });

  it('says in a sentence what it does not accept, and uses the default there', () => {
    const { session: read, notes } = open(hash.replace('m=400', 'm=0'));
    expect(read.plan.shared.messages).toBe(400);
    expect(notes).toEqual([
      'Messages in flight: enter a whole number from 1 to 100,000. “0” was replaced by 400.',
    ]);
  });

  it('refuses words where numbers stand, other choices and overlong numbers, field by field', () => {
    for (const [good, bad] of [
      ['A.n=10', 'A.n=ten'],
      ['A.n=10', 'A.n=1e999'],
      ['A.n=10', 'A.n=99999999999999999999999999'],
      ['A.n=10', 'A.n=10.5'],
      ['A.n=10', 'A.n='],
      ['A.mode=quorum', 'A.mode=__proto__'],
      ['A.lazy=off', 'A.lazy=1'],
      ['A.vhost=main', 'A.vhost=%3Cb%3E'],
    ] as const) {
      const { session: read, notes } = open(hash.replace(good, bad));
      expect(notes).toHaveLength(1);
      expect(notes[0]).toContain('Option A');
      expect(read.plan.options).toHaveLength(2);
    }
  });

  it('keeps settings it does not know and says so', () => {
    const { session: read, notes } = open(hash.replace('&end', '&A.zeta=9&tide=high&end'));
    expect(notes).toEqual(['2 settings were left out, not known here: tide, A.zeta.']);
    const again = toHash(read, sampleCalculator);
    expect(again).toContain('A.zeta=9');
    expect(again).toContain('tide=high');
  });

  it('lets go of an unknown setting with its option, so that the option stays deleted', () => {
    const { session: read } = open(hash.replace('&end', '&B.zeta=9&end'));
    const plan = { ...read.plan, options: read.plan.options.filter((o) => o.letter === 'A') };
    expect(
      open(toHash({ ...read, plan, selected: 'A' }, sampleCalculator)).session.plan.options,
    ).toHaveLength(1);
  });

  it('opens a link of a newer version in part and says which', () => {
    const { notes } = open(hash.replace('?v=1', '?v=3').replace('&end', '&tide=high&end'));
    expect(notes[0]).toBe(
      'This link comes from a newer version (format 3; this page reads up to 1). 2 options opened.',
    );
    expect(notes[1]).toContain('tide');
  });

  it('names what is missing from a link that should be complete', () => {
    const { notes } = open(hash.replace('&m=400', ''));
    expect(notes).toEqual(['1 setting is missing; the defaults are used: Messages in flight.']);
  });

  it('refuses what it cannot read, in words', () => {
    for (const bad of [
      '#nonsense',
      '#tide?v=1&end',
      '#sample-queue?v=abc&end',
      '#sample-queue?v=0&end',
      `#${'x'.repeat(300_000)}`,
    ]) {
      const opened = fromHash(bad, all);
      expect(opened?.kind).toBe('refused');
      if (opened?.kind === 'refused') expect(opened.message.length).toBeGreaterThan(20);
    }
  });

  it('says when a key appears twice or is no text, and never throws', () => {
    expect(open(hash.replace('m=400', 'm=400&m=500')).notes).toEqual([
      '“m” appears twice; the last one, 500, is used.',
    ]);
    expect(open(hash.replace('m=400', 'm=400&%ZZ=1')).notes[0]).toContain('% sign');
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webFragments()), (text) => {
        fromHash(text, all);
        fromHash(`#heat?${text}`, all);
        fromHash(`#cloud-controller?v=1&${text}&end`, all);
      }),
      { numRuns: 2000 },
    );
  });

  it('is not fooled by names of objects’ own workings', () => {
    const { session: read } = open('#sample-queue?__proto__=1&A.__proto__=2&A.constructor=3&toString=4');
    expect(read.plan.options).toHaveLength(1);
    expect(Object.getPrototypeOf(read.plan.shared)).toBe(Object.prototype);
    expect([...read.unknown.keys()].sort()).toEqual([
      'A.__proto__',
      'A.constructor',
      '__proto__',
      'toString',
    ]);
  });

  it('says which option it cannot select or compare with', () => {
    const { notes, session: read } = open('#sample-queue?A.n=5&sel=Q&base=Z');
    expect(notes).toEqual([
      'There is no option “Z” to be the baseline.',
      'There is no option “Q” to be selected.',
    ]);
    expect([read.selected, read.plan.baseline]).toEqual(['A', 'A']);
  });

  it('takes “end=” for the end, as some programs write it, and says of “end=5” that it means nothing', () => {
    expect(open(hash.replace(/end$/, 'end=')).notes).toEqual([]);
    expect(fromHash(hash.replace(/end$/, 'end=5'), all)?.kind).toBe('refused');
    expect(open('#sample-queue?end=5&m=250').notes).toEqual([
      '“end” says that nothing was cut off; “5” was left out.',
    ]);
  });

  it('names eight of many keys that appear twice or are no text, and counts the others', () => {
    const twice = Array.from({ length: 20 }, (_, i) => `k${i}=1&k${i}=2`).join('&');
    const { notes } = open(`#sample-queue?${twice}`);
    expect(notes[0]).toBe('“k0” appears twice; the last one, 2, is used.');
    expect(notes[7]).toBe('“k7” appears twice; the last one, 2, is used.');
    expect(notes[8]).toBe('12 more appear twice as well.');
    const broken = open(`#sample-queue?${'%&'.repeat(10)}`).notes;
    expect(broken).toHaveLength(9);
    expect(broken[8]).toBe('2 more cannot be read either.');
  });

  it('refuses more settings than any plan has at once', () => {
    const settings = (count: number) => Array.from({ length: count }, (_, i) => `k${i}=1`).join('&');
    const refused = fromHash(`#sample-queue?${settings(5001)}`, all);
    expect(refused).toEqual({
      kind: 'refused',
      message: 'This link has more than 5,000 settings. Nothing was changed.',
    });
    expect(open(`#sample-queue?${settings(4000)}`).session.unknown.size).toBe(4000);
  });

  it('keeps no more unknown settings than the next link has room for', () => {
    const { notes, session: read } = open(`#sample-queue?${'é'.repeat(10_000)}=1&${'ü'.repeat(30_000)}=1`);
    expect(notes[1]).toBe('1 setting not known here is too long for a link and not kept.');
    expect([...read.unknown.keys()]).toEqual(['é'.repeat(10_000)]);
    expect(open(toHash(read, sampleCalculator)).session).toEqual(read);
  });

  it('keeps 150,000 characters of unknown settings as a link writes them, with their = and &', () => {
    const kept = (text: string) => open(`#sample-queue?k=${text}`).session.unknown.size;
    expect(kept('x'.repeat(149_997))).toBe(1);
    expect(kept('x'.repeat(149_998))).toBe(0);
  });

  it('reads halves of characters as an address has them, so that the next link holds the same', () => {
    const { session: read } = open('#sample-queue?tide\ud800=\udc00');
    expect(read.unknown).toEqual(new Map([['tide\ufffd', '\ufffd']]));
    expect(open(toHash(read, sampleCalculator)).session).toEqual(read);
  });

  it('reads −0 as 0, which it is written as', () => {
    expect(open('#heat?other=-0').session.plan.shared.otherConnections).toBe(0);
  });

  it('opens what has room and refuses one character more', () => {
    const start = '#sample-queue?tide=';
    expect(open(start + 'x'.repeat(200_000 - start.length)).session.plan.calculator).toBe('sample-queue');
    expect(fromHash(start + 'x'.repeat(200_001 - start.length), all)).toEqual({
      kind: 'refused',
      message: 'This link is longer than 200,000 characters. Nothing was changed.',
    });
    const settings = Array.from({ length: 5000 }, (_, i) => `k${i}=1`).join('&');
    expect(open(`#sample-queue?${settings}`).notes[1]).toBe(
      '1000 settings not known here are too long for a link and not kept.',
    );
  });

  it('says whether the end or the format is what is wrong', () => {
    const refusal = (link: string) => {
      const opened = fromHash(link, all);
      return opened?.kind === 'refused' ? opened.message : opened?.kind;
    };
    const incomplete = 'This link is incomplete: its end is missing. Nothing was changed.';
    const strange =
      'This link names no format this page can read (“v” is a whole number from 1). Nothing was changed.';
    expect(refusal('#sample-queue?v=1&m=250')).toBe(incomplete);
    expect(refusal('#sample-queue?v=x&m=250')).toBe(incomplete);
    for (const version of ['0', '', 'x1', '1x', '-1', '1.0', '1000000'])
      expect(refusal(`#sample-queue?v=${version}&end`)).toBe(strange);
    expect(refusal('#sample-queue?v=999999&end')).toBe('opened');
    expect(refusal('#tide?v=1&end')).toBe(
      'This link is for “tide”. This page has: cloud-controller, heat, sample-queue.',
    );
    expect(refusal('#%ZZ?v=1&end')).toContain('for “”.');
    expect(refusal('#?m=250')).toContain('for “”.');
  });

  it('reads what people write by hand: no #, no settings, empty parts, a word without a value', () => {
    expect(open('sample-queue?m=250').session.plan.shared.messages).toBe(250);
    expect(open('#sample-queue').notes).toEqual([]);
    expect(open('#sample-queue').session.plan.options).toHaveLength(1);
    expect(open('#sample-queue?&&m=250&').notes).toEqual([]);
    expect(open('#sample-queue?tide&sea=a=b&=5').session.unknown).toEqual(
      new Map([
        ['tide', ''],
        ['sea', 'a=b'],
        ['', '5'],
      ]),
    );
    expect(open('#sample-queue?m=%ZZ').notes).toEqual([
      '“m=%ZZ” cannot be read: a % sign is not followed by two hexadecimal digits.',
    ]);
  });

  it('does not know a setting of an option without its letter, nor one of the plan with a letter', () => {
    const { notes, session: read } = open('#sample-queue?n=5&A.m=250');
    expect(notes).toEqual(['2 settings were left out, not known here: n, A.m.']);
    expect(toHash(read, sampleCalculator)).toContain('&n=5&A.m=250&end');
  });

  it('takes the steps from the version of the link to today’s, and no others', () => {
    const edit = (change: (m: number) => number) => (raw: RawPlan) => ({
      ...raw,
      shared: new Map([...raw.shared].map(([key, text]) => [key, key === 'm' ? `${change(+text)}` : text])),
    });
    const migrations = [edit((m) => m * 10), edit((m) => m + 1)];
    const calculator: Calculator = { ...sampleCalculator, version: 3, migrations };
    const messagesIn = (link: string) => open(link, [calculator]).session.plan.shared.messages;
    expect(messagesIn('#sample-queue?v=1&m=4&end')).toBe(41);
    expect(messagesIn('#sample-queue?v=2&m=4&end')).toBe(5);
    expect(messagesIn('#sample-queue?v=3&m=4&end')).toBe(4);
    expect(messagesIn('#sample-queue?v=4&m=4&end')).toBe(4);
    expect(messagesIn('#sample-queue?m=4')).toBe(4);
  });

  it('takes for a setting of an option only a letter from A to F, a dot and a name', () => {
    const lettersIn = (query: string) =>
      open(`#sample-queue?${query}`).session.plan.options.map((o) => o.letter);
    expect(lettersIn('B.n=7&F.x=1')).toEqual(['B', 'F']);
    expect(lettersIn('C.%0A=1')).toEqual(['C']);
    for (const shared of ['xB.n=7', 'G.n=7', 'B.=7', 'b.n=7', 'Bn=7']) {
      expect(lettersIn(shared)).toEqual(['A']);
      expect(open(`#sample-queue?${shared}`).session.unknown.size).toBe(1);
    }
  });

  it('says of a version that is newer how many options it opened', () => {
    expect(open('#sample-queue?v=2&A.n=3&end').notes[0]).toBe(
      'This link comes from a newer version (format 2; this page reads up to 1). 1 option opened.',
    );
  });

  it('says what is wrong with a name, a title and a view, and what is used instead', () => {
    expect(open(`#sample-queue?title=${'x'.repeat(81)}&A.name=${'x'.repeat(33)}&view=tide`).notes).toEqual([
      'Name of option A: use at most 32 characters. “Option A” is used instead.',
      'Title: use at most 80 characters. “Queue” is used instead.',
      'There is no view “tide” here.',
    ]);
    expect(open('#sample-queue?A.name=').notes).toEqual([]);
    expect(open('#sample-queue?view=details').session.view).toBe('details');
    expect(open('#sample-queue?view=tide').session.view).toBe('size');
  });

  it('counts what is missing from a link that should be complete', () => {
    expect(open(hash.replace('&m=400', '').replace('&A.n=10', '')).notes).toEqual([
      '2 settings are missing; the defaults are used: Messages in flight, Option A, Consumers.',
    ]);
    expect(open(`#sample-queue?v=1&end`).notes[0]).toBe(
      'There is no option in it; option A has the defaults.',
    );
  });
});

describe('toHash', () => {
  it('encodes all but what reads well and survives mail and chat', () => {
    const unknown = new Map([['a b', `a b,c:d/e-f_g.h!'()*~+&=#%é`]]);
    expect(toHash({ ...sessionOf(sampleCalculator), unknown }, sampleCalculator)).toContain(
      '&a+b=a+b,c:d/e-f_g.h%21%27%28%29%2A%7E%2B%26%3D%23%25%C3%A9&end',
    );
  });

  it.each(calculators)(
    'of $id writes a study’s inputs, all of them, once it is shown or one is touched',
    (calculator) => {
      const session = sessionOf(calculator);
      const study = calculator.params.find((p) => p.view !== undefined && p.kind === 'number')?.view ?? '';
      const own = calculator.params.filter((p) => p.view === study && p.scope === 'shared');
      const written = (of: Session) =>
        own.filter((p) => toHash(of, calculator).includes(`&${p.key}=`)).length;
      expect(own.length).toBeGreaterThan(1);
      expect(written(session)).toBe(0);
      expect(written({ ...session, view: study })).toBe(own.length);
      const other = calculator.views.find((v) => v.id !== 'size' && v.id !== study)?.id ?? '';
      expect(written({ ...session, view: other })).toBe(0);
      const touched = own.find((p) => p.kind === 'number');
      const shared = { ...session.plan.shared, [touched?.name ?? '']: -1 };
      expect(written({ ...session, plan: { ...session.plan, shared } })).toBe(own.length);
    },
  );

  it('writes every setting of the plan, defaults included', () => {
    expect(toHash(open('#sample-queue').session, sampleCalculator)).toBe(
      '#sample-queue?v=1&view=size&sel=A&base=A&title=Queue&m=400&s=0.5&max=none' +
        '&A.name=Option+A&A.n=20&A.p=auto&A.mode=quorum&A.lazy=off&A.vhost=main&end',
    );
  });

  it('writes of further options only what differs from the first', () => {
    expect(toHash(sessionOf(sampleCalculator), sampleCalculator)).toContain(
      '&A.name=Today&A.n=10&A.p=auto&A.mode=quorum&A.lazy=off&A.vhost=main&B.name=Tomorrow&B.n=20&end',
    );
  });
});
