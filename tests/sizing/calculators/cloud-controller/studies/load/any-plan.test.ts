import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cloudController } from '../../../../../../src/sizing/calculators/cloud-controller/index.ts';
import { arbitrarySession } from '../../../../../share/arbitrary-session.ts';
import { expectOneAsOne, expectSound } from '../expect-sound.ts';
import { cellOf, guidePlan, viewOf } from '../load-view.ts';

describe('the Load view of any plan', () => {
  it('never fills a fleet later than its slots or its processes allow', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 0, max: 100 }),
        async (serviceTimeMs, cpuSharePercent) => {
          const view = await viewOf(guidePlan({ serviceTimeMs, cpuSharePercent }));
          for (const letter of ['A', 'B', 'C', 'D'] as const) {
            const ceiling = cellOf(view, 'answers', 'ceiling', letter).value ?? 0;
            const slots = cellOf(view, 'processes', 'slots', letter).value ?? 0;
            const processes = cellOf(view, 'processes', 'processes', letter).value ?? 0;
            expect(ceiling).toBeGreaterThan(0);
            expect(ceiling).toBeLessThanOrEqual((slots / (serviceTimeMs / 1000)) * (1 + 1e-9));
            if (cpuSharePercent > 0)
              expect(ceiling).toBeLessThanOrEqual(
                (processes / ((serviceTimeMs * cpuSharePercent) / 1e5)) * (1 + 1e-9),
              );
          }
        },
      ),
      { numRuns: 10 },
    );
  });

  it('answers for any plan without a number that is none, with fixes that its fields accept, and changes nothing', async () => {
    const study = await cloudController.study('load');
    let answered = 0;
    fc.assert(
      fc.property(
        arbitrarySession(cloudController),
        fc.constantFrom('', 'duration_ms\n1\n5\nx\n', 'db_ms'),
        (session, requests) => {
          const plan = {
            ...session.plan,
            // Percentiles of thousands of threads take seconds each and say nothing more.
            options: session.plan.options
              .slice(0, 2)
              .map((o) => ({ ...o, inputs: { ...o.inputs, workersPerVm: 3, threadsPerWorker: 7 } })),
          };
          const before = structuredClone(plan);
          const view = study?.evaluate(plan, plan.options[0]?.letter ?? 'A', { requests });
          if (!view) return;
          answered += 1;
          expectSound(view);
          expectOneAsOne(view);
          expect(plan).toEqual(before);
        },
      ),
      { numRuns: 25 },
    );
    expect(answered).toBeGreaterThan(5);
  });
});
