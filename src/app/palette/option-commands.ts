import type { Letter } from '../../sizing/core/plan.ts';
import { freeLetter } from '../../state/plan-edits.ts';
import { nameField } from '../../ui/panels/inputs-form.tsx';
import type { Command } from '../../ui/shell/ranked-commands.ts';
import type { PageActions } from '../use-page-actions.ts';
import type { PalettePlan } from './palette-context.ts';

const group = 'Options';
const shortcutPlace = 'on its column’s head';

/** Everything that can be done with the options, those that make no sense now left out. */
export function optionCommands(palettePlan: PalettePlan, page: PageActions): readonly Command[] {
  const { store, actions } = palettePlan;
  const { plan, selected } = store.store.getState();
  const isFree = freeLetter(plan) !== undefined;
  const of = (letter: Letter, name: string, index: number): Command[] => {
    const last = plan.options.length - 1;
    const make = (verb: string, shortcut: string, onRun: () => void): Command => ({
      id: `${verb} ${letter}`,
      label: `${verb} option ${letter}`,
      group,
      detail: name,
      shortcut,
      shortcutPlace,
      onRun,
    });
    return [
      ...(letter === selected
        ? []
        : [
            {
              id: `select ${letter}`,
              label: `Select option ${letter}`,
              group,
              detail: name,
              shortcut: `Alt ${index + 1}`,
              onRun: () => store.select(letter),
            },
          ]),
      make('Edit', 'Enter', () => page.editField(letter)),
      make('Rename', 'F2', () => page.editField(letter, nameField)),
      ...(isFree ? [make('Duplicate', 'D', () => actions.duplicate(letter))] : []),
      ...(plan.baseline === letter
        ? []
        : [
            {
              ...make('Set as baseline', 'B', () => actions.setBaseline(letter)),
              label: `Set option ${letter} as baseline`,
            },
          ]),
      ...(index === 0
        ? []
        : [
            {
              ...make('Move left', 'Alt ←', () => store.move(letter, -1)),
              label: `Move option ${letter} left`,
            },
          ]),
      ...(index === last
        ? []
        : [
            {
              ...make('Move right', 'Alt →', () => store.move(letter, 1)),
              label: `Move option ${letter} right`,
            },
          ]),
      ...(last === 0 ? [] : [make('Delete', 'Delete', () => actions.remove(letter))]),
    ];
  };
  return [
    ...(isFree ? [{ id: 'add', label: 'Add an option', group, onRun: store.addOption }] : []),
    ...plan.options.flatMap(({ letter, name }, index) => of(letter, name, index)),
  ];
}
