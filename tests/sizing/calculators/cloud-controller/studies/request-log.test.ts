import { describe, expect, it } from 'vitest';
import { readRequestLog } from '../../../../../src/sizing/calculators/cloud-controller/studies/load/load-log.ts';
import { scvOf } from '../../../../../src/sizing/calculators/cloud-controller/studies/load/load-mean-demand.ts';
import { logAttachment } from '../../../../../src/sizing/calculators/cloud-controller/studies/load/log-attachment.ts';

function read(text: string) {
  const log = readRequestLog(text);
  if (log.kind !== 'log') throw new Error(`not read: ${log.kind}`);
  return log;
}

describe('readRequestLog', () => {
  it('reads columns by name, in any order, behind commas, semicolons or tabs', () => {
    for (const separator of [',', ';', '\t']) {
      const text = ['db_ms,other,duration_ms', '20,x,60', '80,y,140'].join('\r\n').replaceAll(',', separator);
      expect(read(text)).toMatchObject({ durationsMs: [60, 140], databaseMs: [20, 80], arrivalsMs: null });
    }
  });

  it('puts arrivals in order and starts them at 0', () => {
    const log = read('arrival_s,duration_ms\n12.5,30\n10,10\n11,20\n');
    expect(log).toMatchObject({ arrivalsMs: [0, 1000, 2500], durationsMs: [10, 20, 30], databaseMs: null });
  });

  it('leaves out lines it cannot read and names the first', () => {
    const log = read('time_taken_in_ms\n60\n\n1,5\nsoon\n-3\n140\n');
    expect(log).toMatchObject({ durationsMs: [60, 1, 140], skipped: 2 });
    expect(log.firstProblem).toBe('Line 5: “soon” is not a duration in milliseconds.');
  });

  it('cuts database time that is longer than the request', () => {
    expect(read('duration_ms,db_ms\n60,90\n60,30\n')).toMatchObject({ databaseMs: [60, 30], cut: 1 });
  });

  it('says what is missing', () => {
    expect(readRequestLog(' \n')).toEqual({ kind: 'empty' });
    expect(readRequestLog('db_ms\n5')).toMatchObject({ kind: 'unreadable' });
    expect(readRequestLog('duration_ms\n0\n')).toEqual({
      kind: 'unreadable',
      reason: 'No row has a duration above 0.',
    });
  });

  it('reads its own sample to the last row', () => {
    expect(read(logAttachment.sample ?? '')).toMatchObject({ skipped: 0, cut: 0 });
    expect(read(logAttachment.sample ?? '').durationsMs).toHaveLength(10);
  });
});

describe('scvOf', () => {
  it('is 0 for equal values, a quarter for 1 and 3, and 0 where all are 0', () => {
    expect(scvOf([5, 5, 5])).toBe(0);
    expect(scvOf([1, 3])).toBe(0.25);
    expect(scvOf([0, 0])).toBe(0);
  });
});
