import { heat } from '../../../../../src/sizing/calculators/heat/index.ts';
import type { Cell } from '../../../../../src/sizing/core/explanation.ts';
import type { Finding } from '../../../../../src/sizing/core/finding.ts';
import type { Letter, Plan } from '../../../../../src/sizing/core/plan.ts';
import type { Attachments, Figure, StudyView } from '../../../../../src/sizing/core/study.ts';
import { planWith } from '../plans.ts';

export const studyIds = ['template', 'connections', 'what-if'] as const;
export type StudyId = (typeof studyIds)[number] | 'load';

const loaded = {
  template: await heat.study('template'),
  connections: await heat.study('connections'),
  'what-if': await heat.study('what-if'),
  load: await heat.study('load'),
};

export function viewOf(
  id: StudyId,
  plan: Plan = planWith({}),
  attachments: Attachments = {},
  selected: Letter = 'A',
): StudyView {
  const view = loaded[id]?.evaluate(plan, selected, attachments);
  if (!view) throw new Error(`Option ${selected} cannot be studied.`);
  return view;
}

type Kind<K extends Figure['kind']> = Extract<Figure, { readonly kind: K }>;

export function figureOf<K extends Figure['kind']>(view: StudyView, kind: K, id: string): Kind<K> {
  const found = view.figures.find((figure): figure is Kind<K> => figure.kind === kind && figure.id === id);
  if (!found)
    throw new Error(`There is no ${kind} called ${id}: ${view.figures.map((f) => f.id).join(', ')}`);
  return found;
}

/** A row of a table as people read it. */
export function rowOf(view: StudyView, table: string, row: string): readonly string[] {
  const found = figureOf(view, 'table', table).rows.find(({ id }) => id === row);
  if (!found) throw new Error(`There is no row ${row} in ${table}.`);
  return found.cells.map(readText);
}

function readText(cell: Cell): string {
  return [cell.text, cell.note].filter(Boolean).join(' ');
}

export function keyFigure(view: StudyView, label: string): string {
  const found = view.verdict.keyFigures.find((key) => key.label === label);
  if (!found) throw new Error(`There is no key figure ${label}.`);
  return readText(found.cell);
}

export function findingIn(view: StudyView, id: string): Finding | undefined {
  return view.findings.find((finding) => finding.id === id);
}
