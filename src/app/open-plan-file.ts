import type { Workspace } from '../state/workspace.ts';

/** Opens a chosen `.plimsoll.json`; what is wrong with it, the workspace says. */
export async function openPlanFile(workspace: Workspace, file: File): Promise<void> {
  const { calculators } = workspace.app.getState();
  const refuse = (message: string) =>
    workspace.openCopy({ kind: 'refused', message: `${message} Nothing was changed.` });
  try {
    const { fromFileText } = await import('../share/plan-file.ts');
    const { textOfBytes } = await import('../share/text-of-bytes.ts');
    const read = textOfBytes(new Uint8Array(await file.arrayBuffer()));
    if (read.kind === 'text') workspace.openCopy(fromFileText(read.text.replace(/^\ufeff/, ''), calculators));
    else refuse(read.message);
  } catch {
    refuse('The file could not be read.');
  }
}
