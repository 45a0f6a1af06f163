import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Settling } from '../../../src/sizing/queueing/settling.ts';
import {
  batchArrivals,
  fixedServiceWaitWithin,
  pollaczekKhinchine,
  processorSharing,
  regularArrivals,
  type SingleServerInput,
  serverWithBreakdowns,
  sharedResponseSeconds,
} from '../../../src/sizing/queueing/single-server.ts';

const at80 = { arrivalsPerSecond: 0.8, serviceSeconds: 1 };
const over = { arrivalsPerSecond: 2.5, serviceSeconds: 0.5 };

function steady<Steady>(answer: Settling<Steady>): Steady {
  if (answer.kind !== 'settles') throw new Error('expected a steady state');
  return answer;
}

describe.each<readonly [string, (input: SingleServerInput) => Settling<unknown>]>([
  ['pollaczekKhinchine', (input) => pollaczekKhinchine(input, 1)],
  ['regularArrivals', (input) => regularArrivals(input, 2)],
  ['processorSharing', processorSharing],
  ['batchArrivals', (input) => batchArrivals(input, 2)],
  [
    'serverWithBreakdowns',
    (input) => serverWithBreakdowns({ ...input, failuresPerSecond: 0, repairsPerSecond: 1 }),
  ],
])('%s', (_name, answer) => {
  it('has no steady state at exactly its capacity, and grows by what exceeds it', () => {
    expect(answer({ arrivalsPerSecond: 2, serviceSeconds: 0.5 })).toEqual({
      kind: 'grows',
      growthPerSecond: 0,
    });
    expect(answer(over)).toEqual({ kind: 'grows', growthPerSecond: 0.5 });
    expect(answer({ arrivalsPerSecond: 1.99, serviceSeconds: 0.5 })).toMatchObject({ kind: 'settles' });
  });

  it('refuses a service without time and arrivals below none', () => {
    expect(() => answer({ arrivalsPerSecond: 1, serviceSeconds: 0 })).toThrow('serviceSeconds');
    expect(() => answer({ arrivalsPerSecond: -1, serviceSeconds: 1 })).toThrow('arrivalsPerSecond');
  });
});

describe('with services of half a second at 80 %', () => {
  const halved = { arrivalsPerSecond: 1.6, serviceSeconds: 0.5 };

  it('every time is half of that with services of a second, and every number the same', () => {
    expect(steady(pollaczekKhinchine(halved, 1)).meanWaitSeconds).toBeCloseTo(2, 12);
    expect(fixedServiceWaitWithin(halved, 0.5)).toBeCloseTo(0.445108185698, 12);
    expect(fixedServiceWaitWithin(halved, 1)).toBeCloseTo(0.63451993632, 11);
    expect(steady(regularArrivals(halved, 2)).meanWaitSeconds).toBeCloseTo(2.84397976699 / 2, 9);
    expect(steady(processorSharing(halved))).toMatchObject({
      meanResponseSeconds: expect.closeTo(2.5, 12),
      responseVariance: expect.closeTo(58.3333333333 / 4, 9),
    });
    expect(steady(batchArrivals(halved, 4)).meanInside).toBeCloseTo(10, 12);
    const failing = {
      arrivalsPerSecond: 1,
      serviceSeconds: 0.5,
      failuresPerSecond: 0.2,
      repairsPerSecond: 1,
    };
    expect(steady(serverWithBreakdowns(failing)).meanInside).toBeCloseTo(23 / 12, 12);
    // Up half of the time: one a second.
    expect(serverWithBreakdowns({ ...halved, failuresPerSecond: 2, repairsPerSecond: 2 })).toEqual({
      kind: 'grows',
      growthPerSecond: expect.closeTo(0.6, 12),
    });
  });
});

describe('pollaczekKhinchine', () => {
  it.each([
    [0, 2],
    [0.25, 2.5],
    [1, 4],
    [4, 10],
  ])('gives the textbook wait at 80 % with a coefficient of %d', (scv, wait) => {
    expect(steady(pollaczekKhinchine(at80, scv)).meanWaitSeconds).toBeCloseTo(wait, 12);
  });

  it('says by how much the queue grows above capacity', () => {
    expect(pollaczekKhinchine(over, 1)).toEqual({ kind: 'grows', growthPerSecond: 0.5 });
  });
});

describe('fixedServiceWaitWithin', () => {
  it('gives the published probabilities of M/D/1 at 80 %', () => {
    expect(fixedServiceWaitWithin(at80, 1)).toBeCloseTo(0.2 * Math.exp(0.8), 12);
    expect(fixedServiceWaitWithin(at80, 1)).toBeCloseTo(0.445108185698, 12);
    expect(fixedServiceWaitWithin(at80, 2)).toBeCloseTo(0.63451993632, 11);
  });

  it('does not wait with the probability that the server is free', () => {
    expect(fixedServiceWaitWithin(at80, 0)).toBeCloseTo(0.2, 12);
  });

  it('has the mean of Pollaczek and Khinchine as the area above it', () => {
    let area = 0;
    const step = 0.01;
    for (let i = 0; i < 6000; i += 1) area += step * (1 - fixedServiceWaitWithin(at80, (i + 0.5) * step));
    expect(area).toBeCloseTo(2, 3);
  });

  it('is 0 at and above capacity, and certain without load', () => {
    expect(fixedServiceWaitWithin({ arrivalsPerSecond: 1, serviceSeconds: 1 }, 100)).toBe(0);
    expect(fixedServiceWaitWithin(over, 100)).toBe(0);
    expect(fixedServiceWaitWithin({ arrivalsPerSecond: 0, serviceSeconds: 1 }, 0)).toBe(1);
  });

  it('never falls and stays below 1 far into the tail at 99 %', () => {
    const near = { arrivalsPerSecond: 0.99, serviceSeconds: 1 };
    let before = 0;
    for (let t = 0; t <= 300; t += 5) {
      const within = fixedServiceWaitWithin(near, t);
      expect(within).toBeGreaterThan(before);
      expect(within).toBeLessThanOrEqual(1);
      before = within;
    }
  });
});

describe('regularArrivals', () => {
  it.each([
    [2, 0.739852949126, 2.84397976699],
    [5, 0.682766955358, 2.15225673015],
    [20, 0.643803019066, 1.80743536169],
    [Number.POSITIVE_INFINITY, 0.628629796497, 1.69273083992],
  ])('gives the published wait of every %d-th arrival at 80 %', (phases, sigma, wait) => {
    const queue = steady(regularArrivals(at80, phases));
    expect(queue.waitProbability).toBeCloseTo(sigma, 11);
    expect(queue.meanWaitSeconds).toBeCloseTo(wait, 9);
  });

  it('waits for nobody without load, and takes no broken number of phases', () => {
    const idle = { arrivalsPerSecond: 0, serviceSeconds: 1 };
    expect(steady(regularArrivals(idle, 2))).toMatchObject({ waitProbability: 0, meanWaitSeconds: 0 });
    expect(() => regularArrivals(at80, 0)).toThrow('phases');
    expect(() => regularArrivals(at80, 1.5)).toThrow('phases');
  });

  it('is M/M/1 when every arrival counts', () => {
    expect(steady(regularArrivals(at80, 1)).meanWaitSeconds).toBeCloseTo(4, 10);
  });

  it('waits half as long where service and the time between arrivals are half as long', () => {
    // M/M/1: 0.8 × 0.5 s ÷ (1 − 0.8) = 2 s.
    const halved = { arrivalsPerSecond: 1.6, serviceSeconds: 0.5 };
    expect(steady(regularArrivals(halved, 1)).meanWaitSeconds).toBeCloseTo(2, 10);
  });
});

describe('processorSharing', () => {
  it.each([
    [0.8, 58.3333333333],
    [0.5, 6.66666666667],
  ])('has the published variance at load %d', (load, variance) => {
    const server = steady(processorSharing({ arrivalsPerSecond: load, serviceSeconds: 1 }));
    expect(server.responseVariance).toBeCloseTo(variance, 9);
    expect(server.meanResponseSeconds).toBeCloseTo(1 / (1 - load), 12);
  });
});

describe('sharedResponseSeconds', () => {
  it('makes a request of 2 s take 10 s at 80 %', () => {
    expect(sharedResponseSeconds(0.8, 2)).toBeCloseTo(10, 12);
  });

  it('refuses a load of 1, at which no request ends', () => {
    expect(() => sharedResponseSeconds(1, 2)).toThrow('1 - load');
  });
});

describe('serverWithBreakdowns', () => {
  it('gives the published mean of 23/12', () => {
    const server = serverWithBreakdowns({
      arrivalsPerSecond: 0.5,
      serviceSeconds: 1,
      failuresPerSecond: 0.1,
      repairsPerSecond: 0.5,
    });
    expect(steady(server).meanInside).toBeCloseTo(23 / 12, 12);
  });

  it('is M/M/1 without breakdowns', () => {
    const server = serverWithBreakdowns({ ...at80, failuresPerSecond: 0, repairsPerSecond: 1 });
    expect(steady(server).meanInside).toBeCloseTo(4, 12);
  });

  it('grows when the load exceeds what is left of the server', () => {
    // Up half of the time: capacity 0.5/s.
    const server = serverWithBreakdowns({ ...at80, failuresPerSecond: 1, repairsPerSecond: 1 });
    expect(server.kind === 'grows' && server.growthPerSecond).toBeCloseTo(0.3, 12);
  });
});

describe('batchArrivals', () => {
  it('gives the published mean for batches of 4 at 80 %', () => {
    expect(steady(batchArrivals(at80, 4)).meanInside).toBeCloseTo(10, 12);
  });

  it('is M/M/1 for batches of one', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.99, noNaN: true }), (load) => {
        const inside = steady(batchArrivals({ arrivalsPerSecond: load, serviceSeconds: 1 }, 1)).meanInside;
        expect(inside).toBeCloseTo(load / (1 - load), 9);
      }),
    );
  });
});
