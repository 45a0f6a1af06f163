import { cloudController } from '../../../../../src/sizing/calculators/cloud-controller/index.ts';
import type { XyChart } from '../../../../../src/sizing/core/figure.ts';
import type { Finding } from '../../../../../src/sizing/core/finding.ts';
import type { Inputs, Letter, Plan } from '../../../../../src/sizing/core/plan.ts';
import type { Attachments, StudyView } from '../../../../../src/sizing/core/study.ts';
import type { DataTable, SystemFigure } from '../../../../../src/sizing/core/study-figures.ts';
import { planWith } from '../plans.ts';

// Loaded here, before any test: what acts while a module loads would else seem to be the matter of the test that
// happens to ask for the study first.
import '../../../../../src/sizing/calculators/cloud-controller/studies/rollout.ts';
import '../../../../../src/sizing/calculators/cloud-controller/studies/solve.ts';
import '../../../../../src/sizing/calculators/cloud-controller/studies/what-if.ts';

/** What a study says of a plan. */
export async function viewOf(
  id: string,
  plan: Plan,
  letter: Letter = 'B',
  attachments: Attachments = {},
): Promise<StudyView> {
  const study = await cloudController.study(id);
  const view = study?.evaluate(plan, letter, attachments);
  if (!view) throw new Error(`There is no answer from ${id}.`);
  return view;
}

/** The same for today's Thin fleet as option A and one fleet as option B. */
export function viewFor(
  id: string,
  option: Inputs,
  shared: Inputs = {},
  attachments: Attachments = {},
): Promise<StudyView> {
  return viewOf(id, planWith(option, shared), 'B', attachments);
}

export function tableIn(view: StudyView, id: string): DataTable {
  const figure = view.figures.find((f) => f.id === id);
  if (figure?.kind !== 'table') throw new Error(`There is no table ${id}.`);
  return figure;
}

export function chartIn(view: StudyView, id: string): XyChart {
  const figure = view.figures.find((f) => f.id === id);
  if (figure?.kind !== 'xy') throw new Error(`There is no chart ${id}.`);
  return figure;
}

export function systemIn(view: StudyView): SystemFigure {
  const figure = view.figures.find((f) => f.kind === 'system');
  if (figure?.kind !== 'system') throw new Error('There is no picture of the fleet.');
  return figure;
}

/** A row of a table by its id, as text by column. */
export function rowOf(table: DataTable, id: string): Readonly<Record<string, string>> {
  const row = table.rows.find((r) => r.id === id);
  if (!row) throw new Error(`The table ${table.id} has no row ${id}.`);
  return Object.fromEntries(
    table.columns.map((column, i) => [column.id, (row.cells[i]?.text ?? '').replaceAll('\u00a0', ' ')]),
  );
}

/** The settings in a table of Solve, as their names stand there. */
export function settings(table: DataTable): readonly string[] {
  return table.rows.map((row) => (row.cells[0]?.text ?? '').replaceAll('\u00a0', ' '));
}

export function findingIn(view: StudyView, id: string): Finding | undefined {
  return view.findings.find((finding) => finding.id === id);
}
