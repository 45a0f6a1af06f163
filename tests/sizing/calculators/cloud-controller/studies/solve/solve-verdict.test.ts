import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../../../src/sizing/core/explanation.ts';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { six, solveFor } from './solve-for.ts';

const verdictFor = async (shared: Inputs) => (await solveFor(shared)).verdict;

describe('solveVerdict', () => {
  it('names the best setting and what it takes', async () => {
    const verdict = await verdictFor(six);
    expect(verdict).toEqual({
      state: 'meets',
      stateText: '1 setting, 1 on the front',
      headline:
        'Six 4-vCPU Puma VMs with 4 × 20 threads carry today’s 400 requests with one VM lost, on the fewest vCPU.',
      paragraph: ['No other setting is better in anything that counts here.'],
      keyFigures: [
        { label: 'API VMs', cell: { text: '6', value: 6 } },
        { label: 'Total vCPU', cell: { text: '24', value: 24 } },
        { label: 'Memory', cell: { text: '96', value: 96, unit: 'GiB' } },
        { label: 'DB connections', cell: { text: '648', value: 648 } },
      ],
      spoken: '1 setting, 1 on the front. Best: 6 × 4 × 20.',
    });
  });

  it.each([
    [{ survive: 'none' }, 'Five 4-vCPU Puma VMs with 4 × 20 threads carry today’s 400 requests, on'],
    [{ solveSizes: '2' }, '11 Puma VMs with 2 vCPU and 2 × 20 threads carry'],
    // 400 / (2 × 23) = 8.7, and one that may be lost: ten are still in words.
    [
      { solveSizes: '2', solveLeastThreads: 23, solveMostThreads: 23 },
      'Ten 2-vCPU Puma VMs with 2 × 23 threads carry',
    ],
    [
      { solveSizes: '64', survive: 'none', solveEveryZone: false },
      'One 64-vCPU Puma VM with 64 × 20 threads carries',
    ],
    [{ solveSizes: '1', solveThin: true, solveSpare: 'yes' }, '21 Thin VMs with 1 vCPU and 20 threads carry'],
    [
      {
        solveSizes: '1',
        solveThin: true,
        solveSpare: 'yes',
        survive: 'none',
        thinVms: 3,
        thinThreads: 1,
        zones: 2,
      },
      'Three 1-vCPU Thin VMs with 1 thread carry today’s 3 requests, on',
    ],
  ])('with %o: %s', async (shared, headline) => {
    expect((await verdictFor({ ...six, ...shared })).headline).toContain(headline);
  });

  it('names up to three other fleets on the front, those nearest to the goal, and counts the rest', async () => {
    const paragraph = async (shared: Inputs) =>
      plainText((await verdictFor({ ...six, ...shared })).paragraph);
    expect(await paragraph({ solveSizes: '2, 4, 8' })).toBe(
      'Also on the front: 6 × 4 × 20 on 24 vCPU and 4 × 8 × 20 on 32 vCPU.',
    );
    // Whatever the order in which sizes are listed.
    expect(await paragraph({ solveSizes: '8, 2, 4' })).toBe(
      'Also on the front: 6 × 4 × 20 on 24 vCPU and 4 × 8 × 20 on 32 vCPU.',
    );
    const loss = { solveX: 'vms', solveY: 'loss', solveSizes: '2, 4, 6, 8' };
    // 11 × 2, 6 × 4, 5 × 6 and 4 × 8 vCPU; with ten cores a fifth on 3 × 10.
    expect(await paragraph(loss)).toBe(
      'Also on the front: 6 × 4 × 20 on 24 vCPU, 5 × 6 × 20 on 30 vCPU and 4 × 8 × 20 on 32 vCPU.',
    );
    expect(await paragraph({ ...loss, solveSizes: '2, 4, 6, 8, 10' })).toBe(
      'Also on the front: 6 × 4 × 20 on 24 vCPU, 3 × 10 × 20 on 30 vCPU and 5 × 6 × 20 on 30 vCPU, and 1 other.',
    );
    expect((await verdictFor({ ...six, solveSizes: '2, 4' })).paragraph).toEqual([
      'Also on the front: ',
      { strong: '6 × 4 × 20 on 24 vCPU' },
      '.',
    ]);
  });

  it('says a caution as changes to make', async () => {
    // 4 × 4 × 40 has 16 processes for today's 20.
    expect((await verdictFor({ ...six, solveLeastThreads: 40, solveMostThreads: 40 })).state).toBe('changes');
  });

  it('says which single limit stops all, what is set and what is needed', async () => {
    const verdict = await verdictFor({ ...six, solveMaxVms: 5 });
    expect(verdict).toEqual({
      state: 'short',
      stateText: 'Nothing fits',
      headline: 'The number of VMs is what stops it: 5 VMs set, 6 VMs needed for 6 × 4 × 20.',
      paragraph: [
        '1 setting was tried for today’s 400 requests. ',
        'The advice has the smallest step that lets one in.',
      ],
      keyFigures: [{ label: 'Load to carry', cell: { text: '400', value: 400 } }],
      spoken: 'Nothing fits. The number of VMs is what stops it: 5 VMs set, 6 VMs needed for 6 × 4 × 20.',
    });
  });

  it('says it with the title of the advice where several limits do, or none', async () => {
    const both = await verdictFor({ ...six, solveLeastThreads: 19, solveMaxVms: 5, solveMaxVcpus: 20 });
    expect(both.headline).toBe('The number of VMs and the number of cores are what stops it.');
    expect(both.paragraph[0]).toBe('2 settings were tried for today’s 400 requests. ');
    expect((await verdictFor({ ...six, solveLeastThreads: 21 })).headline).toBe(
      'No thread count lies from 21 to 20.',
    );
  });
});
