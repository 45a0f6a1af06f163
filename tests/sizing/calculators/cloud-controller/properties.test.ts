import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cloudController } from '../../../../src/sizing/calculators/cloud-controller/index.ts';
import type { NamedParam } from '../../../../src/sizing/core/calculator.ts';
import type { Finding } from '../../../../src/sizing/core/finding.ts';
import type { Value } from '../../../../src/sizing/core/param.ts';
import type { Inputs, Plan } from '../../../../src/sizing/core/plan.ts';
import { checkValue } from '../../../../src/sizing/core/schema.ts';

function arbitraryOf(param: NamedParam): fc.Arbitrary<Value> {
  switch (param.kind) {
    case 'number':
    case 'auto-number':
    case 'optional-number': {
      const [min, max] = param.range;
      const number = fc
        .integer({ min: Math.ceil(min / param.step), max: Math.floor(max / param.step) })
        .map((steps) => Math.max(min, steps * param.step));
      // Small numbers, where singular and plural, zero and one live, must not be drowned by large ones.
      const small = number.map((n) => Math.min(max, min + (n % 25)));
      if (param.kind === 'auto-number') return fc.oneof(fc.constant('auto'), number, small);
      return param.kind === 'number' ? fc.oneof(number, small) : fc.oneof(fc.constant(null), number, small);
    }
    case 'choice':
      return fc.constantFrom(...param.choices.map((c) => c.value));
    case 'flag':
      return fc.boolean();
    case 'text':
      return fc.constant(param.default);
  }
}

function inputsOf(scope: NamedParam['scope']): fc.Arbitrary<Inputs> {
  const own = cloudController.params.filter((param) => param.scope === scope);
  return fc.record(Object.fromEntries(own.map((param) => [param.name, arbitraryOf(param)])));
}

/** Whole plans over the whole domain of every input; an observed peak is given wherever it is asked for. */
const plans: fc.Arbitrary<Plan> = fc
  .record({
    shared: inputsOf('shared'),
    options: fc.array(inputsOf('option'), { minLength: 2, maxLength: 3 }),
  })
  .map(({ options, shared }) => ({
    calculator: cloudController.id,
    title: cloudController.planTitle,
    shared: { ...shared, observedPeak: shared.observedPeak ?? 350 },
    options: options.map((inputs, index) => ({
      letter: (['A', 'B', 'C'] as const)[index] ?? 'C',
      name: `Fleet ${index + 1}`,
      inputs,
    })),
    baseline: 'A',
  }));

function evaluate(plan: Plan, letter: Plan['baseline'] = 'B') {
  const { result } = cloudController.evaluate(plan, letter);
  if (!result) throw new Error('The plan cannot be sized.');
  return result;
}

/** The figures of option B by the id of their row. */
function figuresOf(plan: Plan): (row: string) => number {
  const rows = evaluate(plan).table.sections.flatMap((section) => section.rows);
  return (row) => {
    const value = rows.find((r) => r.id === row)?.cells.B?.value;
    if (value === undefined || value === null) throw new Error(`There is no ${row}.`);
    return value;
  };
}

function changed(plan: Plan, inputs: Inputs): Plan {
  const scopes = new Map(cloudController.params.map((param) => [param.name, param.scope]));
  const of = (scope: NamedParam['scope']) =>
    Object.fromEntries(Object.entries(inputs).filter(([name]) => scopes.get(name) === scope));
  return {
    ...plan,
    shared: { ...plan.shared, ...of('shared') },
    options: plan.options.map((option) =>
      option.letter === 'B' ? { ...option, inputs: { ...option.inputs, ...of('option') } } : option,
    ),
  };
}

function optionB(plan: Plan): Inputs {
  const inputs = plan.options.find((o) => o.letter === 'B')?.inputs;
  if (!inputs) throw new Error('There is no option B.');
  return inputs;
}

function check(property: (plan: Plan) => void, runs = 200): void {
  fc.assert(fc.property(plans, property), { numRuns: runs, seed: 20_260_523 });
}

describe('cloudController over its whole domain', () => {
  it('never carries less with one VM more', () => {
    check((plan) => {
      const vms = Number(optionB(plan).vms);
      const larger = changed(plan, { vms: vms + 1 });
      const [before, after] = [figuresOf(plan), figuresOf(larger)];
      for (const row of ['all', 'worker', 'vm', 'az']) {
        expect(after(row)).toBeGreaterThanOrEqual(before(row));
      }
    });
  });

  it('never carries more the more fails', () => {
    check((plan) => {
      const [all = 0, worker = 0, vm = 0, az = 0] = ['all', 'worker', 'vm', 'az'].map(figuresOf(plan));
      expect(worker).toBeLessThanOrEqual(all);
      expect(vm).toBeLessThanOrEqual(worker);
      expect(az).toBeLessThanOrEqual(vm);
      expect(az).toBeGreaterThanOrEqual(0);
    });
  });

  it('sums its totals from the parts shown', () => {
    check((plan) => {
      const figure = figuresOf(plan);
      const vms = figure('vms');
      expect(figure('vcpus')).toBe(vms * Number(optionB(plan).vcpusPerVm));
      expect(figure('memory')).toBeCloseTo(vms * figure('memory-per-vm'), 6);
      expect(figure('local-workers') % vms).toBe(0);
      expect(figure('processes') % vms).toBe(0);
    });
  });

  it('shows no number that is none and no text with a hole', () => {
    check((plan) => {
      for (const letter of plan.options.map((o) => o.letter)) {
        const { formNotes, result } = cloudController.evaluate(plan, letter);
        const documents = cloudController.exports(plan, letter, { link: 'https://example.test/' });
        const shown = JSON.stringify([formNotes, result, documents], (_key, value) => {
          if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('A number is none.');
          return value;
        });
        const wrong =
          /.{0,60}(?:NaN|undefined|Infinity|no limit|\b1 (VMs|AZs|requests|threads|connections|cores)\b).{0,30}/.exec(
            shown,
          );
        expect(wrong?.[0]).toBeUndefined();
      }
    }, 60);
  });

  it('says the same again when asked again and leaves the plan alone', () => {
    check((plan) => {
      const before = structuredClone(plan);
      expect(cloudController.evaluate(plan, 'B')).toEqual(cloudController.evaluate(plan, 'B'));
      expect(plan).toEqual(before);
    }, 50);
  });

  it('removes a finding by its fix, with values that the form accepts', () => {
    const fixed = new Set<string>();
    check((plan) => {
      for (const { fix, id } of evaluate(plan).findings) {
        if (!fix || fix.edit.kind === 'open-view') continue;
        for (const [name, value] of Object.entries(fix.edit.inputs)) {
          const param = cloudController.params.find((p) => p.name === name);
          if (!param) throw new Error(`There is no field ${name}.`);
          expect(checkValue(param, value).ok, `${id}: ${name}`).toBe(true);
        }
        const after = evaluate(changed(plan, fix.edit.inputs)).findings;
        expect(after.map((finding) => finding.id)).not.toContain(id);
        fixed.add(id);
      }
    }, 250);
    expect([...fixed]).toEqual(
      expect.arrayContaining(['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A8', 'A9', 'A11', 'A12', 'A15']),
    );
  });

  it('never judges better than its worst advice', () => {
    check((plan) => {
      const { findings, verdict } = evaluate(plan);
      const has = (severity: Finding['severity']) => findings.some((f) => f.severity === severity);
      if (has('blocker') || has('caution')) expect(verdict.state).not.toBe('meets');
      if (findings.some((f) => f.id === 'A1')) expect(verdict.state).toBe('short');
      if (!has('blocker') && !has('caution')) expect(verdict.state).toBe('meets');
      if (verdict.state === 'short') expect(has('blocker')).toBe(true);
    });
  });

  it('gives every finding once and with a source', () => {
    check((plan) => {
      const { findings } = evaluate(plan);
      expect(new Set(findings.map((f) => f.id)).size).toBe(findings.length);
      for (const { rules, text, title } of findings) {
        expect(rules.length).toBeGreaterThan(0);
        expect(rules.every((id) => id in cloudController.rules)).toBe(true);
        expect(title).not.toMatch(/\.$/);
        expect(text).toMatch(/\.$/);
      }
    });
  });
});
