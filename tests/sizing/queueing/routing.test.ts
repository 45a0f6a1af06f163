import { describe, expect, it } from 'vitest';
import { routingFactor } from '../../../src/sizing/queueing/routing.ts';
import { regularArrivals } from '../../../src/sizing/queueing/single-server.ts';

const thin = { vms: 20, workers: 1, cpuScv: 1, policy: 'slot', routing: 'round-robin' } as const;

describe('routingFactor', () => {
  it('is 0.525 for 20 Thin VMs with exponential demands', () => {
    expect(routingFactor(thin)).toBeCloseTo(0.525, 12);
  });

  it('is 1 for random routing, and for a single VM', () => {
    expect(routingFactor({ ...thin, routing: 'random' })).toBe(1);
    expect(routingFactor({ ...thin, vms: 1 })).toBe(1);
  });

  it('is what two moments give for five VMs of four workers', () => {
    // Arrivals at a VM 1/5, at a worker 1 - (4/5)/4 = 4/5; by slot (4/5 + 1/2)/(3/2), even with the mean 1/2 of both.
    const five = { ...thin, vms: 5, workers: 4, cpuScv: 0.5 };
    expect(routingFactor(five)).toBeCloseTo(1.3 / 1.5, 12);
    expect(routingFactor({ ...five, policy: 'even' })).toBeCloseTo(1 / 1.5, 12);
  });

  it('never promises a shorter wait than every 20th arrival gives at a single exponential server', () => {
    for (const load of [0.5, 0.8, 0.95]) {
      const exact = regularArrivals({ arrivalsPerSecond: load, serviceSeconds: 1 }, 20);
      if (exact.kind !== 'settles') throw new Error('expected a steady state');
      expect((routingFactor(thin) * load) / (1 - load)).toBeGreaterThan(exact.meanWaitSeconds);
    }
  });

  it('gains less with more workers behind each socket', () => {
    const one = routingFactor({ ...thin, vms: 5 });
    const four = routingFactor({ ...thin, vms: 5, workers: 4 });
    expect(four).toBeGreaterThan(one);
    expect(four).toBeLessThan(1);
    expect(routingFactor({ ...thin, vms: 5, workers: 4, policy: 'even' })).toBeLessThan(four);
  });
});
