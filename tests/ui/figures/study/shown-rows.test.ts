import { describe, expect, it } from 'vitest';
import { nextSort, shownRows } from '../../../../src/ui/figures/data-table/shown-rows.ts';
import { tableCsv } from '../../../../src/ui/figures/data-table/table-csv.ts';
import { profiles } from './sample-figures.ts';

const all = { text: '', byColumn: {} };
const ids = (rows: readonly { readonly id: string }[]) => rows.map((row) => row.id);

describe('shownRows', () => {
  it('keeps the table’s own order without a sort', () => {
    expect(ids(shownRows(profiles, all, null))).toEqual(['p2', 'p3', 'p3plus', 'none']);
  });

  it('sorts numbers as numbers, with rows that have none last either way', () => {
    expect(ids(shownRows(profiles, all, { columnId: 'vms', direction: 'ascending' }))).toEqual([
      'p3',
      'p3plus',
      'p2',
      'none',
    ]);
    expect(ids(shownRows(profiles, all, { columnId: 'vms', direction: 'descending' }))).toEqual([
      'p2',
      'p3plus',
      'p3',
      'none',
    ]);
  });

  it('sorts numbers inside of names as numbers: api/2 before api/10', () => {
    expect(ids(shownRows(profiles, all, { columnId: 'host', direction: 'ascending' }))).toEqual([
      'p3plus',
      'p3',
      'none',
      'p2',
    ]);
  });

  it('finds every word anywhere in the row, notes and options included', () => {
    expect(ids(shownRows(profiles, { ...all, text: 'SHORT api/2' }, null))).toEqual(['p3']);
    expect(ids(shownRows(profiles, { ...all, text: 'option c' }, null))).toEqual(['p3plus']);
  });

  it('filters by several columns at once', () => {
    const filter = { text: '', byColumn: { vms: '<10', lost: '>=400' } };
    expect(ids(shownRows(profiles, filter, null))).toEqual(['p3plus']);
  });

  it('hides nothing for an expression that cannot be read', () => {
    expect(shownRows(profiles, { text: '', byColumn: { vms: '>=x' } }, null)).toHaveLength(4);
  });

  it('ignores a sort by a column that is gone', () => {
    expect(ids(shownRows(profiles, all, { columnId: 'gone', direction: 'ascending' }))).toEqual([
      'p2',
      'p3',
      'p3plus',
      'none',
    ]);
  });
});

describe('nextSort', () => {
  it('goes from ascending to descending to none, and starts anew on another column', () => {
    const first = nextSort(null, 'vms');
    expect(first).toEqual({ columnId: 'vms', direction: 'ascending' });
    const second = nextSort(first, 'vms');
    expect(second).toEqual({ columnId: 'vms', direction: 'descending' });
    expect(nextSort(second, 'vms')).toBeNull();
    expect(nextSort(second, 'host')).toEqual({ columnId: 'host', direction: 'ascending' });
  });
});

describe('tableCsv', () => {
  it('writes options, numbers as numbers, notes in a column of their own', () => {
    expect(tableCsv(profiles.columns, profiles.rows)).toBe(
      'Option,Host,VMs,With a VM lost,"With a VM lost, note"\r\n' +
        ',api/10,10,360,40 short\r\n' +
        ',api/2,8,364,36 short\r\n' +
        'C,api/1,9,416,16 spare\r\n' +
        ',api/3,none,–,\r\n',
    );
  });

  it('puts the common unit into the heading and defuses formulas', () => {
    const rows = [
      {
        id: 'a',
        cells: [
          { text: '=HYPERLINK("x")', value: null },
          { text: '1,024', value: 1024, unit: 'GiB' },
        ],
      },
    ];
    const columns = [
      { id: 'n', label: 'Name', isNumber: false },
      { id: 'm', label: 'Memory', isNumber: true },
    ];
    expect(tableCsv(columns, rows)).toBe('Name,Memory (GiB)\r\n"\'=HYPERLINK(""x"")",1024\r\n');
  });
});
