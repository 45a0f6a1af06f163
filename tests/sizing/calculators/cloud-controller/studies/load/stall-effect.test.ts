import { describe, expect, it } from 'vitest';
import { stallTable } from '../../../../../../src/sizing/calculators/cloud-controller/studies/load/stall-table.ts';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { caseOfOne, twoPuma, twoThin } from './case-of.ts';

/** A VM of one process serves 10 a second, one of two workers 20; of 10 a second each of two VMs gets 5. */
async function effectOf(fleet: Inputs, requestsPerSecond: number, failureSeconds: number, more: Inputs = {}) {
  const shared = { acceptPolicy: 'even', requestsPerSecond, failureSeconds, ...more };
  return (await caseOfOne(fleet, shared)).selected.stall;
}

describe('stallEffect', () => {
  it('holds up what a lone process has inside and all that comes until its backlog is gone', async () => {
    // 5 a second for 30 s are 150, worked off at 10 - 5 a second in 30 s; 5 × 60 come meanwhile; 5 × 0.1 s are inside.
    // The router sends for 16 s at most to what does not answer its check: 5 × 16.
    expect(await effectOf(twoThin, 10, 30)).toEqual({
      heldUp: expect.closeTo(300.5, 9),
      heldUpWithCheck: expect.closeTo(80.5, 9),
      longestSeconds: 30,
      recoverySeconds: expect.closeTo(30, 9),
    });
    // A stall of 5 s is over before the check says so: 5 × 5 come, and 25 are worked off in 5 s more.
    expect(await effectOf(twoThin, 10, 5)).toEqual({
      heldUp: expect.closeTo(50.5, 9),
      heldUpWithCheck: expect.closeTo(25.5, 9),
      longestSeconds: 5,
      recoverySeconds: expect.closeTo(5, 9),
    });
  });

  it('holds up only what is inside where the other worker can do the work', async () => {
    // 5 × 0.1 s on two workers.
    expect(await effectOf(twoPuma, 10, 30)).toEqual({
      heldUp: expect.closeTo(0.25, 9),
      heldUpWithCheck: null,
      longestSeconds: 30,
      recoverySeconds: 0,
    });
  });

  it('lets a queue grow on a VM whose other worker cannot', async () => {
    // 15 a second come and one worker serves 10: 30 × 5 wait, worked off at 20 - 15 in 30 s; 15 × 60 come meanwhile.
    // Inside are 15 × 0.1 s on two workers.
    expect(await effectOf(twoPuma, 30, 30)).toMatchObject({
      heldUp: expect.closeTo(900.75, 9),
      recoverySeconds: expect.closeTo(30, 9),
    });
  });

  it('is about a fleet otherwise up, whatever the condition of the view', async () => {
    expect((await effectOf(twoPuma, 10, 30, { loadCondition: 'vm' }))?.heldUp).toBeCloseTo(0.25, 9);
  });

  it('has no answer for a fleet that does not carry the load while nothing fails', async () => {
    expect(await effectOf(twoThin, 20, 30)).toBeUndefined();
  });
});

describe('stallTable', () => {
  const cells = async (fleet: Inputs, requestsPerSecond: number, more: Inputs = {}) => {
    const table = stallTable(await caseOfOne(fleet, { requestsPerSecond, failureSeconds: 30, ...more }));
    return table.rows[0]?.cells ?? [];
  };

  it('shows it with its unit, and how it was reckoned', async () => {
    expect(await cells(twoThin, 10)).toEqual([
      { text: 'One', value: null },
      {
        text: '301',
        value: expect.closeTo(300.5, 6),
        unit: 'requests',
        explain: {
          formula:
            'Requests inside the process + all that arrive at what it leaves short, until the backlog is gone (fluid)',
          worked: '5 a second at each of 2 VMs, stalled for 30 s: 301',
          origins: ['yours', 'assumed'],
          rules: ['CF-9', 'R-11'],
        },
      },
      { text: 'at most 80.5', value: expect.closeTo(80.5, 6), unit: 'requests' },
      { text: '30', value: 30, unit: 's' },
      { text: '30', value: expect.closeTo(30, 6), unit: 's' },
    ]);
  });

  it('says that a VM with other workers stays, and that nothing is left to recover', async () => {
    const shown = await cells(twoPuma, 10, { acceptPolicy: 'even' });
    expect(shown.slice(1).map((c) => [c.text, c.value])).toEqual([
      ['0.25', expect.closeTo(0.25, 6)],
      ['the VM stays', null],
      ['30', 30],
      ['at once', 0],
    ]);
  });

  it('tells tenths of a recovery below ten seconds', async () => {
    // Of 2 a second 10 wait after 10 s; 9 a second are worked off: 1.1 s. Of 10 a second: 50 at 5 in 10 s.
    const recovery = async (perSecond: number) =>
      (await cells(twoThin, perSecond, { failureSeconds: 10 })).at(-1)?.text;
    expect([await recovery(2), await recovery(10)]).toEqual(['1.1', '10']);
    // 9.6 a second at each of 10 that are served: 4.8 × 10.4 s / 5.2 = 9.6 s.
    expect((await cells(twoThin, 9.6, { failureSeconds: 10.4 })).at(-1)?.text).toBe('9.6');
  });

  it('says that an option does not settle', async () => {
    const none = { text: '–', value: null };
    expect((await cells(twoThin, 20)).slice(1)).toEqual([
      { text: 'does not settle', value: null, tone: 'bad' },
      none,
      none,
      none,
    ]);
  });
});
