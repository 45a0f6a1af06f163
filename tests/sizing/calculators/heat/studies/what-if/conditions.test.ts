import { describe, expect, it } from 'vitest';
import {
  conditionsOf,
  outcomeOf,
} from '../../../../../../src/sizing/calculators/heat/studies/what-if/conditions.ts';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { optionOf, planWith, table, upstream } from '../../plans.ts';

const inputsOf = (shared: Inputs = {}, own: Inputs = {}) =>
  optionOf(planWith(shared, { ...table, ...own })).inputs;

function conditionOf(id: string, shared: Inputs = {}, own: Inputs = {}) {
  const inputs = inputsOf(shared, own);
  const condition = conditionsOf(inputs).find((one) => one.id === id);
  if (!condition) throw new Error(`There is no condition ${id}.`);
  return { condition, inputs, ...outcomeOf(inputs, condition) };
}

describe('conditionsOf', () => {
  it.each([
    ['all-up', {}, 'All up', 'All up', '3 controllers'],
    ['controllers', {}, '1 controller lost', '1 controller lost', '3 − 1 = 2 controllers'],
    [
      'controllers',
      { lostControllers: 2 },
      '2 controllers lost',
      '2 controllers lost',
      '3 − 2 = 1 controller',
    ],
    [
      'controllers',
      { lostControllers: 4 },
      '4 controllers lost',
      '4 controllers lost',
      '3 − 4 = 0 controllers',
    ],
    ['workers', {}, '1 engine worker lost', '1 worker lost', '24 − 1 = 23 engine workers'],
    [
      'workers',
      { lostWorkers: 23 },
      '23 engine workers lost',
      '23 workers lost',
      '24 − 23 = 1 engine worker',
    ],
    [
      'workers',
      { lostWorkers: 30 },
      '30 engine workers lost',
      '30 workers lost',
      '24 − 30 = 0 engine workers',
    ],
    [
      'slow',
      { slowFactor: 1.5 },
      'Cloud APIs 1.5 times slower',
      'APIs 1.5 × slower',
      '20 × 1.5 = 30 s per resource',
    ],
    ['growth', {}, '2 times the resources', '2 × resources', '300 × 2 = 600 resources'],
    [
      'growth',
      { resources: 1, longestChain: 1, growthFactor: 1 },
      '1 times the resources',
      '1 × resources',
      '1 × 1 = 1 resource',
    ],
    ['stacks', {}, '10 stacks at once', '10 stacks at once', '10 stacks instead of 1'],
    ['stacks', { manyStacks: 1 }, '1 stack at once', '1 stack at once', '1 stack instead of 1'],
  ])('names %s with %j', (id, shared, label, short, worked) => {
    const { condition, inputs } = conditionOf(id, shared);
    expect([condition.label, condition.short, condition.workedOf(inputs)]).toEqual([label, short, worked]);
  });
});

describe('outcomeOf', () => {
  it.each([
    // 576 connections of 36 processes by the guide, 16 each.
    ['all-up', {}, 250, 576],
    ['controllers', {}, 375, 384],
    ['controllers', { lostControllers: 2 }, 750, 192],
    ['workers', { lostWorkers: 4 }, 300, 512],
    ['workers', { lostWorkers: 23 }, 6000, 208],
    ['slow', { slowFactor: 3 }, 750, 576],
    ['growth', { growthFactor: 3 }, 750, 576],
    ['stacks', { manyStacks: 3 }, 750, 576],
  ])('has in %s with %j a short end of %f s and %i connections', (id, shared, low, ceiling) => {
    const outcome = conditionOf(id, shared);
    expect(outcome.time?.lowSeconds).toBeCloseTo(low, 9);
    expect(outcome.ceiling).toBeCloseTo(ceiling, 9);
  });

  it.each([
    ['controllers', { lostControllers: 3 }, 0],
    ['controllers', { lostControllers: 4 }, 0],
    // The API processes stay: 12 × 16.
    ['workers', { lostWorkers: 24 }, 192],
    ['workers', { lostWorkers: 30 }, 192],
  ])('creates nothing in %s with %j', (id, shared, ceiling) => {
    const outcome = conditionOf(id, shared);
    expect(outcome.time).toBeNull();
    expect(outcome.ceiling).toBeCloseTo(ceiling, 9);
  });

  it('counts the floor of engine processes, of which a lost one takes its own', () => {
    // 24 × (16 + 64) + 12 × 16 = 2,112, less 80 for an engine process.
    const floor = { executorThreads: 64 };
    expect(conditionOf('all-up', {}, floor).ceiling).toBeCloseTo(2112, 9);
    expect(conditionOf('workers', {}, floor).ceiling).toBeCloseTo(2032, 9);
  });

  it('reckons by the source code where the plan does', () => {
    // 24 × 80, a lost process 80 of it, two controllers 16 × 80.
    expect(conditionOf('all-up', upstream).ceiling).toBeCloseTo(1920, 9);
    expect(conditionOf('workers', upstream).ceiling).toBeCloseTo(1840, 9);
    expect(conditionOf('controllers', upstream).ceiling).toBeCloseTo(1280, 9);
    expect(conditionOf('all-up', upstream).time?.lowSeconds).toBe(120);
  });

  it('gives the workers that are left all cores: 3 × 4 of them', () => {
    // By the source code 100,000 creates at 30 ms on 12 cores of 24 and of 23 workers.
    const many = { resources: 1000, longestChain: 1, secondsPerResource: 0.1, stacksAtOnce: 100, leaves: 1 };
    const { time } = conditionOf('workers', { ...many, reckonBy: 'upstream', vcpuPerController: 4 });
    expect(time?.lowSeconds).toBeCloseTo(250, 9);
  });

  it('lets leaves grow with the resources, where they are known', () => {
    // By the source code a second for each leaf but the first, and 20 s.
    const low = (leaves: number | null) =>
      conditionOf('growth', { reckonBy: 'upstream', leaves, growthFactor: 1.5 }).time?.lowSeconds;
    expect(low(201)).toBeCloseTo(Math.round(301.5) - 1 + 20, 9);
    // Unknown, only the chain of 6 × 20 s is sure.
    expect(low(null)).toBeCloseTo(120, 9);
  });

  it('rounds what grows to whole resources', () => {
    // 3 × 1.5 = 4.5, 5 resources.
    const { condition, inputs } = conditionOf('growth', { resources: 3, longestChain: 1, growthFactor: 1.5 });
    expect(condition.inputsOf(inputs)?.resources).toBe(5);
    expect(condition.workedOf(inputs)).toBe('3 × 1.5 = 5 resources');
  });
});
