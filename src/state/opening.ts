import { fromHash } from '../share/permalink.ts';
import type { Opened, Session } from '../share/session.ts';
import type { Calculator } from '../sizing/core/calculator.ts';
import type { AddressBar } from './address-bar.ts';
import type { Autosave } from './autosave.ts';
import type { Browser } from './browser.ts';
import type { KeptPlans } from './kept-plans.ts';
import { partlyOpened, refusedFile, refusedLink } from './notice-texts.ts';
import type { Notices } from './notices.ts';
import type { PlanStorage } from './plan-storage.ts';
import type { Origin, PlanStore } from './plan-store.ts';

/** A calculator by name, its code loaded or not. */
export type Named = Pick<Calculator, 'id' | 'title'>;

interface OpeningParts {
  readonly browser: Browser;
  readonly all: readonly Named[];
  /** Those loaded by now; it grows. */
  readonly calculators: readonly Calculator[];
  readonly plans: ReadonlyMap<string, PlanStore>;
  readonly notices: Notices;
  readonly storage: PlanStorage;
  readonly kept: KeptPlans;
  readonly address: AddressBar;
  readonly autosave: Autosave;
  readonly screen: Screen;
}

/** What is on screen, and the ways to change it. */
export interface Screen {
  readonly currentPlan: () => PlanStore | undefined;
  readonly hashOf: (plan: PlanStore, changes?: Partial<Session>) => string;
  /** Without a step that Back undoes. */
  readonly setCurrent: (calculator: string | null) => void;
  readonly go: (calculator: string | null) => void;
  readonly show: (plan: PlanStore, session: Session, origin: Origin, lineage?: string) => void;
}

/** Plans from elsewhere: the address, a file, a link in a file; and the way back to one's own. */
export function createOpening(parts: OpeningParts) {
  const { browser, all, calculators, plans, notices, storage, kept, address, autosave, screen } = parts;

  function openMyLast(): void {
    autosave.settleIfWaiting();
    notices.dismiss('link');
    const id = screen.currentPlan()?.calculator.id ?? storage.lastCalculator() ?? calculators[0]?.id ?? '';
    const plan = plans.get(id);
    if (plan) kept.open(plan);
    screen.go(plan ? id : null);
  }

  function startNew(): void {
    notices.dismiss('link');
    screen.go(null);
  }

  /** Shows what needs no plan from the address: the start page, or one's own plan of a calculator. */
  function showNamed(calculator: string | null): void {
    address.release();
    notices.dismiss('link');
    screen.setCurrent(calculator);
  }

  function openAddress(): void {
    const { hash } = browser.location;
    if (!address.isNews()) return;
    autosave.saveIfWaiting();
    const asked = all.find((c) => hash === `#${c.id}` || hash.startsWith(`#${c.id}?`));
    if (asked && !plans.has(asked.id)) {
      // Its code is on the way; the address is read again when it is there.
      screen.setCurrent(asked.id);
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
    if (lineage === mine.lineage || screen.hashOf(plan, { view: session.view }) === hash) {
      plan.store.setState({ view: session.view, lineage: lineage ?? mine.lineage });
    } else {
      const isKept = storage.holds(plan.calculator, session);
      screen.show(plan, session, isKept ? 'own' : 'opened', lineage);
      if (notes.length > 0) notices.notify(partlyOpened('link', notes));
    }
    address.forget();
    // What could not be read stays in the address until the user edits something.
    if (notes.length > 0) address.hold(hash);
    address.write('replace');
  }

  function openCopy(opened: Opened): void {
    const plan = opened.kind === 'opened' ? plans.get(opened.session.plan.calculator) : undefined;
    if (opened.kind === 'refused' || !plan) {
      notices.notify(refusedFile(opened.kind === 'refused' ? [opened.message] : []));
      return;
    }
    autosave.settleIfWaiting();
    screen.show(plan, opened.session, 'opened');
    screen.go(plan.calculator.id);
    if (opened.notes.length > 0) notices.notify(partlyOpened('file', opened.notes));
  }

  return {
    /** Reads the address: at the start, after Back, and when another link is pasted over this page. */
    openAddress,
    openMyLast,
    /** Shows what a file held as a copy; the plan kept in this browser stays as it is. */
    openCopy,
    /** Opens a link found in a file; like one pasted into the address, it opens as a copy. */
    openLink(link: string): void {
      const opened = fromHash(link.slice(Math.max(0, link.indexOf('#'))), calculators);
      openCopy(opened ?? { kind: 'refused', message: 'The link in it holds no plan.' });
    },
  };
}
