import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Calculator, Evaluation } from '../sizing/core/calculator.ts';
import { counted } from '../sizing/core/number-text.ts';
import type { Letter, Plan } from '../sizing/core/plan.ts';
import { keptParts } from '../state/kept-parts.ts';
import type { PlanStore } from '../state/plan-store.ts';
import type { Workspace } from '../state/workspace.ts';
import { Button } from '../ui/shell/button.tsx';
import { later } from '../ui/shell/later.tsx';
import { LiveVerdict } from '../ui/shell/live-verdict.tsx';
import { RulesContext } from '../ui/sources/rules-context.tsx';
import { PaperMount } from './paper-mount.tsx';
import { PlanTabs } from './plan-tabs.tsx';
import { SizePage } from './size-page.tsx';
import type { PageState } from './use-page-actions.ts';
import type { PlanActions } from './use-plan-actions.ts';

interface CalculatorPageProps {
  readonly workspace: Workspace;
  readonly plan: PlanStore;
  readonly actions: PlanActions;
  readonly page: PageState;
}

// What the first screen does not show loads when it is asked for.
const RulesDialog = later(async () => (await import('../ui/shell/rules-dialog.tsx')).RulesDialog);
const StudyPage = later(async () => (await import('./study-page.tsx')).StudyPage);

const saveWords = {
  saved: 'saved in this browser',
  waiting: 'saved in this browser',
  failed: 'cannot be saved in this browser; use a link or a file',
  elsewhere: 'not saved: it changed in another tab',
};

/** One calculator: its views over one plan. */
export function CalculatorPage({ workspace, plan: store, actions, page }: CalculatorPageProps) {
  // The first part at first, the whole calculator a moment later.
  const calculator = useStore(
    workspace.app,
    (s) => s.calculators.find((c) => c.id === store.calculator.id) ?? store.calculator,
  );
  const { plan, selected, view: asked, origin } = useStore(store.store);
  // The tab answers the click at once; to take down one view and set up another takes longer.
  const view = useDeferredValue(asked);
  // Of the view that is coming, not of the one that leaves.
  const fieldAsked = view === asked ? page.fieldAsked : null;
  const saveState = useStore(workspace.app, (s) => s.saveState);
  const evaluate = useMemo(() => evaluatorOf(calculator), [calculator]);
  const evaluation = useMemo(() => evaluate(plan, selected), [evaluate, plan, selected]);
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({});
  const lastResult = useLastResult(evaluation);
  const fix = fixOf(store, evaluation, drafts, selected);
  const status = origin === 'own' ? saveWords[saveState] : 'opened from a link, not saved';
  const onDraft = useCallback(
    (name: string, message: string | null) => setDrafts((old) => withDraft(old, name, message)),
    [],
  );
  const study = view === 'size' ? undefined : calculator.views.find((v) => v.id === view);
  const spoken = fix ?? evaluation.result?.verdict.spoken ?? '';

  return (
    <RulesContext value={calculator.rules}>
      <title>{`${plan.title} · Plimsoll`}</title>
      <PlanTabs
        workspace={workspace}
        store={store}
        views={calculator.views}
        status={`${counted(plan.options.length, 'option')}, ${status}`}
        actions={
          origin === 'opened' && (
            <>
              <Button size="small" onClick={() => workspace.keep(store)}>
                Keep in this browser
              </Button>
              <Button size="small" look="quiet" onClick={workspace.openMyLast}>
                Back to my last plan
              </Button>
            </>
          )
        }
      />
      {study ? (
        <StudyPage
          key={study.id}
          workspace={workspace}
          store={store}
          view={study}
          evaluation={evaluation}
          fix={fix}
          onDraft={onDraft}
          actions={actions}
          fieldAsked={fieldAsked}
          onFieldShown={page.onFieldShown}
        />
      ) : (
        <SizePage
          workspace={workspace}
          calculator={calculator}
          store={store}
          actions={actions}
          evaluation={evaluation}
          result={evaluation.result ?? lastResult}
          fix={fix}
          onDraft={onDraft}
          fieldAsked={fieldAsked}
          onFieldShown={page.onFieldShown}
        />
      )}
      {!study && <LiveVerdict spoken={spoken} />}
      <PaperMount
        workspace={workspace}
        store={store}
        calculator={calculator}
        evaluation={evaluation}
        fix={fix}
        isAsked={page.isPrintAsked}
        onOpened={page.onPrintOpened}
      />
      {page.rulesSought !== null && (
        <RulesDialog
          rules={calculator.rules}
          isOpen
          initialSought={page.rulesSought}
          onClose={page.closeRules}
        />
      )}
    </RulesContext>
  );
}

/** Evaluates as the calculator does, and hands on what an edit did not change as it was, so that it is not drawn anew. */
function evaluatorOf(calculator: Calculator): (plan: Plan, selected: Letter) => Evaluation {
  let before: Evaluation | null = null;
  return (plan, selected) => {
    before = keptParts(before, calculator.evaluate(plan, selected));
    return before;
  };
}

/** The last result there was, to show dimmed while an input makes no sense. */
function useLastResult(evaluation: Evaluation): Evaluation['result'] {
  const last = useRef<Evaluation['result']>(null);
  useEffect(() => {
    if (evaluation.result) last.current = evaluation.result;
  }, [evaluation]);
  // Read while drawing on purpose: it only ever changes together with an evaluation that draws anew.
  return last.current;
}

function withDraft(drafts: Readonly<Record<string, string>>, name: string, message: string | null) {
  if ((drafts[name] ?? null) === message) return drafts;
  const { [name]: _, ...others } = drafts;
  return message === null ? others : { ...others, [name]: message };
}

/** What keeps the selected option from being sized as the form shows it, or undefined. */
function fixOf(
  { calculator }: PlanStore,
  evaluation: Evaluation,
  drafts: Readonly<Record<string, string>>,
  selected: keyof Evaluation['problems'],
): string | undefined {
  const [draft] = Object.keys(drafts);
  const field = draft ?? evaluation.problems[selected]?.[0]?.field;
  if (field === undefined) return undefined;
  const label = calculator.params.find((p) => p.name === field)?.label ?? 'Name';
  return `Fix ${label} to see a result.`;
}
