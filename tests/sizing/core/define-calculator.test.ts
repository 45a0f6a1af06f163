import { describe, expect, it } from 'vitest';
import { defineCalculator, defineFirstPart } from '../../../src/sizing/core/define-calculator.ts';
import { autoCount, count } from '../../../src/sizing/core/param.ts';
import type { Inputs, Plan } from '../../../src/sizing/core/plan.ts';
import { planOf } from '../../../src/sizing/core/preset.ts';
import { sampleCalculator } from '../../sample-calculator/index.ts';

const context = { link: 'https://plimsoll.example/#sample-queue' };

function samplePlan(
  changes: { readonly shared?: Inputs; readonly a?: Inputs; readonly b?: Inputs } = {},
): Plan {
  const [preset] = sampleCalculator.presets;
  if (!preset) throw new Error('no preset');
  const { plan } = planOf(sampleCalculator, preset);
  const extra = { A: changes.a, B: changes.b };
  return {
    ...plan,
    shared: { ...plan.shared, ...changes.shared },
    options: plan.options.map((o) => ({
      ...o,
      inputs: { ...o.inputs, ...(o.letter === 'A' || o.letter === 'B' ? extra[o.letter] : {}) },
    })),
  };
}

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFrozen);
  }
  return value;
}

const chainedParams = {
  first: autoCount({ ...field('a'), range: [1, 1000] }),
  second: autoCount({ ...field('b'), range: [1, 1000] }),
  third: autoCount({ ...field('c'), range: [1, 1000] }),
  n: count({ ...field('n'), range: [1, 100], default: 4 }),
};

/** Three fields, each following the one before: 1 + n, twice that, and their sum. */
const chained = defineCalculator(
  defineFirstPart({
    ...base('chained'),
    params: chainedParams,
    autos: {
      // Declared in another order than the parameters; the parameters' order counts.
      third: (inputs) => inputs.first + inputs.second,
      second: (inputs) => 2 * inputs.first,
      first: (inputs) => 1 + inputs.n,
    },
    // An option with a problem is not drawn, so that this calculator needs no view.
    problems: ({ n }) => [{ field: 'n' as const, message: `${n} is not to be drawn.` }],
    size: (inputs) => inputs.third,
    findings: () => [],
    formNotes: () => ({}),
    verdict: () => {
      throw new Error('not shown in this test');
    },
  }),
);

function field(key: string) {
  return { key, scope: 'option', group: 'g', label: key, unit: 'units' } as const;
}

function base(id: string) {
  return {
    id,
    title: id,
    question: '',
    planTitle: id,
    groups: [{ id: 'g', label: 'G' }],
    presets: [{ id: 'p', label: 'P', note: '', rules: [], options: [{ name: 'One', inputs: {} }] }],
    migrations: [same, same],
  } as const;
}

describe('defineCalculator', () => {
  it('resolves fields left to their rule in the order of the parameters', () => {
    expect(autoValuesWith({})).toEqual({ first: 5, second: 10, third: 15 });
  });

  it('lets what the user set stand, and later rules follow it', () => {
    expect(autoValuesWith({ first: 7 })).toEqual({ first: 7, second: 14, third: 21 });
    expect(autoValuesWith({ second: 1 })).toEqual({ first: 5, second: 1, third: 6 });
  });

  it('leaves an option that contradicts itself out of the comparison and says which field is wrong', () => {
    // Ten connections are enough for the 10 consumers of option A, not for the 20 of option B.
    const evaluation = sampleCalculator.evaluate(samplePlan({ shared: { limit: 10 } }), 'A');
    expect(evaluation.problems).toEqual({
      B: [{ field: 'limit', message: 'Connections allowed: 20 consumers need one each.' }],
    });
    expect(evaluation.result?.gauge.hulls.map((h) => h.letter)).toEqual(['A']);
    expect(evaluation.result?.table.sections[0]?.rows[0]?.cells).not.toHaveProperty('B');
  });

  it('has no result when the selected option contradicts itself, but still speaks in its form', () => {
    const evaluation = sampleCalculator.evaluate(samplePlan({ shared: { limit: 10 } }), 'B');
    expect(evaluation.result).toBeNull();
    expect(evaluation.formNotes.hints).toEqual({ nodes: 'Each takes 32.' });
    expect(evaluation.autoValues).toEqual({ prefetch: 32 });
    expect(sampleCalculator.exports(samplePlan({ shared: { limit: 10 } }), 'B', context)).toEqual([]);
  });

  it('compares with the leftmost sound option when the baseline contradicts itself', () => {
    const plan = samplePlan({ shared: { limit: 10 } });
    const evaluation = sampleCalculator.evaluate({ ...plan, baseline: 'B' }, 'A');
    expect(evaluation.result?.gauge.hulls.map((h) => [h.letter, h.isBaseline])).toEqual([['A', true]]);
  });

  it('compares with the option the plan names as baseline, not with the leftmost', () => {
    const evaluation = sampleCalculator.evaluate({ ...samplePlan(), baseline: 'B' }, 'A');
    expect(evaluation.result?.gauge.hulls.map((h) => [h.letter, h.isBaseline])).toEqual([
      ['A', false],
      ['B', true],
    ]);
  });

  it('tells for the selected option what its automatic fields stand for', () => {
    const plan = samplePlan({ a: { mode: 'classic' }, b: { prefetch: 50 } });
    expect(sampleCalculator.evaluate(plan, 'A').autoValues).toEqual({ prefetch: 16 });
    expect(sampleCalculator.evaluate(plan, 'B').autoValues).toEqual({ prefetch: 50 });
  });

  it('sizes by hand-reckoned numbers: 10 and 20 consumers with 32 messages each', () => {
    const { result } = sampleCalculator.evaluate(samplePlan(), 'B');
    expect(result?.table.sections[0]?.rows[0]?.cells).toMatchObject({ A: { value: 320 }, B: { value: 640 } });
    expect(result?.verdict.state).toBe('meets');
    expect(sampleCalculator.evaluate(samplePlan(), 'A').result?.findings[0]?.title).toBe('Use 13 consumers');
  });

  it('changes nothing it is given and answers the same twice', () => {
    const plan = deepFrozen(samplePlan());
    const twice = [1, 2].map(() => sampleCalculator.evaluate(plan, 'B'));
    expect(twice[0]).toEqual(twice[1]);
    const exports = [1, 2].map(() => sampleCalculator.exports(plan, 'B', context));
    expect(exports[0]).toEqual(exports[1]);
    expect(exports[0]).toHaveLength(1);
  });

  it('counts its version from its migrations', () => {
    expect(sampleCalculator.version).toBe(1);
    expect(chained.version).toBe(3);
  });

  it('has neither rules nor files before its later part is there', () => {
    expect(chained).toMatchObject({ isWhole: false, rules: {} });
    expect(sampleCalculator.isWhole).toBe(true);
  });

  it('leaves a text that reads “auto” as it is: only numbers follow rules', () => {
    const plan = samplePlan({ a: { vhost: 'auto' } });
    const [file] = sampleCalculator.exports(plan, 'A', context);
    expect(file?.content).toMatchObject({
      entries: expect.arrayContaining([{ key: 'vhost', value: 'auto' }]),
    });
  });

  it('hides no field unless the calculator says so', () => {
    const { formNotes } = sampleCalculator.evaluate(samplePlan(), 'A');
    expect(formNotes).toEqual({
      hints: { nodes: 'Each takes 32.' },
      choiceLabels: {},
      legends: {},
      hidden: [],
    });
  });

  it('has a view for sizing and one a study, light and without attachments unless told', () => {
    expect(sampleCalculator.views).toEqual([
      { id: 'size', title: 'Size and compare', attachments: [], isHeavy: false },
      { id: 'details', title: 'Details', attachments: [], isHeavy: false },
    ]);
  });

  it('studies the selected option, and none that contradicts itself', async () => {
    const study = await sampleCalculator.study('details');
    expect(study?.evaluate(samplePlan(), 'B', {})?.verdict.headline).toBe('Tomorrow in detail.');
    expect(study?.evaluate(samplePlan({ shared: { limit: 10 } }), 'B', {})).toBeNull();
    expect(study?.startJob(samplePlan({ shared: { limit: 10 } }), 'B', {})).toBeNull();
  });

  it('starts nothing for a study that has no work done in pieces', async () => {
    const study = await sampleCalculator.study('details');
    expect(study?.jobLabel).toBeNull();
    expect(study?.startJob(samplePlan(), 'A', {})).toBeNull();
  });

  it('knows no study of a view that is none', () => {
    expect(sampleCalculator.study('nowhere')).toBeUndefined();
    expect(sampleCalculator.views[0]?.id).toBe('size');
  });
});

function same<T>(raw: T): T {
  return raw;
}

/** What the chained calculator makes of its automatic fields. */
function autoValuesWith(inputs: Inputs) {
  const [preset] = chained.presets;
  if (!preset) throw new Error('no preset');
  const { plan, selected } = planOf(chained, preset);
  const options = plan.options.map((o) => ({ ...o, inputs: { ...o.inputs, ...inputs } }));
  return chained.evaluate({ ...plan, options }, selected).autoValues;
}
