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
import { createAddressBar } from './address-bar.ts';
import { type Browser, listenTo } from './browser.ts';
import { createKeptPlans } from './kept-plans.ts';
import { incompletePage, partlyOpened, refusedFile, refusedLink } from './notice-texts.ts';
import { createNotices } from './notices.ts';
import { createPlanStorage } from './plan-storage.ts';
import { createPlanStore, type Origin, type PlanStore } from './plan-store.ts';
import type { WorkspaceState } from './workspace-state.ts';

const settleMs = 300;

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
  const plans = new Map(calculators.map((c) => [c.id, createPlanStore(c)]));
  const currentPlan = (): PlanStore | undefined => plans.get(app.getState().current ?? '');
  const hashOf = (plan: PlanStore, changes: Partial<Session> = {}): string =>
    toHash({ ...plan.store.getState(), ...changes }, plan.calculator);

  const notices = createNotices(app);
  const storage = createPlanStorage(browser.storage, calculators);
  if (!storage.isAvailable()) app.setState({ saveState: 'failed' });
  const kept = createKeptPlans(storage, notices, (plan, session) => {
    // Whether the plan on screen is saved says nothing of another one.
    if (currentPlan() && plan !== currentPlan()) plan.load(session, 'own');
    else show(plan, session, 'own');
  });
  const address = createAddressBar(
    browser,
    () => {
      const plan = currentPlan();
      return plan ? hashOf(plan) : '';
    },
    () => currentPlan()?.store.getState().lineage ?? '',
  );
  const stops: (() => void)[] = [];
  let pending: ReturnType<typeof setTimeout> | undefined;

  function save(): void {
    const plan = currentPlan();
    if (plan?.store.getState().origin !== 'own') return;
    app.setState({ saveState: kept.save(plan) ? 'saved' : 'failed' });
  }

  function stopWaiting(): boolean {
    const wasWaiting = pending !== undefined;
    clearTimeout(pending);
    pending = undefined;
    return wasWaiting;
  }

  function settle(): void {
    stopWaiting();
    save();
    address.write('replace');
  }

  function settleIfWaiting(): void {
    if (pending !== undefined) settle();
  }

  function planChanged(): void {
    address.release();
    if (app.getState().saveState === 'saved') app.setState({ saveState: 'waiting' });
    clearTimeout(pending);
    pending = setTimeout(settle, settleMs);
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

  /** Puts a plan on screen without writing it anywhere: what comes from storage or address stands there already. */
  function show(plan: PlanStore, session: Session, origin: Origin, lineage?: string): void {
    plan.load(session, origin, lineage);
    stopWaiting();
    app.setState({ saveState: storage.isAvailable() ? 'saved' : 'failed' });
  }

  /** Shows a view of a calculator, as a step that Back undoes. */
  function go(calculator: string | null, view?: string): void {
    settleIfWaiting();
    address.release();
    app.setState({ current: calculator });
    const plan = currentPlan();
    if (plan && view !== undefined) plan.store.setState({ view });
    if (plan) storage.rememberCalculator(plan.calculator.id);
    address.write('push');
  }

  function openMyLast(): void {
    settleIfWaiting();
    notices.dismiss('link');
    const id = currentPlan()?.calculator.id ?? storage.lastCalculator() ?? calculators[0]?.id ?? '';
    const plan = plans.get(id);
    if (plan) kept.open(plan);
    go(plan ? id : null);
  }

  function startNew(): void {
    notices.dismiss('link');
    go(null);
  }

  /** Shows what needs no plan from the address: the start page, or one's own plan of a calculator. */
  function showNamed(calculator: string | null): void {
    address.release();
    notices.dismiss('link');
    app.setState({ current: calculator });
  }

  /** Reads the address: at the start, after Back, and when another link is pasted over this page. */
  function openAddress(): void {
    const { hash } = browser.location;
    if (!address.isNews()) return;
    if (stopWaiting()) save();
    const asked = all.find((c) => hash === `#${c.id}` || hash.startsWith(`#${c.id}?`));
    if (asked && !plans.has(asked.id)) {
      // Its code is on the way; the address is read again when it is there.
      app.setState({ current: asked.id });
      return;
    }
    const named = calculators.find((c) => hash === `#${c.id}`);
    if (named) {
      // A calculator by name alone is no plan, but the way to one's own.
      showNamed(named.id);
      address.write('replace');
      return;
    }
    const opened = fromHash(hash, calculators);
    if (opened === null) {
      showNamed(null);
      address.forget();
    } else if (opened.kind === 'refused') {
      address.hold(hash);
      notices.notify(
        refusedLink(opened.message, [
          { label: 'Open my last plan', run: openMyLast },
          { label: 'Start new', run: startNew },
        ]),
      );
    } else {
      openLinked(opened, hash);
    }
  }

  function openLinked({ session, notes }: Extract<Opened, { kind: 'opened' }>, hash: string): void {
    const plan = plans.get(session.plan.calculator);
    if (!plan) return;
    showNamed(session.plan.calculator);
    const mine = plan.store.getState();
    const lineage = address.lineage();
    if (lineage === mine.lineage || hashOf(plan, { view: session.view }) === hash) {
      plan.store.setState({ view: session.view, lineage: lineage ?? mine.lineage });
    } else {
      const isKept = storage.holds(plan.calculator, session);
      show(plan, session, isKept ? 'own' : 'opened', lineage);
      if (notes.length > 0) notices.notify(partlyOpened('link', notes));
    }
    address.forget();
    // What could not be read stays in the address until the user edits something.
    if (notes.length > 0) address.hold(hash);
    address.write('replace');
  }

  function otherTab(event: StorageEvent): void {
    const shown = currentPlan();
    for (const plan of plans.values()) {
      if (plan === shown) kept.watch(plan, event, settle, () => address.write('replace'));
      else kept.follow(plan, event);
    }
  }

  /** Shows what a file held as a copy; the plan kept in this browser stays as it is. */
  function openCopy(opened: Opened): void {
    const plan = opened.kind === 'opened' ? plans.get(opened.session.plan.calculator) : undefined;
    if (opened.kind === 'refused' || !plan) {
      notices.notify(refusedFile(opened.kind === 'refused' ? [opened.message] : []));
      return;
    }
    settleIfWaiting();
    show(plan, opened.session, 'opened');
    go(plan.calculator.id);
    if (opened.notes.length > 0) notices.notify(partlyOpened('file', opened.notes));
  }

  return {
    ...notices,
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
        kept.open(plan);
        follow(plan);
        if (app.getState().current === calculator.id) openAddress();
      }
      app.setState({ calculators: [...calculators] });
    },
    /** What there is to choose from, loaded or not. */
    all,
    plans: plans as ReadonlyMap<string, PlanStore>,
    go,
    openMyLast,
    openCopy,
    /** A part of the page did not arrive. */
    notifyIncomplete: (): void => notices.notify(incompletePage),
    /** The address that shows a view of a plan: what tabs link to. Whole, as a bare fragment reads as a skip link. */
    hrefOf: (plan: PlanStore, view = plan.store.getState().view): string =>
      address.withHash(hashOf(plan, { view })),
    /** The whole address of a plan, as it goes into a ticket. */
    linkOf: (store: PlanStore, plan: Plan = store.store.getState().plan): string =>
      address.withHash(hashOf(store, { plan })),
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
    /** Opens what the address says, else the last plan, else the start page; then follows changes. */
    start(): () => void {
      for (const plan of plans.values()) kept.open(plan);
      const last = storage.lastCalculator();
      if (browser.location.hash === '')
        app.setState({ current: all.find((c) => c.id === last && plans.has(c.id))?.id ?? null });
      else openAddress();
      address.write('replace');
      for (const plan of plans.values()) follow(plan);
      stops.push(
        listenTo(browser, {
          address: openAddress,
          otherTab,
          leaving: settleIfWaiting,
        }),
      );
      return () => {
        clearTimeout(pending);
        for (const stop of stops) stop();
      };
    },
  };
}
