/**
 * Everything that lives outside the page's components: one plan store a calculator, what is kept in this browser,
 * and the address bar. Opening a link never touches the kept plan; the address follows the plan at most every
 * 300 ms (browsers refuse more) and its Back moves between views, never between keystrokes.
 */
import { createStore } from 'zustand/vanilla';
import { fromHash, toHash } from '../share/permalink.ts';
import type { Opened, Session } from '../share/session.ts';
import type { Calculator } from '../sizing/core/calculator.ts';
import type { Plan } from '../sizing/core/plan.ts';
import type { Notice, Status } from './notice.ts';
import { createPlanStorage, planKey } from './plan-storage.ts';
import { createPlanStore, type Origin, type PlanStore } from './plan-store.ts';

const settleMs = 300;

export type SaveState = 'saved' | 'failed' | 'waiting';

export interface WorkspaceState {
  /** Those loaded so far. */
  readonly calculators: readonly Calculator[];
  /** Id of the calculator on screen; null is the start page. */
  readonly current: string | null;
  readonly saveState: SaveState;
  readonly notices: readonly Notice[];
  readonly status: Status | null;
}

/** The parts of a browser window used here. */
export interface Browser {
  readonly location: Pick<Location, 'hash' | 'href'>;
  readonly history: Pick<History, 'pushState' | 'replaceState' | 'state'>;
  readonly storage: () => Storage;
  readonly addEventListener: Window['addEventListener'];
  readonly removeEventListener: Window['removeEventListener'];
}

/** A calculator by name, its code loaded or not. */
export type Named = Pick<Calculator, 'id' | 'title'>;

export interface Workspace extends ReturnType<typeof createWorkspace> {}

/** `atHand` are loaded by now; `all` may name more, which `provide` brings later. */
export function createWorkspace(
  atHand: readonly Calculator[],
  browser: Browser,
  all: readonly Named[] = atHand,
) {
  const calculators = [...atHand];
  const app = createStore<WorkspaceState>(() => ({
    calculators: atHand,
    current: null,
    saveState: 'saved',
    notices: [],
    status: null,
  }));
  const storage = createPlanStorage(browser.storage, calculators);
  const plans = new Map(calculators.map((c) => [c.id, createPlanStore(c)]));
  const stops: (() => void)[] = [];

  let pending: ReturnType<typeof setTimeout> | undefined;
  let statusId = 0;
  /** The address holds a link that could not be opened: leave it until the user edits something. */
  let isAddressHeld = false;
  /** Calculators whose kept plan must not be overwritten: it could not be set aside, or another tab changed it. */
  const heldPlans = new Set<string>();
  let lastHash = '';

  const currentPlan = (): PlanStore | undefined => plans.get(app.getState().current ?? '');

  function notify(notice: Notice): void {
    app.setState((s) => ({ notices: [...s.notices.filter((n) => n.id !== notice.id), notice] }));
  }
  function dismiss(id: string): void {
    // Whoever waves the question away goes on with this tab's plan, and must not do so unsaved.
    if (id.startsWith('tab ')) heldPlans.delete(id.slice('tab '.length));
    app.setState((s) => ({ notices: s.notices.filter((n) => n.id !== id) }));
  }
  function announce(text: string, action?: Status['action']): void {
    statusId += 1;
    app.setState({ status: { id: statusId, text, ...(action ? { action } : {}) } });
  }

  function writeAddress(how: 'replace' | 'push'): void {
    const plan = currentPlan();
    const hash = plan ? toHash(plan.store.getState(), plan.calculator) : '';
    if (isAddressHeld || (hash === lastHash && how === 'replace')) return;
    lastHash = hash;
    const state = { lineage: plan?.store.getState().lineage ?? '' };
    if (how === 'push') browser.history.pushState(state, '', hash || '#');
    else browser.history.replaceState(state, '', hash || '#');
  }

  function save(): void {
    const plan = currentPlan();
    if (plan?.store.getState().origin !== 'own') return;
    const isKept = !heldPlans.has(plan.calculator.id) && storage.save(plan.calculator, plan.store.getState());
    storage.rememberCalculator(plan.calculator.id);
    app.setState({ saveState: isKept ? 'saved' : 'failed' });
  }

  function settle(): void {
    clearTimeout(pending);
    pending = undefined;
    save();
    writeAddress('replace');
  }

  function planChanged(): void {
    isAddressHeld = false;
    if (app.getState().saveState === 'saved') app.setState({ saveState: 'waiting' });
    clearTimeout(pending);
    pending = setTimeout(settle, settleMs);
  }

  /** Puts a plan on screen without writing it anywhere: what comes from storage or address stands there already. */
  function show(plan: PlanStore, session: Session, origin: Origin, lineage?: string): void {
    plan.load(session, origin, lineage);
    clearTimeout(pending);
    pending = undefined;
    app.setState({ saveState: 'saved' });
  }

  /** Shows a view of a calculator, as a step that Back undoes. */
  function go(calculator: string | null, view?: string): void {
    if (pending !== undefined) settle();
    isAddressHeld = false;
    app.setState({ current: calculator });
    const plan = currentPlan();
    if (plan && view !== undefined) plan.store.setState({ view });
    if (plan) storage.rememberCalculator(plan.calculator.id);
    writeAddress('push');
  }

  function openOwn(plan: PlanStore): void {
    const saved = storage.load(plan.calculator);
    if (saved.kind === 'opened') show(plan, saved.session, 'own');
    if (saved.kind === 'unreadable') {
      if (!saved.isSetAside) heldPlans.add(plan.calculator.id);
      notify({
        id: `storage ${plan.calculator.id}`,
        severity: 'caution',
        title: 'The plan kept in this browser cannot be read.',
        lines: [
          saved.message,
          saved.isSetAside
            ? 'It was set aside, not deleted.'
            : 'It stays as it is; new changes are not kept.',
        ],
      });
    }
    if (saved.kind === 'opened' && saved.notes.length > 0) {
      notify({
        id: `storage ${plan.calculator.id}`,
        severity: 'caution',
        title: 'The plan kept in this browser was read in part.',
        lines: saved.notes,
      });
    }
  }

  function openMyLast(): void {
    if (pending !== undefined) settle();
    dismiss('link');
    const id = currentPlan()?.calculator.id ?? storage.lastCalculator() ?? calculators[0]?.id ?? '';
    const plan = plans.get(id);
    if (plan) openOwn(plan);
    go(plan ? id : null);
  }

  /** Reads the address: at the start, after Back, and when another link is pasted over this page. */
  function openAddress(): void {
    const { hash } = browser.location;
    if (hash === lastHash) return;
    if (pending !== undefined) {
      clearTimeout(pending);
      pending = undefined;
      save();
    }
    const asked = all.find((c) => hash === `#${c.id}` || hash.startsWith(`#${c.id}?`));
    if (asked && !plans.has(asked.id)) {
      // Its code is on the way; the address is read again when it is there.
      app.setState({ current: asked.id });
      return;
    }
    const named = calculators.find((c) => hash === `#${c.id}`);
    if (named) {
      // A calculator by name alone is no plan, but the way to one's own.
      isAddressHeld = false;
      dismiss('link');
      app.setState({ current: named.id });
      writeAddress('replace');
      return;
    }
    const opened = fromHash(hash, calculators);
    if (opened === null) {
      isAddressHeld = false;
      dismiss('link');
      lastHash = '';
      app.setState({ current: null });
      return;
    }
    if (opened.kind === 'refused') {
      isAddressHeld = true;
      lastHash = hash;
      notify({
        id: 'link',
        severity: 'blocker',
        title: 'This link could not be opened.',
        lines: [opened.message],
        actions: [
          { label: 'Open my last plan', run: openMyLast },
          {
            label: 'Start new',
            run: () => {
              dismiss('link');
              go(null);
            },
          },
        ],
      });
      return;
    }
    dismiss('link');
    const { session } = opened;
    const plan = plans.get(session.plan.calculator);
    if (!plan) return;
    app.setState({ current: session.plan.calculator });
    const mine = plan.store.getState();
    const lineage = lineageOf(browser.history.state);
    if (lineage === mine.lineage || toHash({ ...mine, view: session.view }, plan.calculator) === hash) {
      plan.store.setState({ view: session.view, lineage: lineage ?? mine.lineage });
    } else {
      const isKept = storage.holds(plan.calculator, session);
      show(plan, session, isKept ? 'own' : 'opened', lineage);
      if (opened.notes.length > 0) {
        notify({
          id: 'link',
          severity: 'caution',
          title: 'The link was opened, but not all of it could be read.',
          lines: opened.notes,
        });
      }
    }
    // What could not be read stays in the address until the user edits something.
    isAddressHeld = opened.notes.length > 0;
    lastHash = '';
    if (isAddressHeld) lastHash = hash;
    writeAddress('replace');
  }

  function anotherTab(event: StorageEvent): void {
    const plan = currentPlan();
    if (plan?.store.getState().origin !== 'own' || event.key !== planKey(plan.calculator)) return;
    if (event.newValue === null || storage.holds(plan.calculator, plan.store.getState())) return;
    heldPlans.add(plan.calculator.id);
    notify({
      id: `tab ${plan.calculator.id}`,
      severity: 'caution',
      title: 'This plan changed in another tab.',
      lines: [],
      actions: [
        {
          label: 'Load that version',
          run: () => {
            dismiss(`tab ${plan.calculator.id}`);
            openOwn(plan);
            settle();
          },
        },
        {
          label: 'Keep this one',
          run: () => {
            dismiss(`tab ${plan.calculator.id}`);
            settle();
          },
        },
      ],
    });
  }

  /** Shows what a file held as a copy; the plan kept in this browser stays as it is. */
  function openCopy(opened: Opened): void {
    const plan = opened.kind === 'opened' ? plans.get(opened.session.plan.calculator) : undefined;
    if (opened.kind === 'refused' || !plan) {
      const lines = opened.kind === 'refused' ? [opened.message] : [];
      notify({ id: 'link', severity: 'blocker', title: 'This file could not be opened.', lines });
      return;
    }
    if (pending !== undefined) settle();
    show(plan, opened.session, 'opened');
    go(plan.calculator.id);
    if (opened.notes.length > 0) {
      notify({
        id: 'link',
        severity: 'caution',
        title: 'The file was opened, but not all of it could be read.',
        lines: opened.notes,
      });
    }
  }

  function follow(plan: PlanStore): void {
    stops.push(
      plan.store.subscribe((state, before) => {
        const isChanged =
          state.plan !== before.plan ||
          state.selected !== before.selected ||
          state.attachments !== before.attachments;
        if (plan === currentPlan() && isChanged) planChanged();
      }),
    );
  }

  return {
    app,
    /** Takes in a calculator that was not there at the start, or the whole of one whose first part was. */
    provide(calculator: Calculator): void {
      const index = calculators.findIndex((c) => c.id === calculator.id);
      calculators.splice(index < 0 ? calculators.length : index, index < 0 ? 0 : 1, calculator);
      const known = plans.get(calculator.id);
      if (known) known.upgrade(calculator);
      else {
        const plan = createPlanStore(calculator);
        plans.set(calculator.id, plan);
        openOwn(plan);
        follow(plan);
        if (app.getState().current === calculator.id) openAddress();
      }
      app.setState({ calculators: [...calculators] });
    },
    /** What there is to choose from, loaded or not. */
    all,
    plans: plans as ReadonlyMap<string, PlanStore>,
    go,
    notify,
    dismiss,
    announce,
    /** A part of the page did not arrive. */
    notifyIncomplete(): void {
      notify({
        id: 'incomplete',
        severity: 'caution',
        title: 'A part of the page could not be loaded.',
        lines: [
          'Charts, rules and files may be missing. Check the connection and reload; your inputs are kept.',
        ],
      });
    },
    clearStatus: () => app.setState({ status: null }),
    openMyLast,
    /** The address that shows a view of a plan: what tabs link to. Whole, as a bare fragment reads as a skip link. */
    hrefOf: (plan: PlanStore, view = plan.store.getState().view): string =>
      browser.location.href.split('#', 1)[0] + toHash({ ...plan.store.getState(), view }, plan.calculator),
    /** The whole address of a plan, as it goes into a ticket. */
    linkOf: (store: PlanStore, plan: Plan = store.store.getState().plan): string =>
      browser.location.href.split('#', 1)[0] + toHash({ ...store.store.getState(), plan }, store.calculator),
    /** Makes an opened plan the one that is kept in this browser. */
    keep(plan: PlanStore): void {
      plan.adopt();
      settle();
    },
    /** Opens a link found in a file; like one pasted into the address, it opens as a copy. */
    openLink(link: string): void {
      const opened = fromHash(link.slice(Math.max(0, link.indexOf('#'))), calculators);
      openCopy(opened ?? { kind: 'refused', message: 'The link in it holds no plan.' });
    },
    openCopy,
    /** Opens what the address says, else the last plan, else the start page; then follows changes. */
    start(): () => void {
      for (const plan of plans.values()) openOwn(plan);
      const last = storage.lastCalculator();
      if (browser.location.hash === '')
        app.setState({ current: all.find((c) => c.id === last && plans.has(c.id))?.id ?? null });
      else openAddress();
      writeAddress('replace');
      for (const plan of plans.values()) follow(plan);
      const leave = () => void (pending !== undefined && settle());
      browser.addEventListener('popstate', openAddress);
      browser.addEventListener('hashchange', openAddress);
      browser.addEventListener('storage', anotherTab);
      browser.addEventListener('pagehide', leave);
      return () => {
        clearTimeout(pending);
        for (const stop of stops) stop();
        browser.removeEventListener('popstate', openAddress);
        browser.removeEventListener('hashchange', openAddress);
        browser.removeEventListener('storage', anotherTab);
        browser.removeEventListener('pagehide', leave);
      };
    },
  };
}

function lineageOf(state: unknown): string | undefined {
  if (typeof state !== 'object' || state === null || !('lineage' in state)) return undefined;
  return typeof state.lineage === 'string' && state.lineage !== '' ? state.lineage : undefined;
}
