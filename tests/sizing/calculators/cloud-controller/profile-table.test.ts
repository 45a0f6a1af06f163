import { describe, expect, it } from 'vitest';
import { firstVisit, resultOf } from './plans.ts';

describe('profileTableOf', () => {
  it('has the guide’s table of examples as the guide prints it', () => {
    const [table] = resultOf(firstVisit().plan, 'C').referenceTables;
    expect(table?.rows.map(({ cells }) => cells.slice(0, 5).map(({ text }) => text))).toEqual([
      ['VM type', '1 CPU', '2 CPU', '4 CPU', '8 CPU'],
      ['# instances', '20', '10', '8', '4'],
      ['# API workers', '1 (Thin)', '2', '4', '7'],
      ['# threads/worker', '20', '20', '13', '15'],
      ['Total concurrent requests supported', '400', '400', '416', '420'],
    ]);
  });
});
