import { describe, expect, it } from 'vitest';
import {
  answersTable,
  processesTable,
} from '../../../../../../src/sizing/calculators/cloud-controller/studies/load/load-tables.ts';
import { stallTable } from '../../../../../../src/sizing/calculators/cloud-controller/studies/load/stall-table.ts';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import type { DataTable } from '../../../../../../src/sizing/core/study-figures.ts';
import { caseOfOne, thinAndPuma, twoPuma, twoThin } from './case-of.ts';

/** Thin and Puma beside today's three processes of 10 requests a second. */
const both = (shared: Inputs = {}) => thinAndPuma({ thinVms: 3, thinThreads: 1, ...shared });

const texts = (table: DataTable, row: number) => table.rows[row]?.cells.map((c) => c.text);

describe.each([
  ['answers', answersTable],
  ['processes', processesTable],
  ['stall', stallTable],
])('the table %s', (id, tableOf) => {
  it('has a column and a cell for each thing, numbers but for the name, and marks the selected option', async () => {
    const table = tableOf(await both());
    expect([table.kind, table.id, table.isSortable]).toEqual(['table', id, true]);
    for (const column of table.columns) expect(column.label).not.toBe('');
    expect(new Set(table.columns.map((c) => c.id)).size).toBe(table.columns.length);
    expect(table.columns.map((c) => c.isNumber)).toEqual(table.columns.map((_, index) => index > 0));
    for (const row of table.rows) expect(row.cells).toHaveLength(table.columns.length);
    expect(table.rows.map((r) => [r.id, r.letter, r.isMarked])).toEqual([
      ['A', 'A', undefined],
      ['B', 'B', true],
    ]);
    expect(table.rows.map((r) => r.cells[0])).toEqual([
      { text: 'Thin', value: null },
      { text: 'Puma', value: null },
    ]);
  });
});

describe('answersTable', () => {
  it('tells how each option does: here M/M/1 and M/M/2 at 5 a second of 10 for a process', async () => {
    const table = answersTable(await both());
    expect(table.title).toBe('How does each option do at 10 requests a second?');
    expect(texts(table, 0)).toEqual(['Thin', '20', '50 %', '200', '139', '599', '921', '50 %']);
    // Erlang C of 0.5 on 2 servers is 0.1; 0.1 / 15 s on top of 100 ms.
    const puma = texts(table, 1) ?? [];
    expect([...puma.slice(0, 4), puma.at(-1)]).toEqual(['Puma', '40', '25 %', '107', '10 %']);
  });

  it('says in what condition, what a request takes and where the load comes from', async () => {
    expect(answersTable(await both()).subtitle).toBe(
      'All up; a request takes 100 ms CPU and 0 ms waiting, as entered. The load is as entered.',
    );
    expect(answersTable(await both({ requestsPerSecond: 5, loadCondition: 'worker' })).subtitle).toMatch(
      /^With one worker stalled, out of routing with its VM where it is the only one; /,
    );
    expect(answersTable(await both({ requestsPerSecond: 5, loadCondition: 'vm' })).subtitle).toMatch(
      /^With one VM lost; /,
    );
    const puma = await caseOfOne(twoPuma, { requestsPerSecond: 5, loadCondition: 'worker' });
    expect(answersTable(puma).subtitle).toMatch(/^With one worker stalled; /);
  });
});

describe('processesTable', () => {
  it('sets threads, processes and cores against today’s three processes of 10 requests a second', async () => {
    const table = processesTable(await both({ requestsPerSecond: 5 }));
    expect(table.subtitle).toBe(
      'No: a process computes on one core at most. Today: 3 requests at once on 3 processes, full at 30 a second with all up.',
    );
    expect(table.rows.map((_, row) => texts(table, row))).toEqual([
      ['Thin', '2', '2', '2', '20', '67 %'],
      ['Puma', '4', '4', '4', '40', '133 %'],
    ]);
    expect(table.rows.map((r) => r.cells.map((c) => c.value))).toEqual([
      [null, 2, 2, 2, 20, expect.closeTo(2 / 3, 9)],
      [null, 4, 4, 4, expect.closeTo(40, 9), expect.closeTo(4 / 3, 9)],
    ]);
    // Fewer cores than today's VMs, and less than today's rate, are pointed out.
    expect(table.rows.map((r) => [r.cells[3]?.tone, r.cells[5]?.tone])).toEqual([
      ['warn', 'warn'],
      [undefined, undefined],
    ]);
    expect(table.rows[1]?.cells[3]?.explain).toEqual({
      formula: 'VMs × the smaller of workers and vCPU',
      worked: '2 × min(2, 2) = 4',
      origins: ['release', 'yours'],
      rules: ['R-12', 'CF-5'],
    });
  });

  it('is about the condition of the view, and about today with all up', async () => {
    const table = processesTable(await both({ requestsPerSecond: 5, loadCondition: 'vm' }));
    expect(table.columns[4]?.label).toBe('Full at, with one VM lost');
    expect(texts(table, 1)).toEqual(['Puma', '4', '4', '4', '20', '67 %']);
  });

  it('finds as much as today not too little', async () => {
    const table = processesTable(
      await caseOfOne(twoThin, { thinVms: 2, thinThreads: 1, requestsPerSecond: 5 }),
    );
    expect(texts(table, 0)?.slice(3)).toEqual(['2', '20', '100 %']);
    expect(table.rows[0]?.cells.map((c) => c.tone)).toEqual(Array.from({ length: 6 }));
  });
});
