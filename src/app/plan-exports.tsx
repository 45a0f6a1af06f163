import { useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import type { PlanStore } from '../state/plan-store.ts';
import type { Workspace } from '../state/workspace.ts';
import { ExportPanel } from '../ui/panels/export-panel.tsx';
import { renderDocument } from './render-document.ts';

interface PlanExportsProps {
  readonly workspace: Workspace;
  readonly store: PlanStore;
}

/** The files of the selected option. */
export function PlanExports({ workspace, store }: PlanExportsProps) {
  const state = useDeferredValue(useStore(store.store));
  const documents = useMemo(
    () => store.calculator.exports(state.plan, state.selected, { link: workspace.linkOf(store) }),
    [store, workspace, state],
  );
  return (
    <ExportPanel
      title={`Files for ${state.selected}`}
      documents={documents}
      render={renderDocument}
      onCopied={(label) => workspace.announce(`${label} copied.`)}
    />
  );
}
