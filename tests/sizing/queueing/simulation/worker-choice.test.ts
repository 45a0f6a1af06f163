import { describe, expect, it } from 'vitest';
import { FleetState } from '../../../../src/sizing/queueing/simulation/fleet-state.ts';
import { fleetOf } from './fleet-of.ts';
import { offer, slot, stateOf } from './offered-request.ts';

const leastBusy = { accept: { kind: 'shared', policy: 'least-busy', busyDelayMs: 0 } } as const;

/** How often each of the workers 3, 4 and 5 gets the request over 300 seeds. */
function shares(make: (seed: number) => FleetState): readonly number[] {
  const counts = [0, 0, 0];
  for (let seed = 1; seed <= 300; seed += 1) {
    const worker = offer(make(seed)) - 3;
    if (worker < 0) throw new Error('nobody took the request');
    counts[worker]! += 1;
  }
  return counts;
}

/** Within four standard deviations of a binomial count of 300. */
function expectShare(count: number, share: number): void {
  expect(Math.abs(count - 300 * share)).toBeLessThanOrEqual(4 * Math.sqrt(300 * share * (1 - share)));
}

describe('offerToVm, by slot', () => {
  it('gives each free thread the same chance', () => {
    const [none, many, one] = shares((seed) => {
      const state = stateOf('puma-5', { ...slot, seed });
      state.busy.set([4, 1, 3], 3);
      return state;
    });
    expect(none).toBe(0);
    expectShare(many!, 3 / 4);
    expectShare(one!, 1 / 4);
  });

  it('counts what waits in a worker’s own queue as its threads, and passes over a halted worker', () => {
    const [halted, one, two] = shares((seed) => {
      const state = stateOf('puma-5', { ...slot, seed });
      state.busy.set([0, 0, 2], 3);
      state.todo[4] = 3;
      state.halts[3] = 1;
      return state;
    });
    expect(halted).toBe(0);
    expectShare(one!, 1 / 3);
    expectShare(two!, 2 / 3);
  });

  it('leaves in the listen queue what no thread is free for', () => {
    const state = stateOf('puma-5', slot);
    state.busy.fill(4);
    expect([offer(state), state.backlog[1], state.backlog[0], state.outstanding[1]]).toEqual([-1, 1, 0, 1]);
  });
});

describe('offerToVm, to the least busy', () => {
  it('takes any of the workers with fewest requests alike', () => {
    const [busier, ...alike] = shares((seed) => {
      const state = stateOf('puma-5', { ...leastBusy, seed });
      state.busy.set([2, 1, 1], 3);
      return state;
    });
    expect(busier).toBe(0);
    for (const count of alike) expectShare(count, 1 / 2);
    const [first, between, last] = shares((seed) => {
      const state = stateOf('puma-5', { ...leastBusy, seed });
      state.busy.set([1, 2, 1], 3);
      return state;
    });
    expect(between).toBe(0);
    for (const count of [first!, last!]) expectShare(count, 1 / 2);
    for (const count of shares((seed) => stateOf('puma-5', { ...leastBusy, seed })))
      expectShare(count, 1 / 3);
  });

  it.each([
    [[0, 1, 2], 3],
    [[2, 0, 1], 4],
    [[1, 2, 0], 5],
    [[1, 1, 0], 5],
  ])('with %j requests takes worker %i', (busy, worker) => {
    for (const seed of [1, 2, 3]) {
      const state = stateOf('puma-5', { ...leastBusy, seed });
      state.busy.set(busy, 3);
      expect(offer(state)).toBe(worker);
    }
  });

  it('passes over a worker that is halted or full', () => {
    const state = stateOf('puma-5', leastBusy);
    state.halts[3] = 1;
    state.busy.set([0, 4, 3], 3);
    expect([offer(state), offer(state)]).toEqual([5, -1]);
  });
});

describe('offerToVm, raced for', () => {
  it('takes any of the workers off their GVL alike', () => {
    const [running, ...idle] = shares((seed) => {
      const state = stateOf('puma-5', { seed });
      state.busy.set([1, 3, 0], 3);
      state.running[3] = 0;
      return state;
    });
    expect(running).toBe(0);
    for (const count of idle) expectShare(count, 1 / 2);
    for (const count of shares((seed) => stateOf('puma-5', { seed }))) expectShare(count, 1 / 3);
  });

  it('passes over a busy worker of Puma 6 and 7, which hold back', () => {
    for (const server of ['puma-6', 'puma-7'] as const) {
      for (const seed of [1, 2, 3, 4]) {
        const state = stateOf(server, { seed });
        state.busy.set([1, 0, 1], 3);
        expect(offer(state)).toBe(4);
      }
    }
  });

  it.each([
    // Puma 6: 5 ms whatever it does. Puma 7: 5 ms × requests held ÷ (25 × threads), at most 5 ms.
    ['puma-6', 1, 0, 5],
    ['puma-6', 3, 0, 5],
    ['puma-7', 1, 0, 0.05],
    ['puma-7', 4, 2, 0.3],
    ['puma-7', 4, 96, 5],
    ['puma-7', 4, 400, 5],
  ] as const)(
    'lets a busy worker of %s with %i + %i requests try after %d ms',
    (server, busy, todo, delayMs) => {
      const state = stateOf(server);
      state.busy.fill(busy, 3);
      state.todo.fill(todo, 3);
      expect(offer(state)).toBe(-1);
      expect([3, 4, 5].map((worker) => state.isTimerSet(worker))).toEqual([true, true, true]);
      expect(state.heap.firstTime()).toBeCloseTo(1000 + delayMs, 9);
      expect([0, 1, 2].some((worker) => state.isTimerSet(worker))).toBe(false);
    },
  );

  it('queues workers that serve for their GVL, of Puma 5 at once', () => {
    const state = stateOf('puma-5');
    state.busy.set([1, 1, 4], 3);
    for (const worker of [3, 4, 5]) state.running[worker] = state.newRequest();
    expect(offer(state)).toBe(-1);
    expect([...state.isTokenQueued]).toEqual([0, 0, 0, 1, 1, 0]);
    expect([3, 4, 5].some((worker) => state.isTimerSet(worker))).toBe(false);
  });

  it('keeps the order of those who wait: nobody passes a full listen queue', () => {
    const state = stateOf('puma-5');
    state.busy.fill(4);
    offer(state);
    state.busy[3] = 0;
    expect([offer(state), state.backlog[1]]).toEqual([-1, 2]);
  });
});

describe('offerToVm', () => {
  it('gives everything to the only process of Thin, and counts what comes while it is halted', () => {
    const state = new FleetState(fleetOf('thin', 2, 1, 2));
    expect([1, 2, 3].map(() => offer(state))).toEqual([1, 1, 1]);
    expect([state.busy[1], state.todo[1], state.unaccepted[1]]).toEqual([2, 1, 0]);
    state.halts[1] = 1;
    expect(offer(state)).toBe(1);
    expect([state.todo[1], state.unaccepted[1], state.unaccepted[0]]).toEqual([2, 1, 0]);
  });

  it('counts nothing unaccepted of Puma, which has a listen queue', () => {
    const state = stateOf('puma-5');
    state.halts.fill(1);
    offer(state);
    expect([state.unaccepted[1], state.backlog[1]]).toEqual([0, 1]);
  });

  it('gives a single worker only what it has a thread for', () => {
    const state = new FleetState({ ...fleetOf('puma-5', 2, 1, 2), ...leastBusy });
    expect([1, 2, 3].map(() => offer(state))).toEqual([1, 1, -1]);
    expect(state.backlog[1]).toBe(1);
  });

  it('follows a kept connection to its worker, also to the very first, and counts its requests', () => {
    const state = stateOf('puma-7-keep-alive');
    state.busy.fill(0);
    state.idleConnections?.put(1, 5, 4, 1000);
    state.idleConnections?.put(0, 0, 7, 1000);
    expect([offer(state), offer(state, 0)]).toEqual([5, 0]);
    expect([...state.requests.connectionUses.subarray(state.firstRequest, state.firstRequest + 2)]).toEqual([
      5, 8,
    ]);
    offer(state);
    expect(state.requests.connectionUses[state.firstRequest + 2]).toBe(1);
  });
});
