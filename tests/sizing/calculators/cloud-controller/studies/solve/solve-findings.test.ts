import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { peak } from '../peak.ts';
import { chartIn, findingIn, tableIn } from '../views.ts';
import { six, solveFor } from './solve-for.ts';

const idsFor = async (shared: Inputs) => (await solveFor(shared)).findings.map(({ id }) => id);

/** What a request takes, and how many come. */
const timed = { solveServiceMs: 100, solveRate: 10 };

describe('solveFindings beside the best setting', () => {
  it('has nothing to say of a setting with a reserve and as many cores as today', async () => {
    expect(await idsFor({ ...six, solveLeastThreads: 19, solveMostThreads: 19 })).toEqual([]);
  });

  it('notes that 20 threads leave no reserve where fewer are allowed', async () => {
    expect(findingIn(await solveFor({ ...six, solveLeastThreads: 10 }), 'no-reserve')).toEqual({
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
      await solveFor({ ...six, solveLeastThreads: 21, solveMostThreads: 25, solveGoal: 'reserve' }),
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
    const wide = await solveFor({ ...six, solveLeastThreads: 15, solveMostThreads: 40 });
    expect(findingIn(wide, 'over-ceiling')?.fix?.edit).toEqual({
      kind: 'set',
      inputs: { solveMostThreads: 20, solveLeastThreads: 15 },
    });
    expect(await idsFor(six)).not.toContain('over-ceiling');
    const thin = { solveSizes: '1', solveThin: true, solveSpare: 'yes', thinThreads: 25, thinVms: 16 };
    expect(await idsFor(thin)).toEqual([]);
  });

  it('says where the best setting has fewer cores at work than today’s Thin VMs', async () => {
    // Four cores with 4 × 40 threads: four VMs keep 480 of 400 with one lost. Today 20 processes have a core each.
    const few = { ...six, solveLeastThreads: 40, solveMostThreads: 40 };
    const parity = findingIn(await solveFor(few), 'fewer-cores');
    expect(parity).toMatchObject({
      severity: 'caution',
      title: 'Fewer cores at work than today: 16 against 20',
      text: '4 × 4 × 40 has as many threads, but a process uses one core at most.',
      rules: ['R-12', 'CF-5'],
    });
    const observed = { ...few, ...peak(400) };
    expect(findingIn(await solveFor(observed), 'fewer-cores')?.severity).toBe('note');
    // 400 / 80 = 5 VMs of four cores are as many as today.
    const equal = { ...six, survive: 'none' };
    expect(findingIn(await solveFor(equal), 'fewer-cores')).toBeUndefined();
  });

  it('names up to five sizes that it leaves out', async () => {
    const found = findingIn(
      await solveFor({ ...six, solveSizes: '4, 0, 65, 66, 67, 68, 69' }),
      'sizes-refused',
    );
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
    const view = await solveFor(unpriced);
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
    // With cost left out the other axis comes first.
    const across = await solveFor({ solveSizes: '4:16:0.2, 8', solveX: 'cost' });
    expect(chartIn(across, 'front').x.label).toBe('API VMs');
    const priced = await solveFor({ ...unpriced, solveSizes: '4:16:0.2, 8:32:0.4' });
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
      const view = await solveFor({ ...asked, ...half });
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
    const view = await solveFor({ ...asked, ...timed });
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
    expect((await solveFor({ ...six, solveGoal })).verdict.headline).toMatch(new RegExp(` ${phrase}\\.$`));
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
    const timed = await solveFor(asked);
    expect(tableIn(timed, 'settings').columns.map(({ id }) => id)).toContain('p95');
    expect(findingIn(timed, 'too-many-to-time')).toBeUndefined();
    const view = await solveFor({ ...asked, solveMostThreads: 51, solveY: 'p95' });
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
