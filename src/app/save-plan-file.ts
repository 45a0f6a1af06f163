import type { PlanStore } from '../state/plan-store.ts';
import { saveText } from '../ui/panels/save-text.ts';

/** Downloads the plan as `.plimsoll.json`. */
export async function savePlanFile({ calculator, store }: PlanStore): Promise<void> {
  const { toFileText } = await import('../share/plan-file.ts');
  const session = store.getState();
  const name = session.plan.title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  saveText(`${name || calculator.id}.plimsoll.json`, toFileText(session, calculator));
}
