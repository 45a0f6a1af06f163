import type { Session } from '../share/session.ts';
import type { TextFile } from './notice.ts';
import type { Notices } from './notices.ts';
import type { PlanStorage } from './plan-storage.ts';
import type { PlanStore } from './plan-store.ts';
import type { SaveState } from './workspace-state.ts';

export interface KeptPlans extends ReturnType<typeof createKeptPlans> {}

/** The plans kept in this browser: opened at the start, saved as they change, and guarded against another tab. */
export function createKeptPlans(
  storage: PlanStorage,
  notices: Notices,
  show: (plan: PlanStore, session: Session) => void,
) {
  /** Calculators whose kept plan must not be overwritten: it could not be set aside, or another tab changed it. */
  const held = new Set<string>();
  /** Calculators whose plan here is not the one in storage, and why. */
  const unsaved = new Map<string, 'failed' | 'elsewhere'>();

  /** How it stands with a plan that nobody is just changing. */
  function stateOf({ calculator }: PlanStore): SaveState {
    return unsaved.get(calculator.id) ?? (storage.isAvailable() ? 'saved' : 'failed');
  }

  function open(plan: PlanStore): void {
    const saved = storage.load(plan.calculator);
    const id = `storage ${plan.calculator.id}`;
    if (saved.kind === 'opened') {
      unsaved.delete(plan.calculator.id);
      show(plan, saved.session);
      if (saved.notes.length > 0) {
        notices.notify({
          id,
          severity: 'caution',
          title: 'The plan kept in this browser was read in part.',
          lines: saved.notes,
          ...(saved.setAside === undefined ? {} : { file: fileOf(plan, saved.setAside) }),
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
        file: fileOf(plan, saved.text),
      });
    }
  }

  /** How it stands with the plan now. */
  function save(plan: PlanStore): SaveState {
    const { id } = plan.calculator;
    const isHeld = held.has(id);
    if (!isHeld && storage.save(plan.calculator, plan.store.getState())) unsaved.delete(id);
    else if (!isHeld || !unsaved.has(id)) unsaved.set(id, 'failed');
    storage.rememberCalculator(id);
    return stateOf(plan);
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
    stateOf,
    /** The text set aside last, as a file to save; undefined where there is none. */
    setAside(plan: PlanStore): TextFile | undefined {
      const text = storage.setAsideText(plan.calculator);
      return text === null ? undefined : fileOf(plan, text);
    },
    /** Takes over what another tab made of a plan that is not on screen here; a question still open stays open. */
    follow(plan: PlanStore, event: StorageEvent): void {
      if (!held.has(plan.calculator.id) && isOvertaken(plan, event)) open(plan);
    },
    /**
     * Asks which of two plans to keep when another tab changed the one on screen, or a text pasted into it. `keep` saves
     * this one; what was loaded instead stands in storage already and is not written again by `onLoaded`: it may be
     * another version's, which this one reads in part. Says whether it asked.
     */
    watch(plan: PlanStore, event: StorageEvent, keep: () => void, onLoaded: () => void): boolean {
      if (!isOvertaken(plan, event)) return false;
      const id = `tab ${plan.calculator.id}`;
      held.add(plan.calculator.id);
      unsaved.set(plan.calculator.id, 'elsewhere');
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
      return true;
    },
  };
}

/** A kept text as a file to save, named after its calculator. */
function fileOf({ calculator }: PlanStore, text: string): TextFile {
  return { name: `${calculator.id}-set-aside.txt`, text };
}
