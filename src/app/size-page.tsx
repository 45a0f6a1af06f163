import { Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Calculator, Evaluation } from '../sizing/core/calculator.ts';
import type { Edit } from '../sizing/core/finding.ts';
import type { Letter } from '../sizing/core/plan.ts';
import type { PlanStore } from '../state/plan-store.ts';
import type { Workspace } from '../state/workspace.ts';
import { useLater } from '../ui/figures/use-later.ts';
import { VerdictPanel } from '../ui/panels/verdict-panel.tsx';
import { BottomBar } from '../ui/shell/bottom-bar.tsx';
import { Frame } from '../ui/shell/frame.tsx';
import { preloadable } from '../ui/shell/preloadable.tsx';
import { focusSoon } from './focus-soon.ts';
import { PlanForm } from './plan-form.tsx';
import type { ShownPlan } from './shown-plan.ts';
import styles from './size-page.module.css';
import { useIsNarrow } from './use-is-narrow.ts';
import type { FieldAsked } from './use-page-actions.ts';
import type { PlanActions } from './use-plan-actions.ts';

// What follows the verdict has chunks of its own.
const boardPart = preloadable(async () => (await import('./board-part.tsx')).BoardPart);
const sidePart = preloadable(async () => (await import('./side-part.tsx')).SidePart);

const exportsId = 'exports';

/** Starts loading what follows the verdict while the calculator itself is on its way. */
export function preloadParts(): void {
  // A failure shows where the part is drawn.
  boardPart.preload().catch(() => undefined);
  sidePart.preload().catch(() => undefined);
}

export interface SizePageProps {
  readonly calculator: Calculator;
  readonly workspace: Workspace;
  readonly store: PlanStore;
  readonly actions: PlanActions;
  readonly evaluation: Evaluation;
  /** The result to show: of the plan as it stands, or the last one there was. */
  readonly result: Evaluation['result'];
  /** What to fix first, when the result is not that of the form. */
  readonly fix: string | undefined;
  readonly onDraft: (name: string, message: string | null) => void;
  /** A field of an option's form that is wanted from elsewhere on the page. */
  readonly fieldAsked: FieldAsked | null;
  readonly onFieldShown: () => void;
}

/**
 * Size and compare: the answer, the options side by side, what to change, what to take away. Form and verdict are
 * drawn with the keystroke; the rest follows when there is time.
 */
export function SizePage(props: SizePageProps) {
  const { workspace, calculator, store, actions, evaluation, result, fix, fieldAsked, onFieldShown } = props;
  const { plan, selected } = useStore(store.store);
  const isNarrow = useIsNarrow();
  const [isFormOpen, setIsFormOpen] = useState(false);

  const closeForm = useCallback(() => setIsFormOpen(false), []);

  const edit = useCallback(
    (letter: Letter, field?: string) => {
      store.select(letter);
      setIsFormOpen(true);
      const first = store.calculator.params.find((p) => p.scope === 'option');
      focusSoon(field ?? first?.name ?? '');
    },
    [store],
  );
  useEffect(() => {
    if (!fieldAsked) return;
    edit(fieldAsked.letter, fieldAsked.field);
    onFieldShown();
  }, [fieldAsked, edit, onFieldShown]);
  const apply = useCallback(
    (change: Edit) => {
      if (change.kind === 'open-view') workspace.go(store.calculator.id, change.view);
      else store.apply(change);
    },
    [store, workspace],
  );

  const { problems } = evaluation;
  const current = useMemo<ShownPlan | null>(
    () => (result && calculator.isWhole ? { plan, selected, problems, result } : null),
    [calculator, plan, selected, problems, result],
  );
  const shown = useLater(current);

  return (
    <>
      <Frame
        form={<PlanForm {...props} isSheet={isNarrow} isOpen={isFormOpen} onClose={closeForm} />}
        main={
          <>
            <VerdictPanel verdict={result?.verdict ?? null} fix={fix} isStale={fix !== undefined} />
            {result && (
              <Suspense fallback={<div className={styles.board} />}>
                {shown ? (
                  <boardPart.Component
                    workspace={workspace}
                    store={store}
                    actions={actions}
                    shown={shown}
                    onEdit={edit}
                  />
                ) : (
                  <div className={styles.board} />
                )}
              </Suspense>
            )}
          </>
        }
        side={
          shown && (
            <Suspense fallback={null}>
              <sidePart.Component
                workspace={workspace}
                store={store}
                shown={shown}
                exportsId={exportsId}
                onEdit={apply}
              />
            </Suspense>
          )
        }
      />
      {isNarrow && (
        <BottomBar
          editLabel={`Edit option ${selected}`}
          onEdit={() => setIsFormOpen(true)}
          onExport={() => document.getElementById(exportsId)?.scrollIntoView({ block: 'start' })}
          onCopyLink={actions.copyLink}
        />
      )}
    </>
  );
}
