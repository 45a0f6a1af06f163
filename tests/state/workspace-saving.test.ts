import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toHash } from '../../src/share/permalink.ts';
import { planKey } from '../../src/state/plan-storage.ts';
import { sampleCalculator } from '../sample-calculator/index.ts';
import { FakeBrowser } from './fake-browser.ts';
import { keptNodes, key, linkWith, nodesIn, other, started, withOwn } from './started-workspace.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('createWorkspace: saving', () => {
  it('follows the last change by 300 ms', () => {
    const { browser, go, plan, saveState } = started(new FakeBrowser());
    go(sampleCalculator.id);
    plan.setInput('A', 'nodes', 5);
    expect(saveState()).toBe('waiting');
    vi.advanceTimersByTime(299);
    expect(keptNodes(browser)).toBeNull();
    vi.advanceTimersByTime(1);
    expect(keptNodes(browser)).toBe(5);
    expect(saveState()).toBe('saved');
  });

  it('says when storage is full, and when there is room again', () => {
    const { browser, go, plan, saveState } = started(new FakeBrowser());
    go(sampleCalculator.id);
    browser.store.isFull = true;
    plan.setInput('A', 'nodes', 5);
    vi.advanceTimersByTime(300);
    expect(saveState()).toBe('failed');
    browser.store.isFull = false;
    plan.setInput('A', 'nodes', 6);
    vi.advanceTimersByTime(300);
    expect(saveState()).toBe('saved');
  });

  it('works without where storage is blocked', () => {
    const browser = new FakeBrowser(linkWith(33));
    browser.store.isBlocked = true;
    const { nodes, plan } = started(browser);
    expect(nodes()).toBe(33);
    plan.setInput('A', 'nodes', 34);
    vi.advanceTimersByTime(300);
    expect(nodesIn(browser.hash)).toBe(34);
  });

  it('sets a text it cannot read aside, says so, and goes on', () => {
    const browser = new FakeBrowser('#sample-queue');
    browser.store.setItem(key, 'not a plan');
    const { notices, plan, saveState, setAside } = started(browser);
    expect(notices()[0]?.lines.at(-1)).toBe('It was set aside, not deleted.');
    expect(notices()[0]?.file).toEqual({ name: 'sample-queue-set-aside.txt', text: 'not a plan' });
    plan.setInput('A', 'nodes', 5);
    vi.advanceTimersByTime(300);
    expect(saveState()).toBe('saved');
    expect([...browser.store.texts.values()]).toContain('not a plan');
    expect(setAside(plan)).toEqual({ name: 'sample-queue-set-aside.txt', text: 'not a plan' });
  });

  it('does not overwrite what could not be set aside, says so, and still keeps other calculators’ plans', () => {
    const browser = new FakeBrowser('#sample-queue');
    browser.store.setItem(key, 'not a plan');
    browser.store.isFull = true;
    const { go, notices, plan, plans, saveState } = started(browser);
    browser.store.isFull = false;
    expect(notices()[0]?.lines.at(-1)).toBe('It stays as it is; new changes are not kept.');
    expect(notices()[0]?.file?.text).toBe('not a plan');
    plan.setInput('A', 'nodes', 5);
    vi.advanceTimersByTime(300);
    expect(browser.store.getItem(key)).toBe('not a plan');
    expect(saveState()).toBe('failed');
    go(other.id);
    plans.get(other.id)?.setInput('A', 'nodes', 6);
    vi.advanceTimersByTime(300);
    expect(browser.store.getItem(planKey(other))).toContain('A.n=6');
    expect(saveState()).toBe('saved');
  });

  it('gives back the whole of a plan that was read in part, and nothing where nothing was set aside', () => {
    const browser = new FakeBrowser('#sample-queue');
    const newer = linkWith(5).replace('v=1', 'v=2').replace('&end', '&tide=high&A.n=many&end');
    browser.store.setItem(key, newer);
    const { notices, plan, plans, setAside } = started(browser);
    expect(notices()[0]?.file?.text).toBe(newer);
    expect(setAside(plan)?.text).toBe(newer);
    const otherPlan = plans.get(other.id);
    if (!otherPlan) throw new Error('There is no other plan.');
    expect(setAside(otherPlan)).toBeUndefined();
  });

  it('tells of both plans when both cannot be read', () => {
    const browser = new FakeBrowser();
    browser.store.setItem(key, 'not a plan');
    browser.store.setItem(planKey(other), 'nor this');
    expect(started(browser).notices()).toHaveLength(2);
  });
});

describe('createWorkspace: another tab', () => {
  it('that changes the plan is asked about, and neither plan is lost meanwhile', () => {
    const { browser, notices, nodes, plan, saveState } = started(withOwn(77).reloaded());
    browser.writtenElsewhere(key, linkWith(88));
    expect(notices().map((n) => n.title)).toEqual(['This plan changed in another tab.']);
    plan.setInput('A', 'nodes', 78);
    vi.advanceTimersByTime(1000);
    expect(nodes()).toBe(78);
    expect(keptNodes(browser)).toBe(88);
    expect(saveState()).toBe('elsewhere');
  });

  it('leaves no plan called saved that is not: before an answer, on other plans, and once waved away', () => {
    const { browser, dismiss, go, notices, plan, saveState } = started(withOwn(77).reloaded());
    browser.writtenElsewhere(key, linkWith(88));
    expect(saveState()).toBe('elsewhere');
    go(other.id);
    expect(saveState()).toBe('saved');
    go(sampleCalculator.id);
    expect(saveState()).toBe('elsewhere');
    expect(notices()).toHaveLength(1);
    for (const { id } of notices()) dismiss(id);
    expect(notices()).toEqual([]);
    expect(saveState()).toBe('elsewhere');
    plan.setInput('A', 'nodes', 78);
    vi.advanceTimersByTime(300);
    expect(saveState()).toBe('saved');
  });

  it.each(['Load that version', 'Keep this one'])('is settled by “%s”', (label) => {
    const { browser, press, saveState } = started(withOwn(77).reloaded());
    browser.writtenElsewhere(key, linkWith(88));
    press(label);
    expect(saveState()).toBe('saved');
  });

  it('has its version loaded on request', () => {
    const { browser, nodes, notices, origin, press } = started(withOwn(77).reloaded());
    browser.writtenElsewhere(key, linkWith(88));
    press('Load that version');
    expect([nodes(), origin()]).toEqual([88, 'own']);
    expect(notices()).toEqual([]);
    vi.advanceTimersByTime(1000);
    expect(keptNodes(browser)).toBe(88);
    expect(nodesIn(browser.hash)).toBe(88);
  });

  it('is overwritten on request', () => {
    const { browser, nodes, notices, press } = started(withOwn(77).reloaded());
    browser.writtenElsewhere(key, linkWith(88));
    press('Keep this one');
    expect(nodes()).toBe(77);
    expect(keptNodes(browser)).toBe(77);
    expect(notices()).toEqual([]);
  });

  it('does not stop saving for good when the question is waved away', () => {
    const { browser, dismiss, notices, plan } = started(withOwn(77).reloaded());
    browser.writtenElsewhere(key, linkWith(88));
    for (const { id } of notices()) dismiss(id);
    plan.setInput('A', 'nodes', 78);
    vi.advanceTimersByTime(300);
    expect(keptNodes(browser)).toBe(78);
  });

  it('that only looks at another option or view raises no question', () => {
    const { browser, notices, plan } = started(withOwn(77).reloaded());
    const { view: _view, ...session } = plan.store.getState();
    browser.writtenElsewhere(key, toHash({ ...session, view: 'details', selected: 'A' }, sampleCalculator));
    expect(notices()).toEqual([]);
  });

  it('is of no concern to a copy that is not saved', () => {
    const { browser, notices } = started(new FakeBrowser(linkWith(33), withOwn(77).store));
    browser.writtenElsewhere(key, linkWith(88));
    expect(notices()).toEqual([]);
  });
});
