import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { fleets } from '../../plans.ts';
import { findingIn, tableIn, viewFor } from '../views.ts';
import { csv, nine, quoted } from './tune.ts';

describe('fineTuneFindings, of a file', () => {
  it('says which columns of a file it used, which not, and what was missing', async () => {
    const samples = csv('time,outstanding,cpu_user', '9:00,10,0.3', '9:05,,0.4', '', '9:10,12,0.5');
    const finding = findingIn(await viewFor('fine-tune', nine, {}, samples), 'samples-read');
    expect(finding).toEqual({
      id: 'samples-read',
      severity: 'note',
      title: '3 rows of samples read',
      text: 'Used: outstanding, cpu_user; not used: time; 1 value missing; 1 blank row skipped.',
      rules: ['CF-15'],
    });
    const whole = csv('outstanding', '10', '12');
    expect(findingIn(await viewFor('fine-tune', nine, {}, whole), 'samples-read')?.text).toBe(
      'Used: outstanding.',
    );
  });

  it('names six columns of a file, used and not, and counts the others used', async () => {
    const names = Array.from({ length: 8 }, (_, i) => `outstanding{index="${i}"}`);
    /** A file of one row, with so many of the columns and what else there is. */
    const saidOf = async (count: number, others: readonly string[] = []) => {
      const columns = [...names.slice(0, count).map(quoted), ...others];
      const samples = csv(columns.join(','), columns.map(() => '1').join(','));
      return findingIn(await viewFor('fine-tune', nine, {}, samples), 'samples-read');
    };
    const unused = Array.from({ length: 8 }, (_, i) => `x${i}`);
    const said = await saidOf(8, unused);
    expect(said?.title).toBe('1 row of samples read');
    expect(said?.text).toBe(
      `Used: ${names.slice(0, 6).join(', ')} and 2 others; not used: x0, x1, x2, x3, x4, x5.`,
    );
    expect((await saidOf(6))?.text).toBe(`Used: ${names.slice(0, 6).join(', ')}.`);
    expect((await saidOf(7))?.text).toBe(`Used: ${names.slice(0, 6).join(', ')} and 1 other.`);
  });

  it('trims the names it says, and counts what is missing and blank', async () => {
    const samples = csv(' outstanding , time ', '1,a', '', '-,b', '', 'null,c');
    expect(findingIn(await viewFor('fine-tune', nine, {}, samples), 'samples-read')?.text).toBe(
      'Used: outstanding; not used: time; 2 values missing; 2 blank rows skipped.',
    );
  });

  it('explains a file it cannot read and uses nothing of it', async () => {
    const view = await viewFor('fine-tune', nine, {}, csv('outstanding,cpu_user', '10,0.3', 'ten,0.3'));
    const finding = findingIn(view, 'samples-refused');
    expect(finding?.severity).toBe('blocker');
    expect(finding?.text).toBe('Row 3: “ten” is no number (outstanding). Nothing of the file is used.');
    expect(tableIn(view, 'readings').rows).toEqual([]);
  });

  it('tells of the gauge whether it was left out or is all there is', async () => {
    const of = async (fleet: Inputs, ...lines: readonly string[]) =>
      (await viewFor('fine-tune', fleet, {}, csv(...lines))).findings.slice(1);
    const both = ['cc.requests.outstanding.gauge,cc_requests_outstanding_total', '5,10'];
    expect(await of(nine, ...both)).toEqual([
      {
        id: 'gauge-left-out',
        severity: 'note',
        title: 'The gauge is left out',
        text: 'With Puma it does not work correctly; cc_requests_outstanding_total is used.',
        rules: ['R-15'],
      },
    ]);
    expect(await of(nine, 'cc.requests.outstanding.gauge', '5')).toEqual([
      {
        id: 'gauge',
        severity: 'caution',
        title: 'The gauge does not work correctly with Puma',
        text: 'Read cc_requests_outstanding_total instead of cc.requests.outstanding.gauge.',
        rules: ['R-15', 'CF-15'],
      },
    ]);
    expect(await of(fleets.thin, ...both)).toEqual([]);
    expect(await of(nine, 'cc_requests_outstanding_total', '5')).toEqual([]);
  });
});
