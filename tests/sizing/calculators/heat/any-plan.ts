import fc from 'fast-check';
import { heat } from '../../../../src/sizing/calculators/heat/index.ts';
import type { AnyNumberParam, Param } from '../../../../src/sizing/core/param.ts';
import type { Inputs, Plan } from '../../../../src/sizing/core/plan.ts';
import { planWith } from './plans.ts';

type Value = Inputs[string];

/** Whole range, but as often the small numbers people enter, where rules change their mind. */
function anyNumber({ range: [min, max], whole }: AnyNumberParam): fc.Arbitrary<number> {
  const near = Math.min(max, min + 40);
  if (whole)
    return fc.oneof(fc.integer({ min, max: near }), fc.integer({ min, max }), fc.constantFrom(min, max));
  return fc.oneof(
    fc.integer({ min: Math.ceil(min * 10), max: Math.floor(near * 10) }).map((tenths) => tenths / 10),
    fc.double({ min, max, noNaN: true }),
  );
}

function anyInputs(scope: 'shared' | 'option'): fc.Arbitrary<Inputs> {
  const params = heat.params.filter((param) => param.scope === scope);
  return fc.record(Object.fromEntries(params.map((param) => [param.name, anyValue(param)])));
}

function anyValue(param: Param): fc.Arbitrary<Value> {
  switch (param.kind) {
    case 'number':
      return anyNumber(param);
    case 'auto-number':
      return fc.oneof(fc.constant('auto'), anyNumber(param));
    case 'optional-number':
      return fc.oneof(fc.constant(null), anyNumber(param));
    case 'choice':
      return fc.constantFrom(...param.choices.map((choice) => choice.value));
    case 'flag':
      return fc.boolean();
    case 'text':
      return fc.constant(param.default);
  }
}

/** Any plan of two options whose fields do not contradict one another. */
export const anyPlan: fc.Arbitrary<Plan> = fc
  .tuple(anyInputs('shared'), anyInputs('option'), anyInputs('option'))
  .map(([shared, a, b]) => {
    const longestChain = Math.min(Number(shared.longestChain), Number(shared.resources));
    const leaves =
      typeof shared.leaves === 'number' ? Math.min(shared.leaves, Number(shared.resources)) : null;
    const most = shared.maxConnections;
    const otherConnections =
      typeof most === 'number'
        ? Math.min(most, Number(shared.otherConnections))
        : (shared.otherConnections ?? 0);
    return planWith({ ...shared, leaves, longestChain, otherConnections }, a, b);
  });
