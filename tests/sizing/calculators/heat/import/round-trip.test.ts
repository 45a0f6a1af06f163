import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heat } from '../../../../../src/sizing/calculators/heat/index.ts';
import { importerOf } from '../../import-text.ts';
import { choicesOf, reread, textsOf, withOwn } from '../../round-trip.ts';
import { anyPlan } from '../any-plan.ts';

const importer = await importerOf(heat);
const files = ['globals', 'override', 'variables', 'conf'];

/** Settings unlike any that are exported; what else an option has is not in the file. */
const otherOwn = {
  engineWorkers: 255,
  apiWorkers: 63,
  poolSize: 511,
  overflow: 511,
  convergence: false,
  executorThreads: 511,
};
const otherShared = { rpcTimeoutSeconds: 3599, maxStacksPerProject: 99_999, maxResourcesPerStack: 99_999 };

describe('export, import, export', () => {
  const cases = choicesOf(heat, 'exportTarget').flatMap((target) =>
    choicesOf(heat, 'release').map((release) => [target, release] as const),
  );

  it.each(cases)(
    'gives byte for byte the same files for %s and release %s, whatever was set before',
    (exportTarget, release) => {
      fc.assert(
        fc.property(anyPlan, (made) => {
          const plan = { ...made, shared: { ...made.shared, exportTarget, release } };
          const own = plan.options.find((option) => option.letter === 'B')?.inputs ?? {};
          const written = textsOf(heat, plan, 'B', files);
          expect(written.size).toBeGreaterThan(0);
          // heat.conf has no place for API processes from Heat 25 on.
          const kept = {
            ...(exportTarget === 'conf' && release === '25' ? { apiWorkers: own.apiWorkers ?? null } : {}),
            // Not among the guide's settings, and in no file while it is not set.
            ...(exportTarget === 'guide' || own.executorThreads === null
              ? { executorThreads: own.executorThreads ?? null }
              : {}),
          };
          const other = { ...plan, shared: { ...plan.shared, ...otherShared } };
          const start = withOwn(other, 'B', { ...otherOwn, ...kept });
          const read = reread(heat, importer, start, 'B', written.values());
          expect(textsOf(heat, read, 'B', files)).toEqual(written);
        }),
        { numRuns: 40 },
      );
    },
  );
});
