import { describe, expect, it } from 'vitest';
import { graphOfShape } from '../../../../../src/sizing/calculators/heat/hot/stack-plan.ts';
import {
  upstreamMakespanSeconds,
  upstreamSchedule,
} from '../../../../../src/sizing/calculators/heat/hot/upstream-schedule.ts';
import { graphIn, template } from './hot-edges.ts';
import { barsIn, causesIn, copies, groupOf, scheduleOf, work } from './timeline.ts';

const legacy = (resources: Readonly<Record<string, string>>) =>
  scheduleOf(resources, { isConvergence: false });
const timeless = { secondsOf: () => 0, engineProcesses: 4, isConvergence: false } as const;

// Reckoned by hand from what engine-timing.ts states: 0.8 s to set up a stack, 33 ms for each create up to 100 in a
// step and 94 ms at 200, steps of at least a second save the first.
describe('upstreamSchedule without convergence', () => {
  it('takes set-up and create for one resource that takes no time', () => {
    const schedule = legacy({ a: work(0) });
    expect(barsIn(schedule)).toEqual(['a 0.833-0.833 0 *']);
    expect(causesIn(schedule)).toEqual({ 'stack-setup': 0.8, 'engine-cpu': 0.033 });
    expect(schedule.makespanSeconds).toBeCloseTo(0.833, 9);
  });

  it('takes the set-up alone for an empty stack', () => {
    expect(causesIn(legacy({}))).toEqual({ 'stack-setup': 0.8 });
    expect(legacy({}).makespanSeconds).toBe(0.8);
  });

  it('takes a step of a second for each level after the first', () => {
    const schedule = legacy({ a: work(0), b: work(0, 'depends_on: a'), c: work(0, 'depends_on: b') });
    // The steps end at 0.833, 1.833 and 2.833 s; each starts its resource 33 ms after the one before.
    expect(barsIn(schedule)).toEqual(['a 0.833-0.833 0 *', 'b 0.866-1.833 1 *', 'c 1.866-2.833 2 *']);
    expect(causesIn(schedule)).toEqual({ 'level-pause': 1.934, 'stack-setup': 0.8, 'engine-cpu': 0.099 });
  });

  it('creates one after the other in a step, and waits for the last before it looks again', () => {
    const schedule = legacy({ a: work(0), b: work(0), c: work(0) });
    expect(barsIn(schedule)).toEqual(['a 0.833-0.899 0 *', 'b 0.866-0.899 1', 'c 0.899-0.899 2']);
    expect(causesIn(schedule)).toEqual({ 'stack-setup': 0.8, 'engine-cpu': 0.099 });
  });

  it('looks at running work once a second, from the end of the step', () => {
    const schedule = legacy({ a: work(1.5) });
    // Begun at 0.833, done for a poll 2 s later.
    expect(barsIn(schedule)).toEqual(['a 0.833-2.833 0 *']);
    expect(causesIn(schedule)).toEqual({ work: 1.5, 'stack-setup': 0.8, polling: 0.5, 'engine-cpu': 0.033 });
  });

  it('goes on with what is ready while other work runs', () => {
    const schedule = legacy({
      slow: work(2.5),
      a: work(0),
      b: work(0, 'depends_on: a'),
      z: work(0, 'depends_on: [slow, b]'),
    });
    // Steps: 0.8 to 0.866 (slow begun at 0.833, a done); b to 1.866; slow is done at 3.833, seen at 3.866; z to 4.866.
    expect(barsIn(schedule)).toEqual([
      'slow 0.833-3.866 0 *',
      'a 0.866-0.866 1',
      'b 0.899-1.866 2',
      'z 3.899-4.866 3 *',
    ]);
    expect(causesIn(schedule)).toEqual({
      work: 2.5,
      'level-pause': 0.967,
      'stack-setup': 0.8,
      polling: 0.533,
      'engine-cpu': 0.066,
    });
  });

  it.each([
    [100, 100 * 0.033],
    [150, 150 * 0.0635],
    [200, 200 * 0.094],
  ])('takes longer for each of %s in one step', (count, creating) => {
    const { makespanSeconds } = upstreamSchedule(graphOfShape([count], 'X'), timeless);
    expect(makespanSeconds).toBeCloseTo(0.8 + creating, 6);
  });

  it('plays a stack inside in a thread of its own, from the create of what holds it', () => {
    const schedule = legacy({ g: groupOf(1, 0), z: work(0, 'depends_on: g') });
    // Inside: 0.833 s from 0.833 on; done at 1.666 and seen at 1.833; z ends with its step.
    expect(barsIn(schedule)).toEqual(['g 0.833-1.833 0 *', 'z 1.866-2.833 1 *', 'g/0 1.666-1.666 2 *']);
    expect(causesIn(schedule)).toEqual({
      'stack-setup': 1.6,
      'level-pause': 0.967,
      polling: 0.167,
      'engine-cpu': 0.099,
    });
  });

  it('counts the time of stacks two deep from the outermost start', () => {
    const files = { 'n.yaml': template('2018-08-31', { g: groupOf(1, 0) }) };
    const graph = graphIn(template('2018-08-31', { n: '{type: n.yaml}' }), { files });
    // Each begins 0.833 s after the one that holds it.
    const { bars } = upstreamSchedule(graph, timeless);
    expect(bars.map(({ path, startSeconds }) => [path, startSeconds])).toEqual([
      ['n', expect.closeTo(0.833, 9)],
      ['n/g', expect.closeTo(1.666, 9)],
      ['n/g/0', expect.closeTo(2.499, 9)],
    ]);
  });

  it('starts nothing before all it waits for is done, so that no step is longer than what it starts', () => {
    const after = copies(40, work(0, 'depends_on: [slow, fast]'));
    // slow is done at 6.833 and seen at 6.866; then forty creates of 33 ms.
    expect(legacy({ slow: work(5), fast: work(0), ...after }).makespanSeconds).toBeCloseTo(
      6.866 + 40 * 0.033,
      9,
    );
  });

  it.each([
    [[200], false],
    [[201], true],
    [[201, 1], true],
    [[1, 201, 1], true],
  ])('says of steps of %o whether nobody has measured as many: %s', (widths, isBeyond) => {
    const { findings } = upstreamSchedule(graphOfShape(widths, 'X'), timeless);
    expect(findings.map(({ id }) => id)).toEqual(isBeyond ? ['hot-beyond-measured'] : []);
  });

  it('takes the same time whatever the engine processes', () => {
    const graph = graphOfShape([1, 5], 'X');
    const makespan = (engineProcesses: number) =>
      upstreamMakespanSeconds(graph, { secondsOf: () => 3, engineProcesses, isConvergence: false });
    // 0.833 + 4; step of five to 5.833, the last begun at 4.833 + 5 × 0.033 and done 4 s later, seen at 9.833.
    expect(makespan(1)).toBeCloseTo(9.833, 9);
    expect(makespan(8)).toBeCloseTo(9.833, 9);
  });
});
