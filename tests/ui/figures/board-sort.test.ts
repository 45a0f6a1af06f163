import { describe, expect, it } from 'vitest';
import { nextSort, sortedOptions } from '../../../src/ui/figures/board-sort.ts';
import { sampleTable } from './sample-gauge.ts';

const options = (['A', 'B', 'C', 'D'] as const).map((letter) => ({ letter }));

describe('nextSort', () => {
  it('goes from lowest first to highest first to the plan’s order', () => {
    const first = nextSort(null, 'vm');
    const second = nextSort(first, 'vm');
    expect([first?.direction, second?.direction, nextSort(second, 'vm')]).toEqual([
      'ascending',
      'descending',
      null,
    ]);
  });

  it('starts anew on another row', () => {
    expect(nextSort({ rowId: 'vm', direction: 'descending' }, 'memory')).toEqual({
      rowId: 'memory',
      direction: 'ascending',
    });
  });
});

describe('sortedOptions', () => {
  const letters = (
    rowId: string,
    direction: 'ascending' | 'descending',
    table = sampleTable(['A', 'B', 'C', 'D']),
  ) =>
    sortedOptions(options, table, { rowId, direction })
      .map((o) => o.letter)
      .join('');

  it('orders by the numbers of the row', () => {
    expect(letters('vm', 'ascending')).toBe('DBAC');
    expect(letters('vm', 'descending')).toBe('CABD');
  });

  it('keeps the plan’s order among equal values', () => {
    expect(letters('memory', 'ascending')).toBe('ABDC');
  });

  it('puts options without a number last in both directions', () => {
    const table = sampleTable(['B', 'C', 'D']);
    expect(letters('vm', 'ascending', table)).toBe('DBCA');
    expect(letters('vm', 'descending', table)).toBe('CBDA');
  });

  it('leaves the order alone when the row is gone', () => {
    expect(letters('gone', 'ascending')).toBe('ABCD');
  });
});
