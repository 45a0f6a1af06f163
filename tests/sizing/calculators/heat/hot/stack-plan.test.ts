import { describe, expect, it } from 'vitest';
import { graphOfShape, stackPlan } from '../../../../../src/sizing/calculators/heat/hot/stack-plan.ts';
import { graphIn, template } from './hot-edges.ts';

describe('stackPlan', () => {
  const text = template('2016-10-14', {
    a: '{type: X}',
    g: '{type: OS::Heat::ResourceGroup, depends_on: a, properties: {count: 2, resource_def: {type: X}}}',
    e: '{type: X, external_id: abc}',
  });
  const { items, stacks } = stackPlan(graphIn(text), () => 7);

  it('finds in each stack what waits for nothing and what nothing waits for', () => {
    const paths = (places: readonly number[]) => places.map((place) => items[place]?.path);
    expect(stacks.map(({ leaves, roots }) => [paths(leaves), paths(roots)])).toEqual([
      [
        ['a', 'e'],
        ['g', 'e'],
      ],
      [
        ['g/0', 'g/1'],
        ['g/0', 'g/1'],
      ],
    ]);
  });

  it('gives no time to what holds a stack, nor to what exists already', () => {
    expect(Object.fromEntries(items.map(({ path, seconds }) => [path, seconds]))).toEqual({
      a: 7,
      g: 0,
      e: 0,
      'g/0': 7,
      'g/1': 7,
    });
  });
});

describe('graphOfShape', () => {
  it('makes each of a level wait for one of the level before, in turn', () => {
    const { edges, resources, shape } = graphOfShape([2, 3], 'X');
    expect(resources.map(({ name, type, nested, isExternal }) => [name, type, nested, isExternal])).toEqual(
      ['0_0', '0_1', '1_0', '1_1', '1_2'].map((name) => [name, 'X', null, false]),
    );
    expect(edges.map(({ from, to, reasons }) => `${from} > ${to} ${reasons.join()}`)).toEqual([
      '1_0 > 0_0 depends_on',
      '1_1 > 0_1 depends_on',
      '1_2 > 0_0 depends_on',
    ]);
    expect(shape).toEqual({ depth: 2, widths: [2, 3], leaves: 2 });
  });

  it('is empty without levels, waits for nothing after an empty level, and asks for no parameter', () => {
    expect(graphOfShape([], 'X')).toMatchObject({
      resources: [],
      edges: [],
      disabledByCondition: [],
      conditions: [],
      missingParameters: [],
      shape: { depth: 0, widths: [], leaves: 0 },
    });
    expect(graphOfShape([0, 2], 'X').edges).toEqual([]);
  });
});
