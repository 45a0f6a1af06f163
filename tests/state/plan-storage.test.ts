import { describe, expect, it } from 'vitest';
import { fromHash, toHash } from '../../src/share/permalink.ts';
import { createPlanStorage, planKey } from '../../src/state/plan-storage.ts';
import { sampleCalculator } from '../sample-calculator/index.ts';
import { FakeStorage, sampleSession } from './sample-store.ts';

const key = planKey(sampleCalculator);
const asideKey = `${key}.set-aside`;

function made(text?: string) {
  const storage = new FakeStorage();
  if (text !== undefined) storage.setItem(key, text);
  return { storage, plans: createPlanStorage(storage.open, [sampleCalculator]) };
}

/** The kept text of the sample, with one part of it put differently. */
function kept(part = '', instead = ''): string {
  return toHash(sampleSession(), sampleCalculator).replace(part, instead);
}

describe('createPlanStorage', () => {
  it('gives back the plan that was saved', () => {
    const { plans } = made();
    expect(plans.load(sampleCalculator)).toEqual({ kind: 'none' });
    expect(plans.save(sampleCalculator, sampleSession())).toBe(true);
    expect(plans.load(sampleCalculator)).toEqual({ kind: 'opened', notes: [], session: sampleSession() });
  });

  it('remembers the calculator last used', () => {
    const { plans } = made();
    expect(plans.lastCalculator()).toBeNull();
    plans.rememberCalculator('sample-queue');
    expect(plans.lastCalculator()).toBe('sample-queue');
  });

  it('goes on without a plan where storage is blocked', () => {
    const { plans, storage } = made(kept());
    storage.isBlocked = true;
    expect(plans.load(sampleCalculator)).toEqual({ kind: 'none' });
    expect(plans.save(sampleCalculator, sampleSession())).toBe(false);
    expect(plans.holds(sampleCalculator, sampleSession())).toBe(false);
    expect(plans.lastCalculator()).toBeNull();
    expect(plans.rememberCalculator('sample-queue')).toBe(false);
  });

  it('tells a blocked storage from a full one', () => {
    const { plans, storage } = made();
    storage.isFull = true;
    expect(plans.isAvailable()).toBe(true);
    storage.isBlocked = true;
    expect(plans.isAvailable()).toBe(false);
  });

  it('knows whether the kept texts are those of a plan; an empty one is as good as none', () => {
    const { plans } = made();
    expect(plans.holdsTexts(sampleCalculator, sampleSession())).toBe(true);
    expect(plans.holdsTexts(sampleCalculator, { ...sampleSession(), attachments: { log: '' } })).toBe(true);
    plans.save(sampleCalculator, { ...sampleSession(), attachments: { log: 'GET /' } });
    expect(plans.holdsTexts(sampleCalculator, { ...sampleSession(), attachments: { log: 'GET /' } })).toBe(
      true,
    );
    expect(plans.holdsTexts(sampleCalculator, { ...sampleSession(), attachments: { log: 'PUT /' } })).toBe(
      false,
    );
    expect(plans.holdsTexts(sampleCalculator, sampleSession())).toBe(false);
  });

  it('says when storage is full, and leaves what was kept', () => {
    const { plans, storage } = made(kept());
    storage.isFull = true;
    expect(plans.save(sampleCalculator, { ...sampleSession(), selected: 'A' })).toBe(false);
    expect(storage.getItem(key)).toBe(kept());
  });

  it.each(['', 'null', kept('&end', ''), 'not a plan', kept('sample-queue', 'tides')])(
    'sets aside a text it cannot read, and does not delete it: %.30j',
    (text) => {
      const { plans, storage } = made(text);
      expect(plans.load(sampleCalculator)).toMatchObject({ kind: 'unreadable', isSetAside: true });
      expect(storage.getItem(asideKey)).toBe(text);
      expect(storage.getItem(key)).toBe(text);
      plans.save(sampleCalculator, sampleSession());
      expect(storage.getItem(asideKey)).toBe(text);
    },
  );

  it('says when an unreadable text could not be set aside', () => {
    const { plans, storage } = made('not a plan');
    storage.isFull = true;
    expect(plans.load(sampleCalculator)).toMatchObject({ kind: 'unreadable', isSetAside: false });
    expect(storage.getItem(key)).toBe('not a plan');
  });

  it('keeps pasted texts beside the plan, and nothing where there are none', () => {
    const { plans, storage } = made();
    const session = { ...sampleSession(), attachments: { template: 'a: 1\n' } };
    expect(plans.save(sampleCalculator, session)).toBe(true);
    expect(plans.load(sampleCalculator)).toMatchObject({ session: { attachments: { template: 'a: 1\n' } } });
    storage.setItem('plimsoll/attachments/sample-queue', '{"template":1');
    expect(plans.load(sampleCalculator)).toEqual({ kind: 'opened', notes: [], session: sampleSession() });
  });

  it('sets nothing aside when all could be read', () => {
    const { plans, storage } = made(kept());
    plans.load(sampleCalculator);
    expect([...storage.texts.keys()]).toEqual([key]);
  });

  it('opens a plan of a newer version in part and sets the whole of it aside', () => {
    const text = kept('v=1', 'v=2').replace('m=400', 'm=250&tide=high');
    const { plans, storage } = made(text);
    const opened = plans.load(sampleCalculator);
    if (opened.kind !== 'opened') throw new Error('not opened');
    expect(opened.session.plan.shared.messages).toBe(250);
    expect(opened.notes[0]).toContain('newer version (format 2');
    expect(storage.getItem(asideKey)).toBe(text);
  });

  it('does not push out what it set aside by its own later saves', () => {
    const text = kept('v=1', 'v=2').replace('m=400', 'm=400&tide=high');
    const { plans, storage } = made(text);
    const opened = plans.load(sampleCalculator);
    if (opened.kind !== 'opened') throw new Error('not opened');
    plans.save(sampleCalculator, opened.session);
    expect(plans.load(sampleCalculator).kind).toBe('opened');
    expect(storage.getItem(asideKey)).toBe(text);
    const later = fromHash(storage.getItem(key) ?? '', [sampleCalculator]);
    expect(later?.kind === 'opened' && [...later.session.unknown]).toEqual([['tide', 'high']]);
  });

  it('sets a plan aside of which a value could not be read', () => {
    const text = kept('m=400', 'm=0');
    const { plans, storage } = made(text);
    expect(plans.load(sampleCalculator)).toMatchObject({ kind: 'opened', notes: [expect.any(String)] });
    expect(storage.getItem(asideKey)).toBe(text);
  });

  it('knows the kept plan again, whichever view and option were looked at', () => {
    const { plans } = made(kept());
    const session = sampleSession();
    expect(plans.holds(sampleCalculator, { ...session, view: 'details', selected: 'A' })).toBe(true);
    expect(plans.holds(sampleCalculator, { ...session, plan: { ...session.plan, title: 'Other' } })).toBe(
      false,
    );
    expect(made().plans.holds(sampleCalculator, session)).toBe(false);
  });
});
