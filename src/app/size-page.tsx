import { lazy, Suspense, useState } from 'react';
import { useStore } from 'zustand';
import type { Calculator, Evaluation } from '../sizing/core/calculator.ts';
import type { Edit } from '../sizing/core/finding.ts';
import type { Letter } from '../sizing/core/plan.ts';
import { freeLetter } from '../state/plan-edits.ts';
import type { PlanStore } from '../state/plan-store.ts';
import type { Workspace } from '../state/workspace.ts';
import { AdvicePanel } from '../ui/findings/advice-panel.tsx';
import { ProvenancePanel } from '../ui/panels/provenance-panel.tsx';
import { VerdictPanel } from '../ui/panels/verdict-panel.tsx';
import { BottomBar } from '../ui/shell/bottom-bar.tsx';
import { Frame } from '../ui/shell/frame.tsx';
import { focusSoon, OptionMenu, onOptionKey } from './option-menu.tsx';
import { PlanForm } from './plan-form.tsx';
import styles from './size-page.module.css';
import { useIsNarrow } from './use-is-narrow.ts';
import type { PlanActions } from './use-plan-actions.ts';

// Gauge, charts, tables and files come after the verdict, in this order.
const importBoard = () => import('../ui/figures/board.tsx');
const Board = lazy(async () => ({ default: (await importBoard()).Board }));
const BoardMenu = lazy(async () => ({ default: (await import('./board-menu.tsx')).BoardMenu }));
const LaterFigures = lazy(async () => ({ default: (await import('./later-figures.tsx')).LaterFigures }));
const PlanExports = lazy(async () => ({ default: (await import('./plan-exports.tsx')).PlanExports }));

const exportsId = 'exports';

/** Starts loading what follows the verdict while the calculator itself is on its way. */
export function preloadBoard(): void {
  // A failure shows where the board is drawn.
  importBoard().catch(() => undefined);
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
}

/** Size and compare: the answer, the options side by side, what to change, what to take away. */
export function SizePage(props: SizePageProps) {
  const { workspace, calculator, store, actions, evaluation, result, fix } = props;
  const { plan, selected } = useStore(store.store);
  const isNarrow = useIsNarrow();
  const [isFormOpen, setIsFormOpen] = useState(false);

  function edit(letter: Letter, field?: string): void {
    store.select(letter);
    setIsFormOpen(true);
    const first = store.calculator.params.find((p) => p.scope === 'option');
    focusSoon(field ?? first?.name ?? '');
  }

  function apply(change: Edit): void {
    if (change.kind === 'open-view') workspace.go(store.calculator.id, change.view);
    else store.apply(change);
  }

  const options = plan.options.map(({ letter, name }) => {
    const problem = evaluation.problems[letter]?.[0]?.message;
    const configuration = result?.configurations[letter];
    return {
      letter,
      name,
      ...(configuration ? { configuration } : {}),
      ...(problem === undefined ? {} : { problem }),
    };
  });

  return (
    <>
      <Frame
        form={
          <PlanForm {...props} isSheet={isNarrow} isOpen={isFormOpen} onClose={() => setIsFormOpen(false)} />
        }
        main={
          <>
            <VerdictPanel verdict={result?.verdict ?? null} fix={fix} isStale={fix !== undefined} />
            {result && !calculator.isWhole && <div className={styles.board} />}
            {result && calculator.isWhole && (
              <Suspense fallback={<div className={styles.board} />}>
                <Board
                  gauge={result.gauge}
                  table={result.table}
                  options={options}
                  selected={selected}
                  baseline={plan.baseline}
                  onSelect={store.select}
                  {...(freeLetter(plan) ? { onAddOption: store.addOption } : {})}
                  optionMenu={(letter) => (
                    <OptionMenu letter={letter} store={store} plan={plan} actions={actions} onEdit={edit} />
                  )}
                  menu={
                    <BoardMenu
                      table={result.table}
                      options={options}
                      title={plan.title}
                      onDone={workspace.announce}
                    />
                  }
                  onOptionKey={(letter, event) =>
                    onOptionKey({ store, actions, onEdit: edit }, letter, event)
                  }
                />
              </Suspense>
            )}
            {result && calculator.isWhole && (
              <Suspense fallback={null}>
                <LaterFigures result={result} />
              </Suspense>
            )}
          </>
        }
        side={
          result && (
            <>
              <AdvicePanel letter={selected} findings={result.findings} onEdit={apply} />
              <div id={exportsId} className={styles.exports}>
                {calculator.isWhole && (
                  <Suspense fallback={null}>
                    <PlanExports workspace={workspace} store={store} />
                  </Suspense>
                )}
              </div>
              {calculator.isWhole && <ProvenancePanel entries={result.provenance} />}
            </>
          )
        }
      />
      {isNarrow && (
        <BottomBar
          letter={selected}
          onEdit={() => setIsFormOpen(true)}
          onExport={() => document.getElementById(exportsId)?.scrollIntoView({ block: 'start' })}
          onCopyLink={actions.copyLink}
        />
      )}
    </>
  );
}
