import * as fc from 'fast-check';
import type { Session } from '../../src/share/session.ts';
import type { Calculator, NamedParam } from '../../src/sizing/core/calculator.ts';
import type { Value } from '../../src/sizing/core/param.ts';
import { type Letter, letters, nameLength, nameProblem, titleLength } from '../../src/sizing/core/plan.ts';

/** Any value a parameter accepts. */
function arbitraryValue(param: NamedParam): fc.Arbitrary<Value> {
  switch (param.kind) {
    case 'number':
      return arbitraryNumber(param);
    case 'auto-number':
      return fc.oneof(fc.constant('auto'), arbitraryNumber(param));
    case 'optional-number':
      return fc.oneof(fc.constant(null), arbitraryNumber(param));
    case 'choice':
      return fc.constantFrom(...param.choices.map((c) => c.value));
    case 'flag':
      return fc.boolean();
    case 'text':
      return fc
        .stringMatching(/^[a-zA-Z0-9._-]+$/)
        .filter((s) => s.length <= param.maxLength && param.pattern.test(s))
        .map((s) => s || param.default);
  }
}

function arbitraryNumber(param: Extract<NamedParam, { whole: boolean }>): fc.Arbitrary<number> {
  const [min, max] = param.range;
  return param.whole
    ? fc.integer({ min, max })
    : fc.double({ min, max, noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n));
}

function arbitraryName(maxLength: number): fc.Arbitrary<string> {
  return fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
    )
    .filter((name) => nameProblem(name, maxLength) === undefined);
}

/** Any session the page can be in. */
export function arbitrarySession(calculator: Calculator): fc.Arbitrary<Session> {
  const inputs = (scope: NamedParam['scope']) =>
    fc.record(
      Object.fromEntries(
        calculator.params.filter((p) => p.scope === scope).map((p) => [p.name, arbitraryValue(p)]),
      ),
    );
  return fc
    .record({
      title: arbitraryName(titleLength),
      shared: inputs('shared'),
      order: fc.shuffledSubarray([...letters], { minLength: 1 }),
      names: fc.array(arbitraryName(nameLength), { minLength: 6, maxLength: 6 }),
      options: fc.array(inputs('option'), { minLength: 6, maxLength: 6 }),
      baseline: fc.nat(),
      selected: fc.nat(),
      view: fc.constantFrom(...calculator.views.map((v) => v.id)),
    })
    .map((made): Session => {
      const at = (index: number): Letter => made.order[index % made.order.length] ?? 'A';
      return {
        plan: {
          calculator: calculator.id,
          title: made.title,
          shared: made.shared,
          options: made.order.map((letter, index) => ({
            letter,
            name: made.names[index] ?? '',
            inputs: made.options[index] ?? {},
          })),
          baseline: at(made.baseline),
        },
        selected: at(made.selected),
        view: made.view,
        unknown: new Map(),
      };
    });
}
