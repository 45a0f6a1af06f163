import { describe, expect, it } from 'vitest';
import { fleets } from '../../plans.ts';
import { cellOf, guidePlan, planOfFleets, runOf } from '../load-view.ts';

describe('runConfigOf', () => {
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
    const log = 'duration_ms,db_ms\n100,100\n100,100\n';
    const shared = { requestFrom: 'log', distribution: 'own', requestsPerSecond: 1, runRequests: 1000 };
    const view = await runOf(guidePlan(shared), 'A', { requests: log });
    for (const letter of ['A', 'B', 'C', 'D'] as const)
      expect(cellOf(view, 'simulated', 'mean', letter).value).toBeCloseTo(100, 0);
  });
});
