import { vi } from 'vitest';
import { fromHash, toHash } from '../../src/share/permalink.ts';
import { fromFileText, toFileText } from '../../src/share/plan-file.ts';
import type { Session } from '../../src/share/session.ts';
import { planKey } from '../../src/state/plan-storage.ts';
import { createWorkspace } from '../../src/state/workspace.ts';
import { sampleCalculator } from '../sample-calculator/index.ts';
import { FakeBrowser } from './fake-browser.ts';
import { planWith, sampleSession } from './sample-store.ts';

// Used under vitest's fake timers.

export const other = { ...sampleCalculator, id: 'other-queue', title: 'Other queue' };
export const key = planKey(sampleCalculator);

function sessionWith(nodes: number): Session {
  return { ...sampleSession(), plan: planWith({ A: { nodes } }), selected: 'A' };
}
export const linkWith = (nodes: number) => toHash(sessionWith(nodes), sampleCalculator);
export const fileWith = (nodes: number) => toFileText(sessionWith(nodes), sampleCalculator);

export function started(browser: FakeBrowser) {
  const workspace = createWorkspace([sampleCalculator, other], browser);
  const stop = workspace.start();
  const plan = workspace.plans.get(sampleCalculator.id);
  if (!plan) throw new Error('no store');
  const notices = () => workspace.app.getState().notices;
  return {
    ...workspace,
    openFile: (text: string) => workspace.openCopy(fromFileText(text, [sampleCalculator, other])),
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
export function nodesIn(hash: string): unknown {
  const opened = fromHash(hash, [sampleCalculator, other]);
  return opened?.kind === 'opened' ? opened.session.plan.options[0]?.inputs.nodes : undefined;
}

export function keptNodes(browser: FakeBrowser): unknown {
  const text = browser.store.getItem(key);
  return text === null ? null : nodesIn(text);
}

/** A browser in which a plan with so many consumers was worked on before, at the address it left behind. */
export function withOwn(nodes: number): FakeBrowser {
  const first = started(new FakeBrowser());
  first.go(sampleCalculator.id);
  first.plan.setInput('A', 'nodes', nodes);
  vi.advanceTimersByTime(300);
  first.stop();
  return first.browser;
}
