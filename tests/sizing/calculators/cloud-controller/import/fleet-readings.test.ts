import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../import-text.ts';
import { manifest, read } from './read.ts';

describe('readSurroundings', () => {
  it('asks how many VMs a percentage is', () => {
    const result = read(manifest.replace('max_in_flight: 2', 'max_in_flight: 20%'));
    expect(result.needs.map((need) => [need.field, need.message])).toEqual([
      ['maxInFlight', 'Line 10: max_in_flight is 20% of the VMs. Enter how many that is.'],
    ]);
  });

  it('asks for the number of zones where they are a variable, or one of them is', () => {
    const zones = (azs: string) => read(manifest.replace('azs: [z1, z2, z3]', `azs: ${azs}`));
    for (const [azs, said] of [
      ['((azs))', 'azs is a variable'],
      ['[z1, ((second_az))]', 'azs holds variables'],
    ] as const) {
      const result = zones(azs);
      expect(result.needs.map((need) => [need.field, need.message])).toEqual([
        ['zones', `Line 15: ${said}. Enter the number of zones.`],
      ]);
      expect(result.problems).toEqual([]);
      expect(result.inputs).not.toHaveProperty('zones');
    }
  });

  it.each(['z1', '{ z1: true }'])('refuses zones that are no list: %s', (azs) => {
    const result = read(manifest.replace('azs: [z1, z2, z3]', `azs: ${azs}`));
    expect(messagesOf(result)).toEqual(['Line 15, column 8: azs needs a list of zones.']);
    expect(result.needs).toEqual([]);
    expect(result.inputs).not.toHaveProperty('zones');
  });

  it('counts a zone once that is named twice', () => {
    expect(read(manifest.replace('azs: [z1, z2, z3]', 'azs: [z1, z2, z1]')).inputs.zones).toBe(2);
  });
});

describe('readPuma', () => {
  it('prefers max_threads to the name that does nothing', () => {
    const both = manifest.replace('max_threads: 13', 'max_threads: 13\n          threads: 20');
    expect(read(both).inputs.threadsPerWorker).toBe(13);
  });

  it('raises the restart limits only where the file has them as the plan would write them', () => {
    const limits = (alert: number, steady: number, all: number) =>
      read(
        manifest.replace(
          'cc:\n',
          `cc:\n        thresholds: { api: { alert_if_above_mb: ${alert}, restart_if_consistently_above_mb: ${steady}, restart_if_above_mb: ${all} } }\n`,
        ),
      );
    // Four workers on 4 × 4 GiB: 4 × 3500, and 90 % of 16,384 MB as the ceiling of 4 × 3750.
    expect(limits(14_000, 14_000, 14_745).inputs.raisesRestartLimit).toBe(true);
    const own = limits(6000, 6000, 7000);
    expect(own.inputs).not.toHaveProperty('raisesRestartLimit');
    expect(messagesOf(own).join()).toContain('14000, 14000, 14745 MB');
  });

  it('follows one worker a core where the release counts them', () => {
    const automatic = manifest.replace('max_threads: 13', 'automatic_worker_count: true');
    expect(read(automatic).inputs).toMatchObject({ workersPerVm: 'auto', spareCore: false });
  });
});
