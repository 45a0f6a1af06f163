import { useDeferredValue, useMemo, useState } from 'react';
import type { Letter, Plan } from '../sizing/core/plan.ts';
import type { PlanStore } from '../state/plan-store.ts';
import type { Workspace } from '../state/workspace.ts';
import { ExportPanel, type FileDocument } from '../ui/panels/export-panel.tsx';
import { later } from '../ui/shell/later.tsx';
import { renderDocument } from './render-document.ts';

const EditFileDialog = later(async () => (await import('./edit-file-dialog.tsx')).EditFileDialog);

interface PlanExportsProps {
  readonly workspace: Workspace;
  readonly store: PlanStore;
  readonly plan: Plan;
  readonly selected: Letter;
}

/** The files of the selected option. */
export function PlanExports({ workspace, store, ...shown }: PlanExportsProps) {
  const plan = useDeferredValue(shown.plan);
  const { selected } = shown;
  const [edited, setEdited] = useState<FileDocument | null>(null);
  const documents = useMemo(
    () => store.calculator.exports(plan, selected, { link: workspace.linkOf(store, plan) }),
    [store, workspace, plan, selected],
  );
  return (
    <>
      <ExportPanel
        title={`Files for ${selected}`}
        documents={documents}
        render={renderDocument}
        onCopied={(label) => workspace.announce(`${label} copied.`)}
        onEdit={setEdited}
      />
      {edited && (
        <EditFileDialog document={edited} onDone={workspace.announce} onClose={() => setEdited(null)} />
      )}
    </>
  );
}
