import type { Session } from '../share/session.ts';
import type { Notices } from './notices.ts';
import type { PlanStorage } from './plan-storage.ts';
import type { PlanStore } from './plan-store.ts';

export interface KeptPlans extends ReturnType<typeof createKeptPlans> {}

/** The plans kept in this browser: opened at the start, saved as they change, and guarded against another tab. */
export function createKeptPlans(
  storage: PlanStorage,
  notices: Notices,
  show: (plan: PlanStore, session: Session) => void,
) {
  /** Calculators whose kept plan must not be overwritten: it could not be set aside, or another tab changed it. */
  const held = new Set<string>();

  function open(plan: PlanStore): void {
    const saved = storage.load(plan.calculator);
    const id = `storage ${plan.calculator.id}`;
    if (saved.kind === 'opened') {
      show(plan, saved.session);
      if (saved.notes.length > 0) {
        notices.notify({
          id,
          severity: 'caution',
          title: 'The plan kept in this browser was read in part.',
          lines: saved.notes,
        });
      }
    }
    if (saved.kind === 'unreadable') {
      if (!saved.isSetAside) held.add(plan.calculator.id);
      const fate = saved.isSetAside
        ? 'It was set aside, not deleted.'
        : 'It stays as it is; new changes are not kept.';
      notices.notify({
        id,
        severity: 'caution',
        title: 'The plan kept in this browser cannot be read.',
        lines: [saved.message, fate],
      });
    }
  }

  /** Whether the plan is kept now. */
  function save(plan: PlanStore): boolean {
    const isKept = !held.has(plan.calculator.id) && storage.save(plan.calculator, plan.store.getState());
    storage.rememberCalculator(plan.calculator.id);
    return isKept;
  }

  /** Whether another tab keeps something else now than this tab shows or would show. */
  function isOvertaken(plan: PlanStore, event: StorageEvent): boolean {
    const state = plan.store.getState();
    if (state.origin !== 'own' || !storage.isAbout(event.key, plan.calculator)) return false;
    if (event.newValue === null) return false;
    return !storage.holds(plan.calculator, state) || !storage.holdsTexts(plan.calculator, state);
  }

  return {
    open,
    save,
    /** Takes over what another tab made of a plan that is not on screen here; a question still open stays open. */
    follow(plan: PlanStore, event: StorageEvent): void {
      if (!held.has(plan.calculator.id) && isOvertaken(plan, event)) open(plan);
    },
    /**
     * Asks which of two plans to keep when another tab changed the one on screen, or a text pasted into it. `keep` saves
     * this one; what was loaded instead stands in storage already and is not written again by `onLoaded`: it may be
     * another version's, which this one reads in part.
     */
    watch(plan: PlanStore, event: StorageEvent, keep: () => void, onLoaded: () => void): void {
      if (!isOvertaken(plan, event)) return;
      const id = `tab ${plan.calculator.id}`;
      held.add(plan.calculator.id);
      notices.notify({
        id,
        severity: 'caution',
        title: 'This plan changed in another tab.',
        lines: [],
        actions: [
          {
            label: 'Load that version',
            run: () => {
              notices.dismiss(id);
              open(plan);
              onLoaded();
            },
          },
          {
            label: 'Keep this one',
            run: () => {
              notices.dismiss(id);
              keep();
            },
          },
        ],
        // Whoever waves the question away goes on with this tab's plan, and must not do so unsaved.
        onDismissed: () => held.delete(plan.calculator.id),
      });
    },
  };
}
