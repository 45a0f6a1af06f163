import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heat } from '../../../../src/sizing/calculators/heat/index.ts';
import type { HeatInputs } from '../../../../src/sizing/calculators/heat/params.ts';
import type { Reckoning } from '../../../../src/sizing/calculators/heat/reckoning.ts';
import { sizeHeat } from '../../../../src/sizing/calculators/heat/size.ts';
import { worstOf } from '../../../../src/sizing/core/finding.ts';
import type { Plan } from '../../../../src/sizing/core/plan.ts';
import { checkValue } from '../../../../src/sizing/core/schema.ts';
import { anyPlan } from './any-plan.ts';
import { pressed, resultOf } from './plans.ts';

const runs = { numRuns: 150 };

/** What the calculator computes with for option A. */
function inputsOf(plan: Plan): HeatInputs {
  const { autoValues } = heat.evaluate(plan, 'A');
  // The plan's values have passed the schema, and every auto is a number now.
  return { ...plan.shared, ...plan.options[0]?.inputs, ...autoValues } as unknown as HeatInputs;
}

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(numbersIn) : [];
}

describe('heat, over its whole domain', () => {
  it('gives an answer without a number that is none', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const { formNotes, result } = heat.evaluate(plan, 'B');
        const said = JSON.stringify([
          result,
          formNotes,
          heat.exports(plan, 'B', { link: 'https://example.org' }),
        ]);
        expect(numbersIn(result).filter((number) => !Number.isFinite(number))).toEqual([]);
        expect(said.match(/NaN|Infinity|undefined|no limit\b(?! given)|no end/g)).toBeNull();
      }),
      runs,
    );
  });

  it('answers the same question the same way and leaves the plan as it was', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const before = structuredClone(plan);
        expect(heat.evaluate(plan, 'A')).toEqual(heat.evaluate(plan, 'A'));
        expect(plan).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });

  it('never has the short end of a time above the long one', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const { guide, upstream } = sizeHeat(inputsOf(plan));
        for (const { allUp, controllerLost, convergenceOff } of [guide, upstream]) {
          for (const time of [allUp, controllerLost, convergenceOff]) {
            if (time) expect(time.lowSeconds).toBeLessThanOrEqual(time.highSeconds);
          }
        }
      }),
      runs,
    );
  });

  it('is never slower by the guide with one worker more, nor faster with a controller lost', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const inputs = inputsOf(plan);
        const { guide } = sizeHeat(inputs);
        const more = sizeHeat({ ...inputs, engineWorkers: inputs.engineWorkers + 1 }).guide;
        const slack = 1 + 1e-9;
        expect(more.allUp.lowSeconds).toBeLessThanOrEqual(guide.allUp.lowSeconds * slack);
        expect(more.allUp.highSeconds).toBeLessThanOrEqual(guide.allUp.highSeconds * slack);
        if (guide.controllerLost) {
          expect(guide.controllerLost.highSeconds * slack).toBeGreaterThanOrEqual(guide.allUp.highSeconds);
        }
      }),
      runs,
    );
  });

  it('adds the ceiling up from its parts, process by process', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const inputs = inputsOf(plan);
        const { guide, upstream } = sizeHeat(inputs);
        const sum = ({ ceiling: c }: Reckoning) =>
          c.enginePool + c.engineOverflow + c.apiPool + c.apiOverflow;
        expect(guide.ceiling.total).toBe(sum(guide));
        expect(upstream.ceiling.total).toBe(sum(upstream));
        const { apiWorkers, controllers, engineWorkers, overflow, poolSize } = inputs;
        if (inputs.executorThreads === null) {
          expect(guide.ceiling.total).toBe(
            controllers * (engineWorkers + apiWorkers) * (poolSize + overflow),
          );
        }
      }),
      runs,
    );
  });

  it('has a verdict exactly as bad as its worst advice', () => {
    const states = { blocker: 'short', caution: 'changes', note: 'meets', fine: 'meets' } as const;
    fc.assert(
      fc.property(anyPlan, fc.constantFrom('A' as const, 'B' as const), (plan, selected) => {
        const { findings, verdict } = resultOf(plan, selected);
        expect(verdict.state).toBe(states[worstOf(findings)]);
      }),
      runs,
    );
  });

  it('offers only fixes that its own fields accept and that make the finding go away', () => {
    fc.assert(
      fc.property(anyPlan, fc.constantFrom('A' as const, 'B' as const), (plan, selected) => {
        for (const { fix, id } of resultOf(plan, selected).findings) {
          if (!fix || fix.edit.kind === 'open-view') continue;
          for (const [name, value] of Object.entries(fix.edit.inputs)) {
            const param = heat.params.find((p) => p.name === name);
            expect(param && checkValue(param, value), `${id}: ${name} ${value}`).toEqual({ ok: true, value });
          }
          const after = pressed(plan, selected, fix);
          const still = resultOf(after.plan, after.selected).findings.map((finding) => finding.id);
          expect(still, id).not.toContain(id);
        }
      }),
      runs,
    );
  });

  it('cites only rules it has', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const result = resultOf(plan);
        const cells = result.table.sections.flatMap((s) => s.rows.flatMap((row) => Object.values(row.cells)));
        const cited = [
          ...result.findings.flatMap((finding) => finding.rules),
          ...cells.flatMap((cell) => cell.explain?.rules ?? []),
        ];
        expect(cited.filter((id) => !(id in heat.rules))).toEqual([]);
      }),
      runs,
    );
  });
});
