import { saveText } from '../../ui/panels/save-text.ts';
import type { Command } from '../../ui/shell/ranked-commands.ts';
import { savePlanFile } from '../save-plan-file.ts';
import { choosePlanFile } from './choose-plan-file.ts';
import type { PaletteContext, PalettePlan } from './palette-context.ts';

const group = 'Plan';

/** What concerns the plan as a whole: undo, sharing, files, published profiles, advice. */
export function planCommands({ workspace, page, plan }: PaletteContext): readonly Command[] {
  const open: Command = {
    id: 'open file',
    label: 'Open a plan file',
    group,
    onRun: () => choosePlanFile(workspace),
  };
  if (!plan) return [open];
  const { store, actions } = plan;
  const setAside = workspace.setAside(store);
  return [
    ...(actions.canUndo
      ? [{ id: 'undo', label: 'Undo', group, shortcut: 'Ctrl Z', onRun: actions.undo }]
      : []),
    ...(actions.canRedo
      ? [{ id: 'redo', label: 'Redo', group, shortcut: 'Ctrl Shift Z', onRun: actions.redo }]
      : []),
    { id: 'copy link', label: 'Copy link', group, onRun: actions.copyLink },
    { id: 'import', label: 'Import YAML', group, onRun: page.openImport },
    { id: 'print', label: 'Print paper', group, shortcut: 'Ctrl P', onRun: page.print },
    {
      id: 'save file',
      label: 'Save the plan as a file',
      group,
      detail: 'Download',
      onRun: () => void savePlanFile(store),
    },
    open,
    ...(setAside
      ? [
          {
            id: 'set aside',
            label: 'Save the text set aside',
            group,
            detail: 'Download',
            onRun: () => saveText(setAside.name, setAside.text),
          },
        ]
      : []),
    ...(store.store.getState().origin === 'opened'
      ? [
          { id: 'keep', label: 'Keep in this browser', group, onRun: () => workspace.keep(store) },
          { id: 'my last', label: 'Back to my last plan', group, onRun: workspace.openMyLast },
        ]
      : []),
  ];
}

/** The calculator's published configurations. */
export function profileCommands({ plan }: PaletteContext): readonly Command[] {
  if (!plan) return [];
  const { calculator, actions } = plan;
  const { selected } = plan.store.store.getState();
  return calculator.presets.map((preset) => ({
    id: `profile ${preset.id}`,
    label: preset.label,
    group: 'Published profiles',
    detail: preset.options.length === 1 ? `replaces option ${selected}` : 'replaces all options',
    onRun: () => actions.applyPreset(preset),
  }));
}

/** What the advice's buttons do, by their words. */
export function adviceCommands({ workspace, plan }: PaletteContext): readonly Command[] {
  if (!plan) return [];
  const { store, calculator } = plan;
  return adviceOf(plan).map(({ id, title, fix }) => ({
    id: `advice ${id} ${fix.label}`,
    label: fix.label,
    group: 'Advice',
    detail: title,
    onRun: () => {
      if (fix.edit.kind === 'open-view') workspace.go(calculator.id, fix.edit.view);
      else {
        store.apply(fix.edit);
        workspace.announce('Done.', { label: 'Undo', onAct: store.undo });
      }
    },
  }));
}

function adviceOf({ evaluation }: PalettePlan) {
  return (evaluation.result?.findings ?? []).flatMap(({ id, title, fix }) =>
    fix ? [{ id, title, fix }] : [],
  );
}
