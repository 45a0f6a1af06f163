import { memo, useMemo, useRef } from 'react';
import type { Letter } from '../sizing/core/plan.ts';
import { freeLetter } from '../state/plan-edits.ts';
import type { PlanStore } from '../state/plan-store.ts';
import type { Workspace } from '../state/workspace.ts';
import { Board } from '../ui/figures/board.tsx';
import { InTurn } from '../ui/figures/in-turn.tsx';
import { BoardMenu } from './board-menu.tsx';
import { LaterFigures } from './later-figures.tsx';
import { OptionMenu, onOptionKey } from './option-menu.tsx';
import type { ShownPlan } from './shown-plan.ts';
import type { PlanActions } from './use-plan-actions.ts';

interface BoardPartProps {
  readonly workspace: Workspace;
  readonly store: PlanStore;
  readonly actions: PlanActions;
  readonly shown: ShownPlan;
  /** Opens the form for an option, at its first field or the named one. */
  readonly onEdit: (letter: Letter, field?: string) => void;
}

/** The options side by side, then charts and the guides' tables. Draws anew only when the shown plan changes. */
export const BoardPart = memo(function BoardPart({
  workspace,
  store,
  actions,
  shown,
  onEdit,
}: BoardPartProps) {
  const { plan, selected, problems, result } = shown;
  const board = useRef<HTMLElement>(null);
  const options = useMemo(
    () =>
      plan.options.map(({ letter, name }) => {
        const problem = problems[letter]?.[0]?.message;
        const configuration = result.configurations[letter];
        return {
          letter,
          name,
          ...(configuration ? { configuration } : {}),
          ...(problem === undefined ? {} : { problem }),
        };
      }),
    [plan.options, problems, result],
  );
  return (
    <InTurn>
      <Board
        ref={board}
        gauge={result.gauge}
        table={result.table}
        options={options}
        selected={selected}
        baseline={plan.baseline}
        onSelect={store.select}
        {...(freeLetter(plan) ? { onAddOption: store.addOption } : {})}
        optionMenu={(letter) => (
          <OptionMenu letter={letter} store={store} plan={plan} actions={actions} onEdit={onEdit} />
        )}
        menu={
          <BoardMenu
            calculator={store.calculator}
            table={result.table}
            plan={plan}
            selected={selected}
            board={board}
            onDone={workspace.announce}
          />
        }
        onOptionKey={(letter, event) => onOptionKey({ store, actions, onEdit }, letter, event)}
      />
      <LaterFigures charts={result.charts} referenceTables={result.referenceTables} />
    </InTurn>
  );
});
