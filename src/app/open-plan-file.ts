import type { Workspace } from '../state/workspace.ts';

/** Opens a chosen `.plimsoll.json`; what is wrong with it, the workspace says. */
export async function openPlanFile(workspace: Workspace, file: File): Promise<void> {
  const { calculators } = workspace.app.getState();
  try {
    const { fromFileText } = await import('../share/plan-file.ts');
    workspace.openCopy(fromFileText(await file.text(), calculators));
  } catch {
    workspace.openCopy({ kind: 'refused', message: 'The file could not be read. Nothing was changed.' });
  }
}
