import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heat } from '../../../../../src/sizing/calculators/heat/index.ts';
import type { Fix } from '../../../../../src/sizing/core/finding.ts';
import { worstOf } from '../../../../../src/sizing/core/finding.ts';
import { checkValue } from '../../../../../src/sizing/core/schema.ts';
import type { Attachments, StudyView } from '../../../../../src/sizing/core/study.ts';
import { anyPlan } from '../any-plan.ts';
import { pressed } from '../plans.ts';
import { templateOf } from './template-texts.ts';
import { type StudyId, studyIds, viewOf } from './view-of.ts';

const types = [
  'OS::Nova::Server',
  'OS::Heat::None',
  'OS::Neutron::Port',
  'Mine::Own',
  'nested.yaml',
] as const;

/** Templates of up to 30 resources, in chains, side by side or behind a few roots; some texts are none. */
const anyTexts: fc.Arbitrary<Attachments> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom(...types), fc.integer({ min: 0, max: 5 }))
      .map(([count, type, width]) => ({
        template: templateOf(count, type, (at) => (width === 0 || at < width ? undefined : at - width)),
        durations: `${type}: ${width}`,
      })),
  },
  {
    weight: 1,
    arbitrary: fc.string({ maxLength: 60 }).map((template) => ({ template, parameters: template })),
  },
  { weight: 1, arbitrary: fc.constant({}) },
);

/** The Template study is dearer than the others. */
const runsOf = (id: StudyId) => ({ numRuns: id === 'template' ? 25 : 80 });

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(numbersIn) : [];
}

function fixesOf(view: StudyView): readonly { readonly id: string; readonly fix: Fix }[] {
  const rows = view.figures.flatMap((figure) =>
    figure.kind === 'table' ? figure.rows.map(({ fix, id }) => ({ id: `${figure.id} ${id}`, fix })) : [],
  );
  return [...view.findings, ...rows].flatMap(({ fix, id }) => (fix ? [{ id, fix }] : []));
}

describe.each(studyIds)('the %s study, over its whole domain', (id) => {
  it('answers without a number or a word that is none', () => {
    fc.assert(
      fc.property(anyPlan, anyTexts, (plan, texts) => {
        const view = viewOf(id, plan, texts);
        expect(numbersIn(view).filter((number) => !Number.isFinite(number))).toEqual([]);
        const said = JSON.stringify({ ...view, findings: view.findings.map(({ title, ...f }) => f) });
        expect(said.match(/\bNaN\b|Infinity|undefined|\[object/g)).toBeNull();
      }),
      runsOf(id),
    );
  });

  it('is pure', () => {
    fc.assert(
      fc.property(anyPlan, anyTexts, (plan, texts) => {
        const before = structuredClone({ plan, texts });
        expect(viewOf(id, plan, texts)).toEqual(viewOf(id, plan, texts));
        expect({ plan, texts }).toEqual(before);
      }),
      { numRuns: 10 },
    );
  });

  it('gives plain data that a worker can hand over', () => {
    fc.assert(
      fc.property(anyPlan, anyTexts, (plan, texts) => {
        const view = viewOf(id, plan, texts);
        expect(structuredClone(view)).toEqual(view);
      }),
      { numRuns: 10 },
    );
  });

  it('names figures, findings and rows once each, fills every column and cites rules that exist', () => {
    fc.assert(
      fc.property(anyPlan, anyTexts, (plan, texts) => {
        const { figures, findings } = viewOf(id, plan, texts);
        const ids = [figures, findings, ...figures.map((f) => (f.kind === 'table' ? f.rows : []))];
        for (const list of ids) expect(new Set(list.map((one) => one.id)).size).toBe(list.length);
        for (const figure of figures)
          if (figure.kind === 'table')
            for (const row of figure.rows) expect(row.cells).toHaveLength(figure.columns.length);
        const cells = figures.flatMap((f) => (f.kind === 'table' ? f.rows.flatMap((row) => row.cells) : []));
        const cited = [
          ...findings.flatMap((f) => f.rules),
          ...cells.flatMap((cell) => cell.explain?.rules ?? []),
        ];
        expect(cited.filter((rule) => !(rule in heat.rules))).toEqual([]);
      }),
      runsOf(id),
    );
  });

  it('offers only fixes that the fields accept, and a finding is gone after its own', () => {
    fc.assert(
      fc.property(anyPlan, anyTexts, (plan, texts) => {
        const view = viewOf(id, plan, texts);
        for (const { fix, id: from } of fixesOf(view)) {
          if (fix.edit.kind === 'open-view') {
            expect(heat.views.map((v) => v.id)).toContain(fix.edit.view);
            continue;
          }
          for (const [name, value] of Object.entries(fix.edit.inputs)) {
            const param = heat.params.find((p) => p.name === name);
            expect(param && checkValue(param, value), `${from}: ${name} ${value}`).toEqual({
              ok: true,
              value,
            });
          }
        }
        for (const { fix, id: found } of view.findings) {
          if (!fix || fix.edit.kind === 'open-view') continue;
          const after = pressed(plan, 'A', fix);
          const still = viewOf(id, after.plan, texts, after.selected).findings.map((f) => f.id);
          expect(still, found).not.toContain(found);
        }
      }),
      runsOf(id),
    );
  });

  it('is never better than its worst finding', () => {
    fc.assert(
      fc.property(anyPlan, anyTexts, (plan, texts) => {
        const { findings, verdict } = viewOf(id, plan, texts);
        const worst = worstOf(findings);
        if (worst === 'blocker') expect(verdict.state).toBe('short');
        if (worst === 'caution') expect(verdict.state).not.toBe('meets');
      }),
      runsOf(id),
    );
  });
});
