import { describe, expect, it } from 'vitest';
import { FleetState } from '../../../../src/sizing/queueing/simulation/fleet-state.ts';
import { endRequest, isFull, submitRequest } from '../../../../src/sizing/queueing/simulation/router.ts';
import type {
  SimulatedRouter,
  SimulationConfig,
} from '../../../../src/sizing/queueing/simulation/simulation-config.ts';
import { constant, fleetOf, poisson } from './fleet-of.ts';

/** A fleet of Thins with a counted window open, before its first event. */
function thins(vms: number, router: SimulatedRouter, change: Partial<SimulationConfig> = {}): FleetState {
  const state = new FleetState({
    ...fleetOf('thin', vms, 1, 20),
    router,
    arrivals: poisson(1),
    demand: { kind: 'independent', cpuMs: constant(10), ioMs: constant(0) },
    ...change,
  });
  state.time.openWindow();
  return state;
}

function takeOut(state: FleetState, vm: number): void {
  state.isInPool[vm] = 0;
  state.time.vmsInPool -= 1;
}

/** VMs that the next requests go to; -1 where they go to none. */
function route(state: FleetState, requests: number): readonly number[] {
  return Array.from({ length: requests }, () => {
    const before = state.outstanding.slice();
    submitRequest(state, state.newRequest());
    return state.outstanding.findIndex((count, vm) => count > before[vm]!);
  });
}

const roundRobin = { policy: 'round-robin', attempts: 3 } as const;
const random = { policy: 'random', attempts: 3 } as const;
const leastConnection = { policy: 'least-connection', attempts: 3 } as const;

describe('submitRequest, round robin', () => {
  it('takes the VMs in turns', () => {
    expect(route(thins(3, roundRobin), 7)).toEqual([0, 1, 2, 0, 1, 2, 0]);
  });

  it('passes over a VM that is out of the pool', () => {
    const state = thins(3, roundRobin);
    takeOut(state, 1);
    expect(route(state, 4)).toEqual([0, 2, 0, 2]);
  });

  it('goes on to the next VM where one is gone', () => {
    const state = thins(3, roundRobin);
    state.vmCrashes[1] = 1;
    expect(route(state, 4)).toEqual([0, 2, 0, 2]);
    expect(state.responses.errors.unreachable).toBe(0);
  });
});

describe('submitRequest, random', () => {
  it('spreads requests evenly over the VMs in the pool', () => {
    const state = thins(4, random);
    takeOut(state, 2);
    const chosen = route(state, 300);
    expect(chosen).not.toContain(2);
    // A third of 300, four standard deviations of √(300 × 2/9) = 8.2 either way.
    for (const vm of [0, 1, 3]) {
      expect(Math.abs(chosen.filter((own) => own === vm).length - 100)).toBeLessThan(33);
    }
  });

  it('tries no VM twice in a row while there is another', () => {
    const state = thins(2, { ...random, attempts: 2 });
    state.vmCrashes[0] = 1;
    expect(new Set(route(state, 50))).toEqual(new Set([1]));
  });

  it('finds the only VM, and none where it is out of the pool', () => {
    const state = thins(1, random);
    expect(route(state, 2)).toEqual([0, 0]);
    takeOut(state, 0);
    expect(route(state, 2)).toEqual([-1, -1]);
    expect(state.responses.errors.noBackend).toBe(2);
  });
});

describe('submitRequest, least connections', () => {
  it('takes the VM with the fewest, wherever it stands', () => {
    for (const fewest of [0, 1, 2]) {
      const state = thins(3, leastConnection);
      state.outstanding.set([2, 2, 2]);
      state.outstanding[fewest] = 1;
      expect(route(state, 1)).toEqual([fewest]);
    }
  });

  it('takes each of equals now and then', () => {
    const state = thins(3, leastConnection);
    const firsts = Array.from({ length: 30 }, () => {
      state.outstanding.fill(0);
      return route(state, 1)[0];
    });
    expect(new Set(firsts)).toEqual(new Set([0, 1, 2]));
  });

  it('passes over a VM that is out of the pool or has just refused', () => {
    const state = thins(3, leastConnection);
    state.outstanding.set([0, 1, 2]);
    takeOut(state, 0);
    state.vmCrashes[1] = 1;
    expect(route(state, 1)).toEqual([2]);
  });
});

describe('submitRequest', () => {
  it.each([
    [1, -1],
    [2, -1],
    [3, 2],
  ])('gives up after %i attempts', (attempts, vm) => {
    const state = thins(3, { policy: 'round-robin', attempts });
    state.vmCrashes.set([1, 1, 0]);
    expect(route(state, 1)).toEqual([vm]);
    expect(state.responses.errors.unreachable).toBe(vm < 0 ? 1 : 0);
  });

  it.each([roundRobin, random, leastConnection])('tries the only VM in the pool again: %o', (router) => {
    const state = thins(2, router);
    takeOut(state, 1);
    state.vmCrashes[0] = 1;
    route(state, 1);
    expect(state.responses.errors).toMatchObject({ unreachable: 1, noBackend: 0 });
  });

  it.each([roundRobin, random, leastConnection])('has no backend when the pool is empty: %o', (router) => {
    const state = thins(2, router);
    takeOut(state, 0);
    takeOut(state, 1);
    expect(route(state, 3)).toEqual([-1, -1, -1]);
    expect(state.responses.errors).toEqual({ refused: 0, lost: 0, unreachable: 0, noBackend: 3 });
    expect([state.inSystem, state.arrivals, state.time.queued]).toEqual([0, 3, 0]);
  });

  it('counts no error of a request from before the window', () => {
    const state = thins(1, roundRobin);
    state.time.closeWindow();
    takeOut(state, 0);
    route(state, 2);
    expect(state.responses.errors.noBackend).toBe(0);
    expect([...state.time.series().errors]).toEqual([]);
  });

  it('counts each request inside once, and those on threads as busy', () => {
    const state = thins(2, roundRobin);
    route(state, 5);
    expect([state.inSystem, state.arrivals, [...state.outstanding]]).toEqual([5, 5, [3, 2]]);
    expect([state.time.queued, state.time.busyThreads]).toEqual([0, 5]);
  });
});

describe('isFull', () => {
  it.each([
    [19, false],
    [20, true],
    [21, true],
  ])('is so for a Thin with %i of 20 connections: %s', (open, expected) => {
    const state = thins(2, roundRobin, { queueLimitPerVm: 20 });
    state.outstanding[1] = open;
    expect([isFull(state, 0), isFull(state, 1)]).toEqual([false, expected]);
  });

  it.each([
    [100, false],
    [101, true],
  ])('is so for a stalled Thin with %i connections that its kernel holds: %s', (held, expected) => {
    const state = thins(2, roundRobin, { unacceptedLimitPerVm: 101 });
    state.unaccepted[1] = held;
    expect([isFull(state, 0), isFull(state, 1)]).toEqual([false, expected]);
  });

  it('is so for a Thin whose process is down, and not for a Puma VM of which one worker is', () => {
    const thin = thins(2, roundRobin);
    thin.crashes[1] = 1;
    expect([isFull(thin, 0), isFull(thin, 1)]).toEqual([false, true]);
    const puma = new FleetState({ ...fleetOf('puma-5', 1, 2, 1), queueLimitPerVm: 5 });
    puma.crashes[0] = 1;
    expect(isFull(puma, 0)).toBe(false);
    puma.outstanding[0] = 50;
    puma.unaccepted[0] = 1e6;
    puma.backlog[0] = 4;
    expect(isFull(puma, 0)).toBe(false);
    puma.backlog[0] = 5;
    expect(isFull(puma, 0)).toBe(true);
  });
});

describe('endRequest', () => {
  it('frees the row of an open request for the next', () => {
    const state = thins(1, roundRobin);
    const request = state.newRequest();
    endRequest(state, request, false);
    expect(state.isTimerSet(request)).toBe(false);
    expect(state.newRequest()).toBe(request);
  });

  it.each([
    [false, 0],
    [true, 1000],
  ])('after a failure (%s) sends a closed client that does not think on in %i ms', (hasFailed, afterMs) => {
    const state = thins(1, roundRobin, { arrivals: { kind: 'closed', clients: 1, thinkMs: 0 } });
    state.nowMs = 70;
    const request = state.newRequest();
    endRequest(state, request, hasFailed);
    expect(state.heap.firstTime()).toBe(70 + afterMs);
    expect(state.heap.firstId()).toBe(state.processes + request);
  });

  it('lets closed clients think for the mean time, exponentially, and at least a second after a failure', () => {
    const thinking = (hasFailed: boolean) => {
      const state = thins(1, roundRobin, { arrivals: { kind: 'closed', clients: 1, thinkMs: 800 } });
      const request = state.newRequest();
      return Array.from({ length: 1000 }, () => {
        endRequest(state, request, hasFailed);
        return state.heap.firstTime();
      });
    };
    const well = thinking(false);
    // The mean of a thousand exponentials of 800: four standard errors of 25.3.
    expect(Math.abs(well.reduce((sum, ms) => sum + ms, 0) / 1000 - 800)).toBeLessThan(4 * 25.3);
    expect(Math.min(...well)).toBeLessThan(50);
    const badly = thinking(true);
    expect(Math.min(...badly)).toBe(1000);
    // e^(-1000/800) = 28.7 % think longer than the second: 287 and four standard deviations of 14.3.
    expect(Math.abs(badly.filter((ms) => ms > 1000).length - 287)).toBeLessThan(57);
  });

  it('lets a closed client go once the load has ended', () => {
    const state = thins(1, roundRobin, { arrivals: { kind: 'closed', clients: 1, thinkMs: 0 } });
    state.hasEnded = true;
    const request = state.newRequest();
    endRequest(state, request, false);
    expect(state.isTimerSet(request)).toBe(false);
    expect(state.newRequest()).toBe(request);
  });
});
