import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { fleets } from '../../plans.ts';
import { cellOf, jobOf, planOfFleets, runOf } from '../load-view.ts';
import { tableIn } from '../views.ts';
import { cpuOnly, twoPuma, twoThin } from './case-of.ts';

const quick = { ...cpuOnly, requestsPerSecond: 5, runRequests: 1000 };

function planOf(shared: Inputs = {}) {
  return planOfFleets(
    [
      ['Single', { ...twoThin, vms: 1 }],
      ['Puma', twoPuma],
    ],
    { ...quick, ...shared },
  );
}

describe('startRun', () => {
  it('works off option after option, says which and how far, and is whole only at the end', async () => {
    const job = await jobOf(planOf({ runRequests: 10_000 }), 'A');
    const steps = [job.advance()];
    while ((steps.at(-1)?.fraction ?? 1) < 1) steps.push(job.advance());
    const fractions = steps.map((s) => s.fraction);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    for (const { fraction, note } of steps) {
      if (fraction < 0.5) expect(note).toBe('option A');
      if (fraction > 0.5) expect(note).toBe('option B');
    }
    expect(fractions.filter((f) => f > 0 && f < 0.5).length).toBeGreaterThan(0);
    expect(fractions.filter((f) => f > 0.5 && f < 1).length).toBeGreaterThan(0);
    expect(job.advance()).toEqual({ fraction: 1, note: '' });
    expect(tableIn(job.view(), 'simulated').rows.map((r) => r.letter)).toEqual(['A', 'B']);
  });

  it('passes over an option of which nothing is left, and has nothing to do where that is all', async () => {
    const view = await runOf(planOf({ loadCondition: 'vm' }), 'B');
    const table = tableIn(view, 'simulated');
    expect(table.rows.map((r) => r.letter)).toEqual(['B']);
    expect(table.subtitle).toContain('Not simulated: A.');
    const none = await jobOf(
      planOfFleets([['Single', { ...twoThin, vms: 1 }]], { ...quick, loadCondition: 'vm' }),
      'A',
    );
    expect(none.advance()).toEqual({ fraction: 1, note: '' });
  });

  it('finds M/M/1 of a lone process, within its own spread', async () => {
    // 1 / (10 - 5) s; means of 30,000 such requests spread by some 2 %.
    const view = await runOf(planOf({ runRequests: 30_000 }), 'A');
    expect((cellOf(view, 'simulated', 'mean', 'A').value ?? 0) / 200).toBeCloseTo(1, 1);
    expect(cellOf(view, 'simulated', 'count', 'A').value).toBe(27_000);
  });

  it('leaves the stalled worker out of the whole run in the condition of one', async () => {
    // Two processes of 50 ms CPU serve 40 requests a second; one serves 20, and 30 a second come.
    const one = { ...fleets.profile2, vms: 1 };
    const shared = { requestsPerSecond: 30, runRequests: 2000 };
    const mean = async (loadCondition: string) => {
      const view = await runOf(planOfFleets([['One', one]], { ...shared, loadCondition }), 'A');
      return cellOf(view, 'simulated', 'mean', 'A').value ?? 0;
    };
    expect(await mean('all')).toBeLessThan(1000);
    // 2,000 requests take 67 s to come; by then 667 wait, the last of them for half a minute.
    expect(await mean('worker')).toBeGreaterThan(5000);
  });

  it('lets requests that only wait take what the log says', async () => {
    const waits = 'duration_ms,db_ms\n100,100\n100,100\n';
    const shared = { requestFrom: 'log', distribution: 'own', requestsPerSecond: 0.01, runRequests: 1000 };
    const view = await runOf(planOf(shared), 'A', { requests: waits });
    for (const letter of ['A', 'B'] as const)
      expect(cellOf(view, 'simulated', 'mean', letter).value).toBeCloseTo(100, 0);
  });
});
