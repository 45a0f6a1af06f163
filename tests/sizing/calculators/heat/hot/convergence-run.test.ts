import { describe, expect, it } from 'vitest';
import { convergenceRun } from '../../../../../src/sizing/calculators/heat/hot/convergence-run.ts';
import { stackPlan } from '../../../../../src/sizing/calculators/heat/hot/stack-plan.ts';
import { graphIn, template } from './hot-edges.ts';
import { barsIn, causesIn, copies, groupOf, scheduleOf, work } from './timeline.ts';

// Reckoned by hand from what engine-timing.ts states: 0.8 s to set up a stack, a second after each leaf, 0.04 s of
// processor time for each create, work seen as done at the next whole second after it, no race under 100 ms.
describe('upstreamSchedule under convergence', () => {
  it('takes the measured 0.84 s for one resource that takes no time', () => {
    const schedule = scheduleOf({ a: work(0) });
    expect(schedule.makespanSeconds).toBeCloseTo(0.84, 9);
    expect(barsIn(schedule)).toEqual(['a 0.8-0.84 0 *']);
    expect(causesIn(schedule)).toEqual({ 'stack-setup': 0.8, 'engine-cpu': 0.04 });
  });

  it('takes the set-up alone for an empty stack', () => {
    const schedule = scheduleOf({});
    expect(schedule.makespanSeconds).toBe(0.8);
    expect(causesIn(schedule)).toEqual({ 'stack-setup': 0.8 });
  });

  it('casts the second leaf a second later, and finds its work done at a whole second', () => {
    const schedule = scheduleOf({ a: work(1.5), b: work(1.5) });
    // b: ready at 0.8 + 1, begun at 1.84, found done 2 s later.
    expect(barsIn(schedule)).toEqual(['a 0.8-2.84 0', 'b 1.8-3.84 64 *']);
    expect(causesIn(schedule)).toEqual({
      work: 1.5,
      'leaf-pause': 1,
      'stack-setup': 0.8,
      polling: 0.5,
      'engine-cpu': 0.04,
    });
    expect(schedule.totalWorkSeconds).toBe(3);
    expect(schedule.boundBy).toBe('The work of the resources that wait for one another sets 1.5 s.');
  });

  it('starts what waits as soon as the last of what it waits for is done', () => {
    const schedule = scheduleOf({
      slow: work(4),
      fast: work(0),
      z: work(0, 'depends_on: [slow, fast]'),
      y: work(0, 'depends_on: fast'),
    });
    // slow is done at 0.84 + 5, fast at 1.84; dealt in turn: slow, fast, y, z to processes 0, 1, 2, 3.
    expect(barsIn(schedule)).toEqual([
      'slow 0.8-5.84 0 *',
      'fast 1.8-1.84 64',
      'z 5.84-5.88 192 *',
      'y 1.84-1.88 128',
    ]);
    expect(schedule.makespanSeconds).toBeCloseTo(5.88, 9);
    expect(schedule.longestChain).toEqual({ paths: ['slow', 'z'], seconds: 4 });
  });

  it('deals resources to the processes in turn, busy or not, each with its own slots', () => {
    const resources = {
      root: work(0),
      a: work(10, 'depends_on: root'),
      b: work(10, 'depends_on: root'),
      c: work(10, 'depends_on: root'),
    };
    // One slot in each of two: c is dealt to the process that has a, and waits for it.
    const narrow = scheduleOf(resources, { engineProcesses: 2, slotsPerProcess: 1 });
    expect(barsIn(narrow)).toEqual([
      'root 0.8-0.84 0 *',
      'a 0.84-11.88 1',
      'b 0.84-11.88 0',
      'c 11.88-22.92 1 *',
    ]);
    expect(causesIn(narrow)).toEqual({
      slots: 11.04,
      work: 10,
      polling: 1,
      'stack-setup': 0.8,
      'engine-cpu': 0.08,
    });
    // Two slots in each: c follows a at once, only behind its 40 ms of processor time.
    const wide = scheduleOf(resources, { engineProcesses: 2, slotsPerProcess: 2 });
    expect(barsIn(wide)).toEqual([
      'root 0.8-0.84 0 *',
      'a 0.84-11.88 2',
      'b 0.84-11.88 0',
      'c 0.84-11.92 3 *',
    ]);
  });

  it('takes a freed slot again, and the queue in order', () => {
    const schedule = scheduleOf(
      { a: work(5), b: work(5), c: work(5) },
      { engineProcesses: 1, slotsPerProcess: 1 },
    );
    expect(barsIn(schedule)).toEqual(['a 0.8-6.84 0', 'b 6.84-12.88 0', 'c 12.88-18.92 0 *']);
    // c was ready at 2.8 s.
    expect(causesIn(schedule).slots).toBe(10.08);
    expect(causesIn(schedule)['leaf-pause']).toBe(2);
  });

  it('gives a freed slot of the second process to what waits there', () => {
    const schedule = scheduleOf(
      { root: work(0), ...copies(6, work(10, 'depends_on: root')) },
      { engineProcesses: 2, slotsPerProcess: 2 },
    );
    // Dealt in turn from the second process on: r0, r2, r4 to its slots 2 and 3; r1, r3, r5 to 0 and 1.
    expect(schedule.bars.map(({ path, lane }) => `${path} ${lane}`)).toEqual([
      'root 0',
      'r0 2',
      'r1 0',
      'r2 3',
      'r3 1',
      'r4 2',
      'r5 0',
    ]);
  });

  it.each([
    ['as many cores as processes', { engineProcesses: 4 }, 0.84],
    ['half as many cores', { engineProcesses: 4, engineCores: 2 }, 0.88],
    ['more cores than processes, of which the rest is idle', { engineProcesses: 4, engineCores: 16 }, 0.84],
    ['no core, taken for one', { engineProcesses: 2, engineCores: 0 }, 0.88],
    ['no process, taken for one', { engineProcesses: 0 }, 0.84],
    ['a part of a process, which counts as none', { engineProcesses: 2.9, engineCores: 1 }, 0.88],
  ])('shares the processor time with %s', (_, options, seconds) => {
    expect(scheduleOf({ a: work(0) }, options).makespanSeconds).toBeCloseTo(seconds, 9);
  });

  it('takes a part of a slot for none, and none for one', () => {
    const starts = (slotsPerProcess: number) =>
      scheduleOf({ a: work(5), b: work(5) }, { engineProcesses: 1, slotsPerProcess }).bars[1]?.startSeconds;
    expect(starts(0)).toBeCloseTo(6.84, 9);
    expect(starts(1.9)).toBeCloseTo(6.84, 9);
    expect(starts(2)).toBeCloseTo(1.8, 9);
  });

  it('gives a stack inside its own set-up, and polls it once a second from the slot that holds it', () => {
    const schedule = scheduleOf({ g: groupOf(1, 0) });
    // Begun at 0.84, inside ready at 1.64 and done at 1.68; seen at 1.84.
    expect(barsIn(schedule)).toEqual(['g 0.8-1.84 0 *', 'g/0 1.64-1.68 64 *']);
    expect(causesIn(schedule)).toEqual({ 'stack-setup': 1.6, polling: 0.16, 'engine-cpu': 0.08 });
    expect(schedule.makespanSeconds).toBeCloseTo(1.84, 9);
  });

  it('sees a stack inside that ends on the second of a poll at that poll', () => {
    // Five processes on one core: 0.2 s for each create. Begun at 1, inside ready at 1.8 and done at 2.
    const schedule = scheduleOf({ g: groupOf(1, 0) }, { engineProcesses: 5, engineCores: 1 });
    expect(barsIn(schedule)).toEqual(['g 0.8-2 0 *', 'g/0 1.8-2 64 *']);
    expect(causesIn(schedule)).toEqual({ 'stack-setup': 1.6, 'engine-cpu': 0.4 });
  });

  it('counts the stacks in progress inside others, not those already done', () => {
    const nestedAtOnce = (resources: Readonly<Record<string, string>>): number =>
      convergenceRun(stackPlan(graphIn(template('2018-08-31', resources)), Number), {
        processes: 4,
        slotsPerProcess: 64,
        cores: 4,
      }).mostNested;
    const [g, h] = [groupOf(1, 5), groupOf(1, 5, 'depends_on: g')];
    expect(nestedAtOnce({ a: work(1) })).toBe(0);
    expect(nestedAtOnce({ g, h })).toBe(1);
    expect(nestedAtOnce({ g, h: g })).toBe(2);
    expect(nestedAtOnce({ g, h, i: groupOf(1, 5, 'depends_on: h') })).toBe(1);
  });

  it('sees an empty stack inside as done at the first poll', () => {
    const schedule = scheduleOf({ g: groupOf(0, 0), z: work(0, 'depends_on: g') });
    expect(barsIn(schedule)).toEqual(['g 0.8-1.84 0 *', 'z 1.84-1.88 64 *']);
    expect(causesIn(schedule)).toEqual({ 'stack-setup': 1.6, polling: 0.2, 'engine-cpu': 0.08 });
  });

  it('casts the leaves of a stack inside a second apart as well', () => {
    const schedule = scheduleOf({ g: groupOf(3, 0) });
    expect(barsIn(schedule)).toEqual([
      'g 0.8-3.84 0 *',
      'g/0 1.64-1.68 64',
      'g/1 2.64-2.68 128',
      'g/2 3.64-3.68 192 *',
    ]);
  });

  it('holds up what many report to at once, by the law of fan-in', () => {
    const many = copies(100, work(0, 'depends_on: root'));
    const names = Object.keys(many).join(', ');
    const schedule = scheduleOf(
      { root: work(0), ...many, z: work(0, `depends_on: [${names}]`) },
      { engineProcesses: 1 },
    );
    // The last waits for the 36th to leave a slot, then for 64 creates of 40 ms; 100 × (160 − 10) ms; then z.
    expect(causesIn(schedule)).toEqual({
      'fan-in': 15,
      'engine-cpu': 0.04 + 64 * 0.04 + 0.04,
      slots: 36 * 0.04,
      'stack-setup': 0.8,
    });
    expect(schedule.makespanSeconds).toBeCloseTo(19.88, 6);
  });

  it('holds up the end of a stack where many end at once', () => {
    const resources = { root: work(0), ...copies(20, work(0, 'depends_on: root')) };
    // w = 2.5 ms × 20, so 20 × (50 − 10) ms.
    expect(causesIn(scheduleOf(resources, { engineProcesses: 1 }))['fan-in']).toBe(0.8);
  });

  it('draws no bar for what never starts in a stack that never ends', () => {
    const schedule = scheduleOf(
      { g: groupOf(1, 0), z: work(0, 'depends_on: g') },
      { engineProcesses: 1, slotsPerProcess: 1 },
    );
    expect(schedule.makespanSeconds).toBeNull();
    expect(schedule.bars).toEqual([]);
    expect(schedule.breakdown).toEqual([]);
    expect(schedule.boundBy).toBe(
      'It never ends: every slot is held by a stack that waits for its own resources.',
    );
  });
});
