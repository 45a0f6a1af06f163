import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { fleets } from '../../plans.ts';
import { chartIn, findingIn, tableIn, viewFor } from '../views.ts';

const solve = (shared: Inputs) => viewFor('solve', fleets.profile3plus1, shared);
const idsFor = async (shared: Inputs) => (await solve(shared)).findings.map(({ id }) => id);

/** Six VMs of 4 × 20 threads survive the loss of one, on 24 cores. */
const six = { solveSizes: '4', solveSpare: 'no', solveLeastThreads: 20 };
/** What a request takes, and how many come. */
const timed = { solveServiceMs: 100, solveRate: 10 };

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
    const found = findingIn(await solve({ ...six, ...limit }), 'nothing-fits');
    expect(found).toMatchObject({ severity: 'blocker', title, rules });
    expect(found?.text).toBe(`${amounts} for 6 × 4 × 20. No smaller step lets a setting in.`);
    if (found?.fix?.edit.kind !== 'set') throw new Error('There is no fix.');
    const after = await solve({ ...six, ...found.fix.edit.inputs });
    expect(after.verdict.state).toBe('meets');
  });

  it('says that no single limit is enough where several must be raised', async () => {
    const found = findingIn(await solve({ ...six, solveMaxVms: 5, solveMaxVcpus: 20 }), 'nothing-fits');
    expect(found?.title).toBe('The number of VMs and the number of cores are what stops it');
    expect(found?.text).toMatch(/ for 6 × 4 × 20\. No single limit raised lets a setting in\.$/);
    expect(found?.fix?.label).toBe('Use 6 VMs and 24 vCPU');
  });

  it('offers no more than 500 VMs', async () => {
    // 499 × 40 = 19,960 are left of 500 VMs of 2 × 20.
    const large = { solveSizes: '2', solveSpare: 'no', solveLeastThreads: 20, loadMode: 'observed' };
    const most = findingIn(await solve({ ...large, observedPeak: 19_960, solveMaxVms: 100 }), 'nothing-fits');
    expect(most?.fix?.label).toBe('Use 500 VMs');
    const more = findingIn(await solve({ ...large, observedPeak: 19_961, solveMaxVms: 100 }), 'nothing-fits');
    expect(more?.text).toBe(
      '100 VMs set, 501 VMs needed for 501 × 2 × 20. No smaller step lets a setting in. A fleet has at most 500 VMs here.',
    );
    expect(more?.fix).toBeUndefined();
    // Nor where another limit is passed with it.
    const both = { ...large, observedPeak: 19_961, solveMaxVms: 100, solveMaxVcpus: 100 };
    expect(findingIn(await solve(both), 'nothing-fits')?.fix).toBeUndefined();
    const unlimited = findingIn(await solve({ ...large, observedPeak: 19_961 }), 'nothing-fits');
    expect(unlimited?.text).toContain('500 VMs set, 501 VMs needed');
  });

  it('goes back to the guide’s threads where none lies in the range', async () => {
    expect(findingIn(await solve({ ...six, solveLeastThreads: 21 }), 'nothing-fits')).toEqual({
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
    expect(findingIn(await solve({ ...six, solveSizes: '4:15' }), 'nothing-fits')).toEqual({
      id: 'nothing-fits',
      severity: 'blocker',
      title: 'No VM size holds the memory of its workers',
      text: '4 workers at 4 GiB each need 16 GiB; the VM has 15 GiB. Allow fewer workers, or larger VMs.',
      rules: ['CF-7'],
      fix: { label: 'Any number of workers', edit: { kind: 'set', inputs: { solveSpare: 'any' } } },
    });
    expect(await idsFor({ ...six, solveSizes: '4:15', solveSpare: 'any' })).not.toContain('nothing-fits');
    const one = findingIn(await solve({ ...six, solveSizes: '1:3' }), 'nothing-fits');
    expect(one?.text).toContain('1 worker at 4 GiB each needs 4 GiB; the VM has 3 GiB.');
  });

  it('says why sizes leave no room for workers', async () => {
    const found = findingIn(await solve({ ...six, solveSizes: '2', solveSpare: 'yes' }), 'nothing-fits');
    expect(found).toEqual({
      id: 'nothing-fits',
      severity: 'blocker',
      title: 'No VM size leaves room for workers',
      text: 'With a core left spare, a VM takes at least 3 vCPU: a single worker is less resilient than Thin.',
      rules: ['CF-5', 'CF-9'],
      fix: { label: 'Use 2, 4, 8 and 16 vCPU', edit: { kind: 'set', inputs: { solveSizes: '2, 4, 8, 16' } } },
    });
    const none = findingIn(await solve({ ...six, solveSizes: '0, 99' }), 'nothing-fits');
    expect(none?.text).toBe('Sizes go from 1 to 64 vCPU.');
  });

  it('says how fast nothing is', async () => {
    // A request takes up to ln 20 × 100 ms = 300 ms on an idle VM.
    const slow = { ...six, ...timed, solveCpuShare: 100 };
    expect(findingIn(await solve({ ...slow, solveMaxP95Ms: 250 }), 'nothing-fits')).toEqual({
      id: 'nothing-fits',
      severity: 'blocker',
      title: 'No fleet is fast enough',
      text: 'Not even 500 VMs of any size keep a p95 of 250 ms and 85% CPU at 10 requests per second. A p95 below what a request takes on an idle VM cannot be had.',
      rules: ['R-12'],
    });
    // Where memory stops all sizes, no time is to blame.
    const small = findingIn(await solve({ ...slow, solveSizes: '4:15', solveMaxP95Ms: 250 }), 'nothing-fits');
    expect(small?.title).toBe('No VM size holds the memory of its workers');
    // 500 VMs of four cores do at most 20,000 a second of 100 ms.
    const busy = findingIn(await solve({ ...slow, solveRate: 30_000 }), 'nothing-fits');
    expect(busy?.text).toMatch(/^Not even 500 VMs of any size keep 85% CPU at 30,000 requests per second\./);
  });
});

describe('solveFindings beside the best setting', () => {
  it('has nothing to say of a setting with a reserve and as many cores as today', async () => {
    expect(await idsFor({ ...six, solveLeastThreads: 19, solveMostThreads: 19 })).toEqual([]);
  });

  it('notes that 20 threads leave no reserve where fewer are allowed', async () => {
    expect(findingIn(await solve({ ...six, solveLeastThreads: 10 }), 'no-reserve')).toEqual({
      id: 'no-reserve',
      severity: 'note',
      title: '6 × 4 × 20 has no threads in reserve',
      text: '20 threads are the ceiling; the guide’s advice for a migration is fewer than 20.',
      rules: ['CF-6', 'CF-12'],
      fix: { label: 'Allow up to 19', edit: { kind: 'set', inputs: { solveMostThreads: 19 } } },
    });
    expect(await idsFor({ ...six, solveLeastThreads: 19 })).toContain('no-reserve');
    expect(await idsFor(six)).not.toContain('no-reserve');
    // Thin has 20 threads by default.
    const thin = { solveSizes: '1', solveThin: true, solveSpare: 'yes' };
    expect(await idsFor(thin)).toEqual([]);
  });

  it('cautions against more than 20 threads, and goes back to 20', async () => {
    const found = findingIn(
      await solve({ ...six, solveLeastThreads: 21, solveMostThreads: 25, solveGoal: 'reserve' }),
      'over-ceiling',
    );
    expect(found).toEqual({
      id: 'over-ceiling',
      severity: 'caution',
      title: 'More than 20 threads is not recommended',
      // ⌈400 / 84⌉ + 1.
      text: '6 × 4 × 21 has 21 threads per worker.',
      rules: ['CF-6'],
      fix: {
        label: 'Allow up to 20',
        edit: { kind: 'set', inputs: { solveMostThreads: 20, solveLeastThreads: 20 } },
      },
    });
    const wide = await solve({ ...six, solveLeastThreads: 15, solveMostThreads: 40 });
    expect(findingIn(wide, 'over-ceiling')?.fix?.edit).toEqual({
      kind: 'set',
      inputs: { solveMostThreads: 20, solveLeastThreads: 15 },
    });
    expect(await idsFor(six)).not.toContain('over-ceiling');
    const thin = { solveSizes: '1', solveThin: true, solveSpare: 'yes', thinThreads: 25, thinVms: 16 };
    expect(await idsFor(thin)).toEqual([]);
  });

  it('cites why fewer cores matter: a process uses one at most', async () => {
    const few = { ...six, solveLeastThreads: 40, solveMostThreads: 40 };
    expect(findingIn(await solve(few), 'fewer-cores')).toMatchObject({
      text: '4 × 4 × 40 has as many threads, but a process uses one core at most.',
      rules: ['R-12', 'CF-5'],
    });
  });

  it('names up to five sizes that it leaves out', async () => {
    const found = findingIn(await solve({ ...six, solveSizes: '4, 0, 65, 66, 67, 68, 69' }), 'sizes-refused');
    expect(found).toEqual({
      id: 'sizes-refused',
      severity: 'caution',
      title: 'Left out: 0, 65, 66, 67 and 68',
      text: 'A VM size has 1 to 64 vCPU and some memory.',
      rules: ['CF-5'],
    });
  });
});

describe('solveFindings of what has no numbers', () => {
  it('leaves cost out as goal and as axis until every size has a price, and says so once', async () => {
    const unpriced = { ...six, solveSizes: '4, 8:32:0.4', solveGoal: 'cost', solveX: 'cost', solveY: 'cost' };
    const view = await solve(unpriced);
    expect(view.findings.filter(({ id }) => id === 'no-prices')).toEqual([
      {
        id: 'no-prices',
        severity: 'note',
        title: 'Costs need a price for every size',
        text: 'Write sizes as vCPU:GiB:price; 1 of 2 have none. Cost is left out until then.',
        rules: ['CF-12'],
      },
    ]);
    expect(view.verdict.headline).toMatch(/ on the fewest vCPU\.$/);
    expect([chartIn(view, 'front').x.label, chartIn(view, 'front').y.label]).toEqual([
      'Total vCPU',
      'API VMs',
    ]);
    const priced = await solve({ ...unpriced, solveSizes: '4:16:0.2, 8:32:0.4' });
    expect(findingIn(priced, 'no-prices')).toBeUndefined();
    expect(priced.verdict.headline).toMatch(/ at the lowest cost\.$/);
    // The other axis is the first that it is not.
    expect([chartIn(priced, 'front').x.label, chartIn(priced, 'front').y.label]).toEqual([
      'Cost, as priced',
      'Total vCPU',
    ]);
  });

  it('leaves p95 out until both the service time and the rate are known', async () => {
    const asked = { ...six, solveGoal: 'p95', solveZ: 'p95' };
    for (const half of [{}, { solveServiceMs: 100 }, { solveRate: 10 }]) {
      const view = await solve({ ...asked, ...half });
      expect(view.findings.filter(({ id }) => id === 'no-times')).toEqual([
        {
          id: 'no-times',
          severity: 'note',
          title: 'Response times need a service time and a rate',
          text: 'Enter what a request takes and how many come in a second. p95 is left out until then.',
          rules: ['R-12'],
        },
      ]);
      expect(view.verdict.headline).toMatch(/ on the fewest vCPU\.$/);
    }
    const view = await solve({ ...asked, ...timed });
    expect(findingIn(view, 'no-times')).toBeUndefined();
    expect(view.verdict.headline).toMatch(/ with the shortest p95\.$/);
    expect(chartIn(view, 'front').subtitle).toContain('in total vCPU, VMs, p95 response: ');
  });

  it.each([
    ['vms', 'with the fewest VMs'],
    ['memory', 'in the least memory'],
    ['connections', 'over the fewest DB connections'],
    ['loss', 'and lose the least with a VM'],
    ['reserve', 'with the most threads in reserve'],
  ])('ends the headline for %s as "%s"', async (solveGoal, phrase) => {
    expect((await solve({ ...six, solveGoal })).verdict.headline).toMatch(new RegExp(` ${phrase}\\.$`));
  });

  it('has times for 250 settings, and says why it has none for more', async () => {
    // Five sizes and 1 to 50 threads; one thread more and there are 255.
    const most = {
      solveSizes: '2, 4, 8, 16, 32',
      solveSpare: 'no',
      solveLeastThreads: 1,
      solveMostThreads: 50,
    };
    const asked = { ...most, solveServiceMs: 100, solveRate: 1 };
    expect(tableIn(await solve(asked), 'settings').columns.map(({ id }) => id)).toContain('p95');
    const view = await solve({ ...asked, solveMostThreads: 51, solveY: 'p95' });
    expect(tableIn(view, 'settings').columns.map(({ id }) => id)).not.toContain('p95');
    expect(findingIn(view, 'too-many-to-time')).toEqual({
      id: 'too-many-to-time',
      severity: 'caution',
      title: 'Response times are worked out for at most 250 settings',
      text: 'There are 255; allow fewer sizes, worker counts or threads. Limits of response time and CPU are not applied until then.',
      rules: ['R-12'],
    });
    expect(findingIn(view, 'no-times')?.text).toBe('They are left out because there are too many settings.');
    expect(await idsFor({ ...most, solveMostThreads: 51 })).not.toContain('too-many-to-time');
  });
});
