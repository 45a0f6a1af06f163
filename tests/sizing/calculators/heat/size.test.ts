import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../src/sizing/core/plan.ts';
import { cellOf, planWith, readCell, resultOf } from './plans.ts';

/** The plan all rows of the published figures share. */
const shared = {
  controllers: 3,
  vcpuPerController: 16,
  resources: 300,
  secondsPerResource: 20,
  longestChain: 6,
  maxConnections: 1000,
  otherConnections: 400,
};
const option = (engineWorkers: number, poolSize: number, overflow: number): Inputs => ({
  engineWorkers,
  apiWorkers: 4,
  poolSize,
  overflow,
});

describe('heat, by the guide', () => {
  it.each([
    [4, 10, 20, '8:20 to 10:10', '12:30 to 14:15', '10 ≥ 8', '720 120 over'],
    [8, 10, 20, '4:10 to 6:05', '6:15 to 8:08', '10 under 16', '1,080 480 over'],
    [8, 16, 20, '4:10 to 6:05', '6:15 to 8:08', '16 ≥ 16', '1,296 696 over'],
    [8, 16, 0, '4:10 to 6:05', '6:15 to 8:08', '16 ≥ 16', '576 24 spare'],
    [32, 64, 20, '2:00 to 3:01', '2:00 to 3:32', '64 ≥ 64', '9,072 8,472 over'],
  ])('sizes %i workers with pool %i + %i', (w, pool, overflow, time, lost, rule, ceiling) => {
    const plan = planWith(shared, option(w, pool, overflow));
    expect(readCell(plan, 'A', 'all-up')).toBe(time);
    expect(readCell(plan, 'A', 'controller-lost')).toBe(lost);
    expect(readCell(plan, 'A', 'pool-rule')).toBe(rule);
    expect(readCell(plan, 'A', 'ceiling')).toBe(ceiling);
    expect(readCell(plan, 'A', 'convergence-off')).toBe('1:40:00');
  });

  it('opens 2,112 connections instead of 576 once the executor floor is counted', () => {
    const plan = planWith(shared, { ...option(8, 16, 0), executorThreads: 64 });
    expect(cellOf(plan, 'A', 'ceiling').value).toBe(2112);
  });

  it('uses 96 % of 600 connections, and 80 % at max_connections 1,120', () => {
    expect(readCell(planWith(shared, option(8, 16, 0)), 'A', 'limit-used')).toBe('96 %');
    const roomy = planWith({ ...shared, maxConnections: 1120 }, option(8, 16, 0));
    expect(readCell(roomy, 'A', 'limit-used')).toBe('80 %');
  });

  it('stops at 8 workers for the database and at 17 for the longest chain', () => {
    const [chart] = resultOf(planWith(shared, option(8, 16, 0))).charts;
    expect(chart?.subtitle).toBe(
      'Its table says 8 for 16 vCPU, its text says 2 to 4 per core. Your database stops you at 8, and past 17 the longest chain sets the time.',
    );
  });

  it('stops at 2 workers for the database with the executor floor counted: 3 × (2 × 74 + 4 × 10) are 564', () => {
    const [chart] = resultOf(planWith(shared, { ...option(8, 16, 0), executorThreads: 64 })).charts;
    expect(chart?.subtitle).toContain('Your database stops you at 2');
  });

  it('takes stacks one after another when convergence is off and there are more stacks than workers', () => {
    // 13 stacks on 12 workers: a second turn of 6,000 s.
    const plan = planWith({ ...shared, stacksAtOnce: 13 }, { ...option(4, 10, 20), convergence: false });
    expect(readCell(plan, 'A', 'all-up')).toBe('3:20:00');
  });

  it('says that nothing is left when the only controller is lost', () => {
    const plan = planWith({ ...shared, controllers: 1 }, option(8, 16, 0));
    expect(readCell(plan, 'A', 'controller-lost')).toBe('stops no engine left');
  });

  it('shows no limit used without max_connections', () => {
    const plan = planWith({ ...shared, maxConnections: null }, option(8, 16, 0));
    expect(readCell(plan, 'A', 'ceiling')).toBe('576 no limit given');
    expect(cellOf(plan, 'A', 'limit-used').value).toBeNull();
    expect(resultOf(plan).gauge.line).toBeNull();
  });

  it('names the upstream ceiling beside the guide’s', () => {
    const plan = planWith(shared, option(4, 10, 20), option(8, 16, 0));
    expect(cellOf(plan, 'A', 'ceiling').explain?.other).toBe('upstream: 888');
    expect(cellOf(plan, 'B', 'ceiling').explain?.other).toBe('upstream: 1,920');
  });
});

describe('heat, by upstream', () => {
  const upstream = { ...shared, reckonBy: 'upstream' };
  const ceiling = (inputs: Inputs, more: Inputs = {}) =>
    cellOf(planWith({ ...upstream, ...more }, inputs), 'A', 'ceiling').value;

  it('opens 888 connections at the guide’s defaults on three controllers', () => {
    expect(ceiling(option(4, 10, 20))).toBe(888);
  });

  it('opens 4,608 with 16 workers and the pool their rule asks for', () => {
    expect(ceiling(option(16, 32, 20))).toBe(4608);
  });

  it('opens 344 a node for the engines of the published case of 4 workers and pool 22', () => {
    expect(ceiling({ ...option(4, 22, 0), apiWorkers: 2 }, { controllers: 1 })).toBe(344);
  });

  it('opens 975 on three nodes of 5 workers, pool 1 and no overflow set', () => {
    expect(ceiling(option(5, 1, 0))).toBe(975);
  });

  it('stays at the bounds measured on a real engine: 130, 18 and 138', () => {
    const one = { controllers: 1 };
    expect(ceiling({ ...option(2, 1, 0), executorThreads: 64 }, one)).toBe(130);
    expect(ceiling({ ...option(2, 1, 0), executorThreads: 8 }, one)).toBe(18);
    expect(ceiling(option(2, 5, 50), one)).toBe(138);
  });

  it.each([
    ['20 independent resources that wait 5 s', 20, 1, 5, true, 25.6],
    ['20 independent resources', 20, 1, 0.1, true, 20.1],
    ['one root and 20 dependants', 21, 2, 0.1, true, 1.55],
    ['one root and 100 dependants', 101, 2, 0.1, true, 16.99],
    ['one root and 200 dependants', 201, 2, 0.1, true, 32.25],
    ['a chain of 20', 20, 20, 0.1, true, 2.43],
    ['20 independent resources, legacy', 20, 1, 0.1, false, 1.39],
    ['20 independent resources that wait 5 s, legacy', 20, 1, 5, false, 8.4],
    ['100 independent resources, legacy', 100, 1, 0.1, false, 4.8],
    ['a chain of 20, legacy', 20, 20, 0.1, false, 20.96],
    ['one root and 200 dependants, legacy', 201, 2, 0.1, false, 19.83],
  ])(
    'spans the time measured for %s',
    (_, resources, longestChain, secondsPerResource, convergence, measured) => {
      const plan = planWith(
        { ...upstream, controllers: 1, vcpuPerController: 2, resources, longestChain, secondsPerResource },
        { ...option(2, 5, 50), convergence },
      );
      const times = resultOf(plan).charts[0];
      const band = times?.kind === 'panels' ? times.panels[0]?.series[0] : undefined;
      const at = band?.shape === 'band' ? band.data.find(({ x }) => x === 2) : undefined;
      // The measurements say of themselves that they are noisy by some seconds; two are allowed.
      expect(at?.low).toBeLessThanOrEqual(measured + 2);
      expect(at?.high).toBeGreaterThanOrEqual(measured - 2);
    },
  );

  it.each([
    ['20 independent resources', 20, 1, 20, 20.1],
    ['one root and 20 dependants', 21, 2, 1, 1.55],
    ['one root and 100 dependants', 101, 2, 1, 16.99],
    ['one root and 200 dependants', 201, 2, 1, 32.25],
    ['a chain of 20', 20, 20, 1, 2.43],
  ])(
    'spans the time measured for %s more closely once the leaves are known',
    (_, resources, longestChain, leaves, measured) => {
      const stack = {
        controllers: 1,
        vcpuPerController: 2,
        resources,
        longestChain,
        secondsPerResource: 0.1,
      };
      const timeOf = (known: number | null) => {
        const plan = planWith({ ...upstream, ...stack, leaves: known }, option(2, 5, 50));
        const { explain, value } = cellOf(plan, 'A', 'all-up');
        return { low: value ?? 0, worked: explain?.worked };
      };
      const chart = resultOf(planWith({ ...upstream, ...stack, leaves }, option(2, 5, 50))).charts[0];
      const band = chart?.kind === 'panels' ? chart.panels[0]?.series[0] : undefined;
      const at = band?.shape === 'band' ? band.data.find(({ x }) => x === 2) : undefined;
      expect(at?.low).toBeLessThanOrEqual(measured + 2);
      expect(at?.high).toBeGreaterThanOrEqual(measured - 2);
      expect(timeOf(leaves).worked).toContain(`${leaves} leaves`);
      expect(timeOf(leaves).low).toBeGreaterThanOrEqual(timeOf(null).low);
    },
  );

  // Low: the longest chain, 6 × 20 s. High: 294 leaves at 1 s each, 6,000 s of work shared out, the chain, 0.1 s for
  // each of 5 handovers and 40 ms of CPU a create: 294 + 6,000 ÷ 768 + 120 × 767/768 + 0.5 + 12 ÷ 12 = 423.2 s …
  it.each([
    [4, 'all-up', '2:00 to 7:03'],
    [8, 'all-up', '2:00 to 6:59'],
    // … on two controllers 294 + 6,000 ÷ 1,024 + 120 × 1,023/1,024 + 0.5 + 12 ÷ 16 = 421.0 s …
    [8, 'controller-lost', '2:00 to 7:01'],
    // … and with the legacy engine 6 × 21 + 300 × 0.1 = 156 s.
    [8, 'convergence-off', '2:00 to 2:36'],
  ])('spans with %i workers, row %s, what the source code lets happen: %s', (w, row, time) => {
    expect(readCell(planWith(upstream, option(w, 2 * w, 64)), 'A', row)).toBe(time);
  });

  const many = { ...upstream, resources: 1000, longestChain: 2, secondsPerResource: 0.1, stacksAtOnce: 100 };

  it.each([
    // 100,000 creates at 30 to 40 ms on 24 cores, on 12, and 998 + 65.1 + 2 + 0.1 s beside them.
    ['cores', 8, { ...many, vcpuPerController: 16 }, {}, '2:05 to 20:32'],
    ['cores', 8, { ...many, vcpuPerController: 4 }, {}, '4:10 to 23:19'],
    // 2,000,000 s of work in 96 places; above that 999 + 19.8 + 166.7 s.
    [
      'places',
      8,
      { ...many, longestChain: 1, secondsPerResource: 20 },
      { executorThreads: 4 },
      '5:47:13 to 6:06:59',
    ],
  ])('takes as long as the %s need for many stacks at once', (_, w, all, own, time) => {
    expect(readCell(planWith(all, { ...option(w, 2 * w, 64), ...own }), 'A', 'all-up')).toBe(time);
  });

  it.each([
    // 6 levels of 21 s and 0.1 s for each resource of two stacks in a process …
    [{ stacksAtOnce: 30 }, {}, '2:00 to 3:06'],
    // … twice as slow where two processes share a core, and in two turns where a process takes one stack.
    [{ stacksAtOnce: 30, vcpuPerController: 4 }, {}, '2:00 to 4:06'],
    [{ stacksAtOnce: 30 }, { executorThreads: 1 }, '2:00 to 5:12'],
    // 300,000 creates at 12 ms on 24 cores; 42 stacks in a process.
    [{ stacksAtOnce: 1000 }, {}, '2:30 to 23:06'],
    // A level is a second at least, two at most: 6 s, and 12 s + 30 s.
    [{ secondsPerResource: 0.1 }, {}, '6 s to 0:42'],
  ])('reckons the legacy engine level by level: %j %j', (all, own, time) => {
    const plan = planWith({ ...upstream, ...all }, { ...option(8, 16, 64), ...own });
    expect(readCell(plan, 'A', 'convergence-off')).toBe(time);
  });

  it('starts the last of 200 known leaves after 199 s', () => {
    const plan = planWith({ ...upstream, leaves: 200 }, option(8, 16, 64));
    expect(readCell(plan, 'A', 'all-up')).toMatch(/^3:39 to /);
  });

  it('stops at 2 workers for the database: 3 × 2 × (10 + 64) are 444 of 600, with 3 they are 666', () => {
    const [chart] = resultOf(planWith(upstream, option(8, 16, 0))).charts;
    expect(chart?.subtitle).toContain('Your database stops you at 2');
  });

  it('names the guide’s figures where they differ', () => {
    const plan = planWith(upstream, option(8, 16, 0));
    expect(cellOf(plan, 'A', 'ceiling').explain?.other).toBe('guide: 576');
    expect(cellOf(plan, 'A', 'all-up').explain?.other).toBe('guide: 4:10 to 6:05');
  });
});
