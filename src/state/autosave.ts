import type { StoreApi } from 'zustand/vanilla';
import type { AddressBar } from './address-bar.ts';
import type { KeptPlans } from './kept-plans.ts';
import type { PlanStore } from './plan-store.ts';
import type { WorkspaceState } from './workspace-state.ts';

const settleMs = 300;

export interface Autosave extends ReturnType<typeof createAutosave> {}

/** Keeps the plan on screen in this browser and in the address, a moment after its last change. */
export function createAutosave(
  app: StoreApi<WorkspaceState>,
  kept: KeptPlans,
  address: AddressBar,
  currentPlan: () => PlanStore | undefined,
) {
  let pending: ReturnType<typeof setTimeout> | undefined;

  function save(): void {
    const plan = currentPlan();
    if (plan?.store.getState().origin === 'own') app.setState({ saveState: kept.save(plan) });
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

  function planChanged(): void {
    address.release();
    if (app.getState().saveState === 'saved') app.setState({ saveState: 'waiting' });
    clearTimeout(pending);
    pending = setTimeout(settle, settleMs);
  }

  return {
    /** Drops what was waiting to be saved; says whether anything was. */
    stopWaiting,
    /** Saves at once what was waiting, and leaves the address as it is. */
    saveIfWaiting(): void {
      if (stopWaiting()) save();
    },
    /** Saves, and writes the address, at once. */
    settle,
    settleIfWaiting(): void {
      if (pending !== undefined) settle();
    },
    /** Watches a plan's changes; returns what ends it. */
    follow: (plan: PlanStore): (() => void) =>
      plan.store.subscribe((state, before) => {
        const isChanged =
          state.plan !== before.plan ||
          state.selected !== before.selected ||
          state.attachments !== before.attachments;
        if (plan === currentPlan() && isChanged) planChanged();
      }),
  };
}
