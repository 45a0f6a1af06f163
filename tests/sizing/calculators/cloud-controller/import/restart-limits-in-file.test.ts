import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../import-text.ts';
import { manifestWith, read } from './read.ts';

/** Thresholds of a fleet of four workers a VM. */
function limits(api: string, shared = {}, workers = '4') {
  return read(manifestWith(`{ cc: { puma: { workers: ${workers} }, thresholds: { api: ${api} } } }`), shared);
}

const thresholds = (alert: number | string, steady: number | string, all: number | string) =>
  `{ alert_if_above_mb: ${alert}, restart_if_consistently_above_mb: ${steady}, restart_if_above_mb: ${all} }`;

const notUsed = (values: string) =>
  `Line 6: the memory limits of the API are not those the plan would write (${values} MB); they are not used.`;

describe('readRestartLimits', () => {
  // Four workers on 4 × 4 GiB: 4 × 3,500, and 90 % of 16,384 MB as the ceiling of 4 × 3,750.
  const byRule = '14000, 14000, 14745';

  it('raises the limits where the file has them as the plan would write them', () => {
    const result = limits(thresholds(14_000, 14_000, 14_745));
    expect(result.inputs.raisesRestartLimit).toBe(true);
    expect(result.problems).toEqual([]);
  });

  it.each([
    [6000, 6000, 7000],
    [14_001, 14_000, 14_745],
    [14_000, 13_999, 14_745],
    [14_000, 14_000, 14_746],
  ])('leaves other limits out and says so: %i, %i and %i', (alert, steady, all) => {
    const result = limits(thresholds(alert, steady, all));
    expect(result.inputs).not.toHaveProperty('raisesRestartLimit');
    expect(messagesOf(result)).toEqual([notUsed(byRule)]);
  });

  it('leaves limits out that are not all there', () => {
    const result = limits('{ restart_if_above_mb: 14745 }');
    expect(result.inputs).not.toHaveProperty('raisesRestartLimit');
    expect(messagesOf(result)).toEqual([notUsed(byRule)]);
  });

  it('says nothing where the file has none', () => {
    expect(limits('{}').problems).toEqual([]);
    expect(limits('{}').inputs).not.toHaveProperty('raisesRestartLimit');
  });

  it('reckons with the plan’s memory and the file’s workers', () => {
    // 4 × 8 GiB leave 29,491 MB, more than 4 × 3,750 = 15,000.
    const large = { memoryPerThinVmGib: 8 };
    expect(limits(thresholds(14_000, 14_000, 15_000), large).inputs.raisesRestartLimit).toBe(true);
    // Two workers on 2 × 4 GiB: 90 % of 8,192 MB.
    expect(limits(thresholds(7000, 7000, 7372), {}, '2').inputs.raisesRestartLimit).toBe(true);
  });

  it('does not judge limits whose workers are a variable', () => {
    const result = limits(thresholds(6000, 6000, 7000), {}, '((workers))');
    expect(messagesOf(result)).toEqual([]);
    expect(result.inputs).not.toHaveProperty('raisesRestartLimit');
  });
});
