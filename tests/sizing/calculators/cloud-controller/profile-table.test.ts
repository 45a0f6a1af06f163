import { describe, expect, it } from 'vitest';
import type { Inputs, Plan } from '../../../../src/sizing/core/plan.ts';
import { firstVisit, fleets, planWith, resultOf, withOptions } from './plans.ts';

const { profile2, profile3, profile3plus1, profile4, thin } = fleets;

function tableOf(plan: Plan, selected: 'A' | 'B' | 'C' = 'B') {
  const [table] = resultOf(plan, selected).referenceTables;
  if (!table) throw new Error('There is no table of profiles.');
  return table;
}

describe('profileTableOf', () => {
  it('has the guide’s table of examples as the guide prints it', () => {
    const table = tableOf(firstVisit().plan, 'C');
    expect(table.rows.map(({ cells }) => cells.slice(0, 5).map(({ text }) => text))).toEqual([
      ['VM type', '1 CPU', '2 CPU', '4 CPU', '8 CPU'],
      ['# instances', '20', '10', '8', '4'],
      ['# API workers', '1 (Thin)', '2', '4', '7'],
      ['# threads/worker', '20', '20', '13', '15'],
      ['Total concurrent requests supported', '400', '400', '416', '420'],
    ]);
    expect(table.rules).toEqual(['CF-13']);
    expect(table.columns.slice(0, 5).map((column) => column.label)).toEqual([
      '',
      'Profile 1 (Thin)',
      'Profile 2 (Puma)',
      'Profile 3 (Puma)',
      'Profile 4 (Puma)',
    ]);
  });

  it('adds a column for an option that is no profile, and tells what differs from the nearest', () => {
    const { columns, rows } = tableOf(planWith(profile3plus1));
    expect(columns.slice(5)).toEqual([{ label: 'New', letter: 'B' }]);
    // Profile 3: 4 CPU, 8 instances, 4 workers, 13 threads, 416.
    expect(rows.map(({ cells }) => cells[5])).toEqual([
      { text: '4 CPU', differs: false },
      { text: '9', differs: true },
      { text: '4', differs: false },
      { text: '13', differs: false },
      { text: '468', differs: true },
    ]);
    for (const row of rows) expect(row.cells).toHaveLength(columns.length);
  });

  it('marks nothing as different from no profile', () => {
    const { columns, rows } = tableOf(planWith({ ...profile3, vcpusPerVm: 6 }));
    expect(columns.some((column) => column.isMarked === true)).toBe(false);
    expect(rows.map(({ cells }) => cells[5]?.differs)).toEqual(Array(5).fill(false));
  });

  it('sets the letter of the first option on the profile that it is', () => {
    const { columns } = tableOf(withOptions(planWith(profile3), ['C', 'Again', {}]));
    expect(columns.map(({ label, letter }) => [label, letter])).toEqual([
      ['', undefined],
      ['Profile 1 (Thin)', 'A'],
      ['Profile 2 (Puma)', undefined],
      ['Profile 3 (Puma)', 'B'],
      ['Profile 4 (Puma)', undefined],
      ['Again', 'C'],
    ]);
    expect(columns.map(({ isMarked }) => isMarked === true)).toEqual([
      false,
      false,
      false,
      true,
      false,
      false,
    ]);
  });

  it.each([
    [thin, 'Option B is Profile 1 (Thin).'],
    [profile2, 'Option B is Profile 2 (Puma).'],
    [profile4, 'Option B is Profile 4 (Puma).'],
    // A Thin VM stands beside Profile 1 whatever its size; Puma beside the profile of its size.
    [{ ...thin, vcpusPerVm: 2 }, 'Option B is Profile 1 (Thin) with 1 more vCPU.'],
    [{ ...thin, vms: 19 }, 'Option B is Profile 1 (Thin) with 1 fewer VM.'],
    [
      { ...profile4, vms: 6, workersPerVm: 8, threadsPerWorker: 14 },
      'Option B is Profile 4 (Puma) with 2 more VMs, 1 more worker a VM and 1 fewer thread a worker.',
    ],
    [
      { ...profile4, workersPerVm: 5, threadsPerWorker: 17 },
      'Option B is Profile 4 (Puma) with 2 fewer workers a VM and 2 more threads a worker.',
    ],
    [
      { ...thin, vcpusPerVm: 4, threadsPerWorker: 30 },
      'Option B is Profile 1 (Thin) with 3 more vCPU and 10 more threads a worker.',
    ],
    [{ ...profile3, vcpusPerVm: 1 }, 'Option B has a VM size that the guide gives no profile for.'],
  ])('says of %j: %s', (option: Inputs, caption) => {
    expect(tableOf(planWith(option)).caption).toBe(caption);
  });

  it('does not take a Puma fleet with the figures of Profile 1 for Thin', () => {
    const puma = planWith({ ...thin, engine: 'puma', workersPerVm: 1 });
    expect(tableOf(puma).columns.slice(5)).toEqual([{ label: 'New', letter: 'B' }]);
    expect(tableOf(puma).rows[2]?.cells[5]?.text).toBe('1');
  });
});
