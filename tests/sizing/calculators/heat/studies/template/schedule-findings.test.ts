import { describe, expect, it } from 'vitest';
import {
  engineFindings,
  leverFindings,
} from '../../../../../../src/sizing/calculators/heat/studies/template/schedule-findings.ts';
import type { TemplateRun } from '../../../../../../src/sizing/calculators/heat/studies/template/template-run.ts';
import { chainOf, groupOf, groupsBehindRoot, head, server, templateOf } from '../template-texts.ts';
import { bareFinding, runOf, withUpstream } from './template-runs.ts';

describe('engineFindings', () => {
  const buttons = (id: string, run: TemplateRun) =>
    engineFindings(withUpstream(run, { findings: [bareFinding(id)] })).map(({ fix, rules }) => [
      rules,
      fix?.label,
      fix?.edit,
    ]);

  it.each([
    ['hot-deadlock-risk', ['R-9', 'R-8']],
    ['hot-beyond-measured', ['R-7']],
    ['hot-unknown', []],
  ])('cites for %s %j and offers nothing', (id, rules) => {
    expect(buttons(id, runOf(chainOf(1)))).toEqual([[rules, undefined, undefined]]);
  });

  it('lets four workers be used, and the option’s own again', () => {
    const inputs = { engineWorkers: 4, poolSize: 8, templateWorkers: null };
    expect(buttons('hot-engine-floor', runOf(chainOf(1), {}, { engineWorkers: 2, poolSize: 4 }))).toEqual([
      [['R-9'], 'Use 4', { kind: 'set', inputs }],
    ]);
  });

  it('allows the time in whole minutes, up to a day', () => {
    const offered = (makespanSeconds: number | null) =>
      engineFindings(
        withUpstream(runOf(chainOf(1)), { makespanSeconds, findings: [bareFinding('hot-stack-timeout')] }),
      )[0];
    expect(offered(3601)?.rules).toEqual(['R-16']);
    expect(offered(3601)?.fix).toEqual({
      label: 'Allow 3,660 s',
      edit: { kind: 'set', inputs: { stackTimeoutSeconds: 3660 } },
    });
    expect(offered(86_400)?.fix?.label).toBe('Allow 86,400 s');
    expect(offered(86_401)?.fix).toBeUndefined();
    expect(offered(null)?.fix).toBeUndefined();
  });

  it('offers against a deadlock more threads first, then more workers, tried out', () => {
    const stuck = (groups: number, executorThreads: number | null) => {
      const run = runOf(groupsBehindRoot(groups), { controllers: 1 }, { engineWorkers: 1, executorThreads });
      expect(run.upstream.makespanSeconds).toBeNull();
      return engineFindings(run).find(({ id }) => id === 'hot-deadlock')?.fix;
    };
    // Measured: 8 groups at once never end in one process of 4 slots.
    expect(stuck(8, 4)).toEqual({
      label: 'Use 64 threads',
      edit: { kind: 'set', inputs: { templateWorkers: null, executorThreads: 64 } },
    });
    // 120 groups hold 60 of 64 slots in each of two processes; 140 hold all of two, and 35 in each of four.
    expect(stuck(120, null)?.label).toBe('Use 2 workers per controller');
    expect(stuck(140, 64)).toEqual({
      label: 'Use 4 workers per controller',
      edit: { kind: 'set', inputs: { templateWorkers: null, engineWorkers: 4 } },
    });
    // More threads are not enough here.
    expect(stuck(140, 4)?.label).toMatch(/workers per controller$/);
  });
});

describe('leverFindings', () => {
  const levers = (run: TemplateRun) => leverFindings(run).map(({ id, severity }) => [id, severity]);
  const pauses = (seconds: number) =>
    ({ makespanSeconds: 100, breakdown: [{ cause: 'leaf-pause', seconds }] }) as const;
  /** Independent resources that take no time: a second each, whatever the workers. */
  const wide = (targetMinutes: number | null = null) =>
    runOf(templateOf(100, 'OS::Heat::None'), { targetMinutes }, { engineWorkers: 8 });

  it('speaks of the pause where it is the largest part, five seconds or more', () => {
    expect(levers(withUpstream(wide(), pauses(99)))).toEqual([['template-leaves', 'note']]);
    expect(levers(withUpstream(wide(), pauses(5)))).toEqual([['template-leaves', 'note']]);
    expect(levers(withUpstream(wide(), pauses(4.9)))).toEqual([['template-bound', 'note']]);
    expect(
      levers(withUpstream(wide(), { makespanSeconds: 100, breakdown: [{ cause: 'work', seconds: 99 }] })),
    ).toEqual([['template-bound', 'note']]);
  });

  it('cautions over the target', () => {
    expect(levers(withUpstream(wide(1.6), pauses(99)))).toEqual([['template-leaves', 'caution']]);
    expect(levers(withUpstream(wide(100 / 60), pauses(99)))).toEqual([['template-leaves', 'note']]);
    const bound = { makespanSeconds: 100, breakdown: [{ cause: 'work', seconds: 99 }] } as const;
    expect(levers(withUpstream(wide(1), bound))).toEqual([['template-bound', 'caution']]);
  });

  it('says nothing of what takes no time, never ends or is helped by workers', () => {
    expect(levers(withUpstream(wide(), { makespanSeconds: 100, breakdown: [] }))).toEqual([]);
    expect(levers(withUpstream(wide(), { ...pauses(99), makespanSeconds: null }))).toEqual([]);
    // One slot of one process: 40 servers of 30 s one after another, four engines take a quarter.
    const slow = runOf(templateOf(40, server), { controllers: 1 }, { engineWorkers: 1, executorThreads: 1 });
    expect(levers(slow)).toEqual([]);
  });

  it('cites what it rests on, and what sets the time', () => {
    const [leaves] = leverFindings(withUpstream(wide(), pauses(98.6)));
    expect(leaves).toMatchObject({
      title: 'More workers will not help: the leaf pause sets 99 s',
      rules: ['R-7'],
    });
    // A hundred behind one root: measured to have a price.
    expect(leaves?.text).toContain('Let all 100 depend on one resource of type OS::Heat::None');
    expect(leaves?.text).toContain('Starting together has a price');
    const [bound] = leverFindings(runOf(chainOf(3)));
    expect(bound).toMatchObject({ id: 'template-bound', rules: ['R-7', 'R-8'] });
    expect(bound?.text).toBe(`By the source code: ${runOf(chainOf(3)).upstream.boundBy}`);
  });

  it('names the price of a common root from 50 leaves on', () => {
    const text = (count: number) =>
      leverFindings(runOf(templateOf(count, 'OS::Heat::None'), {}, { engineWorkers: 8 }))[0]?.text;
    expect(text(49)).toContain('Let all 49 depend');
    expect(text(49)).not.toContain('price');
    expect(text(50)).toContain('price');
  });

  it('speaks of stacks inside, which pause on their own', () => {
    const [lever] = leverFindings(
      runOf(`${head}  g: ${groupOf(100)}\n`, {}, { engineWorkers: 8 }, `${server}: 0`),
    );
    expect(lever?.text).toContain('1 stack inside pause on their own');
    expect(lever?.text).not.toMatch(/ {2}| $/);
    // A single leaf of its own: no root would help.
    expect(lever?.text).not.toContain('Let all');
    expect(leverFindings(wide())[0]?.text).not.toContain('inside pause');
  });
});
