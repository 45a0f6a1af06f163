import { describe, expect, it } from 'vitest';
import {
  longestChain,
  milestonePlan,
  tailSeconds,
} from '../../../../../src/sizing/calculators/heat/hot/milestone-plan.ts';
import { stackPlan } from '../../../../../src/sizing/calculators/heat/hot/stack-plan.ts';
import { graphIn, template } from './hot-edges.ts';
import { groupOf, work } from './timeline.ts';

const planOf = (resources: Readonly<Record<string, string>>) =>
  stackPlan(graphIn(template('2018-08-31', resources)), Number);

describe('milestonePlan', () => {
  it('puts what is inside between its resource and a milestone, for which others wait', () => {
    const chain = '{type: OS::Heat::ResourceChain, depends_on: a, properties: {resources: ["2", "3"]}}';
    const plan = milestonePlan(planOf({ a: work(1), c: chain, z: work(4, 'depends_on: [c, a]') }));
    // Items: a, c, z, then c/0 and c/1; the milestone of c is node 5.
    expect(plan).toEqual({
      seconds: [1, 0, 4, 2, 3, 0],
      requires: [[], [0], [5, 0], [1], [3], [4]],
      dependents: [[1, 2], [3], [], [4], [5], [2]],
      itemCount: 5,
    });
    // From the end: z 4; milestone 4; c/1 3 + 4; c/0 2 + 7; c 9; a 1 + 9.
    expect(tailSeconds(plan)).toEqual([10, 9, 4, 9, 7, 4]);
  });

  it('lets the milestone of an empty stack wait for its resource alone', () => {
    const plan = milestonePlan(planOf({ g: groupOf(0, 0), z: work(4, 'depends_on: g') }));
    expect(plan.requires).toEqual([[], [2], [0]]);
    expect(plan.dependents).toEqual([[2], [], [1]]);
  });

  it('is the order itself where no stack is inside', () => {
    const plan = milestonePlan(planOf({ a: work(1), b: work(2, 'depends_on: a') }));
    expect(plan).toEqual({ seconds: [1, 2], requires: [[], [0]], dependents: [[1], []], itemCount: 2 });
  });
});

describe('longestChain', () => {
  const chainOf = (resources: Readonly<Record<string, string>>) => {
    const plan = planOf(resources);
    return longestChain(milestonePlan(plan), plan);
  };

  it('is the chain with the most work, not the one with the most resources', () => {
    const resources = {
      a: work(1),
      b: work(1, 'depends_on: a'),
      c: work(1, 'depends_on: b'),
      d: work(9),
      e: work(2, 'depends_on: d'),
      f: work(3, 'depends_on: d'),
    };
    expect(chainOf(resources)).toEqual({ paths: ['d', 'f'], seconds: 12 });
  });

  it('begins with what waits for nothing, also where that takes no time', () => {
    expect(chainOf({ b: work(5, 'depends_on: a'), a: work(0) })).toEqual({ paths: ['a', 'b'], seconds: 5 });
  });

  it('goes through stacks inside without naming their ends', () => {
    expect(chainOf({ g: groupOf(2, 3), z: work(1, 'depends_on: g') })).toEqual({
      paths: ['g', 'g/0', 'z'],
      seconds: 4,
    });
  });

  it('is empty for an empty stack', () => {
    expect(chainOf({})).toEqual({ paths: [], seconds: 0 });
  });
});
