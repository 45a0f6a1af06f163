import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHash } from '../../../../../src/share/permalink.ts';
import { cloudController } from '../../../../../src/sizing/calculators/cloud-controller/index.ts';
import { chartTables } from '../../../../../src/sizing/core/chart-table.ts';
import { nameLength, nameProblem } from '../../../../../src/sizing/core/plan.ts';
import { checkValue } from '../../../../../src/sizing/core/schema.ts';
import type { StudyView } from '../../../../../src/sizing/core/study.ts';
import { arbitrarySession } from '../../../../share/arbitrary-session.ts';
import { firstVisit } from '../plans.ts';

const ids = ['solve', 'what-if', 'rollout', 'fine-tune'] as const;

/** Most plans have limits that nothing passes; these have room for an answer. */
const roomy = {
  solveSizes: '2, 4:24:0.5, 8',
  solveMaxVms: null,
  solveMaxVcpus: null,
  solveMaxMemory: null,
  solveMaxVmMemory: null,
  solveMaxConnections: null,
  connectionsFree: null,
  solveLeastThreads: 10,
  solveMostThreads: 14,
};

const texts = ['', 'outstanding,cpu,load\n10,0.5,2\n50,0.9,\n', 'a;b\n1;2', 'outstanding\nx\n'];

/** Every string and number of a value, with the way to it. */
function leaves(value: unknown, path = ''): readonly (readonly [path: string, leaf: unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

function fixesOf(view: StudyView) {
  const rows = view.figures.flatMap((figure) => (figure.kind === 'table' ? figure.rows : []));
  return [...view.findings, ...rows].flatMap(({ fix }) => (fix ? [fix] : []));
}

function expectSound(view: StudyView): void {
  for (const [path, leaf] of leaves(view)) {
    if (typeof leaf === 'number' && !Number.isFinite(leaf)) throw new Error(`${path} is ${leaf}`);
    if (typeof leaf !== 'string') continue;
    if (
      /\b(?:NaN|undefined|Infinity|null|no limit)\b|\[object |(?<![\d.,])1 (?:VMs|AZs|requests|threads|connections|cores|workers|settings|rows)\b/.test(
        leaf,
      )
    )
      if (!/solveMaxConnections$/.test(path)) throw new Error(`${path} says “${leaf}”`);
    if (/\.rules\.\d+$/.test(path)) expect(Object.keys(cloudController.rules)).toContain(leaf);
  }
  for (const { edit } of fixesOf(view)) {
    if (edit.kind === 'open-view') continue;
    if (edit.kind === 'add-option') expect(nameProblem(edit.name, nameLength)).toBeUndefined();
    for (const [name, value] of Object.entries(edit.inputs)) {
      const param = cloudController.params.find((p) => p.name === name);
      if (!param) throw new Error(`There is no field ${name}.`);
      expect([name, checkValue(param, value)]).toEqual([name, { ok: true, value }]);
    }
  }
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
    if (figure.kind === 'xy') {
      expect(figure.x.max).toBeGreaterThan(figure.x.min);
      expect(chartTables(figure).length).toBe(1);
    }
  }
}

describe.each(ids)('%s', (id) => {
  it('answers for any plan without a number that is none, with fixes that its fields accept', async () => {
    const study = await cloudController.study(id);
    let answered = 0;
    fc.assert(
      fc.property(
        arbitrarySession(cloudController),
        fc.boolean(),
        fc.constantFrom(...texts),
        ({ plan, selected }, hasRoom, samples) => {
          const asked = hasRoom ? { ...plan, shared: { ...plan.shared, ...roomy } } : plan;
          const before = structuredClone(asked);
          const view = study?.evaluate(asked, selected, { samples });
          if (!view) return;
          answered += 1;
          expectSound(view);
          expect(asked).toEqual(before);
        },
      ),
      { numRuns: 60 },
    );
    expect(answered).toBeGreaterThan(20);
  });

  it('stands in a link with its inputs only when it is shown or was touched', () => {
    const { plan, selected } = firstVisit();
    const own = cloudController.params.filter((param) => param.view === id);
    const linkOf = (view: string, shared = plan.shared) =>
      toHash({ plan: { ...plan, shared }, selected, view, unknown: new Map() }, cloudController);
    for (const param of own) {
      expect(linkOf(id)).toContain(`&${param.key}=`);
      expect(linkOf('size')).not.toContain(`&${param.key}=`);
    }
    const touched = cloudController.params.find((param) => param.view === id && param.kind === 'number');
    if (touched?.kind !== 'number') throw new Error(`${id} has no number to touch.`);
    const changed = { ...plan.shared, [touched.name]: touched.range[1] };
    for (const param of own) expect(linkOf('size', changed)).toContain(`&${param.key}=`);
  });
});
