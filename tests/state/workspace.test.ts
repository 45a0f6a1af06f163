import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleCalculator } from '../sample-calculator/index.ts';
import { FakeBrowser } from './fake-browser.ts';
import { fileWith, keptNodes, linkWith, nodesIn, other, started, withOwn } from './started-workspace.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('createWorkspace: the start', () => {
  it('is the start page for a newcomer, and writes nothing', () => {
    const { browser, current, notices } = started(new FakeBrowser());
    expect(current()).toBeNull();
    expect(browser.writes).toEqual([]);
    expect(browser.store.texts.size).toBe(0);
    expect(notices()).toEqual([]);
  });

  it('is the last plan for who comes back without a link', () => {
    const { current, nodes, origin } = started(new FakeBrowser('', withOwn(77).store));
    expect(current()).toBe('sample-queue');
    expect(nodes()).toBe(77);
    expect(origin()).toBe('own');
  });

  it('is one’s own plan of a calculator named in the address', () => {
    const browser = new FakeBrowser('#sample-queue', withOwn(77).store);
    const { current, nodes, origin } = started(browser);
    expect([current(), nodes(), origin()]).toEqual(['sample-queue', 77, 'own']);
    expect(nodesIn(browser.hash)).toBe(77);
  });
});

describe('createWorkspace: the address', () => {
  it('is written once for many keystrokes within 300 ms, and then holds the last of them', () => {
    const { browser, go, plan } = started(new FakeBrowser());
    go(sampleCalculator.id);
    browser.writes = [];
    for (let nodes = 1; nodes <= 50; nodes++) plan.setInput('A', 'nodes', nodes);
    expect(browser.writes).toEqual([]);
    vi.advanceTimersByTime(299);
    expect(browser.writes).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(browser.writes.map((w) => w.how)).toEqual(['replace']);
    expect(nodesIn(browser.hash)).toBe(50);
  });

  it('is never written more often than every 300 ms, however the keystrokes fall', () => {
    const { browser, go, plan } = started(new FakeBrowser());
    go(sampleCalculator.id);
    browser.writes = [];
    for (let key = 1; key <= 200; key++) {
      plan.setInput('A', 'nodes', key);
      vi.advanceTimersByTime((key * 37) % 450);
    }
    const spent = Array.from({ length: 200 }, (_, i) => ((i + 1) * 37) % 450).reduce((a, b) => a + b, 0);
    expect(browser.writes.length).toBeGreaterThan(1);
    expect(browser.writes.length).toBeLessThanOrEqual(spent / 300);
  });

  it('is written at once when the page is left', () => {
    const { browser, go, plan } = started(new FakeBrowser());
    go(sampleCalculator.id);
    plan.setInput('A', 'nodes', 5);
    browser.tell('pagehide');
    expect(nodesIn(browser.hash)).toBe(5);
    expect(keptNodes(browser)).toBe(5);
  });

  it('moves Back between views, not between keystrokes', () => {
    const { browser, go, nodes, plan } = started(new FakeBrowser());
    go(sampleCalculator.id, 'size');
    for (const value of [1, 12, 125]) {
      plan.setInput('A', 'nodes', value);
      vi.advanceTimersByTime(1000);
    }
    go(sampleCalculator.id, 'details');
    plan.setInput('A', 'nodes', 126);
    vi.advanceTimersByTime(1000);
    expect(browser.hashes).toHaveLength(3);
    browser.back();
    expect(plan.store.getState().view).toBe('size');
    // The view is that of before, the plan is today's.
    expect(nodes()).toBe(126);
    expect(nodesIn(browser.hash)).toBe(126);
    expect(plan.store.getState().origin).toBe('own');
    expect(plan.undo()?.text).toBe('Consumers 126 to 125');
  });

  it('goes Back to the start page and to another calculator', () => {
    const { browser, current, go } = started(new FakeBrowser());
    go(sampleCalculator.id);
    go(other.id);
    browser.back();
    expect(current()).toBe('sample-queue');
    browser.back();
    expect(current()).toBeNull();
  });

  it('is whole in the link of a ticket', () => {
    const { browser, go, linkOf, plan } = started(new FakeBrowser());
    go(sampleCalculator.id);
    plan.setInput('A', 'nodes', 9);
    // Not 300 ms later: the address is not up to date yet, the link is.
    expect(linkOf(plan).startsWith('https://plimsoll.example/size/#sample-queue?v=1&')).toBe(true);
    expect(nodesIn(new URL(linkOf(plan)).hash)).toBe(9);
    expect(nodesIn(browser.hash)).not.toBe(9);
  });
});

describe('createWorkspace: openFile', () => {
  it('opens a copy that is not saved; the kept plan has its last keystroke', () => {
    const { browser, go, nodes, openFile, origin, plan } = started(withOwn(77).reloaded());
    go(sampleCalculator.id);
    plan.setInput('A', 'nodes', 78);
    openFile(fileWith(33));
    expect([nodes(), origin()]).toEqual([33, 'opened']);
    vi.advanceTimersByTime(1000);
    expect(keptNodes(browser)).toBe(78);
    expect(nodesIn(browser.hash)).toBe(33);
  });

  it('is a step that Back undoes', () => {
    const { browser, go, nodes, openFile, origin } = started(withOwn(77).reloaded());
    go(sampleCalculator.id);
    openFile(fileWith(33));
    browser.back();
    expect([nodes(), origin()]).toEqual([77, 'own']);
  });

  it('says what is wrong with a file and changes nothing', () => {
    const { nodes, notices, openFile, origin } = started(withOwn(77).reloaded());
    openFile('not a plan');
    expect(notices()[0]?.title).toBe('This file could not be opened.');
    expect(notices()[0]?.lines[0]).toContain('no JSON');
    expect([nodes(), origin()]).toEqual([77, 'own']);
  });

  it('lists what could not be read', () => {
    const { notices, openFile } = started(new FakeBrowser());
    openFile(fileWith(33).replace('"m": 400', '"m": 0'));
    expect(notices()[0]?.lines).toHaveLength(1);
  });
});

describe('createWorkspace: announce', () => {
  it('says the same words twice as two things', () => {
    const { announce, app, clearStatus } = started(new FakeBrowser());
    announce('Link copied.');
    const first = app.getState().status?.id;
    announce('Link copied.');
    expect(app.getState().status?.text).toBe('Link copied.');
    expect(app.getState().status?.id).not.toBe(first);
    clearStatus();
    expect(app.getState().status).toBeNull();
  });
});

describe('createWorkspace: the end', () => {
  it('leaves neither timers nor listeners behind', () => {
    const { browser, go, nodes, plan, stop } = started(new FakeBrowser());
    go(sampleCalculator.id);
    plan.setInput('A', 'nodes', 5);
    stop();
    expect(vi.getTimerCount()).toBe(0);
    browser.paste(linkWith(33));
    expect(nodes()).toBe(5);
  });
});
