import type { Workspace } from '../../state/workspace.ts';
import { openPlanFile } from '../open-plan-file.ts';

/** Asks for a `.plimsoll.json` and opens it. */
export function choosePlanFile(workspace: Workspace): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json';
  input.addEventListener('change', () => {
    const [chosen] = input.files ?? [];
    if (chosen) void openPlanFile(workspace, chosen);
  });
  input.click();
}
