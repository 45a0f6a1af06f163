import { useEffect } from 'react';
import type { PlanStore } from '../state/plan-store.ts';
import type { PlanActions } from './use-plan-actions.ts';

/** The sheet holds the page's own form; any other modal dialog keeps its keys. */
const modalDialog = 'dialog[open]:not([data-sheet])';

/** Keys that work anywhere on the page. Single letters are left to the component that has focus. */
export function useShortcuts(
  plan: PlanStore | undefined,
  actions: PlanActions,
  onOpenPalette: () => void,
): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || document.querySelector(modalDialog)) return;
      const isCommand = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (isCommand && !event.altKey && !event.shiftKey && key === 'k') {
        event.preventDefault();
        onOpenPalette();
        return;
      }
      const isInEditor =
        event.target instanceof Element && event.target.closest('[contenteditable="true"]') !== null;
      if (!plan || isInEditor) return;
      if (isCommand && key === 'z') {
        event.preventDefault();
        if (event.shiftKey) actions.redo();
        else actions.undo();
      } else if (isCommand && key === 'y') {
        event.preventDefault();
        actions.redo();
      } else if (event.altKey && !isCommand && /^Digit[1-6]$/.test(event.code)) {
        const option = plan.store.getState().plan.options[Number(event.code.slice(-1)) - 1];
        if (!option) return;
        event.preventDefault();
        plan.select(option.letter);
      }
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [plan, actions, onOpenPalette]);
}
