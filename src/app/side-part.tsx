import { memo } from 'react';
import type { Edit } from '../sizing/core/finding.ts';
import type { PlanStore } from '../state/plan-store.ts';
import type { Workspace } from '../state/workspace.ts';
import { InTurn } from '../ui/figures/in-turn.tsx';
import { AdvicePanel } from '../ui/findings/advice-panel.tsx';
import { ProvenancePanel } from '../ui/panels/provenance-panel.tsx';
import { PlanExports } from './plan-exports.tsx';
import type { ShownPlan } from './shown-plan.ts';
import styles from './size-page.module.css';

interface SidePartProps {
  readonly workspace: Workspace;
  readonly store: PlanStore;
  readonly shown: ShownPlan;
  /** Where the files are, for a narrow screen's button. */
  readonly exportsId: string;
  readonly onEdit: (edit: Edit) => void;
}

/** What to change about the selected option, what to take away, and where the numbers come from. */
export const SidePart = memo(function SidePart({
  workspace,
  store,
  shown,
  exportsId,
  onEdit,
}: SidePartProps) {
  const { plan, selected, result } = shown;
  return (
    <InTurn>
      <AdvicePanel letter={selected} findings={result.findings} onEdit={onEdit} />
      <div id={exportsId} className={styles.exports}>
        <PlanExports workspace={workspace} store={store} plan={plan} selected={selected} />
      </div>
      <ProvenancePanel entries={result.provenance} />
    </InTurn>
  );
});
