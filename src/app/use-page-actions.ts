import { useCallback, useMemo, useState } from 'react';
import type { Letter } from '../sizing/core/plan.ts';
import type { PlanStore } from '../state/plan-store.ts';
import type { Workspace } from '../state/workspace.ts';

/** A field to put the focus into, once the form for it is there; the option's first one unless named. */
export interface FieldAsked {
  readonly letter: Letter;
  readonly field: string | undefined;
}

/** What the page itself does when it is told to, by a button, a menu or the command palette. */
export interface PageActions {
  readonly openImport: () => void;
  readonly print: () => void;
  /** Opens the guide rules, those with the given words. */
  readonly openRules: (sought: string) => void;
  /** Selects the option and puts the focus into a field: by name, in the form of the view it stands in. */
  readonly editField: (letter: Letter, field?: string, view?: string) => void;
}

/** What is open on the page or wanted of it, with the ways to change that. */
export interface PageState extends PageActions {
  readonly isImportOpen: boolean;
  readonly closeImport: () => void;
  readonly isPrintAsked: boolean;
  readonly onPrintOpened: () => void;
  /** Null while the rules are closed. */
  readonly rulesSought: string | null;
  readonly closeRules: () => void;
  readonly fieldAsked: FieldAsked | null;
  readonly onFieldShown: () => void;
}

export function usePageActions(workspace: Workspace, plan: PlanStore | undefined): PageState {
  const [isImportOpen, setIsImportOpen] = useState(false);
  const [isPrintAsked, setIsPrintAsked] = useState(false);
  const [rulesSought, openRules] = useState<string | null>(null);
  const [fieldAsked, setFieldAsked] = useState<FieldAsked | null>(null);
  const editField = useCallback(
    (letter: Letter, field?: string, view?: string) => {
      if (!plan) return;
      const { calculator, store } = plan;
      const wanted = view ?? calculator.views[0]?.id;
      if (wanted !== undefined && wanted !== store.getState().view) workspace.go(calculator.id, wanted);
      setFieldAsked({ letter, field });
    },
    [workspace, plan],
  );
  return useMemo(
    () => ({
      isImportOpen,
      openImport: () => setIsImportOpen(true),
      closeImport: () => setIsImportOpen(false),
      isPrintAsked,
      print: () => setIsPrintAsked(true),
      onPrintOpened: () => setIsPrintAsked(false),
      rulesSought,
      openRules,
      closeRules: () => openRules(null),
      fieldAsked,
      onFieldShown: () => setFieldAsked(null),
      editField,
    }),
    [isImportOpen, isPrintAsked, rulesSought, fieldAsked, editField],
  );
}
