import type { StoreApi } from 'zustand/vanilla';
import type { Notice, Status } from './notice.ts';
import type { WorkspaceState } from './workspace-state.ts';

export interface Notices extends ReturnType<typeof createNotices> {}

/** What the user is told: notices that stand until dismissed, and the short word on what just happened. */
export function createNotices(app: StoreApi<WorkspaceState>) {
  let statusId = 0;
  return {
    notify(notice: Notice): void {
      app.setState((s) => ({ notices: [...s.notices.filter((n) => n.id !== notice.id), notice] }));
    },
    dismiss(id: string): void {
      const dismissed = app.getState().notices.find((n) => n.id === id);
      app.setState((s) => ({ notices: s.notices.filter((n) => n.id !== id) }));
      dismissed?.onDismissed?.();
    },
    announce(text: string, action?: Status['action']): void {
      statusId += 1;
      app.setState({ status: { id: statusId, text, ...(action ? { action } : {}) } });
    },
    clearStatus: (): void => app.setState({ status: null }),
  };
}
