import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { fleets } from '../../plans.ts';
import { chartIn, findingIn, settings, tableIn, viewFor } from '../views.ts';

describe('solveFindings', () => {
  const solve = (shared: Inputs) => viewFor('solve', fleets.profile3plus1, shared);

  it('says where the best setting has fewer cores at work than today’s Thin VMs', async () => {
    // Four cores with 4 × 40 threads: four VMs keep 480 of 400 with one lost. Today 20 processes have a core each.
    const few = { solveSizes: '4', solveSpare: 'no', solveLeastThreads: 40, solveMostThreads: 40 };
    const parity = findingIn(await solve(few), 'fewer-cores');
    expect(parity?.severity).toBe('caution');
    expect(parity?.title).toBe('Fewer cores at work than today: 16 against 20');
    expect(parity?.text).toContain('4 × 4 × 40 has as many threads');
    const observed = { ...few, loadMode: 'observed', observedPeak: 400 };
    expect(findingIn(await solve(observed), 'fewer-cores')?.severity).toBe('note');
    // 400 / 80 = 5 VMs of four cores are as many as today.
    const equal = { ...few, solveLeastThreads: 20, solveMostThreads: 20, survive: 'none' };
    expect(findingIn(await solve(equal), 'fewer-cores')).toBeUndefined();
  });

  it('names every limit with its unit where several must be raised', async () => {
    const shared = {
      solveSizes: '4',
      solveSpare: 'no',
      solveMaxVms: 5,
      solveMaxVcpus: 20,
      solveMaxMemory: 80,
    };
    const found = findingIn(await solve(shared), 'nothing-fits');
    // 6 × 4 × 20 with 16 GiB a VM.
    expect(found?.title).toBe('The number of VMs, the number of cores and memory are what stops it');
    expect(found?.text).toContain(
      '5 VMs set, 6 VMs needed; 20 vCPU set, 24 vCPU needed; 80 GiB set, 96 GiB needed for 6 × 4 × 20.',
    );
    expect(found?.fix).toEqual({
      label: 'Use 6 VMs, 24 vCPU and 96 GiB',
      edit: { kind: 'set', inputs: { solveMaxVms: 6, solveMaxVcpus: 24, solveMaxMemory: 96 } },
    });
  });

  it('works out response times for at most 250 settings', async () => {
    // Five sizes with one count of workers each, and 1 to 51 threads: 255 settings.
    const shared = {
      solveSizes: '2, 4, 8, 16, 32',
      solveSpare: 'no',
      solveLeastThreads: 1,
      solveMostThreads: 51,
      solveServiceMs: 100,
      solveRate: 10,
    };
    const found = findingIn(await solve(shared), 'too-many-to-time');
    expect(found?.title).toBe('Response times are worked out for at most 250 settings');
    expect(found?.text).toContain('There are 255;');
    const fewer = { ...shared, solveSizes: '2, 4', solveLeastThreads: 19, solveMostThreads: 20 };
    expect(findingIn(await solve(fewer), 'too-many-to-time')).toBeUndefined();
  });

  it('says which limit stops everything, by how much, and offers the smallest step', async () => {
    const shared = { solveSizes: '4', solveMaxMemory: 96, memoryPerThinVmGib: 5 };
    const view = await viewFor('solve', fleets.profile3plus1, shared);
    expect(view.verdict.headline).toBe('Memory is what stops it: 96 GiB set, 120 GiB needed for 6 × 4 × 20.');
    const finding = findingIn(view, 'nothing-fits');
    expect(finding?.fix).toEqual({
      label: 'Use 120 GiB',
      edit: { kind: 'set', inputs: { solveMaxMemory: 120 } },
    });
    const after = await viewFor('solve', fleets.profile3plus1, { ...shared, solveMaxMemory: 120 });
    expect(settings(tableIn(after, 'settings'))).toContain('6 × 4 × 20');
  });

  it('names all limits together where no single one is enough', async () => {
    const shared = { solveSizes: '4', solveSpare: 'no', solveMaxVms: 5, solveMaxVcpus: 20 };
    const view = await viewFor('solve', fleets.profile3plus1, shared);
    // 6 × 4 × 20 is the smallest fleet of such VMs: one VM and four cores more than allowed.
    expect(findingIn(view, 'nothing-fits')?.fix?.edit).toEqual({
      kind: 'set',
      inputs: { solveMaxVms: 6, solveMaxVcpus: 24 },
    });
  });

  it('offers no step to a fleet that is larger than any the form accepts', async () => {
    // 20,000 requests take 501 VMs of 2 × 20 with one lost, or 126 of 8 × 20 with 126 × (9 × 20 + 16) connections.
    const shared = {
      thinVms: 500,
      thinThreads: 40,
      solveSizes: '2, 8',
      solveSpare: 'no',
      solveMaxConnections: 20_000,
      solveLeastThreads: 20,
    };
    const view = await viewFor('solve', fleets.profile3plus1, { ...shared, solveMaxVcpus: 1000 });
    // 126 × 8 = 1,008 vCPU.
    expect(findingIn(view, 'nothing-fits')?.fix?.label).toBe('Use 1,008 vCPU and 24,696 connections');
  });

  it('leaves cost out, and says so, until every size has a price', async () => {
    const view = await viewFor('solve', fleets.profile3plus1, { solveSizes: '4:16:0.2, 8', solveX: 'cost' });
    expect(findingIn(view, 'no-prices')?.text).toContain('1 of 2 have none');
    expect(chartIn(view, 'front').x.label).toBe('API VMs');
  });

  it('asks back where no thread count lies within the range', async () => {
    const view = await viewFor('solve', fleets.profile3plus1, {
      solveLeastThreads: 15,
      solveMostThreads: 12,
    });
    expect(findingIn(view, 'nothing-fits')?.title).toBe('No thread count lies from 15 to 12');
  });

  it('says which sizes it leaves out', async () => {
    const view = await viewFor('solve', fleets.profile3plus1, { solveSizes: '0, 4, 98' });
    expect(findingIn(view, 'sizes-refused')?.title).toBe('Left out: 0 and 98');
  });
});
