import { describe, expect, it } from 'vitest';
import { heat } from '../../../../../src/sizing/calculators/heat/index.ts';
import { templateAttachments } from '../../../../../src/sizing/calculators/heat/studies/template/attachments.ts';
import type { Cell } from '../../../../../src/sizing/core/explanation.ts';
import type { XyChart } from '../../../../../src/sizing/core/figure.ts';
import type { Inputs, Plan } from '../../../../../src/sizing/core/plan.ts';
import type { Attachments, StudyView } from '../../../../../src/sizing/core/study.ts';
import type { DataTable } from '../../../../../src/sizing/core/study-figures.ts';
import { firstVisit, ranksOf } from '../plans.ts';
import { type StudyId, viewOf } from './view-of.ts';

const samples: Attachments = Object.fromEntries(
  templateAttachments.flatMap(({ id, sample }) => (sample === undefined ? [] : [[id, sample]])),
);
const withoutParameters: Attachments = { template: samples.template ?? '' };
const unreadable: Attachments = { template: 'heat_template_version: 1999-01-01\nresources: {}\n' };

const { plan } = firstVisit();
function changed(shared: Inputs, own: Inputs = {}): Plan {
  const options = plan.options.map((option) => ({ ...option, inputs: { ...option.inputs, ...own } }));
  return { ...plan, shared: { ...plan.shared, ...shared }, options };
}

/** States that reach every table, column and chart. */
const states: readonly Plan[] = [
  plan,
  changed({ reckonBy: 'upstream', targetMinutes: 5, databaseRoute: 'spread' }),
  changed({ maxConnections: null, errorSeen: 'none', stacksPerHour: 5 }, { convergence: false }),
  changed(
    { reckonBy: 'upstream', resources: 1000, lostControllers: 3, manyStacks: 200 },
    { executorThreads: 8 },
  ),
];
const texts: Readonly<Record<StudyId, readonly Attachments[]>> = {
  template: [samples, withoutParameters, unreadable, {}],
  connections: [{}],
  'what-if': [{}],
  load: [{}],
};

function viewsOf(id: StudyId): readonly StudyView[] {
  // The Template study is dearer than the others, and its figures are the same in fewer states.
  const reached = id === 'template' ? states.slice(1, 3) : states;
  return reached.flatMap((state) => texts[id].map((text) => viewOf(id, state, text, 'C')));
}

function tablesIn(views: readonly StudyView[]): ReadonlyMap<string, readonly DataTable[]> {
  const tables = new Map<string, DataTable[]>();
  for (const figure of views.flatMap(({ figures }) => figures))
    if (figure.kind === 'table') tables.set(figure.id, [...(tables.get(figure.id) ?? []), figure]);
  return tables;
}

const isShown = ({ text }: Cell) => text !== '';

/** Columns of each table, those of numbers with a +; and whether sorting it makes sense. */
const columns: Readonly<
  Record<StudyId, Readonly<Record<string, readonly [isSortable: boolean, columns: string]>>>
> = {
  connections: {
    'connections-fits': [true, '+workers +pool +overflow +threads +total +time +needed'],
    'connections-errors': [false, 'message what helps worse here'],
    'connections-nodes': [true, 'option +process +controller +all +lost +node'],
    'connections-queue': [true, 'option +idle +typical +most +queues +memory +large'],
  },
  'what-if': {
    'what-if-matrix': [true, 'condition +time +all-up +baseline +ceiling'],
    'what-if-limits': [false, 'limit +needed +set guide upstream'],
  },
  load: { answers: [true, 'option +places +ceiling +used +time +alone +inUse +progress'] },
  template: {
    'template-options': [true, 'option +workers +guide +upstream bound'],
    'template-chain': [false, '+place resource type +seconds +until'],
    'template-durations': [true, 'type +seconds origin'],
    'template-parameters': [false, 'name type +line placeholder label'],
    'template-problems': [true, 'file +line +column message'],
  },
};

function checkColumns(table: DataTable, [isSortable, expected]: readonly [boolean, string]): void {
  expect(table.isSortable).toBe(isSortable);
  const found = table.columns.map((column) => `${column.isNumber ? '+' : ''}${column.id}`).join(' ');
  // Some columns come only where they say something.
  expect([expected, `${expected} +node-lost`, `${expected} +count +work`]).toContain(found);
  expect(table.columns.every(({ label }) => label !== '')).toBe(true);
  expect([table.title, table.subtitle, table.empty].every((text) => text !== '')).toBe(true);
  expect(table.pageSize ?? 1).toBeGreaterThan(0);
}

/** Numbers stand in columns of numbers and in no others, and every cell says something. */
function checkCells(name: string, tables: readonly DataTable[]): void {
  const withNumber = new Set<string>();
  for (const { columns: head, rows } of tables)
    for (const { cells, id, isMarked = false, letter } of rows) {
      expect(cells, `${name} ${id}`).toHaveLength(head.length);
      if (name !== 'template-parameters') expect(cells.filter((cell) => !isShown(cell))).toEqual([]);
      if (letter !== undefined) expect(isMarked).toBe(letter === 'C');
      cells.forEach(({ value }, at) => {
        if (value !== null) withNumber.add(head[at]?.id ?? '');
      });
    }
  const numbers = tables.flatMap((table) => table.columns.filter((c) => c.isNumber).map((c) => c.id));
  expect(withNumber, name).toEqual(new Set(numbers));
}

function checkSources(name: string, { explain }: Cell): void {
  if (!explain) return;
  expect(explain.origins.length, name).toBeGreaterThan(0);
  // Seconds of a type are a guess or yours; no document has them.
  if (name !== 'template-durations') expect(explain.rules.length, name).toBeGreaterThan(0);
  expect(explain.rules.filter((rule) => !(rule in heat.rules))).toEqual([]);
  expect([explain.formula, explain.worked].every((text) => text !== '')).toBe(true);
}

function checkChart(chart: XyChart): void {
  for (const axis of [chart.x, chart.y]) {
    expect(axis.label).not.toBe('');
    expect(axis.min).toBeLessThan(axis.max);
    const ticks = axis.ticks ?? [];
    expect(ticks).toEqual(ticks.toSorted((a, b) => a - b));
    for (const tick of ticks) expect(tick).toBeLessThanOrEqual(axis.max);
    if (axis.scale !== 'linear') expect(axis.min).toBeGreaterThan(0);
    if (axis.names) expect([axis.names.length, axis.notes?.length]).toEqual([ticks.length, ticks.length]);
  }
  expect(new Set(chart.series.map(({ id }) => id)).size).toBe(chart.series.length);
  for (const { data, id, label } of chart.series) {
    expect([id, label]).not.toContain('');
    const xs = data.map(({ x }) => x);
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(chart.x.min);
    expect(Math.max(...xs)).toBeLessThanOrEqual(chart.x.max);
  }
  for (const { x, y } of chart.places) {
    expect(x).toBeLessThanOrEqual(chart.x.max);
    expect(y).toBeLessThanOrEqual(chart.y.max);
  }
  for (const mark of chart.marks) expect(mark.label).not.toBe('');
}

function checkAnswer({ findings, verdict }: StudyView): void {
  const ranks = ranksOf(findings);
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  for (const { id, rules, title } of findings) {
    expect(title).not.toBe('');
    // What the reading of a text found needs no source.
    if (!/^(?:template-|parameter-|durations-)/.test(id)) expect(rules.length, id).toBeGreaterThan(0);
  }
  for (const { cell, label } of verdict.keyFigures) {
    expect([label, isShown(cell)]).not.toContain('');
    checkSources(label, cell);
  }
  expect([verdict.headline, verdict.stateText, verdict.spoken]).not.toContain('');
  expect(verdict.paragraph.length).toBeGreaterThan(0);
}

describe.each(Object.keys(columns) as readonly StudyId[])('the %s view, in all its states', (id) => {
  it('has the tables it promises, whole, and every explanation with its sources', () => {
    const tables = tablesIn(viewsOf(id));
    expect([...tables.keys()].sort()).toEqual(Object.keys(columns[id]).sort());
    for (const [name, expected] of Object.entries(columns[id])) {
      for (const table of tables.get(name) ?? []) checkColumns(table, expected);
      checkCells(name, tables.get(name) ?? []);
    }
    for (const [name, all] of tables)
      for (const cell of all.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)))
        checkSources(name, cell);
  });

  it('has charts whose axes hold all they draw, findings with their sources, and files only where promised', () => {
    for (const view of viewsOf(id)) {
      for (const figure of view.figures) if (figure.kind === 'xy') checkChart(figure);
      checkAnswer(view);
      expect(view.exports.map((document) => document.id)).toEqual(
        id === 'what-if' ? ['alert', 'monitoring'] : [],
      );
    }
  });
});
