import { describe, expect, it } from 'vitest';
import { acceptWaiting, endAcceptDelay } from '../../../../src/sizing/queueing/simulation/accept.ts';
import type { FleetState } from '../../../../src/sizing/queueing/simulation/fleet-state.ts';
import { offer, slot, stateOf } from './offered-request.ts';

describe('acceptWaiting', () => {
  function withWaiting(state: FleetState, requests: number): FleetState {
    const { busy } = state;
    busy.fill(4);
    for (let index = 0; index < requests; index += 1) offer(state);
    for (const worker of [3, 4, 5]) {
      if (state.isTimerSet(worker)) state.cancelTimer(worker);
    }
    return state;
  }

  it.each([
    [4, 0, 3],
    [3, 1, 2],
    [1, 3, 0],
    [0, 3, 0],
  ])('with %i threads busy takes %i of three requests, the first first', (busy, taken, left) => {
    const state = withWaiting(stateOf('puma-5', slot), 3);
    state.busy[4] = busy;
    acceptWaiting(state, 4);
    expect([state.busy[4], state.backlog[1]]).toEqual([busy + taken, left]);
    const { firstRequest, requests } = state;
    const workers = [0, 1, 2].map((index) => requests.process[firstRequest + index]);
    expect(workers).toEqual([0, 1, 2].map((index) => (index < taken ? 4 : -1)));
  });

  it('takes nothing while the worker is halted, or nothing waits', () => {
    const state = withWaiting(stateOf('puma-5', slot), 1);
    state.busy[4] = 0;
    state.halts[4] = 1;
    acceptWaiting(state, 4);
    expect(state.backlog[1]).toBe(1);
    const idle = stateOf('puma-6');
    idle.setTimer(4, 1005);
    acceptWaiting(idle, 4);
    expect(idle.isTimerSet(4)).toBe(true);
  });

  it('ends the hold-back of Puma 6 at once, not that of Puma 7', () => {
    for (const [server, taken] of [
      ['puma-6', true],
      ['puma-7', false],
    ] as const) {
      const state = stateOf(server);
      state.busy.fill(2, 3);
      offer(state);
      expect(state.isTimerSet(4)).toBe(true);
      acceptWaiting(state, 4);
      expect([state.backlog[1], state.isTimerSet(4)]).toEqual(taken ? [0, false] : [1, true]);
    }
  });
});

describe('endAcceptDelay', () => {
  function waiting(requests: number): FleetState {
    const state = stateOf('puma-6');
    state.busy.fill(2, 3);
    for (let index = 0; index < requests; index += 1) offer(state);
    for (const worker of [3, 4, 5]) state.cancelTimer(worker);
    return state;
  }

  it('takes one request and holds back again before the next', () => {
    const state = waiting(2);
    endAcceptDelay(state, 4);
    expect([state.busy[4], state.backlog[1], state.isTimerSet(4)]).toEqual([3, 1, true]);
    const last = waiting(1);
    endAcceptDelay(last, 4);
    expect([last.busy[4], last.backlog[1], last.isTimerSet(4)]).toEqual([3, 0, false]);
  });

  it('queues for the GVL that another thread holds', () => {
    const state = waiting(1);
    state.running[4] = state.newRequest();
    endAcceptDelay(state, 4);
    expect([state.busy[4], state.backlog[1], state.isTokenQueued[4]]).toEqual([2, 1, 1]);
  });

  it.each([
    ['nothing waits any more', 0, 2, 0],
    ['no thread is free any more', 1, 4, 0],
    ['the worker is halted', 1, 2, 1],
  ])('does nothing where %s', (_why, requests, busy, halts) => {
    const state = waiting(requests);
    state.busy[4] = busy;
    state.halts[4] = halts;
    endAcceptDelay(state, 4);
    expect([state.busy[4], state.backlog[1], state.isTokenQueued[4], state.isTimerSet(4)]).toEqual([
      busy,
      requests,
      0,
      false,
    ]);
  });
});
