import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { peak } from '../peak.ts';
import { findingIn, settings, tableIn } from '../views.ts';
import { six, solveFor } from './solve-for.ts';

/** The finding that says why nothing fits. */
const stopFor = async (shared: Inputs) => findingIn(await solveFor(shared), 'nothing-fits');

describe('solveFindings where nothing fits', () => {
  it.each([
    [{ solveMaxVms: 5 }, 'The number of VMs is what stops it', '5 VMs set, 6 VMs needed', ['CF-11']],
    [{ solveMaxVcpus: 23 }, 'The number of cores is what stops it', '23 vCPU set, 24 vCPU needed', ['CF-11']],
    [{ solveMaxMemory: 95 }, 'Memory is what stops it', '95 GiB set, 96 GiB needed', ['CF-11']],
    [{ solveMaxVmMemory: 15 }, 'Memory per VM is what stops it', '15 GiB set, 16 GiB needed', ['CF-11']],
    [
      { solveMaxConnections: 647 },
      'The database is what stops it',
      '647 connections set, 648 connections needed',
      ['CF-10', 'R-3'],
    ],
  ])('says with %o: %s', async (limit, title, amounts, rules) => {
    const found = await stopFor({ ...six, ...limit });
    expect(found).toMatchObject({ severity: 'blocker', title, rules });
    expect(found?.text).toBe(`${amounts} for 6 × 4 × 20. No smaller step lets a setting in.`);
    if (found?.fix?.edit.kind !== 'set') throw new Error('There is no fix.');
    const after = await solveFor({ ...six, ...found.fix.edit.inputs });
    expect(after.verdict.state).toBe('meets');
  });

  it('says that no single limit is enough where several must be raised', async () => {
    const found = await stopFor({ ...six, solveMaxVms: 5, solveMaxVcpus: 20 });
    expect(found?.title).toBe('The number of VMs and the number of cores are what stops it');
    expect(found?.text).toMatch(/ for 6 × 4 × 20\. No single limit raised lets a setting in\.$/);
    expect(found?.fix?.label).toBe('Use 6 VMs and 24 vCPU');
  });

  it('names every limit with its unit where several must be raised', async () => {
    // With 10 to 20 threads: 6 × 4 × 20 with 16 GiB a VM is the smallest fleet.
    const limits = { solveMaxVms: 5, solveMaxVcpus: 20, solveMaxMemory: 80 };
    const found = await stopFor({ ...six, solveLeastThreads: 10, ...limits });
    expect(found?.title).toBe('The number of VMs, the number of cores and memory are what stops it');
    expect(found?.text).toContain(
      '5 VMs set, 6 VMs needed; 20 vCPU set, 24 vCPU needed; 80 GiB set, 96 GiB needed for 6 × 4 × 20.',
    );
    expect(found?.fix).toEqual({
      label: 'Use 6 VMs, 24 vCPU and 96 GiB',
      edit: { kind: 'set', inputs: { solveMaxVms: 6, solveMaxVcpus: 24, solveMaxMemory: 96 } },
    });
  });

  it('says which limit stops everything, by how much, and offers the smallest step', async () => {
    const shared = { solveSizes: '4', solveMaxMemory: 96, memoryPerThinVmGib: 5 };
    const view = await solveFor(shared);
    expect(view.verdict.headline).toBe('Memory is what stops it: 96 GiB set, 120 GiB needed for 6 × 4 × 20.');
    const finding = findingIn(view, 'nothing-fits');
    expect(finding?.fix).toEqual({
      label: 'Use 120 GiB',
      edit: { kind: 'set', inputs: { solveMaxMemory: 120 } },
    });
    const after = await solveFor({ ...shared, solveMaxMemory: 120 });
    expect(settings(tableIn(after, 'settings'))).toContain('6 × 4 × 20');
  });

  it('offers no step to a fleet that is larger than any the form accepts', async () => {
    // 20,000 requests take 501 VMs of 2 × 20 with one lost, or 126 of 8 × 20 with 126 × (9 × 20 + 16) connections.
    const large = { ...six, thinVms: 500, thinThreads: 40, solveSizes: '2, 8' };
    const found = await stopFor({ ...large, solveMaxConnections: 20_000, solveMaxVcpus: 1000 });
    // 126 × 8 = 1,008 vCPU.
    expect(found?.fix?.label).toBe('Use 1,008 vCPU and 24,696 connections');
  });

  it('offers no more than 500 VMs', async () => {
    // 499 × 40 = 19,960 are left of 500 VMs of 2 × 20.
    const large = { ...six, solveSizes: '2' };
    const most = await stopFor({ ...large, ...peak(19_960), solveMaxVms: 100 });
    expect(most?.fix?.label).toBe('Use 500 VMs');
    const more = await stopFor({ ...large, ...peak(19_961), solveMaxVms: 100 });
    expect(more?.text).toBe(
      '100 VMs set, 501 VMs needed for 501 × 2 × 20. No smaller step lets a setting in. A fleet has at most 500 VMs here.',
    );
    expect(more?.fix).toBeUndefined();
    // Nor where another limit is passed with it.
    const both = { ...large, ...peak(19_961), solveMaxVms: 100, solveMaxVcpus: 100 };
    expect((await stopFor(both))?.fix).toBeUndefined();
    const unlimited = await stopFor({ ...large, ...peak(19_961) });
    expect(unlimited?.text).toContain('500 VMs set, 501 VMs needed');
  });

  it('goes back to the guide’s threads where none lies in the range', async () => {
    expect(await stopFor({ ...six, solveLeastThreads: 21 })).toEqual({
      id: 'nothing-fits',
      severity: 'blocker',
      title: 'No thread count lies from 21 to 20',
      text: 'The guide’s range is 10 to 20.',
      rules: ['CF-6'],
      fix: {
        label: 'Use 10 to 20',
        edit: { kind: 'set', inputs: { solveLeastThreads: 10, solveMostThreads: 20 } },
      },
    });
  });

  it('says which memory is too small for the workers', async () => {
    expect(await stopFor({ ...six, solveSizes: '4:15' })).toEqual({
      id: 'nothing-fits',
      severity: 'blocker',
      title: 'No VM size holds the memory of its workers',
      text: '4 workers at 4 GiB each need 16 GiB; the VM has 15 GiB. Allow fewer workers, or larger VMs.',
      rules: ['CF-7'],
      fix: { label: 'Any number of workers', edit: { kind: 'set', inputs: { solveSpare: 'any' } } },
    });
    expect(await stopFor({ ...six, solveSizes: '4:15', solveSpare: 'any' })).toBeUndefined();
    const one = await stopFor({ ...six, solveSizes: '1:3' });
    expect(one?.text).toContain('1 worker at 4 GiB each needs 4 GiB; the VM has 3 GiB.');
  });

  it('says why sizes leave no room for workers', async () => {
    const found = await stopFor({ ...six, solveSizes: '2', solveSpare: 'yes' });
    expect(found).toEqual({
      id: 'nothing-fits',
      severity: 'blocker',
      title: 'No VM size leaves room for workers',
      text: 'With a core left spare, a VM takes at least 3 vCPU: a single worker is less resilient than Thin.',
      rules: ['CF-5', 'CF-9'],
      fix: { label: 'Use 2, 4, 8 and 16 vCPU', edit: { kind: 'set', inputs: { solveSizes: '2, 4, 8, 16' } } },
    });
    const none = await stopFor({ ...six, solveSizes: '0, 99' });
    expect(none?.text).toBe('Sizes go from 1 to 64 vCPU.');
  });

  it('says how fast nothing is', async () => {
    // A request takes up to ln 20 × 100 ms = 300 ms on an idle VM.
    const slow = { ...six, solveServiceMs: 100, solveRate: 10, solveCpuShare: 100 };
    expect(await stopFor({ ...slow, solveMaxP95Ms: 250 })).toEqual({
      id: 'nothing-fits',
      severity: 'blocker',
      title: 'No fleet is fast enough',
      text: 'Not even 500 VMs of any size keep a p95 of 250 ms and 85% CPU at 10 requests per second. A p95 below what a request takes on an idle VM cannot be had.',
      rules: ['R-12'],
    });
    // Where memory stops all sizes, no time is to blame.
    const small = await stopFor({ ...slow, solveSizes: '4:15', solveMaxP95Ms: 250 });
    expect(small?.title).toBe('No VM size holds the memory of its workers');
    // 500 VMs of four cores do at most 20,000 a second of 100 ms.
    const busy = await stopFor({ ...slow, solveRate: 30_000 });
    expect(busy?.text).toMatch(/^Not even 500 VMs of any size keep 85% CPU at 30,000 requests per second\./);
  });
});
