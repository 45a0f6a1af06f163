import { describe, expect, it } from 'vitest';
import { readRequestLog } from '../../../../../../src/sizing/calculators/cloud-controller/studies/load/load-log.ts';
import {
  meanOf,
  scvOf,
} from '../../../../../../src/sizing/calculators/cloud-controller/studies/load/load-mean-demand.ts';
import { logAttachment } from '../../../../../../src/sizing/calculators/cloud-controller/studies/load/log-attachment.ts';

function read(text: string) {
  const log = readRequestLog(text);
  if (log.kind !== 'log') throw new Error(`not read: ${JSON.stringify(log)}`);
  return log;
}

describe('readRequestLog', () => {
  it('reads columns by name, in any order, behind commas, semicolons or tabs', () => {
    for (const separator of [',', ';', '\t']) {
      const text = ['db_ms,other,duration_ms', '20,x,60', '80,y,140'].join('\r\n').replaceAll(',', separator);
      expect(read(text)).toMatchObject({ durationsMs: [60, 140], databaseMs: [20, 80], arrivalsMs: null });
    }
  });

  it('leaves out lines it cannot read and names the first', () => {
    const log = read('time_taken_in_ms\n60\n\n1,5\nsoon\n-3\n140\n');
    expect(log).toMatchObject({ durationsMs: [60, 1, 140], skipped: 2 });
    expect(log.firstProblem).toBe('Line 5: “soon” is not a duration in milliseconds.');
  });

  it('reads its own sample to the last row', () => {
    expect(read(logAttachment.sample ?? '')).toMatchObject({ skipped: 0, cut: 0 });
    expect(read(logAttachment.sample ?? '').durationsMs).toHaveLength(10);
  });

  it.each(['\n', '\r\n', '\r'])('ends lines at %j', (end) => {
    expect(read(['duration_ms', '10', '20'].join(end)).durationsMs).toEqual([10, 20]);
  });

  it.each(['time_taken_in_ms', 'duration_ms', ' Duration_MS ', '"duration_ms"'])(
    'finds the duration under %j',
    (name) => expect(read(`${name}\n10\n`).durationsMs).toEqual([10]),
  );

  it.each(['total_db_query_time_in_ms', 'db_ms'])('finds database time under %s', (name) => {
    expect(read(`duration_ms,${name}\n10,4\n`).databaseMs).toEqual([4]);
  });

  it('takes quotation marks and blanks off, where they are around a value', () => {
    expect(read('duration_ms , db_ms\n "10" , "4" \n').databaseMs).toEqual([4]);
    expect(read('duration_ms,db_ms\n10,4\n"1"0,4\n')).toMatchObject({ durationsMs: [10], skipped: 1 });
    expect(read('duration_ms,db_ms\n10,4\n1"0",4\n')).toMatchObject({ durationsMs: [10], skipped: 1 });
  });

  it('keeps the columns it has, and counts nothing as cut without database times', () => {
    expect(read('duration_ms\n10\n')).toEqual({
      kind: 'log',
      durationsMs: [10],
      databaseMs: null,
      arrivalsMs: null,
      skipped: 0,
      firstProblem: null,
      cut: 0,
    });
  });

  it('counts rows with more database time than they took, not those with as much', () => {
    const log = read('duration_ms,db_ms\n10,10\n10,11\n10,99\n10,9\n');
    expect(log).toMatchObject({ databaseMs: [10, 10, 10, 9], cut: 2 });
  });

  it('orders all columns by arrival, in milliseconds from the first', () => {
    const log = read('arrival_s,duration_ms,db_ms\n7.5,30,3\n5,10,1\n6,20,2\n');
    expect(log).toMatchObject({
      durationsMs: [10, 20, 30],
      databaseMs: [1, 2, 3],
      arrivalsMs: [0, 1000, 2500],
    });
  });

  it.each([
    ['duration_ms,db_ms\n10,4\nten,4\nx,4\n', 'Line 3: “ten” is not a duration in milliseconds.', 2],
    ['duration_ms,db_ms\n10,4\n10,four\n', 'Line 3: “four” is not a database time in milliseconds.', 1],
    ['duration_ms,arrival_s\n10,4\n\n10,9:00\n', 'Line 4: “9:00” is not an arrival in seconds.', 1],
    ['duration_ms,db_ms\n10,4\n10\n', 'Line 3: “” is not a database time in milliseconds.', 1],
    // Of a long value so much as tells which it is.
    [
      `duration_ms\n10\n${'x'.repeat(99)}\n`,
      `Line 3: “${'x'.repeat(20)}” is not a duration in milliseconds.`,
      1,
    ],
  ])('says of %j what is wrong with the first line left out', (text, firstProblem, skipped) => {
    expect(read(text)).toMatchObject({ firstProblem, skipped });
  });

  it.each(['-1', '+1', '1e3', '.5', '5.', '1,5', '0x10', '123456789012', ' '])(
    'takes no number from %j',
    (cell) => {
      expect(read(`duration_ms;db_ms\n10;4\n10;${cell}\n`)).toMatchObject({ skipped: 1, durationsMs: [10] });
    },
  );

  it.each([
    ['0', 0],
    ['12345678901', 12_345_678_901],
    ['0.25', 0.25],
  ])('takes %s for a number', (cell, value) => {
    expect(read(`duration_ms;db_ms\n99999999999;1\n${cell};0\n`).durationsMs[1]).toBe(value);
  });

  it('says what keeps it from being read at all', () => {
    expect(readRequestLog('')).toEqual({ kind: 'empty' });
    expect(readRequestLog('\n \n')).toEqual({ kind: 'empty' });
    expect(readRequestLog('db_ms,time\n5,1\n')).toEqual({
      kind: 'unreadable',
      reason: 'The first line names no column time_taken_in_ms or duration_ms.',
    });
    expect(readRequestLog('duration_ms\nsoon\n')).toEqual({
      kind: 'unreadable',
      reason: 'Line 2: “soon” is not a duration in milliseconds.',
    });
    for (const rows of ['', '0\n', '0\n0.0\n'])
      expect(readRequestLog(`duration_ms\n${rows}`)).toEqual({
        kind: 'unreadable',
        reason: 'No row has a duration above 0.',
      });
    expect(read('duration_ms\n0\n1\n').durationsMs).toEqual([0, 1]);
  });
});

describe('meanOf', () => {
  it('is the sum over the number', () => {
    expect(meanOf([1, 2, 6])).toBe(3);
  });
});

describe('scvOf', () => {
  it('is 0 for equal values, a quarter for 1 and 3, and 0 where all are 0', () => {
    expect(scvOf([5, 5, 5])).toBe(0);
    expect(scvOf([1, 3])).toBe(0.25);
    expect(scvOf([0, 0])).toBe(0);
  });
});
