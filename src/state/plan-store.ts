/**
 * One calculator's plan in the making. The store holds only what the user chose and only valid values; results are
 * derived where they are shown, so nothing can be stale.
 */
import { temporal } from 'zundo';
import { createStore } from 'zustand/vanilla';
import type { Session } from '../share/session.ts';
import type { Calculator } from '../sizing/core/calculator.ts';
import type { Edit } from '../sizing/core/finding.ts';
import type { Inputs, Letter, Plan } from '../sizing/core/plan.ts';
import type { Preset } from '../sizing/core/preset.ts';
import { planOf } from '../sizing/core/preset.ts';
import { type Change, describeChange } from './describe-change.ts';
import {
  duplicated,
  type Edited,
  moved,
  renamed,
  withInputs,
  withOption,
  without,
  withPreset,
} from './plan-edits.ts';

/** Where the plan came from: the user's own, kept in this browser, or a link or file, kept only when asked to. */
export type Origin = 'own' | 'opened';

export interface PlanState extends Session {
  readonly origin: Origin;
  /** Changes with every plan that is loaded; tells the browser's Back apart from a pasted link. */
  readonly lineage: string;
  /** Edits with the same key in quick succession are one step of undo. */
  readonly editKey: string;
}

export interface PlanStore extends ReturnType<typeof createPlanStore> {}

const undoSteps = 100;
const groupingMs = 800;

/** Two stores never share a lineage, nor do two visits. */
function newLineage(): string {
  return Math.random().toString(36).slice(2);
}

export function createPlanStore(first: Calculator, now: () => number = Date.now) {
  let calculator = first;
  const [preset] = calculator.presets;
  if (!preset) throw new Error(`${calculator.id} has no preset to begin with.`);
  const initial: PlanState = {
    ...planOf(calculator, preset),
    view: calculator.views[0]?.id ?? '',
    unknown: new Map(),
    origin: 'own',
    lineage: newLineage(),
    editKey: '',
  };

  let lastKey = '';
  let lastTime = Number.NEGATIVE_INFINITY;
  const store = createStore<PlanState>()(
    temporal(() => initial, {
      limit: undoSteps,
      partialize: ({ plan, selected }): Edited => ({ plan, selected }),
      equality: (a, b) => a.plan === b.plan,
      handleSet: (record) => (pastState, replace, currentState) => {
        const { editKey } = store.getState();
        const time = now();
        const isSameEdit = editKey !== '' && editKey === lastKey && time - lastTime < groupingMs;
        lastKey = editKey;
        lastTime = time;
        // Typing on in one field goes on with the step that the first key began.
        // zundo types this callback after set's own parameters, which erases what partialize returns.
        if (!isSameEdit)
          (record as (past: unknown, replace: unknown, current: unknown) => void)(
            pastState,
            replace,
            currentState,
          );
      },
    }),
  );
  const history = store.temporal;

  function edit(key: string, change: (edited: Edited) => Edited): void {
    const state = store.getState();
    const next = change(state);
    if (next.plan === state.plan && next.selected === state.selected) return;
    store.setState({ plan: next.plan, selected: next.selected, editKey: key });
  }
  const editPlan = (key: string, change: (plan: Plan) => Plan) =>
    edit(key, (e) => ({ ...e, plan: change(e.plan) }));

  function step(direction: 'undo' | 'redo'): Change | undefined {
    const before = store.getState().plan;
    history.getState()[direction]();
    lastKey = '';
    const after = store.getState().plan;
    if (before === after) return undefined;
    const change = describeChange(calculator, before, after);
    if (change.letter) store.setState({ selected: change.letter });
    return change;
  }

  return {
    get calculator() {
      return calculator;
    },
    /** Puts the whole calculator in the place of its first part. */
    upgrade(whole: Calculator): void {
      calculator = whole;
    },
    store,
    history,
    setInput: (letter: Letter, name: string, value: Inputs[string]) =>
      editPlan(`input ${letter} ${name}`, (plan) => withInputs(calculator, plan, letter, { [name]: value })),
    rename: (letter: Letter, name: string) =>
      editPlan(`name ${letter}`, (plan) => renamed(plan, letter, name)),
    setTitle: (title: string) =>
      editPlan('title', (plan) => (plan.title === title ? plan : { ...plan, title })),
    setBaseline: (baseline: Letter) =>
      editPlan('', (plan) => (plan.baseline === baseline ? plan : { ...plan, baseline })),
    addOption: () =>
      edit('', (e) => {
        const model = e.plan.options.find((o) => o.letter === e.selected);
        return model ? withOption(e, 'New option', model.inputs) : e;
      }),
    duplicate: (letter: Letter) => edit('', (e) => duplicated(e, letter)),
    remove: (letter: Letter) => edit('', (e) => without(e, letter)),
    move: (letter: Letter, by: -1 | 1) => editPlan('', (plan) => moved(plan, letter, by)),
    applyPreset: (preset: Preset) => edit('', (e) => withPreset(calculator, e, preset)),
    /** Does what a finding's button says; opening a view is the page's business. */
    apply: (change: Exclude<Edit, { kind: 'open-view' }>) =>
      edit('', (e) => {
        if (change.kind === 'set')
          return { ...e, plan: withInputs(calculator, e.plan, e.selected, change.inputs) };
        const model = e.plan.options.find((o) => o.letter === e.selected);
        const added = withOption(e, change.name, model?.inputs ?? {});
        // No letter was free; the change is meant for a new option, not for the selected one.
        if (added === e) return e;
        return { ...added, plan: withInputs(calculator, added.plan, added.selected, change.inputs) };
      }),
    select: (selected: Letter) => store.setState({ selected }),
    setView: (view: string) => store.setState({ view }),
    setAttachment: (id: string, text: string) =>
      store.setState((state) => ({ attachments: { ...state.attachments, [id]: text } })),
    /** Puts a whole session in place and forgets the history of the one before. */
    load(session: Session, origin: Origin, lineage: string = newLineage()) {
      store.setState({ attachments: {}, ...session, origin, lineage, editKey: '' });
      history.getState().clear();
      lastKey = '';
    },
    /** From now on this plan is the one kept in the browser. */
    adopt: () => store.setState({ origin: 'own' }),
    undo: () => step('undo'),
    redo: () => step('redo'),
  };
}
