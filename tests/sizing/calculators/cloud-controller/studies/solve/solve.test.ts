import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWithTrying, problems } from './trying.ts';

/** The same is tried on many more problems in `exhaustive.test.ts`. */
describe('solve', () => {
  it('finds exactly what trying every fleet finds, in the order of the goal', () => {
    let withFront = 0;
    let withMiss = 0;
    fc.assert(
      fc.property(problems, (problem) => {
        const { hasFront, isStopped } = compareWithTrying(problem);
        if (hasFront) withFront += 1;
        if (isStopped) withMiss += 1;
      }),
      { numRuns: 120, seed: 7 },
    );
    expect(withFront).toBeGreaterThan(20);
    expect(withMiss).toBeGreaterThan(5);
  });

  it('finds it as well where so many settings miss that only the nearest are kept', () => {
    const many = problems.map((problem) => ({
      ...problem,
      workerChoice: 'any' as const,
      span: 30,
      load: problem.load * 8,
    }));
    fc.assert(
      fc.property(many, (problem) => {
        compareWithTrying(problem);
      }),
      { numRuns: 12, seed: 3 },
    );
  });
});
