import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleCalculator } from '../sample-calculator/index.ts';
import { FakeBrowser } from './fake-browser.ts';
import { keptNodes, linkWith, nodesIn, started, withOwn } from './started-workspace.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('createWorkspace: a link', () => {
  it('opens as a copy that is not saved and never touches the kept plan', () => {
    const own = withOwn(77);
    const { browser, nodes, origin, plan } = started(new FakeBrowser(linkWith(33), own.store));
    expect([nodes(), origin()]).toEqual([33, 'opened']);
    plan.setInput('A', 'nodes', 34);
    vi.advanceTimersByTime(1000);
    browser.tell('pagehide');
    expect(keptNodes(browser)).toBe(77);
    expect(nodesIn(browser.hash)).toBe(34);
  });

  it('pasted over the page opens too, after the own plan’s last keystroke was kept', () => {
    const { browser, go, nodes, origin, plan } = started(withOwn(77).reloaded());
    go(sampleCalculator.id);
    plan.setInput('A', 'nodes', 78);
    browser.paste(linkWith(33));
    expect([nodes(), origin()]).toEqual([33, 'opened']);
    vi.advanceTimersByTime(1000);
    expect(keptNodes(browser)).toBe(78);
    browser.paste(linkWith(44));
    expect(nodes()).toBe(44);
  });

  it('gives way to the own plan again on Back', () => {
    const { browser, nodes, origin } = started(withOwn(77).reloaded());
    browser.paste(linkWith(33));
    browser.back();
    expect([nodes(), origin()]).toEqual([77, 'own']);
    vi.advanceTimersByTime(1000);
    expect(keptNodes(browser)).toBe(77);
  });

  it('begins without the history of the plan before', () => {
    const { browser, plan } = started(withOwn(77).reloaded());
    plan.setInput('A', 'nodes', 78);
    browser.paste(linkWith(33));
    expect(plan.undo()).toBeUndefined();
  });

  it('is kept when asked to be', () => {
    const { browser, keep, origin, plan } = started(new FakeBrowser(linkWith(33), withOwn(77).store));
    keep(plan);
    expect(origin()).toBe('own');
    expect(keptNodes(browser)).toBe(33);
  });

  it('to one’s own plan opens one’s own plan, after a reload as well', () => {
    const reloaded = started(withOwn(77).reloaded());
    expect([reloaded.nodes(), reloaded.origin()]).toEqual([77, 'own']);
    const pasted = started(new FakeBrowser(withOwn(77).hash, withOwn(77).store));
    expect([pasted.nodes(), pasted.origin()]).toEqual([77, 'own']);
  });

  it('of an edited copy is still a copy after a reload', () => {
    const first = started(new FakeBrowser(linkWith(33), withOwn(77).store));
    first.plan.setInput('A', 'nodes', 34);
    vi.advanceTimersByTime(300);
    first.stop();
    const again = started(first.browser.reloaded());
    expect([again.nodes(), again.origin()]).toEqual([34, 'opened']);
    vi.advanceTimersByTime(1000);
    expect(keptNodes(again.browser)).toBe(77);
  });

  it('that is not read in full stays in the address until something is edited', () => {
    const hash = linkWith(33).replace('m=400', 'm=0');
    const { browser, nodes, notices, plan } = started(new FakeBrowser(hash));
    expect(nodes()).toBe(33);
    expect(notices().map((n) => n.title)).toEqual(['The link was opened, but not all of it could be read.']);
    expect(notices()[0]?.lines[0]).toContain('Messages in flight');
    vi.advanceTimersByTime(1000);
    expect(browser.hash).toBe(hash);
    plan.setInput('A', 'nodes', 34);
    vi.advanceTimersByTime(300);
    expect(nodesIn(browser.hash)).toBe(34);
    expect(browser.hash).toContain('m=400');
  });
});

describe('createWorkspace: a broken link', () => {
  const broken = linkWith(33).slice(0, -4);

  it('stays in the address, says why, and changes nothing', () => {
    const { browser, current, notices } = started(new FakeBrowser(broken, withOwn(77).store));
    expect(notices()).toHaveLength(1);
    expect(notices()[0]?.lines).toEqual([
      'This link is incomplete: its end is missing. Nothing was changed.',
    ]);
    expect(current()).toBeNull();
    vi.advanceTimersByTime(1000);
    expect(browser.hash).toBe(broken);
    expect(keptNodes(browser)).toBe(77);
  });

  it('leaves the plan on screen, and gives the address back at the first edit', () => {
    const { browser, nodes, plan } = started(withOwn(77).reloaded());
    browser.paste(broken);
    expect(nodes()).toBe(77);
    vi.advanceTimersByTime(1000);
    expect(browser.hash).toBe(broken);
    plan.setInput('A', 'nodes', 78);
    vi.advanceTimersByTime(300);
    expect(nodesIn(browser.hash)).toBe(78);
  });

  it('offers the last plan and a new start', () => {
    const last = started(new FakeBrowser(broken, withOwn(77).store));
    last.press('Open my last plan');
    expect([last.current(), last.nodes(), last.origin()]).toEqual(['sample-queue', 77, 'own']);
    expect(last.notices()).toEqual([]);
    expect(nodesIn(last.browser.hash)).toBe(77);
    last.browser.back();
    expect(last.browser.hash).toBe(broken);
    expect(last.notices()).toHaveLength(1);

    const fresh = started(new FakeBrowser(broken, withOwn(77).store));
    fresh.press('Start new');
    expect([fresh.current(), fresh.browser.hash]).toEqual([null, '']);
    expect(fresh.notices()).toEqual([]);
  });

  it('is forgotten when a good link, a calculator’s name or no link at all follows', () => {
    for (const next of [linkWith(44), '#sample-queue', '']) {
      const { browser, notices, plan, go } = started(new FakeBrowser(broken));
      browser.paste(next);
      expect(notices()).toEqual([]);
      go(sampleCalculator.id);
      plan.setInput('A', 'nodes', 5);
      vi.advanceTimersByTime(300);
      expect(nodesIn(browser.hash)).toBe(5);
    }
  });
});
