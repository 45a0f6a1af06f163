/**
 * Everything that lives outside the page's components: one plan store a calculator, what is kept in this browser,
 * and the address bar. Opening a link never touches the kept plan; the address follows the plan at most every
 * 300 ms (browsers refuse more) and its Back moves between views, never between keystrokes.
 */
import { createStore } from 'zustand/vanilla';
import { toHash } from '../share/permalink.ts';
import type { Session } from '../share/session.ts';
import type { Calculator } from '../sizing/core/calculator.ts';
import type { Plan } from '../sizing/core/plan.ts';
import { createAddressBar } from './address-bar.ts';
import { createAutosave } from './autosave.ts';
import { type Browser, listenTo } from './browser.ts';
import { createKeptPlans } from './kept-plans.ts';
import { incompletePage } from './notice-texts.ts';
import { createNotices } from './notices.ts';
import { createOpening, type Named } from './opening.ts';
import { createPlanStorage } from './plan-storage.ts';
import { createPlanStore, type Origin, type PlanStore } from './plan-store.ts';
import type { WorkspaceState } from './workspace-state.ts';

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
  const autosave = createAutosave(app, kept, address, currentPlan);
  const screen = { currentPlan, hashOf, setCurrent, go, show };
  const opening = createOpening({
    browser,
    all,
    calculators,
    plans,
    notices,
    storage,
    kept,
    address,
    autosave,
    screen,
  });
  const stops: (() => void)[] = [];

  function setCurrent(calculator: string | null): void {
    const plan = plans.get(calculator ?? '');
    const isOther = calculator !== app.getState().current;
    app.setState({ current: calculator, ...(plan && isOther ? { saveState: kept.stateOf(plan) } : {}) });
  }

  /** Puts a plan on screen without writing it anywhere: what comes from storage or address stands there already. */
  function show(plan: PlanStore, session: Session, origin: Origin, lineage?: string): void {
    plan.load(session, origin, lineage);
    autosave.stopWaiting();
    app.setState({ saveState: kept.stateOf(plan) });
  }

  /** Shows a view of a calculator, as a step that Back undoes. */
  function go(calculator: string | null, view?: string): void {
    autosave.settleIfWaiting();
    address.release();
    setCurrent(calculator);
    const plan = currentPlan();
    if (plan && view !== undefined) plan.store.setState({ view });
    if (plan) storage.rememberCalculator(plan.calculator.id);
    address.write('push');
  }

  function otherTab(event: StorageEvent): void {
    const shown = currentPlan();
    for (const plan of plans.values()) {
      if (plan !== shown) kept.follow(plan, event);
      else if (kept.watch(plan, event, autosave.settle, () => address.write('replace')))
        app.setState({ saveState: kept.stateOf(plan) });
    }
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
        stops.push(autosave.follow(plan));
        if (app.getState().current === calculator.id) opening.openAddress();
      }
      app.setState({ calculators: [...calculators] });
    },
    /** What there is to choose from, loaded or not. */
    all,
    plans: plans as ReadonlyMap<string, PlanStore>,
    go,
    openMyLast: opening.openMyLast,
    openCopy: opening.openCopy,
    openLink: opening.openLink,
    /** The kept text that could not be read, or not wholly, and was set aside; undefined without one. */
    setAside: kept.setAside,
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
      autosave.settle();
    },
    /** Opens what the address says, else the last plan, else the start page; then follows changes. */
    start(): () => void {
      for (const plan of plans.values()) kept.open(plan);
      const last = storage.lastCalculator();
      if (browser.location.hash === '')
        setCurrent(all.find((c) => c.id === last && plans.has(c.id))?.id ?? null);
      else opening.openAddress();
      address.write('replace');
      for (const plan of plans.values()) stops.push(autosave.follow(plan));
      stops.push(
        listenTo(browser, {
          address: opening.openAddress,
          otherTab,
          leaving: autosave.settleIfWaiting,
        }),
      );
      return () => {
        autosave.stopWaiting();
        for (const stop of stops) stop();
      };
    },
  };
}
