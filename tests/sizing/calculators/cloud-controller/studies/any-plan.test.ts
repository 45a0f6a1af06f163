import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHash } from '../../../../../src/share/permalink.ts';
import { cloudController } from '../../../../../src/sizing/calculators/cloud-controller/index.ts';
import { arbitrarySession } from '../../../../share/arbitrary-session.ts';
import { firstVisit } from '../plans.ts';
import { expectOneAsOne, expectSound } from './expect-sound.ts';

const ids = ['solve', 'what-if', 'rollout', 'fine-tune'] as const;

/** Most plans have limits that nothing passes; these have room for an answer. */
const roomy = {
  solveSizes: '2, 4:24:0.5, 8',
  solveMaxVms: null,
  solveMaxVcpus: null,
  solveMaxMemory: null,
  solveMaxVmMemory: null,
  solveMaxConnections: null,
  connectionsFree: null,
  solveLeastThreads: 10,
  solveMostThreads: 14,
};

const texts = ['', 'outstanding,cpu,load\n10,0.5,2\n50,0.9,\n', 'a;b\n1;2', 'outstanding\nx\n'];

describe.each(ids)('%s', (id) => {
  it('answers for any plan without a number that is none, with fixes that its fields accept', async () => {
    const study = await cloudController.study(id);
    let answered = 0;
    fc.assert(
      fc.property(
        arbitrarySession(cloudController),
        fc.boolean(),
        fc.constantFrom(...texts),
        ({ plan, selected }, hasRoom, samples) => {
          const asked = hasRoom ? { ...plan, shared: { ...plan.shared, ...roomy } } : plan;
          const before = structuredClone(asked);
          const view = study?.evaluate(asked, selected, { samples });
          if (!view) return;
          answered += 1;
          expectSound(view);
          expectOneAsOne(view);
          expect(asked).toEqual(before);
        },
      ),
      { numRuns: 60 },
    );
    expect(answered).toBeGreaterThan(20);
  });

  it('stands in a link with its inputs only when it is shown or was touched', () => {
    const { plan, selected } = firstVisit();
    const own = cloudController.params.filter((param) => param.view === id);
    const linkOf = (view: string, shared = plan.shared) =>
      toHash({ plan: { ...plan, shared }, selected, view, unknown: new Map() }, cloudController);
    for (const param of own) {
      expect(linkOf(id)).toContain(`&${param.key}=`);
      expect(linkOf('size')).not.toContain(`&${param.key}=`);
    }
    const touched = cloudController.params.find((param) => param.view === id && param.kind === 'number');
    if (touched?.kind !== 'number') throw new Error(`${id} has no number to touch.`);
    const changed = { ...plan.shared, [touched.name]: touched.range[1] };
    for (const param of own) expect(linkOf('size', changed)).toContain(`&${param.key}=`);
  });
});
