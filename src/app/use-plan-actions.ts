import { useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Letter } from '../sizing/core/plan.ts';
import type { Preset } from '../sizing/core/preset.ts';
import type { PlanStore } from '../state/plan-store.ts';
import type { Workspace } from '../state/workspace.ts';
import { focusField } from '../ui/fields/focus-field.ts';
import { focusSoon } from './focus-soon.ts';
import { savePlanFile } from './save-plan-file.ts';

/** What header, menus and keys do to the plan on screen, with the word the user gets for it. */
export interface PlanActions {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly copyLink: () => void;
  /** The copy is selected and its first field has the focus. */
  readonly duplicate: (letter: Letter) => void;
  readonly remove: (letter: Letter) => void;
  readonly setBaseline: (letter: Letter) => void;
  readonly applyPreset: (preset: Preset) => void;
}

/** Above this some ticket systems cut a link; above the second only a file is safe. */
const longLink = 2000;
const tooLongLink = 8000;

const noHistory = createStore(() => ({ pastStates: [], futureStates: [] }));

export function usePlanActions(
  workspace: Workspace,
  plan: PlanStore | undefined,
  onLinkRefused: (link: string) => void,
): PlanActions {
  const canUndo = useStore(plan?.history ?? noHistory, (h) => h.pastStates.length > 0);
  const canRedo = useStore(plan?.history ?? noHistory, (h) => h.futureStates.length > 0);
  const steady = useMemo(() => actionsOf(workspace, plan, onLinkRefused), [workspace, plan, onLinkRefused]);
  return useMemo(() => ({ ...steady, canUndo, canRedo }), [steady, canUndo, canRedo]);
}

function actionsOf(workspace: Workspace, plan: PlanStore | undefined, onLinkRefused: (link: string) => void) {
  function step(direction: 'undo' | 'redo'): void {
    const change = plan?.[direction]();
    if (!change) return;
    workspace.announce(`${direction === 'undo' ? 'Undone' : 'Redone'}: ${change.text}.`);
    const { field } = change;
    // The field of another option is drawn first.
    if (field !== undefined) requestAnimationFrame(() => focusField(field));
  }

  function copyLink(): void {
    if (!plan) return;
    const link = workspace.linkOf(plan);
    const asFile = { label: 'Save as file', onAct: () => void savePlanFile(plan) };
    const length = link.length.toLocaleString('en');
    if (link.length > tooLongLink) {
      workspace.announce(`A link would have ${length} characters, too long to travel safely.`, asFile);
      return;
    }
    const copied = navigator.clipboard?.writeText(link) ?? Promise.reject(new Error('no clipboard'));
    copied.then(
      () =>
        link.length > longLink
          ? workspace.announce(
              `Link copied, ${length} characters. Some ticket systems cut long links. Save as file instead?`,
              asFile,
            )
          : workspace.announce(`Link copied, ${length} characters.`),
      () => onLinkRefused(link),
    );
  }

  return {
    undo: () => step('undo'),
    redo: () => step('redo'),
    copyLink,
    duplicate(letter: Letter): void {
      if (!plan) return;
      const { plan: before } = plan.store.getState();
      plan.duplicate(letter);
      const { plan: after, selected } = plan.store.getState();
      if (before === after) {
        workspace.announce('A plan holds six options. Delete one first.');
        return;
      }
      workspace.announce(`Option ${letter} duplicated as option ${selected}.`);
      const first = plan.calculator.params.find((p) => p.scope === 'option');
      if (first) focusSoon(first.name);
    },
    remove(letter: Letter): void {
      if (!plan) return;
      const { plan: before } = plan.store.getState();
      plan.remove(letter);
      const { plan: after } = plan.store.getState();
      if (before === after) {
        workspace.announce('The last option stays: a plan needs one.');
        return;
      }
      const passed =
        before.baseline === after.baseline ? '' : ` Option ${after.baseline} is the baseline now.`;
      workspace.announce(`Option ${letter} deleted.${passed}`, { label: 'Undo', onAct: () => step('undo') });
    },
    setBaseline(letter: Letter): void {
      plan?.setBaseline(letter);
      workspace.announce(`Option ${letter} is the baseline.`);
    },
    applyPreset(preset: Preset): void {
      if (!plan) return;
      const { selected } = plan.store.getState();
      plan.applyPreset(preset);
      const what = preset.options.length === 1 ? `option ${selected} is now` : 'the plan is now';
      workspace.announce(`${preset.label}: ${what} as published.`, { label: 'Undo', onAct: plan.undo });
    },
  };
}
