import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { PlanStore } from '../../state/plan-store.ts';
import type { ThemeStore } from '../../state/theme.ts';
import type { Workspace } from '../../state/workspace.ts';
import { CommandPalette } from '../../ui/shell/command-palette.tsx';
import type { Command } from '../../ui/shell/ranked-commands.ts';
import type { PageActions } from '../use-page-actions.ts';
import type { PlanActions } from '../use-plan-actions.ts';
import { optionCommands } from './option-commands.ts';
import { pageCommands } from './page-commands.ts';
import type { PaletteContext } from './palette-context.ts';
import { fieldCommands, ruleCommands, viewCommands } from './place-commands.ts';
import { adviceCommands, planCommands, profileCommands } from './plan-commands.ts';
import { takeAwayCommands } from './take-away-commands.ts';

interface PlanPaletteProps {
  readonly workspace: Workspace;
  readonly store: PlanStore | undefined;
  readonly actions: PlanActions;
  readonly theme: ThemeStore;
  readonly page: PageActions;
  readonly recent: readonly string[];
  readonly onUsed: (id: string) => void;
  readonly onClose: () => void;
}

/** The command palette over whatever is on screen. */
export function PlanPalette(props: PlanPaletteProps) {
  const { workspace, store, actions, theme, page, recent, onUsed, onClose } = props;
  const calculators = useStore(workspace.app, (s) => s.calculators);
  const commands = useMemo(() => {
    const calculator = calculators.find(({ id }) => id === store?.calculator.id);
    if (!store || !calculator) return commandsOf({ workspace, theme, page, plan: undefined });
    const { plan, selected } = store.store.getState();
    const evaluation = calculator.evaluate(plan, selected);
    return commandsOf({ workspace, theme, page, plan: { store, calculator, evaluation, actions } });
  }, [workspace, store, actions, theme, page, calculators]);
  return (
    <CommandPalette
      commands={commands}
      recent={recent}
      onClose={onClose}
      onChoose={({ id, onRun }) => {
        onUsed(id);
        onRun();
      }}
    />
  );
}

function commandsOf(context: PaletteContext): readonly Command[] {
  const { plan, page } = context;
  return [
    ...viewCommands(context),
    ...planCommands(context),
    ...(plan ? optionCommands(plan, page) : []),
    ...profileCommands(context),
    ...adviceCommands(context),
    ...takeAwayCommands(context),
    ...pageCommands(context),
    ...fieldCommands(context),
    ...ruleCommands(context),
  ];
}
