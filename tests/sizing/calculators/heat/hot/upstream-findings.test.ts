import { describe, expect, it } from 'vitest';
import type { EngineRun } from '../../../../../src/sizing/calculators/heat/hot/engine-run.ts';
import { graphOfShape, stackPlan } from '../../../../../src/sizing/calculators/heat/hot/stack-plan.ts';
import { upstreamFindings } from '../../../../../src/sizing/calculators/heat/hot/upstream-findings.ts';
import { graphIn, template } from './hot-edges.ts';
import { copies, groupOf } from './timeline.ts';

const ended: EngineRun = {
  endSeconds: 100,
  start: [],
  finish: [],
  lane: [],
  itemParts: [],
  beforeParts: [],
  stackParts: [],
  mostNested: 0,
  largestCrowd: 1,
};
const flat = stackPlan(graphOfShape([1], 'X'), () => 0);
const groups = (count: number) =>
  stackPlan(graphIn(template('2018-08-31', copies(count, groupOf(1, 0)))), () => 0);
const findings = (
  run: Partial<EngineRun>,
  { processes = 4, slotsPerProcess = 64, isConvergence = true, work = flat } = {},
) =>
  upstreamFindings(
    work,
    { ...ended, ...run },
    { processes, slotsPerProcess, cores: processes },
    { isConvergence, stackTimeoutSeconds: 3600 },
  );
const idsOf = (...given: Parameters<typeof findings>): readonly string[] =>
  findings(...given).map(({ id }) => id);

describe('upstreamFindings', () => {
  it('finds nothing in a small stack on enough processes', () => {
    expect(findings({})).toEqual([]);
  });

  it('warns from the number of stacks inside that fills half of all slots', () => {
    const slots = { processes: 4, slotsPerProcess: 4 };
    expect(idsOf({ mostNested: 7 }, slots)).toEqual([]);
    expect(idsOf({ mostNested: 8 }, slots)).toEqual(['hot-deadlock-risk']);
    expect(idsOf({ mostNested: 8 }, { ...slots, isConvergence: false })).toEqual([]);
    expect(findings({ mostNested: 8 }, slots)[0]?.text).toBe(
      'Up to 8 wait at once, each holding one of 16 slots. Two stacks like this together can stop for good.',
    );
  });

  it('says what holds a stack that never ends, and nothing of its time', () => {
    const stuck = { endSeconds: null, mostNested: 16 };
    expect(idsOf(stuck, { processes: 4, slotsPerProcess: 4 })).toEqual(['hot-deadlock']);
    expect(findings(stuck, { processes: 4, slotsPerProcess: 4 })[0]?.text).toContain(
      '16 stacks inside it wait at once, each in one of 16 slots,',
    );
    const one = findings({ endSeconds: null, mostNested: 1 }, { processes: 1, slotsPerProcess: 1 });
    expect(one[0]?.text).toContain('A stack inside it waits in the only slot');
  });

  it('asks for four engine processes, and names the stacks inside where there are some', () => {
    expect(idsOf({}, { processes: 4 })).toEqual([]);
    expect(findings({}, { processes: 3 })[0]).toMatchObject({
      id: 'hot-engine-floor',
      text: "3 in all is under Heat's own least of 4 a node.",
    });
    expect(findings({}, { processes: 3, work: groups(1) })[0]?.text).toContain(
      'for the 1 stack inside this one can time out.',
    );
    expect(findings({}, { processes: 1, work: groups(2) })[0]?.text).toContain(
      'for the 2 stacks inside this one can time out.',
    );
  });

  it('takes a stack that ends on the very second of its timeout for in time', () => {
    expect(idsOf({ endSeconds: 3600 })).toEqual([]);
    expect(findings({ endSeconds: 3600.6 })[0]).toMatchObject({
      id: 'hot-stack-timeout',
      text: 'About 3601 s against a stack_action_timeout of 3600 s.',
    });
  });

  it.each([true, false])(
    'says past 200 at once that nobody has measured it (convergence %s)',
    (isConvergence) => {
      expect(idsOf({ largestCrowd: 200 }, { isConvergence })).toEqual([]);
      expect(findings({ largestCrowd: 201 }, { isConvergence })[0]).toMatchObject({
        id: 'hot-beyond-measured',
        text: '201 resources come together here; the time that takes was measured up to 200.',
      });
    },
  );

  it('cites no rule of the guide: all of it is about what the source code does', () => {
    const all = [
      ...findings({ endSeconds: 4000, mostNested: 200, largestCrowd: 300 }, { processes: 1 }),
      ...findings({ endSeconds: null, mostNested: 64 }),
    ];
    expect(all.map(({ id }) => id)).toEqual([
      'hot-deadlock-risk',
      'hot-engine-floor',
      'hot-stack-timeout',
      'hot-beyond-measured',
      'hot-deadlock',
    ]);
    expect(all.flatMap(({ rules }) => rules)).toEqual([]);
  });
});
