import { describe, expect, it } from 'vitest';
import { RequestTable } from '../../../../src/sizing/queueing/simulation/request-table.ts';

describe('RequestTable', () => {
  it('gives each row out once, from the first that is not reserved on', () => {
    const table = new RequestTable(3, 4);
    expect(table.capacity).toBe(7);
    expect([1, 2, 3, 4].map(() => table.take())).toEqual([3, 4, 5, 6]);
  });

  it('gives rows that were put back out again before any other, the last one first', () => {
    const table = new RequestTable(2, 4);
    const [first = -1, second = -1] = [table.take(), table.take()];
    table.putBack(first);
    table.putBack(second);
    expect([table.take(), table.take(), table.take()]).toEqual([second, first, 4]);
  });

  it('never gives out a reserved row, even where one is put back', () => {
    const table = new RequestTable(2, 3);
    table.putBack(0);
    table.putBack(1);
    expect([1, 2, 3].map(() => table.take())).toEqual([2, 3, 4]);
  });

  it('doubles when all rows are out, keeps what stands in them, and gives out the new ones', () => {
    const table = new RequestTable(1, 3);
    const rows = [1, 2, 3].map(() => table.take());
    const columns = [
      'arrivalMs',
      'startMs',
      'pieceMs',
      'pauseMs',
      'leftMs',
      'pausesLeft',
      'process',
      'vm',
      'next',
      'source',
      'connectionUses',
      'isInside',
      'isCounted',
    ] as const;
    for (const [index, column] of columns.entries())
      for (const row of rows) table[column][row] = 10 * index + row;
    const more = [1, 2, 3, 4].map(() => table.take());
    expect(more).toEqual([4, 5, 6, 7]);
    expect(table.capacity).toBe(8);
    for (const [index, column] of columns.entries()) {
      expect(table[column]).toHaveLength(8);
      expect(rows.map((row) => table[column][row])).toEqual(rows.map((row) => 10 * index + row));
    }
    expect(table.take()).toBe(8);
    expect(table.capacity).toBe(16);
  });

  it('begins with no request in any process', () => {
    expect([...new RequestTable(1, 2).process]).toEqual([-1, -1, -1]);
  });
});
