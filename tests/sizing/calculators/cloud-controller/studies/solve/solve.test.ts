import { describe, expect, it } from 'vitest';
import { compareOn, problems } from './trying.ts';

/** The same is tried on many more problems in `exhaustive.test.ts`. */
describe('solve', () => {
  it('finds exactly what trying every fleet finds, in the order of the goal', () => {
    const seen = compareOn(problems, { numRuns: 120, seed: 7 });
    expect(seen.fronts).toBeGreaterThan(20);
    expect(seen.stops).toBeGreaterThan(5);
  });

  it('finds it as well where so many settings miss that only the nearest 50 are kept', () => {
    const many = problems.map((problem) => ({
      ...problem,
      workerChoice: 'any' as const,
      span: 30,
      load: problem.load * 8,
    }));
    expect(compareOn(many, { numRuns: 12, seed: 3 }).mostMisses).toBeGreaterThan(50);
  });
});
