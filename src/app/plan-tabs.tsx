import { type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import type { View } from '../sizing/core/calculator.ts';
import type { PlanStore } from '../state/plan-store.ts';
import type { Workspace } from '../state/workspace.ts';
import { useLater } from '../ui/figures/use-later.ts';
import { ViewTabs } from '../ui/shell/view-tabs.tsx';

interface PlanTabsProps {
  readonly workspace: Workspace;
  readonly store: PlanStore;
  readonly views: readonly View[];
  /** "4 options, saved in this browser". */
  readonly status: string;
  readonly actions: ReactNode;
}

/** The views as links, each with the whole plan in its address, and the plan's title. */
export function PlanTabs({ workspace, store, views, status, actions }: PlanTabsProps) {
  const state = useStore(store.store);
  const written = useLater(state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an address is of the plan in the store, as it is now.
  const links = useMemo(
    () => views.map((view) => ({ ...view, href: workspace.hrefOf(store, view.id) })),
    [workspace, store, views, written],
  );
  return (
    <ViewTabs
      views={links}
      current={state.view}
      title={state.plan.title}
      onTitle={store.setTitle}
      // A link that is followed at once shows the plan as it is, not as it was when the link was written.
      onView={(view) => workspace.go(store.calculator.id, view)}
      status={status}
      actions={actions}
    />
  );
}
