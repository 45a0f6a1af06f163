import { describe, expect, it } from 'vitest';
import { stackPlan } from '../../../../../src/sizing/calculators/heat/hot/stack-plan.ts';
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
