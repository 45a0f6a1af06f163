import { describe, expect, it } from 'vitest';
import { guidePlan, viewOf } from '../load-view.ts';

describe('loadFindings', () => {
  const leftOut = async (requests: string) => {
    const view = await viewOf(guidePlan({ requestFrom: 'log' }), 'D', { requests });
    return view.findings.find(({ id }) => id === 'L6');
  };

  it('says what of a log was left out or cut', async () => {
    expect(await leftOut('duration_ms,db_ms\n60,30\nsoon,1\n')).toMatchObject({
      severity: 'caution',
      title: '1 line of the log left out',
      text: 'Line 3: “soon” is not a duration in milliseconds.',
    });
    expect(await leftOut('duration_ms,db_ms\n60,30\n60,90\n')).toMatchObject({
      title: 'Odd rows in the log',
      text: '1 row with more database time than the request took: cut to the request’s.',
    });
  });

  it('says nothing of a log that was read to the last row, or of none', async () => {
    expect(await leftOut('duration_ms,db_ms\n60,30\n')).toBeUndefined();
    expect(await leftOut('')).toBeUndefined();
  });
});

describe('loadHints', () => {
  it('calls the CPU share assumed unless a log’s database times say more', async () => {
    const hint = async (requestFrom: string, requests: string) =>
      (await viewOf(guidePlan({ requestFrom }), 'D', { requests })).hints.cpuSharePercent;
    expect(await hint('log', 'duration_ms,db_ms\n60,30\n')).toBe(
      'Not used: the log’s database times say more.',
    );
    for (const [from, log] of [
      ['log', 'duration_ms\n60\n'],
      ['log', ''],
      ['entered', 'duration_ms,db_ms\n60,30\n'],
      ['entered', ''],
    ] as const)
      expect(await hint(from, log)).toMatch(/^Assumed: nobody has published it\./);
  });
});
