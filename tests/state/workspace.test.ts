import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fromHash, toHash } from '../../src/share/permalink.ts';
import { toFileText } from '../../src/share/plan-file.ts';
import type { Session } from '../../src/share/session.ts';
import { planKey } from '../../src/state/plan-storage.ts';
import { createWorkspace } from '../../src/state/workspace.ts';
import { sampleCalculator } from '../sample-calculator/index.ts';
import { FakeBrowser } from './fake-browser.ts';
import { planWith, sampleSession } from './sample-store.ts';

const other = { ...sampleCalculator, id: 'other-queue', title: 'Other queue' };
const key = planKey(sampleCalculator);

function sessionWith(nodes: number): Session {
  return { ...sampleSession(), plan: planWith({ A: { nodes } }), selected: 'A' };
}
const linkWith = (nodes: number) => toHash(sessionWith(nodes), sampleCalculator);
const fileWith = (nodes: number) => toFileText(sessionWith(nodes), sampleCalculator);

function started(browser: FakeBrowser) {
  const workspace = createWorkspace([sampleCalculator, other], browser);
  const stop = workspace.start();
  const plan = workspace.plans.get(sampleCalculator.id);
  if (!plan) throw new Error('no store');
  const notices = () => workspace.app.getState().notices;
  return {
    ...workspace,
    browser,
    plan,
    stop,
    notices,
    current: () => workspace.app.getState().current,
    saveState: () => workspace.app.getState().saveState,
    origin: () => plan.store.getState().origin,
    nodes: () => plan.store.getState().plan.options[0]?.inputs.nodes,
    press: (label: string) => {
      const action = notices()
        .flatMap((n) => n.actions ?? [])
        .find((a) => a.label === label);
      if (!action) throw new Error(`no button “${label}”`);
      action.run();
    },
  };
}

/** What an address holds of option A's consumers. */
function nodesIn(hash: string): unknown {
  const opened = fromHash(hash, [sampleCalculator, other]);
  return opened?.kind === 'opened' ? opened.session.plan.options[0]?.inputs.nodes : undefined;
}

function keptNodes(browser: FakeBrowser): unknown {
  const text = browser.store.getItem(key);
  return text === null ? null : JSON.parse(text).options[0].inputs.n;
}

/** A browser in which a plan with so many consumers was worked on before, at the address it left behind. */
function withOwn(nodes: number): FakeBrowser {
  const first = started(new FakeBrowser());
  first.go(sampleCalculator.id);
  first.plan.setInput('A', 'nodes', nodes);
  vi.advanceTimersByTime(300);
  first.stop();
  return first.browser;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the start', () => {
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

describe('the address', () => {
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

describe('a link', () => {
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

describe('a broken link', () => {
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

describe('saving', () => {
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
    const { notices, plan, saveState } = started(browser);
    expect(notices()[0]?.lines.at(-1)).toBe('It was set aside, not deleted.');
    plan.setInput('A', 'nodes', 5);
    vi.advanceTimersByTime(300);
    expect(saveState()).toBe('saved');
    expect([...browser.store.texts.values()]).toContain('not a plan');
  });

  it('does not overwrite what could not be set aside, says so, and still keeps other calculators’ plans', () => {
    const browser = new FakeBrowser('#sample-queue');
    browser.store.setItem(key, 'not a plan');
    browser.store.isFull = true;
    const { go, notices, plan, plans, saveState } = started(browser);
    browser.store.isFull = false;
    expect(notices()[0]?.lines.at(-1)).toBe('It stays as it is; new changes are not kept.');
    plan.setInput('A', 'nodes', 5);
    vi.advanceTimersByTime(300);
    expect(browser.store.getItem(key)).toBe('not a plan');
    expect(saveState()).toBe('failed');
    go(other.id);
    plans.get(other.id)?.setInput('A', 'nodes', 6);
    vi.advanceTimersByTime(300);
    expect(browser.store.getItem(planKey(other))).toContain('"n": 6');
    expect(saveState()).toBe('saved');
  });

  it('tells of both plans when both cannot be read', () => {
    const browser = new FakeBrowser();
    browser.store.setItem(key, 'not a plan');
    browser.store.setItem(planKey(other), 'nor this');
    expect(started(browser).notices()).toHaveLength(2);
  });
});

describe('another tab', () => {
  it('that changes the plan is asked about, and neither plan is lost meanwhile', () => {
    const { browser, notices, nodes, plan, saveState } = started(withOwn(77).reloaded());
    browser.writtenElsewhere(key, fileWith(88));
    expect(notices().map((n) => n.title)).toEqual(['This plan changed in another tab.']);
    plan.setInput('A', 'nodes', 78);
    vi.advanceTimersByTime(1000);
    expect(nodes()).toBe(78);
    expect(keptNodes(browser)).toBe(88);
    expect(saveState()).toBe('failed');
  });

  it('has its version loaded on request', () => {
    const { browser, nodes, notices, origin, press } = started(withOwn(77).reloaded());
    browser.writtenElsewhere(key, fileWith(88));
    press('Load that version');
    expect([nodes(), origin()]).toEqual([88, 'own']);
    expect(notices()).toEqual([]);
    vi.advanceTimersByTime(1000);
    expect(keptNodes(browser)).toBe(88);
    expect(nodesIn(browser.hash)).toBe(88);
  });

  it('is overwritten on request', () => {
    const { browser, nodes, notices, press } = started(withOwn(77).reloaded());
    browser.writtenElsewhere(key, fileWith(88));
    press('Keep this one');
    expect(nodes()).toBe(77);
    expect(keptNodes(browser)).toBe(77);
    expect(notices()).toEqual([]);
  });

  it('does not stop saving for good when the question is waved away', () => {
    const { browser, dismiss, notices, plan } = started(withOwn(77).reloaded());
    browser.writtenElsewhere(key, fileWith(88));
    for (const { id } of notices()) dismiss(id);
    plan.setInput('A', 'nodes', 78);
    vi.advanceTimersByTime(300);
    expect(keptNodes(browser)).toBe(78);
  });

  it('that only looks at another option or view raises no question', () => {
    const { browser, notices, plan } = started(withOwn(77).reloaded());
    const { view: _view, ...session } = plan.store.getState();
    browser.writtenElsewhere(
      key,
      toFileText({ ...session, view: 'details', selected: 'A' }, sampleCalculator),
    );
    expect(notices()).toEqual([]);
  });

  it('is of no concern to a copy that is not saved', () => {
    const { browser, notices } = started(new FakeBrowser(linkWith(33), withOwn(77).store));
    browser.writtenElsewhere(key, fileWith(88));
    expect(notices()).toEqual([]);
  });
});

describe('openFile', () => {
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

describe('announce', () => {
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

describe('the end', () => {
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
