import { toFileText } from '../share/plan-file.ts';
import type { PlanStore } from '../state/plan-store.ts';
import { saveText } from '../ui/panels/save-text.ts';

/** Downloads the plan as `.plimsoll.json`. */
export function savePlanFile({ calculator, store }: PlanStore): void {
  const session = store.getState();
  const name = session.plan.title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  saveText(`${name || calculator.id}.plimsoll.json`, toFileText(session, calculator));
}
