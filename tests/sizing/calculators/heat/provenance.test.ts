import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../src/sizing/core/plan.ts';
import { planWith, resultOf, table, upstream } from './plans.ts';

const said = (shared: Inputs = {}, own: Inputs = {}) =>
  resultOf(planWith(shared, { ...table, ...own })).provenance;
const textOf = (origin: string, shared: Inputs = {}, own: Inputs = {}) =>
  said(shared, own).find((one) => one.origin === origin)?.text;

describe('provenance', () => {
  it('names what is the guide’s, yours and assumed, and the source code only where it counts', () => {
    expect(said().map(({ origin }) => origin)).toEqual(['guide', 'yours', 'assumed']);
    const all = ['guide', 'release', 'yours', 'assumed'];
    expect(said({}, { executorThreads: 64 }).map(({ origin }) => origin)).toEqual(all);
    expect(said(upstream).map(({ origin }) => origin)).toEqual(all);
  });

  it('says what the source code gives', () => {
    expect(textOf('release', {}, { executorThreads: 48 })).toBe('Overflow floor of 48 in engine processes');
    expect(textOf('release', upstream, { executorThreads: 48 })).toBe(
      'Overflow floor, places per process, pace of leaves, no connections from API workers',
    );
    expect(textOf('guide')).toBe('Worker table, pool rule, defaults, limits');
    expect(textOf('guide', upstream)).toBe('Worker table, pool rule, settings');
  });

  it('repeats what you entered, the limit where there is one', () => {
    expect(textOf('yours')).toBe('300 resources, 20 s each, chain of 6');
    expect(textOf('yours', { resources: 1, longestChain: 1, maxConnections: 1000 })).toBe(
      '1 resource, 20 s each, chain of 1, 1,000 connections',
    );
  });

  it.each([
    [{}, {}, '1 resource at a time per worker, API workers use the same pool'],
    [{}, { tasksPerWorker: 2 }, '2 resources at a time per worker, API workers use the same pool'],
    [
      { vcpuPerController: 17 },
      {},
      '1 resource at a time per worker, API workers use the same pool, lower row of the table',
    ],
    [
      { vcpuPerController: 2 },
      {},
      '1 resource at a time per worker, API workers use the same pool, 1 worker per 2 vCPU',
    ],
    [upstream, {}, 'Seconds per resource; leaves unknown, so the time is a wide range'],
    [{ ...upstream, leaves: 20, vcpuPerController: 2 }, {}, 'Seconds per resource, 1 worker per 2 vCPU'],
  ])('says with %j and %j what is assumed: %s', (shared, own, text) => {
    expect(textOf('assumed', shared, own)).toBe(text);
  });
});
