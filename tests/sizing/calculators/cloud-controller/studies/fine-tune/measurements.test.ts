import { describe, expect, it } from 'vitest';
import {
  type Measurements,
  measurementsOf,
  shareFrom,
} from '../../../../../../src/sizing/calculators/cloud-controller/studies/fine-tune/measurements.ts';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { fleets, planWith } from '../../plans.ts';
import { comparisonOf } from '../comparison-of.ts';
import { nine, thinOn2 } from './tune.ts';

async function measuredOn(
  fleet: Inputs,
  shared: Inputs,
  ...samples: readonly string[]
): Promise<Measurements> {
  const { selected } = await comparisonOf(planWith(fleet, shared), 'B');
  return measurementsOf(selected, samples.length > 0 ? { samples: samples.join('\n') } : {});
}

const doubtsOf = async (fleet: Inputs, shared: Inputs) =>
  (await measuredOn(fleet, shared)).doubts.map((d) => d.kind);

describe('measurementsOf', () => {
  it.each<readonly [string, Inputs, object]>([
    ['Puma: all its threads and cores, and the guide’s 0.85', nine, { threads: 52, cores: 4, cpuUser: 0.85 }],
    ['Thin: one core', fleets.thin, { threads: 20, cores: 1, cpuUser: 0.85 }],
    ['Thin: one of two cores', thinOn2, { threads: 20, cores: 1, cpuUser: 0.425 }],
  ])('holds against what one VM has of %s', async (_, fleet, limits) => {
    expect((await measuredOn(fleet, {})).limits).toEqual(limits);
  });

  it('takes a single value for all there is of it', async () => {
    const { metrics } = await measuredOn(nine, {
      fineTuneOutstanding: 45,
      fineTuneCpuUser: 0.6,
      fineTuneLoadAverage: 2,
    });
    const single = (value: number) => ({
      count: 1,
      p50: value,
      p95: value,
      max: value,
      values: Float64Array.of(value),
      isSeries: false,
    });
    expect(metrics).toEqual({ outstanding: single(45), cpuUser: single(0.6), loadAverage: single(2) });
    expect((await measuredOn(nine, {})).metrics).toEqual({});
  });

  it('divides what is the whole fleet’s by its VMs, each value as it is asked', async () => {
    const both = { fineTuneOutstanding: 405, fineTuneLoadAverage: 18 };
    const p95 = async (shared: Inputs) => {
      const { metrics } = await measuredOn(nine, { ...both, ...shared });
      return [metrics.outstanding?.p95, metrics.loadAverage?.p95];
    };
    expect(await p95({ fineTuneOutstandingOf: 'fleet', fineTuneLoadOf: 'fleet' })).toEqual([45, 2]);
    // 405 on one VM and a load of 18 are in doubt, and not used.
    expect(await p95({ fineTuneOutstandingOf: 'fleet' })).toEqual([45, undefined]);
    expect(await p95({ fineTuneLoadOf: 'fleet' })).toEqual([undefined, 2]);
  });

  it('divides every value of a series', async () => {
    const { metrics } = await measuredOn(
      nine,
      { fineTuneOutstandingOf: 'fleet' },
      'outstanding',
      '90',
      '405',
      '180',
    );
    expect(metrics.outstanding).toEqual({
      count: 3,
      p50: 20,
      p95: 45,
      max: 45,
      values: Float64Array.of(10, 45, 20),
      isSeries: true,
    });
  });

  it('takes p50 and p95 by nearest rank, of what is not missing, in any order', async () => {
    const of = async (count: number) => {
      const values = Array.from({ length: count }, (_, i) => String(count - i));
      const { metrics } = await measuredOn(nine, {}, 'outstanding', ...values, '-');
      const { outstanding } = metrics;
      return [outstanding?.count, outstanding?.p50, outstanding?.p95, outstanding?.max];
    };
    // Half of 20 is the 10th, 95 % the 19th; of 21 the 11th and, 19.95 rounded up, the 20th.
    expect(await of(20)).toEqual([20, 10, 19, 20]);
    expect(await of(21)).toEqual([21, 11, 20, 21]);
    expect(await of(1)).toEqual([1, 1, 1, 1]);
  });

  it('has nothing of a column without a value, and keeps the single value out of a file that has the column', async () => {
    const { metrics } = await measuredOn(nine, { fineTuneOutstanding: 9 }, 'outstanding,cpu', '-,0.5');
    expect(metrics.outstanding).toBeUndefined();
    expect(metrics.cpuUser?.p95).toBe(0.5);
    // What the file has not comes from the field.
    expect((await measuredOn(nine, { fineTuneOutstanding: 9 }, 'cpu', '0.5')).metrics.outstanding?.p95).toBe(
      9,
    );
  });

  it('takes columns of one metric together', async () => {
    const { metrics } = await measuredOn(nine, {}, 'load,load_avg', '1,3', '2,4');
    expect(metrics.loadAverage).toMatchObject({ count: 4, max: 4, values: Float64Array.of(1, 2, 3, 4) });
  });

  it('reads CPU above 1 as percent, all of a series', async () => {
    const cpu = async (...rows: readonly string[]) => {
      const { isCpuPercent, metrics } = await measuredOn(nine, {}, 'cpu', ...rows);
      return [isCpuPercent, [...(metrics.cpuUser?.values ?? [])]];
    };
    expect(await cpu('0.5', '1')).toEqual([false, [0.5, 1]]);
    expect(await cpu('0.5', '1.5')).toEqual([true, [0.005, 0.015]]);
    expect(await cpu('50', '100')).toEqual([true, [0.5, 1]]);
    expect((await measuredOn(nine, {})).isCpuPercent).toBe(false);
  });

  it('doubts CPU above 100 %', async () => {
    const { doubts, metrics } = await measuredOn(nine, {}, 'cpu', '50', '101');
    expect(doubts).toEqual([{ kind: 'cpu-over-100', value: expect.closeTo(101, 9) }]);
    expect(metrics).toEqual({});
    expect((await measuredOn(nine, {}, 'cpu', '50', '100')).doubts).toEqual([]);
  });

  it('doubts more than one and a half times the threads of a VM', async () => {
    expect(await doubtsOf(nine, { fineTuneOutstanding: 78 })).toEqual([]);
    expect(await doubtsOf(nine, { fineTuneOutstanding: 78.1 })).toEqual(['outstanding-of-fleet']);
    const ofFleet = { fineTuneOutstanding: 78.1, fineTuneOutstandingOf: 'fleet' };
    expect(await doubtsOf(nine, ofFleet)).toEqual([]);
  });

  it('doubts a load average above four times the cores of the VM, whatever Thin can use of them', async () => {
    const doubts = (fleet: Inputs, fineTuneLoadAverage: number) => doubtsOf(fleet, { fineTuneLoadAverage });
    expect([await doubts(nine, 16), await doubts(nine, 16.1)]).toEqual([[], ['load-of-fleet']]);
    expect([await doubts(thinOn2, 8), await doubts(thinOn2, 8.1)]).toEqual([[], ['load-of-fleet']]);
  });

  it('uses with Puma the total rather than the gauge, with Thin the gauge', async () => {
    const both = ['cc.requests.outstanding.gauge,cc_requests_outstanding_total', '50,10'];
    const used = async (fleet: Inputs, ...samples: readonly string[]) => {
      const { isFromGauge, isGaugeLeftOut, metrics } = await measuredOn(fleet, {}, ...samples);
      return [metrics.outstanding?.max, isFromGauge, isGaugeLeftOut];
    };
    expect(await used(nine, ...both)).toEqual([10, false, true]);
    expect(await used({ ...fleets.thin, threadsPerWorker: 50 }, ...both)).toEqual([50, false, false]);
    const gauge = ['CC.Requests.Outstanding.GAUGE', '12'];
    expect(await used(nine, ...gauge)).toEqual([12, true, false]);
    expect(await used(fleets.thin, ...gauge)).toEqual([12, false, false]);
    expect(await used(nine, 'cc_requests_outstanding_total', '12')).toEqual([12, false, false]);
    expect(await used(nine, 'cpu', '0.5')).toEqual([undefined, false, false]);
  });
});

describe('shareFrom', () => {
  it('is the share of samples that reach a bound, of those there are', async () => {
    const { metrics } = await measuredOn(nine, {}, 'load', '1', '2', '-', '3', '4');
    const load = metrics.loadAverage;
    if (!load) throw new Error('There is a load average.');
    expect([0, 2, 2.1, 4, 5].map((bound) => shareFrom(load, bound))).toEqual([1, 0.75, 0.5, 0.25, 0]);
  });
});
