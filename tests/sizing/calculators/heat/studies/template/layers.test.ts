import { describe, expect, it } from 'vitest';
import { milestonePlan } from '../../../../../../src/sizing/calculators/heat/hot/milestone-plan.ts';
import { busySteps } from '../../../../../../src/sizing/calculators/heat/studies/template/busy-steps.ts';
import {
  formNumbers,
  isInForm,
} from '../../../../../../src/sizing/calculators/heat/studies/template/form-numbers.ts';
import { groupLayers } from '../../../../../../src/sizing/calculators/heat/studies/template/group-layers.ts';
import { layersInPlan } from '../../../../../../src/sizing/calculators/heat/studies/template/layers-in-plan.ts';
import { readDurations } from '../../../../../../src/sizing/calculators/heat/studies/template/read-durations.ts';
import { templateFacts } from '../../../../../../src/sizing/calculators/heat/studies/template/template-facts.ts';
import { graphIn, template } from '../../hot/hot-edges.ts';
import { optionOf, planWith } from '../../plans.ts';
import { groupOf } from '../template-texts.ts';

const factsOf = (resources: Readonly<Record<string, string>>, durations = '') =>
  templateFacts(graphIn(template('2018-08-31', resources)), readDurations(durations));
const group = (count: number, more = '') => groupOf(count, 'X', more);

describe('busySteps', () => {
  const bar = (startSeconds: number, endSeconds: number, lane = 0) => ({ startSeconds, endSeconds, lane });

  it('counts busy lanes from each change on', () => {
    expect(busySteps([bar(0, 10), bar(5, 20, 1)], 20)).toEqual([
      { atSeconds: 0, lanes: 1 },
      { atSeconds: 5, lanes: 2 },
      { atSeconds: 10, lanes: 1 },
      { atSeconds: 20, lanes: 0 },
    ]);
  });

  it('has no step where one bar follows another at once', () => {
    expect(busySteps([bar(0, 10), bar(10, 20)], 20)).toEqual([
      { atSeconds: 0, lanes: 1 },
      { atSeconds: 20, lanes: 0 },
    ]);
    expect(busySteps([], 0)).toEqual([]);
  });

  it('orders changes by time, however the bars come', () => {
    expect(busySteps([bar(100, 200), bar(9, 20)], 200).map(({ atSeconds }) => atSeconds)).toEqual([
      9, 20, 100, 200,
    ]);
  });

  it('averages over a thousand even stretches from more than a thousand steps on', () => {
    // 500 bars of a second with a second between: 1,000 steps; with one more 1,002.
    const bars = (count: number) => Array.from({ length: count }, (_, at) => bar(2 * at, 2 * at + 1));
    expect(busySteps(bars(500), 999)).toHaveLength(1000);
    expect(busySteps(bars(500), 999)[0]).toEqual({ atSeconds: 0, lanes: 1 });
    const averaged = busySteps(bars(1000), 2000);
    expect(averaged).toHaveLength(1000);
    // Every stretch of two seconds is busy for one.
    expect(averaged.every(({ lanes }) => lanes === 0.5)).toBe(true);
    expect(averaged.map(({ atSeconds }) => atSeconds).slice(0, 3)).toEqual([0, 2, 4]);
  });

  it('shares a long step out among the stretches it covers', () => {
    // 600 short bars in the first 1,200 s, and one over all 4,000 s: 4 s a stretch.
    const short = Array.from({ length: 600 }, (_, at) => bar(2 * at, 2 * at + 1));
    const averaged = busySteps([...short, bar(0, 4000, 1)], 4000);
    expect(averaged[0]?.lanes).toBeCloseTo(1.5, 9);
    expect(averaged[299]?.lanes).toBeCloseTo(1.5, 9);
    expect(averaged[300]?.lanes).toBe(1);
    expect(averaged[999]?.lanes).toBe(1);
  });
});

describe('layersInPlan', () => {
  const layersOf = (resources: Readonly<Record<string, string>>) => {
    const { plan } = factsOf(resources);
    const layers = layersInPlan(milestonePlan(plan));
    return Object.fromEntries(plan.items.map(({ path }, at) => [path, layers[at]]));
  };

  it('counts the longest way to each resource', () => {
    expect(
      layersOf({
        a: '{type: X}',
        b: '{type: X, depends_on: a}',
        c: '{type: X, depends_on: [a, b]}',
        d: '{type: X}',
      }),
    ).toEqual({ a: 0, b: 1, c: 2, d: 0 });
  });

  it('stands what is inside a stack behind its holder, and what waits for it behind that', () => {
    const layers = layersOf({ g: group(2), after: '{type: X, depends_on: g}' });
    expect(layers).toEqual({ g: 0, 'g/0': 1, 'g/1': 1, after: 2 });
    expect(Object.keys(layers)).toHaveLength(4);
  });
});

describe('groupLayers', () => {
  const items = (...types: readonly string[]) => types.map((type) => ({ type }));

  it('groups by level and type while there are few enough groups', () => {
    expect(groupLayers(items('X', 'Y', 'X', 'X'), [0, 0, 0, 1], 3)).toEqual([
      { layer: 0, places: [0, 2] },
      { layer: 0, places: [1] },
      { layer: 1, places: [3] },
    ]);
  });

  it('draws neighbouring levels as one where there are too many', () => {
    // Eight levels of one type: two by two for four groups.
    const chain = Array.from({ length: 8 }, (_, at) => at);
    expect(groupLayers(items(...chain.map(() => 'X')), chain, 4)).toEqual([
      { layer: 0, places: [0, 1] },
      { layer: 1, places: [2, 3] },
      { layer: 2, places: [4, 5] },
      { layer: 3, places: [6, 7] },
    ]);
    expect(groupLayers(items(...chain.map(() => 'X')), chain, 7)).toHaveLength(4);
    expect(groupLayers(items(...chain.map(() => 'X')), chain, 8)).toHaveLength(8);
  });

  it('gives up types at last', () => {
    const types = Array.from({ length: 8 }, (_, at) => `T${at}`);
    // Eight types: by level alone, two levels to a group for two groups of four.
    expect(groupLayers(items(...types), [0, 0, 1, 1, 2, 2, 3, 3], 2)).toEqual([
      { layer: 0, places: [0, 1, 2, 3] },
      { layer: 1, places: [4, 5, 6, 7] },
    ]);
    expect(groupLayers(items(...types), [0, 0, 0, 0, 0, 0, 0, 0], 2)).toEqual([
      { layer: 0, places: [0, 1, 2, 3, 4, 5, 6, 7] },
    ]);
    // Two levels are kept apart where two groups are allowed.
    expect(groupLayers(items(...types), [0, 0, 0, 0, 1, 1, 1, 1], 3)).toHaveLength(2);
  });
});

describe('templateFacts', () => {
  it('counts resources of the whole tree, its stacks and its work', () => {
    const facts = factsOf({ g: group(3), a: '{type: X}' }, 'X: 7');
    // The group itself takes no time.
    expect([facts.resources, facts.nestedStacks, facts.totalWorkSeconds]).toEqual([5, 1, 28]);
  });

  it.each([
    ['two side by side', { a: '{type: X}', b: '{type: X}' }, 2],
    ['a chain', { a: '{type: X}', b: '{type: X, depends_on: a}' }, 1],
    ['a group of 5', { g: group(5) }, 5],
    // One pause for the second group in the outer stack, and the larger group’s four.
    ['groups of 5 and 3 side by side', { g: group(5), h: group(3) }, 6],
    ['groups of 5 and 3, one behind the other', { g: group(5), h: group(3, ', depends_on: g') }, 7],
    ['groups of 3 and 5, one behind the other', { h: group(5, ', depends_on: g'), g: group(3) }, 7],
    ['a group of 5 behind two', { a: '{type: X}', b: '{type: X}', g: group(5, ', depends_on: [a, b]') }, 6],
    ['two ways to a group of 2', { g: group(5), h: group(2), i: group(2, ', depends_on: [g, h]') }, 7],
    ['nothing', {}, 1],
  ])('counts the pauses of %s as leaves', (_, resources, leaves) => {
    expect(factsOf(resources as Readonly<Record<string, string>>).leaves).toBe(leaves);
  });

  it('names a file that is missing once, and what a condition leaves out', () => {
    const resources = {
      a: '{type: web.yaml}',
      b: '{type: web.yaml}',
      c: '{type: db.yaml}',
      d: '{type: X, condition: never}',
    };
    const graph = graphIn(template('2018-08-31', resources, 'conditions: {never: false}'));
    const facts = templateFacts(graph, readDurations(''));
    expect(facts.missingFiles).toEqual(['web.yaml', 'db.yaml']);
    expect(facts.disabled).toEqual(['d']);
  });
});

describe('formNumbers', () => {
  it('has the mean, and the chain counted in means', () => {
    // 10 + 3 × 30 = 100 s; a chain of 40 s is 1.6 means of 25 s.
    const facts = factsOf(
      {
        a: '{type: A}',
        b: '{type: X, depends_on: a}',
        c: '{type: X, depends_on: a}',
        d: '{type: X, depends_on: a}',
      },
      'A: 10\nX: 30',
    );
    expect(formNumbers(facts, 40)).toEqual({
      resources: 4,
      secondsPerResource: 25,
      longestChain: 2,
      leaves: 1,
    });
    // Never none, and no longer than there are resources.
    expect(formNumbers(facts, 1)?.longestChain).toBe(1);
    expect(formNumbers(facts, 1000)?.longestChain).toBe(4);
  });

  it('stays within what the form takes: a tenth of a second to an hour, in thousandths', () => {
    const mean = (durations: string) =>
      formNumbers(factsOf({ a: '{type: X}', b: '{type: X}', c: '{type: Y}' }, durations), 10)
        ?.secondsPerResource;
    expect(mean('X: 0\nY: 0')).toBe(0.1);
    expect(mean('X: 86400\nY: 86400')).toBe(3600);
    expect(mean('X: 1\nY: 2')).toBe(1.333);
  });

  it('has no numbers for a template that creates nothing', () => {
    expect(formNumbers(factsOf({}), 0)).toBeNull();
  });

  it('counts no more leaves than resources', () => {
    // A group and its two members.
    const facts = factsOf({ g: group(2) });
    expect(formNumbers(facts, 5)?.leaves).toBe(2);
    expect(formNumbers({ ...facts, leaves: 9 }, 5)?.leaves).toBe(3);
  });
});

describe('isInForm', () => {
  const numbers = { resources: 300, secondsPerResource: 20, longestChain: 6, leaves: 5 };
  const inputs = optionOf(planWith({ leaves: 5 })).inputs;

  it('asks for all four numbers', () => {
    expect(isInForm(numbers, inputs)).toBe(true);
    for (const name of ['resources', 'secondsPerResource', 'longestChain', 'leaves'] as const)
      expect(isInForm({ ...numbers, [name]: numbers[name] + 1 }, inputs)).toBe(false);
  });
});
