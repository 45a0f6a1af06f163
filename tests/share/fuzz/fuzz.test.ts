import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzzTargets } from './fuzz-targets.ts';

/** A fixed seed: the same cases each time, so that a failure here is a failure everywhere. */
const seed = 20_240_229;
const cases: Readonly<Record<string, number>> = {
  links: 1500,
  giants: 8,
  files: 800,
  stored: 200,
  sizes: 60,
  'import-cloud-controller': 100,
  'import-heat': 100,
  samples: 60,
  requests: 30,
  template: 20,
};

describe('fuzzTargets', () => {
  it.each(Object.keys(fuzzTargets))(
    'take whatever comes in as %s, and lose nothing in silence',
    async (name) => {
      const target = await fuzzTargets[name]?.();
      const numRuns = cases[name];
      if (!target || numRuns === undefined) throw new Error(`no number of cases for ${name}`);
      fc.assert(
        fc.property(target.arbitrary, (text) => target.run(text)()),
        { numRuns, seed },
      );
      expect(fc.sample(target.arbitrary, { numRuns: 1, seed })).toHaveLength(1);
    },
  );
});
