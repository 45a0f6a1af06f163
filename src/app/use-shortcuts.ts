import { useEffect } from 'react';
import type { PlanStore } from '../state/plan-store.ts';
import type { PlanActions } from './use-plan-actions.ts';

/** Keys that work anywhere on the page. Single letters are left to the component that has focus. */
export function useShortcuts(plan: PlanStore | undefined, actions: PlanActions): void {
  useEffect(() => {
    if (!plan) return;
    function onKeyDown(event: KeyboardEvent): void {
      // A modal dialog or an editor keeps its own keys.
      const isElsewhere =
        event.target instanceof Element && event.target.closest('dialog[open], [contenteditable="true"]');
      if (event.defaultPrevented || isElsewhere || !plan) return;
      const isCommand = event.ctrlKey || event.metaKey;
      if (isCommand && event.key.toLowerCase() === 'z') {
        event.preventDefault();
        if (event.shiftKey) actions.redo();
        else actions.undo();
      } else if (isCommand && event.key.toLowerCase() === 'y') {
        event.preventDefault();
        actions.redo();
      } else if (event.altKey && /^Digit[1-6]$/.test(event.code)) {
        const option = plan.store.getState().plan.options[Number(event.code.slice(-1)) - 1];
        if (!option) return;
        event.preventDefault();
        plan.select(option.letter);
      }
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [plan, actions]);
}
