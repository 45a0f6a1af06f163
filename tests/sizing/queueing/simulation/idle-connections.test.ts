import { describe, expect, it } from 'vitest';
import { IdleConnections } from '../../../../src/sizing/queueing/simulation/idle-connections.ts';

const limits = { requestsPerConnection: 25, idleConnections: 3, idleTimeoutMs: 100 };

describe('IdleConnections', () => {
  it('takes the connection used last, with the requests it has carried', () => {
    const idle = new IdleConnections(1, limits);
    idle.put(0, 7, 1, 0);
    idle.put(0, 8, 4, 10);
    expect([idle.take(0, 20), idle.usesOfTaken]).toEqual([8, 4]);
    expect([idle.take(0, 20), idle.usesOfTaken]).toEqual([7, 1]);
    expect(idle.take(0, 20)).toBe(-1);
  });

  it('keeps the connections of each VM apart', () => {
    const idle = new IdleConnections(3, limits);
    for (const worker of [1, 2, 3]) idle.put(1, worker, worker, 0);
    idle.put(2, 9, 5, 0);
    idle.put(0, 4, 6, 0);
    expect(idle.take(0, 0)).toBe(4);
    expect(idle.take(0, 0)).toBe(-1);
    expect([idle.take(2, 0), idle.usesOfTaken]).toEqual([9, 5]);
    expect([1, 2, 3].map(() => idle.take(1, 0))).toEqual([3, 2, 1]);
  });

  it('gives the one idle longest up when there are too many', () => {
    const idle = new IdleConnections(2, limits);
    idle.put(0, 50, 1, 0);
    for (const worker of [1, 2, 3, 4]) idle.put(1, worker, 10 + worker, worker);
    const taken = [1, 2, 3].map(() => [idle.take(1, 5), idle.usesOfTaken]);
    expect(taken).toEqual([
      [4, 14],
      [3, 13],
      [2, 12],
    ]);
    expect(idle.take(1, 5)).toBe(-1);
    expect(idle.take(0, 5)).toBe(50);
  });

  it('remembers since when each is idle when the oldest has been given up', () => {
    const idle = new IdleConnections(1, limits);
    for (const worker of [1, 2, 3, 4]) idle.put(0, worker, 1, 10 * worker);
    // The last three are idle since 20, 30 and 40.
    expect(idle.take(0, 140)).toBe(4);
    expect(idle.take(0, 131)).toBe(-1);
  });

  it('uses a connection idle for exactly the timeout, and none that is idle for longer', () => {
    const idle = new IdleConnections(1, limits);
    idle.put(0, 7, 1, 50);
    expect(idle.take(0, 150)).toBe(7);
    idle.put(0, 6, 1, 0);
    idle.put(0, 7, 1, 50);
    expect(idle.take(0, 150.5)).toBe(-1);
    // All older ones are gone as well.
    expect(idle.take(0, 50)).toBe(-1);
  });

  it('closes a connection that has carried all its requests', () => {
    const idle = new IdleConnections(1, limits);
    idle.put(0, 7, 25, 0);
    expect(idle.take(0, 0)).toBe(-1);
    idle.put(0, 7, 24, 0);
    expect(idle.take(0, 0)).toBe(7);
  });

  it('keeps none where none may be kept', () => {
    const idle = new IdleConnections(2, { ...limits, idleConnections: 0 });
    idle.put(0, 7, 1, 0);
    expect([idle.take(0, 0), idle.take(1, 0)]).toEqual([-1, -1]);
  });

  it('remembers since when each is idle when a process has died', () => {
    const idle = new IdleConnections(1, limits);
    idle.put(0, 1, 1, 0);
    idle.put(0, 2, 1, 10);
    idle.put(0, 3, 1, 60);
    idle.forget(0, 1);
    // Idle for 90 of 100 ms, and the other for 140.
    expect([idle.take(0, 150), idle.take(0, 150)]).toEqual([3, -1]);
  });

  it('forgets the connections of a dead process and no other', () => {
    const idle = new IdleConnections(2, limits);
    for (const [worker, uses] of [
      [1, 11],
      [2, 12],
      [1, 13],
    ] as const) {
      idle.put(0, worker, uses, uses);
      idle.put(1, worker, uses, uses);
    }
    idle.forget(1, 1);
    expect([idle.take(1, 112), idle.usesOfTaken]).toEqual([2, 12]);
    expect(idle.take(1, 20)).toBe(-1);
    expect([1, 2, 3].map(() => idle.take(0, 20))).toEqual([1, 2, 1]);
    idle.put(1, 5, 3, 30);
    expect([idle.take(1, 30), idle.usesOfTaken]).toEqual([5, 3]);
  });
});
