import { expect } from 'vitest';
import { cloudController } from '../../../../../src/sizing/calculators/cloud-controller/index.ts';
import { chartTables } from '../../../../../src/sizing/core/chart-table.ts';
import type { XyChart } from '../../../../../src/sizing/core/figure.ts';
import { nameLength, nameProblem } from '../../../../../src/sizing/core/plan.ts';
import { checkValue } from '../../../../../src/sizing/core/schema.ts';
import type { StudyView } from '../../../../../src/sizing/core/study.ts';

/** Every string and number of a value, with the way to it. */
function leaves(value: unknown, path = ''): readonly (readonly [path: string, leaf: unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

/** A value that is none. */
const slip = /\b(?:NaN|undefined|Infinity|null|no limit)\b|\[object /;

/** One of something said as several. */
const oneAsSeveral = /(?<![\d.,])1 (?:VMs|AZs|requests|threads|connections|cores|workers|settings|rows)\b/;

/** What holds of every view of every study, whatever the plan. */
export function expectSound(view: StudyView): void {
  expectSoundLeaves(view);
  expectFixesThatFieldsAccept(view);
  const figures = view.figures.map((figure) => figure.id);
  expect(new Set(figures).size).toBe(figures.length);
  const findings = view.findings.map((finding) => finding.id);
  expect(new Set(findings).size).toBe(findings.length);
  for (const { text, title } of view.findings) {
    expect(title).not.toMatch(/\.$/);
    expect(text).toMatch(/\.$/);
  }
  for (const figure of view.figures) {
    if (figure.kind === 'table') {
      const rows = figure.rows.map((row) => row.id);
      expect(new Set(rows).size).toBe(rows.length);
      for (const row of figure.rows) expect(row.cells).toHaveLength(figure.columns.length);
    }
    if (figure.kind === 'xy') expectSoundChart(figure);
    if (figure.kind === 'panels') for (const panel of figure.panels) expectSoundChart(panel);
  }
}

/** What the texts of a study hold to that count by whole things. */
export function expectOneAsOne(view: StudyView): void {
  for (const [path, leaf] of leaves(view))
    if (typeof leaf === 'string' && oneAsSeveral.test(leaf)) throw new Error(`${path} says “${leaf}”`);
}

function expectSoundLeaves(view: StudyView): void {
  for (const [path, leaf] of leaves(view)) {
    if (typeof leaf === 'number' && !Number.isFinite(leaf)) throw new Error(`${path} is ${leaf}`);
    if (leaf === null && !/\.(?:value|limit)$/.test(path)) throw new Error(`${path} is null`);
    if (typeof leaf !== 'string') continue;
    if (slip.test(leaf) && !/solveMaxConnections$/.test(path)) throw new Error(`${path} says “${leaf}”`);
    if (/\.rules\.\d+$/.test(path)) expect(Object.keys(cloudController.rules)).toContain(leaf);
  }
}

function expectFixesThatFieldsAccept(view: StudyView): void {
  const rows = view.figures.flatMap((figure) => (figure.kind === 'table' ? figure.rows : []));
  for (const { fix } of [...view.findings, ...rows]) {
    if (!fix || fix.edit.kind === 'open-view') continue;
    if (fix.edit.kind === 'add-option') expect(nameProblem(fix.edit.name, nameLength)).toBeUndefined();
    for (const [name, value] of Object.entries(fix.edit.inputs)) {
      const param = cloudController.params.find((p) => p.name === name);
      if (!param) throw new Error(`There is no field ${name}.`);
      expect([name, checkValue(param, value)]).toEqual([name, { ok: true, value }]);
    }
  }
}

function expectSoundChart(chart: XyChart): void {
  expect(chart.x.max).toBeGreaterThan(chart.x.min);
  expect(chart.y.max).toBeGreaterThan(chart.y.min);
  expect(chartTables(chart).length).toBe(1);
  for (const { data, shape } of chart.series) {
    if (shape === 'dots') continue;
    const xs = data.map((point) => point.x);
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
  }
}
