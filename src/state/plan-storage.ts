/** Plans kept in this browser, one a calculator. Storage may be blocked, full, or hold what another version wrote. */
import { fromFileText, toFileText } from '../share/plan-file.ts';
import type { Opened, Session } from '../share/session.ts';
import type { Calculator } from '../sizing/core/calculator.ts';

export type Saved =
  | { readonly kind: 'none' }
  /** There is a text, but it cannot be read; `isSetAside` says whether a copy of it could be kept. */
  | { readonly kind: 'unreadable'; readonly message: string; readonly isSetAside: boolean }
  | Extract<Opened, { kind: 'opened' }>;

export interface PlanStorage extends ReturnType<typeof createPlanStorage> {}

export function planKey(calculator: Calculator): string {
  return `plimsoll/plan/${calculator.id}`;
}

const lastKey = 'plimsoll/last';

/** Id of the calculator used last; null when there is none or storage is blocked. */
export function lastCalculatorIn(storage: () => Storage): string | null {
  try {
    return storage().getItem(lastKey);
  } catch {
    return null;
  }
}

/** `storage` is a function because merely reading `window.localStorage` throws where it is blocked. */
export function createPlanStorage(storage: () => Storage, calculators: readonly Calculator[]) {
  function read(key: string): string | null {
    try {
      return storage().getItem(key);
    } catch {
      return null;
    }
  }

  function write(key: string, text: string): boolean {
    try {
      storage().setItem(key, text);
      return true;
    } catch {
      return false;
    }
  }

  return {
    /**
     * The saved plan. What cannot be read is copied aside first, because the next save would overwrite it; what the
     * next save would write again as it is, settings unknown here included, is not, or it would push out the copy.
     */
    load(calculator: Calculator): Saved {
      const text = read(planKey(calculator));
      if (text === null) return { kind: 'none' };
      const opened = fromFileText(text, calculators);
      const isOwn = opened.kind === 'opened' && opened.session.plan.calculator === calculator.id;
      if (isOwn && (opened.notes.length === 0 || toFileText(opened.session, calculator) === text))
        return opened;
      const isSetAside = write(`${planKey(calculator)}.set-aside`, text);
      if (isOwn) return opened;
      const message =
        opened.kind === 'refused' ? opened.message : `It is a plan for ${opened.session.plan.calculator}.`;
      return { kind: 'unreadable', message, isSetAside };
    },
    /** Whether the plan could be kept. */
    save: (calculator: Calculator, session: Session): boolean =>
      write(planKey(calculator), toFileText(session, calculator)),
    /** Whether the kept plan is this one, whichever view and option were looked at last. */
    holds(calculator: Calculator, session: Session): boolean {
      const kept = fromFileText(read(planKey(calculator)) ?? '', calculators);
      const { selected, view } = session;
      return (
        kept.kind === 'opened' &&
        toFileText({ ...kept.session, selected, view }, calculator) === toFileText(session, calculator)
      );
    },
    lastCalculator: (): string | null => lastCalculatorIn(storage),
    rememberCalculator: (id: string): boolean => write(lastKey, id),
  };
}
