import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../../../src/sizing/core/explanation.ts';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { chartIn, findingIn, rowOf, settings, tableIn } from '../views.ts';
import { six, solveFor } from './solve-for.ts';

/** The first row of the settings, as text by column. */
async function bestFor(shared: Inputs) {
  const table = tableIn(await solveFor({ ...six, ...shared }), 'settings');
  return rowOf(table, table.rows[0]?.id ?? '');
}

describe('questionOf', () => {
  it('counts connections as the plan reckons, for Puma and for Thin', async () => {
    // 6 × (5 × 20 + 8 × 1) by the guide; upstream each local worker has a pool of 25: 6 × (100 + 8 × 25).
    expect((await bestFor({})).connections).toBe('648');
    expect((await bestFor({ reckon: 'upstream' })).connections).toBe('1,800');
    // Thin: a pool of 25 and two local workers, 21 × 27, or 21 × 3 × 25 upstream.
    const thin = { solveSizes: '1', solveThin: true, solveSpare: 'yes' };
    expect(await bestFor(thin)).toMatchObject({ setting: 'Thin 21 × 20', connections: '567' });
    expect((await bestFor({ ...thin, reckon: 'upstream' })).connections).toBe('1,575');
  });

  it('considers Thin only if asked to, with today’s threads', async () => {
    const thin = { solveSizes: '1', thinThreads: 25, thinVms: 16 };
    expect(settings(tableIn(await solveFor({ ...six, ...thin, solveThin: true }), 'settings'))).toContain(
      'Thin 17 × 25',
    );
    expect(settings(tableIn(await solveFor({ ...six, ...thin }), 'settings'))).toEqual(['21 × 1 × 20']);
  });

  it('has two different axes whatever was chosen, and three with a third', async () => {
    const over = async (shared: Inputs) => {
      const { subtitle, x, y } = chartIn(await solveFor({ ...six, ...shared }), 'front');
      return [x.label, y.label, / in (.*): /.exec(subtitle)?.[1]];
    };
    expect(await over({ solveX: 'vms', solveY: 'vms' })).toEqual([
      'API VMs',
      'Total vCPU',
      'VMs and total vCPU',
    ]);
    expect(await over({ solveX: 'vcpu', solveY: 'vcpu' })).toEqual([
      'Total vCPU',
      'API VMs',
      'total vCPU and VMs',
    ]);
    expect(await over({ solveX: 'memory', solveY: 'loss', solveZ: 'connections' })).toEqual([
      'Total memory (GiB)',
      'Requests lost with one VM',
      'memory, requests lost with one VM, DB connections',
    ]);
    expect(await over({ solveX: 'memory', solveY: 'memory', solveZ: 'memory' })).toEqual([
      'Total memory (GiB)',
      'Total vCPU',
      'memory and total vCPU',
    ]);
  });

  it('reckons times from the service time, its CPU share, the rate and the condition', async () => {
    // 100 requests of 100 ms, half of it CPU, on the five VMs of four cores that are left of six.
    const timed = { solveServiceMs: 100, solveRate: 100 };
    expect((await bestFor(timed)).util).toBe('25%');
    expect((await bestFor({ ...timed, solveCpuShare: 100 })).util).toBe('50%');
    expect((await bestFor({ ...timed, survive: 'none', solveMaxVms: 5 })).util).toBe('25%');
    // Of eight VMs in three zones five are left with an AZ lost.
    expect(await bestFor({ ...timed, survive: 'az' })).toMatchObject({ vms: '8', util: '25%' });
  });

  it('enlarges fleets to the CPU and the p95 that are allowed', async () => {
    // 10 cores at work: 60% of four take 4.2 VMs, 40% 6.25, each and one that may be lost.
    const timed = { solveServiceMs: 100, solveRate: 200 };
    expect((await bestFor({ ...timed, solveMaxCpu: 60 })).vms).toBe('6');
    expect((await bestFor({ ...timed, solveMaxCpu: 40 })).vms).toBe('8');
    const quick = await bestFor({ ...timed, solveMaxP95Ms: 250 });
    expect(Number(quick.p95)).toBeLessThanOrEqual(250);
    expect(Number(quick.p95)).toBeGreaterThan(237);
  });
});

describe('study', () => {
  it('shows what was found, what was rejected and how far numbers go, and each only where there is any', async () => {
    const figures = async (shared: Inputs) =>
      (await solveFor({ ...six, ...shared })).figures.map(({ id }) => id);
    expect(await figures({})).toEqual(['front', 'settings', 'ranges']);
    expect(await figures({ solveLeastThreads: 19, solveMaxVms: 6 })).toEqual([
      'front',
      'settings',
      'rejected',
      'ranges',
    ]);
    expect(await figures({ solveMaxVms: 5 })).toEqual(['settings', 'rejected', 'ranges']);
    expect((await solveFor(six)).exports).toEqual([]);
  });

  it('asks for a second AZ where losing the only one must be survived, and answers all other questions', async () => {
    const view = await solveFor({ ...six, zones: 1, survive: 'az', connectionsFree: 800 });
    expect(view.verdict).toEqual({
      state: 'short',
      stateText: 'Nothing fits',
      headline: 'With a single AZ, losing it leaves nothing.',
      paragraph: ['No fleet of any size survives it. Spread the VMs over at least two AZs.'],
      keyFigures: [{ label: 'Load to carry', cell: { text: '400', value: 400 } }],
      spoken: 'Nothing fits: with a single AZ, losing it leaves nothing.',
    });
    expect(view.findings).toEqual([
      {
        id: 'single-zone',
        severity: 'blocker',
        title: 'Spread the VMs over at least two AZs',
        text: 'The plan must survive the loss of an AZ and has one.',
        rules: ['R-4', 'CF-11'],
        fix: { label: 'Use 2 AZs', edit: { kind: 'set', inputs: { zones: 2 } } },
      },
    ]);
    expect([view.figures, view.exports]).toEqual([[], []]);
    expect(view.hints.solveMaxConnections).toBe('Empty: as on Size and compare, 800.');
    expect(findingIn(await solveFor({ ...six, zones: 2, survive: 'az' }), 'single-zone')).toBeUndefined();
    const one = await solveFor({ ...six, zones: 1 });
    expect(findingIn(one, 'single-zone')).toBeUndefined();
    expect(plainText(one.verdict.paragraph)).toBe('No other setting is better in anything that counts here.');
  });
});
