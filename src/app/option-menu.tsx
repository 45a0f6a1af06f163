import type { KeyboardEvent } from 'react';
import type { Letter, Plan } from '../sizing/core/plan.ts';
import type { PlanStore } from '../state/plan-store.ts';
import { nameField } from '../ui/panels/inputs-form.tsx';
import { Menu } from '../ui/shell/menu.tsx';
import type { PlanActions } from './use-plan-actions.ts';

interface OptionMenuProps {
  readonly letter: Letter;
  readonly store: PlanStore;
  readonly plan: Plan;
  readonly actions: PlanActions;
  /** Opens the form for the option, at its first field or its name. */
  readonly onEdit: (letter: Letter, field?: string) => void;
}

/** Everything that can be done with one option. */
export function OptionMenu({ letter, store, plan, actions, onEdit }: OptionMenuProps) {
  const index = plan.options.findIndex((o) => o.letter === letter);
  return (
    <Menu
      label={`Actions for option ${letter}`}
      items={[
        { label: 'Edit', shortcut: 'Enter', onSelect: () => onEdit(letter) },
        { label: 'Rename', shortcut: 'F2', onSelect: () => onEdit(letter, nameField) },
        {
          label: 'Duplicate',
          shortcut: 'D',
          isDisabled: plan.options.length === 6,
          onSelect: () => actions.duplicate(letter),
        },
        {
          label: 'Set as baseline',
          shortcut: 'B',
          isDisabled: plan.baseline === letter,
          onSelect: () => actions.setBaseline(letter),
        },
        {
          label: 'Move left',
          shortcut: 'Alt ←',
          isDisabled: index === 0,
          onSelect: () => store.move(letter, -1),
        },
        {
          label: 'Move right',
          shortcut: 'Alt →',
          isDisabled: index === plan.options.length - 1,
          onSelect: () => store.move(letter, 1),
        },
        {
          label: 'Delete',
          shortcut: 'Delete',
          isDisabled: plan.options.length === 1,
          onSelect: () => removeOption(store, actions, letter),
        },
      ]}
    />
  );
}

/** The focus goes on to the option that is selected now: what had it leaves with the column. */
function removeOption(store: PlanStore, actions: PlanActions, letter: Letter): void {
  actions.remove(letter);
  const { selected } = store.store.getState();
  document.querySelector<HTMLElement>(`[data-head="${selected}"]`)?.focus();
}

/** The same by key, while a column's head has focus. */
export function onOptionKey(
  { store, actions, onEdit }: Omit<OptionMenuProps, 'letter' | 'plan'>,
  letter: Letter,
  event: KeyboardEvent<HTMLElement>,
): void {
  const remove = () => removeOption(store, actions, letter);
  const does: Record<string, (() => void) | undefined> = {
    Enter: () => onEdit(letter),
    F2: () => onEdit(letter, nameField),
    d: () => actions.duplicate(letter),
    b: () => actions.setBaseline(letter),
    Delete: remove,
    // What a Mac's keyboard calls delete.
    Backspace: remove,
    ...(event.altKey
      ? { ArrowLeft: () => store.move(letter, -1), ArrowRight: () => store.move(letter, 1) }
      : {}),
  };
  const run = does[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!run || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  run();
}
