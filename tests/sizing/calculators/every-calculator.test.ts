import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculators } from '../../../src/sizing/calculators/index.ts';
import { registry } from '../../../src/sizing/calculators/registry.ts';
import type { Calculator, Evaluation } from '../../../src/sizing/core/calculator.ts';
import { numberText } from '../../../src/sizing/core/number-text.ts';
import type { Inputs, Letter, Plan } from '../../../src/sizing/core/plan.ts';
import { nameLength, nameProblem, titleLength } from '../../../src/sizing/core/plan.ts';
import { planOf } from '../../../src/sizing/core/preset.ts';
import { checkValue } from '../../../src/sizing/core/schema.ts';
import { sampleCalculator } from '../../sample-calculator/index.ts';
import { arbitrarySession } from '../../share/arbitrary-session.ts';

const all = [...calculators, sampleCalculator];
const context = { link: 'https://plimsoll.example/#x' };

/** Every leaf of a value, with the way to it. */
function leaves(value: unknown, path = ''): readonly (readonly [path: string, leaf: unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

/** Ids of all rules cited anywhere within a value. */
function citedIn(value: unknown): readonly string[] {
  return leaves(value).flatMap(([path, leaf]) =>
    /\.rules\.\d+$/.test(path) && typeof leaf === 'string' ? [leaf] : [],
  );
}

function expectSayable(value: unknown): void {
  for (const [path, leaf] of leaves(value)) {
    if (typeof leaf === 'number' && !Number.isFinite(leaf)) throw new Error(`${path} is ${leaf}`);
    if (typeof leaf === 'string' && /\b(?:NaN|undefined|Infinity|null)\b|\[object /.test(leaf))
      throw new Error(`${path} says “${leaf}”`);
  }
}

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFrozen);
  }
  return value;
}

/** Texts of all numbers that an option's figures can come from. */
function numbersOf(plan: Plan, letter: Letter, evaluation: Evaluation): readonly string[] {
  const own: Inputs = plan.options.find((o) => o.letter === letter)?.inputs ?? {};
  return Object.values({ ...plan.shared, ...own, ...evaluation.autoValues }).flatMap((value) =>
    typeof value === 'number' ? [numberText(value)] : [],
  );
}

/** Whether a number stands in a text by itself, not as part of a longer one. */
function mentions(text: string, number: string): boolean {
  const quoted = number.replaceAll('.', '\\.');
  return new RegExp(`(?<![\\d.,])${quoted}(?![\\d]|[.,]\\d)`).test(text);
}

const plansOf = (calculator: Calculator) =>
  calculator.presets.map((preset) => ({ id: preset.id, ...planOf(calculator, preset) }));

describe('registry', () => {
  it('has calculators with different ids, and loads what it says', async () => {
    const loaded = await Promise.all(registry.map((entry) => entry.load()));
    expect(loaded.map(({ id, title }) => ({ id, title }))).toEqual(
      registry.map(({ id, title }) => ({ id, title })),
    );
    expect(new Set(all.map((c) => c.id)).size).toBe(all.length);
    expect(loaded.every((c) => c.isWhole)).toBe(true);
  });

  it.each(registry.map((entry) => [entry.id, entry] as const))(
    'gives for %s the same answer before rules, charts and files are loaded',
    async (_, entry) => {
      const [first, whole] = await Promise.all([entry.loadFirst(), entry.load()]);
      for (const { plan, selected } of plansOf(whole)) {
        const evaluation = whole.evaluate(plan, selected);
        const answered = first.evaluate(plan, selected);
        expect({ ...answered, result: null }).toEqual({ ...evaluation, result: null });
        expect(answered.result?.verdict).toEqual(evaluation.result?.verdict);
        expect(answered.result?.findings).toEqual(evaluation.result?.findings);
        expect(first.exports(plan, selected, context)).toEqual([]);
      }
    },
  );
});

describe.each(all.map((c) => [c.id, c] as const))('%s', (_, calculator) => {
  const rules = Object.keys(calculator.rules);

  it('has defaults that its own fields accept', () => {
    for (const param of calculator.params)
      expect(checkValue(param, param.default)).toEqual({ ok: true, value: param.default });
  });

  it('has presets whose every value is accepted by its field and whose names are names', () => {
    expect(calculator.presets.length).toBeGreaterThan(0);
    expect(new Set(calculator.presets.map((p) => p.id)).size).toBe(calculator.presets.length);
    for (const preset of calculator.presets) {
      const scopes = [
        ['shared', preset.shared ?? {}],
        ...preset.options.map((o) => ['option', o.inputs] as const),
      ] as const;
      for (const [scope, inputs] of scopes) {
        for (const [name, value] of Object.entries(inputs)) {
          const param = calculator.params.find((p) => p.name === name && p.scope === scope);
          if (!param) throw new Error(`${preset.id} sets ${name}, which is no ${scope} field`);
          expect(checkValue(param, value)).toEqual({ ok: true, value });
        }
      }
      expect(preset.options.length).toBeGreaterThan(0);
      for (const { name } of preset.options) expect(nameProblem(name, nameLength)).toBeUndefined();
      const letters = planOf(calculator, preset).plan.options.map((o) => o.letter);
      expect(letters).toContain(planOf(calculator, preset).selected);
      expect(letters).toContain(planOf(calculator, preset).plan.baseline);
    }
    expect(nameProblem(calculator.planTitle, titleLength)).toBeUndefined();
  });

  it('sizes every preset without a problem', () => {
    for (const { plan, selected } of plansOf(calculator)) {
      const evaluation = calculator.evaluate(plan, selected);
      expect(evaluation.problems).toEqual({});
      expect(evaluation.result?.gauge.hulls.map((h) => h.letter)).toEqual(plan.options.map((o) => o.letter));
    }
  });

  it('says of each rule where it stands, and quotes the guide word for word', () => {
    expect(rules.length).toBeGreaterThan(0);
    for (const [id, rule] of Object.entries(calculator.rules)) {
      expect(rule.id).toBe(id);
      expect(rule.statement).toMatch(/\S.*[.!?]$/);
      expect(rule.document).toMatch(/\S/);
      expect(rule.section).toMatch(/\S/);
      if (rule.origin === 'guide') expect([id, rule.quotes.length]).not.toEqual([id, 0]);
      for (const quote of rule.quotes) expect(quote.trim()).toBe(quote);
      for (const quote of rule.quotes) expect(quote).not.toBe('');
    }
  });

  it('has fields with names and keys of their own, in groups that exist', () => {
    const names = calculator.params.map((p) => p.name);
    expect(new Set(names).size).toBe(names.length);
    const keys = calculator.params.map((p) => `${p.scope} ${p.key}`);
    expect(new Set(keys).size).toBe(keys.length);
    const groups = calculator.groups.map((g) => g.id);
    expect(new Set(groups).size).toBe(groups.length);
    for (const param of calculator.params) expect(groups).toContain(param.group);
    for (const group of groups) expect(calculator.params.map((p) => p.group)).toContain(group);
  });

  it('has views of its own names, Size and compare first, and inputs of studies only for views it has', () => {
    const views = calculator.views.map((v) => v.id);
    expect(new Set(views).size).toBe(views.length);
    expect(views[0]).toBe('size');
    for (const { view } of calculator.params) if (view !== undefined) expect(views).toContain(view);
  });

  it('has help that ends with a full stop and labels that do not', () => {
    for (const param of calculator.params) {
      if (param.help !== undefined) expect(param.help).toMatch(/\S\.$/);
      expect(param.label).toMatch(/[^.:\s]$/);
    }
    for (const group of calculator.groups) expect(group.label).toMatch(/[^.:\s]$/);
  });

  it('has ranges, steps and sliders that make sense', () => {
    for (const param of calculator.params) {
      if (!('range' in param)) continue;
      const [min, max] = param.range;
      expect(min).toBeLessThan(max);
      expect(param.step).toBeGreaterThan(0);
      if (param.whole) expect([min, max, param.step].every(Number.isInteger)).toBe(true);
      if (!param.slider) continue;
      expect(param.slider.min).toBeGreaterThanOrEqual(min);
      expect(param.slider.max).toBeLessThanOrEqual(max);
      for (const { at } of param.slider.marks) {
        expect(at).toBeGreaterThanOrEqual(param.slider.min);
        expect(at).toBeLessThanOrEqual(param.slider.max);
      }
    }
  });

  it('cites only rules it has, in its fields and presets', () => {
    for (const id of citedIn([calculator.params, calculator.presets])) expect(rules).toContain(id);
  });

  it('answers for any plan, with rules it has and without a number that is none', () => {
    fc.assert(
      fc.property(arbitrarySession(calculator), ({ plan, selected }) => {
        const evaluation = calculator.evaluate(plan, selected);
        expectSayable(evaluation);
        for (const id of citedIn(evaluation)) expect(rules).toContain(id);
        const wrong = Object.keys(evaluation.problems);
        expect(evaluation.result === null).toBe(wrong.includes(selected));
        const names = calculator.params.map((p) => p.name);
        for (const { field } of Object.values(evaluation.problems).flat()) expect(names).toContain(field);
        const findings = (evaluation.result?.findings ?? []).map((f) => f.id);
        expect(new Set(findings).size).toBe(findings.length);
        const rows = (evaluation.result?.table.sections ?? []).flatMap((s) => s.rows.map((r) => r.id));
        expect(new Set(rows).size).toBe(rows.length);
        expectSayable(calculator.exports(plan, selected, context));
      }),
      { numRuns: 100 },
    );
  });

  it('has a value for every field left to its rule, one that the field itself would accept', () => {
    fc.assert(
      fc.property(arbitrarySession(calculator), ({ plan, selected }) => {
        const { autoValues } = calculator.evaluate(plan, selected);
        const autos = calculator.params.filter((p) => p.kind === 'auto-number');
        expect(Object.keys(autoValues).sort()).toEqual(autos.map((p) => p.name).sort());
        for (const param of autos) {
          const value = autoValues[param.name];
          expect([param.name, checkValue(param, value)]).toEqual([param.name, { ok: true, value }]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is pure: it changes nothing it is given and answers the same twice', () => {
    fc.assert(
      fc.property(arbitrarySession(calculator), ({ plan, selected }) => {
        const frozen = deepFrozen(plan);
        expect(calculator.evaluate(frozen, selected)).toEqual(calculator.evaluate(frozen, selected));
        expect(calculator.exports(frozen, selected, context)).toEqual(
          calculator.exports(frozen, selected, context),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('explains every number of the comparison with the values of the user and the result', () => {
    for (const { plan } of plansOf(calculator)) {
      for (const { letter } of plan.options) {
        const evaluation = calculator.evaluate(plan, letter);
        const numbers = numbersOf(plan, letter, evaluation);
        const rows = evaluation.result?.table.sections.flatMap((s) => s.rows) ?? [];
        expect(rows.length).toBeGreaterThan(0);
        for (const row of rows) {
          const cell = row.cells[letter];
          if (!cell || cell.value === null) continue;
          const where = `${row.id} of option ${letter}`;
          const { formula = '', origins = [], worked = '' } = cell.explain ?? {};
          expect([where, formula]).not.toEqual([where, '']);
          expect([where, origins.length]).not.toEqual([where, 0]);
          expect([where, ...origins]).toEqual([where, ...new Set(origins)]);
          if (!numbers.some((number) => mentions(worked, number)))
            throw new Error(`${where}: “${worked}” has none of ${numbers.join(', ')}`);
        }
      }
    }
  });

  it('offers only fixes that its fields accept', () => {
    fc.assert(
      fc.property(arbitrarySession(calculator), ({ plan, selected }) => {
        for (const { fix, id } of calculator.evaluate(plan, selected).result?.findings ?? []) {
          if (!fix || fix.edit.kind === 'open-view') continue;
          for (const [name, value] of Object.entries(fix.edit.inputs)) {
            const param = calculator.params.find((p) => p.name === name);
            if (!param) throw new Error(`${id} sets ${name}, which is no field`);
            expect([id, name, checkValue(param, value)]).toEqual([id, name, { ok: true, value }]);
          }
          if (fix.edit.kind === 'add-option') expect(nameProblem(fix.edit.name, nameLength)).toBeUndefined();
        }
      }),
      { numRuns: 100 },
    );
  });
});
