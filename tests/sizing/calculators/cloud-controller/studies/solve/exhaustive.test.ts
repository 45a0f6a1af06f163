import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWithTrying, problems } from './trying.ts';

describe('solve', () => {
  it('finds exactly the front that trying every fleet finds, on 1,000 problems', () => {
    let withFront = 0;
    let withMiss = 0;
    fc.assert(
      fc.property(problems, (problem) => {
        const { hasFront, isStopped } = compareWithTrying(problem);
        if (hasFront) withFront += 1;
        if (isStopped) withMiss += 1;
      }),
      { numRuns: 1000, seed: 20_261_121 },
    );
    expect(withFront).toBeGreaterThan(200);
    expect(withMiss).toBeGreaterThan(50);
  });

  it('finds it as well where hundreds of settings share a size, on 40 problems', () => {
    const large = problems.map((problem) => ({
      ...problem,
      sizes: problem.sizes.map((size) => ({ ...size, vcpus: size.vcpus + 6 })),
      workerChoice: 'any' as const,
      span: 20 + problem.span,
      load: problem.load * 6,
    }));
    fc.assert(
      fc.property(large, (problem) => {
        compareWithTrying(problem);
      }),
      { numRuns: 40, seed: 20_261_121 },
    );
  });
});
