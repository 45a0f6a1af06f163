import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { fleets } from '../../plans.ts';
import { peak } from '../peak.ts';
import { rowOf, tableIn, viewFor } from '../views.ts';

const tableFor = async (option: Inputs, shared: Inputs = {}) =>
  tableIn(await viewFor('what-if', option, shared), 'largest-loss');

describe('largestLossTable', () => {
  it.each([
    // Eleven VMs of 52 in zones of 3, 3, 3 and 2. For 260 five of them and 20 of 44 workers are needed.
    [260, { vms: '6', workers: '24', zones: '2' }],
    [261, { vms: '5', workers: '23', zones: '1' }],
    [104, { vms: '9', workers: '36', zones: '3' }],
    [105, { vms: '8', workers: '35', zones: '2' }],
    // The zone of two is the last: one VM of it is enough.
    [52, { vms: '10', workers: '40', zones: '3' }],
    [572, { vms: '0', workers: '0', zones: '0' }],
  ])('says for a peak of %d what may be lost: %o', async (observedPeak, loss) => {
    const table = await tableFor({ ...fleets.profile3, vms: 11 }, { ...peak(observedPeak), zones: 4 });
    expect(rowOf(table, 'B')).toMatchObject(loss);
  });

  it('has a row for each option, with numbers that can be sorted', async () => {
    const { columns, isSortable, rows, subtitle } = await tableFor({ ...fleets.profile3, vms: 12 });
    expect(columns.map(({ id, isNumber }) => [id, isNumber])).toEqual([
      ['option', false],
      ['vms', true],
      ['workers', true],
      ['zones', true],
    ]);
    expect(isSortable).toBe(true);
    const none = { text: '0', value: 0 };
    expect(rows).toEqual([
      { id: 'A', letter: 'A', cells: [{ text: 'Today', value: null }, none, none, none] },
      {
        id: 'B',
        letter: 'B',
        cells: [
          { text: 'New', value: null },
          // 400 takes 8 of 12 VMs and 31 of 48 workers; two of three zones keep 8.
          { text: '4', value: 4 },
          { text: '17', value: 17 },
          { text: '1', value: 1 },
        ],
      },
    ]);
    expect(subtitle).toBe(
      'A carries the load with all up, not with 1 VM lost. B carries the load with 4 VMs lost, not with 5.',
    );
  });

  it('has no number where not even all up carries the load', async () => {
    const { rows, subtitle } = await tableFor({ ...fleets.profile3, vms: 7 });
    const never = { text: 'not even all up', value: null, tone: 'bad' };
    expect(rows[1]?.cells).toEqual([{ text: 'New', value: null }, never, never, never]);
    expect(subtitle).toContain('B does not carry 400 even with all up.');
  });
});
