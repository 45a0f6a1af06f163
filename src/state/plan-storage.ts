/**
 * Plans kept in this browser, one a calculator, each as the text of its link: one format to read, and one that old
 * versions of this page are proven to have written. Storage may be blocked, full, or hold what another version wrote.
 */
import { fromHash, toHash } from '../share/permalink.ts';
import type { Opened, Session } from '../share/session.ts';
import type { Calculator } from '../sizing/core/calculator.ts';
import type { Attachments } from '../sizing/core/study.ts';

export type Saved =
  | { readonly kind: 'none' }
  /** There is a text, but it cannot be read; `isSetAside` says whether a copy of it could be kept. */
  | {
      readonly kind: 'unreadable';
      readonly message: string;
      readonly text: string;
      readonly isSetAside: boolean;
    }
  /** `setAside` is the text itself, where a copy of it was kept because not all of it could be read. */
  | (Extract<Opened, { kind: 'opened' }> & { readonly setAside?: string });

export interface PlanStorage extends ReturnType<typeof createPlanStorage> {}

export function planKey(calculator: Calculator): string {
  return `plimsoll/plan/${calculator.id}`;
}

/** Under its own key, as it does not fit a link. */
function attachmentsKey(calculator: Calculator): string {
  return `plimsoll/attachments/${calculator.id}`;
}

function setAsideKey(calculator: Calculator): string {
  return `${planKey(calculator)}.set-aside`;
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
    /** Whether the browser lets this page keep anything at all; it may still be full. */
    isAvailable(): boolean {
      try {
        storage();
        return true;
      } catch {
        return false;
      }
    },
    /**
     * The saved plan. What cannot be read is copied aside first, because the next save would overwrite it; what the
     * next save would write again as it is, settings unknown here included, is not, or it would push out the copy.
     */
    load(calculator: Calculator): Saved {
      const text = read(planKey(calculator));
      if (text === null) return { kind: 'none' };
      const opened = fromHash(text, calculators);
      const isOwn = opened?.kind === 'opened' && opened.session.plan.calculator === calculator.id;
      if (isOwn) {
        const attachments = attachmentsOf(read(attachmentsKey(calculator)));
        const whole: Saved = {
          ...opened,
          session: { ...opened.session, ...(attachments ? { attachments } : {}) },
        };
        if (opened.notes.length === 0 || toHash(opened.session, calculator) === text) return whole;
        return write(setAsideKey(calculator), text) ? { ...whole, setAside: text } : whole;
      }
      const isSetAside = write(setAsideKey(calculator), text);
      const message =
        opened?.kind === 'opened'
          ? `It is a plan for ${opened.session.plan.calculator}.`
          : (opened?.message ?? 'It is empty.');
      return { kind: 'unreadable', message, text, isSetAside };
    },
    /** The text set aside last, word for word; null where there is none. */
    setAsideText: (calculator: Calculator): string | null => read(setAsideKey(calculator)),
    /** Whether the plan could be kept. */
    save(calculator: Calculator, session: Session): boolean {
      const { attachments = {} } = session;
      const hasTexts = Object.values(attachments).some((text) => text !== '');
      const areTextsKept =
        (!hasTexts && read(attachmentsKey(calculator)) === null) ||
        write(attachmentsKey(calculator), JSON.stringify(attachments));
      return write(planKey(calculator), toHash(session, calculator)) && areTextsKept;
    },
    /** Whether a key is one of those that a plan and its texts are kept under. */
    isAbout: (key: string | null, calculator: Calculator): boolean =>
      key === planKey(calculator) || key === attachmentsKey(calculator),
    /** Whether the kept texts are these. */
    holdsTexts: (calculator: Calculator, { attachments = {} }: Session): boolean =>
      sameTexts(attachmentsOf(read(attachmentsKey(calculator))) ?? {}, attachments),
    /** Whether the kept plan is this one, whichever view and option were looked at last. */
    holds(calculator: Calculator, session: Session): boolean {
      const kept = fromHash(read(planKey(calculator)) ?? '', calculators);
      const { selected, view } = session;
      return (
        kept?.kind === 'opened' &&
        toHash({ ...kept.session, selected, view }, calculator) === toHash(session, calculator)
      );
    },
    lastCalculator: (): string | null => lastCalculatorIn(storage),
    rememberCalculator: (id: string): boolean => write(lastKey, id),
  };
}

/** An empty text is as good as none. */
function sameTexts(a: Attachments, b: Attachments): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((id) => (a[id] ?? '') === (b[id] ?? ''));
}

/** The kept texts; undefined where there are none, or something else than texts. */
function attachmentsOf(json: string | null): Attachments | undefined {
  if (json === null) return undefined;
  try {
    const texts: unknown = JSON.parse(json);
    if (typeof texts !== 'object' || texts === null) return undefined;
    return Object.fromEntries(Object.entries(texts).filter(([, text]) => typeof text === 'string'));
  } catch {
    return undefined;
  }
}
