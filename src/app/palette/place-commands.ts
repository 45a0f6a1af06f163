import type { Command } from '../../ui/shell/ranked-commands.ts';
import type { PaletteContext } from './palette-context.ts';

/** The views of every calculator, but for the one on screen. */
export function viewCommands({ workspace, plan }: PaletteContext): readonly Command[] {
  const onScreen = plan && `${plan.calculator.id} ${plan.store.store.getState().view}`;
  const views = workspace.app.getState().calculators.flatMap((calculator) =>
    calculator.views.map(
      ({ id, title }): Command => ({
        id: `view ${calculator.id} ${id}`,
        label: title,
        group: 'Views',
        detail: calculator.title,
        onRun: () => workspace.go(calculator.id, id),
      }),
    ),
  );
  const start: Command = {
    id: 'view start',
    label: 'Start page',
    group: 'Views',
    onRun: () => workspace.go(null),
  };
  return [...views.filter(({ id }) => id !== `view ${onScreen}`), ...(plan ? [start] : [])];
}

/** Every field that the selected option has, by its label; choosing one puts the focus into it. */
export function fieldCommands({ plan, page }: PaletteContext): readonly Command[] {
  if (!plan) return [];
  const { calculator, evaluation, store } = plan;
  const { selected } = store.store.getState();
  const groupLabels = new Map(calculator.groups.map(({ id, label }) => [id, label]));
  const viewTitles = new Map(calculator.views.map(({ id, title }) => [id, title]));
  return calculator.params
    .filter((param) => !evaluation.formNotes.hidden.includes(param.name))
    .map((param) => {
      const whose = param.scope === 'option' ? `option ${selected}` : 'all options';
      const where = param.view === undefined ? groupLabels.get(param.group) : viewTitles.get(param.view);
      return {
        id: `field ${param.name}`,
        label: param.label,
        group: 'Fields',
        // A group named "Option" says no more than "option C" does.
        detail:
          where === undefined || where === param.label || whose.startsWith(where.toLowerCase())
            ? whose
            : `${where}, ${whose}`,
        onRun: () => page.editField(selected, param.name, param.view),
      };
    });
}

/** Every guide rule by its number. */
export function ruleCommands({ plan, page }: PaletteContext): readonly Command[] {
  return Object.values(plan?.calculator.rules ?? {}).map(({ id, statement }) => ({
    id: `rule ${id}`,
    label: `Rule ${id}`,
    group: 'Guide rules',
    detail: statement,
    onRun: () => page.openRules(id),
  }));
}
