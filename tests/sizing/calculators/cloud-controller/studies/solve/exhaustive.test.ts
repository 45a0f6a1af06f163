import { describe, expect, it } from 'vitest';
import { compareOn, problems } from './trying.ts';

const seed = 20_261_121;

describe('solve', () => {
  it('finds exactly the front that trying every fleet finds, on 1,000 problems', () => {
    const seen = compareOn(problems, { numRuns: 1000, seed });
    expect(seen.fronts).toBeGreaterThan(200);
    expect(seen.stops).toBeGreaterThan(50);
  });

  it('finds it as well where hundreds of settings share a size, on 40 problems', () => {
    const large = problems.map((problem) => ({
      ...problem,
      sizes: problem.sizes.map((size) => ({ ...size, vcpus: size.vcpus + 6 })),
      workerChoice: 'any' as const,
      span: 20 + problem.span,
      load: problem.load * 6,
    }));
    const seen = compareOn(large, { numRuns: 40, seed });
    expect(seen.fronts).toBeGreaterThan(0);
    // Of three sizes at most.
    expect(seen.mostSettings).toBeGreaterThan(3 * 100);
  });
});
