import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../../src/sizing/core/plan.ts';
import { findingFor, findingsFor, fleets } from '../plans.ts';

const { profile2, profile3plus1, profile4, thin } = fleets;

describe('threadsOutsideAdvice', () => {
  it.each([
    [21, 'A2', 'blocker'],
    [20, 'A13', 'note'],
    [9, 'K6', 'caution'],
    [5, 'K6', 'caution'],
  ])('judges %i threads per worker as the guide does', (threadsPerWorker, id, severity) => {
    expect(findingFor(id, { ...profile3plus1, threadsPerWorker })?.severity).toBe(severity);
  });

  it.each([10, 13, 19])('has nothing against %i threads per worker', (threadsPerWorker) => {
    const ids = findingsFor({ ...profile3plus1, threadsPerWorker }).map((f) => f.id);
    expect(ids.filter((id) => ['A2', 'A13', 'K6'].includes(id))).toEqual([]);
  });

  it('offers the nearest thread count that the guide accepts', () => {
    const threads = (id: string, fleet: Inputs) => findingFor(id, fleet)?.fix?.edit;
    const use = (threadsPerWorker: number) => ({ kind: 'set', inputs: { threadsPerWorker } });
    expect(threads('A2', { ...profile3plus1, threadsPerWorker: 25 })).toEqual(use(20));
    expect(threads('K6', { ...profile3plus1, threadsPerWorker: 9 })).toEqual(use(10));
    expect(threads('thin-threads', { ...thin, threadsPerWorker: 21 })).toEqual(use(20));
    // 9 × 4 × 10 and 9 × 4 × 9.
    expect(findingFor('K6', { ...profile3plus1, threadsPerWorker: 9 })?.text).toBe(
      'With 10 the fleet would carry 360 instead of 324.',
    );
  });

  it('holds Thin to its default of 20 threads, not to Puma’s range', () => {
    expect(findingFor('thin-threads', { ...thin, threadsPerWorker: 21 })?.severity).toBe('caution');
    for (const threadsPerWorker of [5, 20]) {
      const ids = findingsFor({ ...thin, threadsPerWorker }).map((f) => f.id);
      expect(ids.filter((id) => ['thin-threads', 'A2', 'A13', 'K6'].includes(id))).toEqual([]);
    }
  });

  it('accepts five threads by upstream’s page, which says 5 to 20, and warns below', () => {
    const upstream = { reckon: 'upstream' };
    expect(findingFor('K6', { ...profile3plus1, threadsPerWorker: 5 }, upstream)?.severity).toBe('note');
    expect(findingFor('K6', { ...profile3plus1, threadsPerWorker: 4 }, upstream)?.severity).toBe('caution');
  });
});

describe('tooFewConnections', () => {
  it('asks for a connection for each thread', () => {
    const found = findingFor('A3', { ...profile3plus1, connectionsPerProcess: 10 });
    expect(found?.title).toBe('Give each process 13 connections');
    expect(found?.severity).toBe('blocker');
    expect(findingFor('A3', { ...profile3plus1, connectionsPerProcess: 13 })).toBeUndefined();
    const thirty = findingFor('A3', { ...thin, threadsPerWorker: 30 });
    expect(thirty?.fix?.edit).toEqual({ kind: 'set', inputs: { connectionsPerProcess: 30 } });
  });

  it('leaves connections to their rule again where that gives enough', () => {
    const found = findingFor('A3', { ...profile3plus1, connectionsPerProcess: 10 });
    expect(found?.fix).toEqual({
      label: 'Use 13',
      edit: { kind: 'set', inputs: { connectionsPerProcess: 'auto' } },
    });
  });
});

describe('databaseTooSmall', () => {
  it('compares the connections of the chosen reckoning with those free', () => {
    expect(findingFor('A5', profile3plus1, { connectionsFree: 600 })?.title).toBe(
      'The database is 57 connections short',
    );
    expect(findingFor('A5', profile3plus1, { connectionsFree: 657 })).toBeUndefined();
    expect(findingFor('A5', profile3plus1)).toBeUndefined();
    // 9 × 5 × 13 + 9 × 8 × 25 = 2,385.
    const upstream = findingFor('A5', profile3plus1, { connectionsFree: 800, reckon: 'upstream' });
    expect(upstream?.text).toBe('Up to 2,385 connections against 800 free.');
    expect(upstream?.fix?.edit).toEqual({ kind: 'set', inputs: { limitsLocalWorkers: true } });
  });

  it('offers the smallest change of connection settings that fits', () => {
    const pools = { ...profile3plus1, connectionsPerProcess: 20 };
    // Pools of 13 instead of 20: 9 × 5 × 13 + 9 × 8 = 657.
    expect(findingFor('A5', pools, { connectionsFree: 700 })?.fix).toEqual({
      label: 'Use 13 connections per process',
      edit: { kind: 'set', inputs: { connectionsPerProcess: 13 } },
    });
    expect(findingFor('A5', pools, { connectionsFree: 700, reckon: 'upstream' })?.fix).toEqual({
      label: 'Limit local workers and pools',
      edit: { kind: 'set', inputs: { limitsLocalWorkers: true, connectionsPerProcess: 13 } },
    });
    const nothing = findingFor('A5', profile3plus1, { connectionsFree: 600 });
    expect(nothing?.text).toBe(
      'Up to 657 connections against 600 free. Raise max_connections, or run fewer processes.',
    );
    expect(nothing?.fix?.edit).toEqual({ kind: 'open-view', view: 'solve' });
  });
});

describe('databaseUnchecked', () => {
  it('asks for the free connections where none are entered', () => {
    expect(findingFor('db-unchecked', profile3plus1)?.text).toContain('up to 657 connections');
    expect(findingFor('db-unchecked', profile3plus1, { connectionsFree: 800 })).toBeUndefined();
  });
});

describe('moreWorkersThanCores', () => {
  it('warns of workers that share a core', () => {
    const found = findingFor('A6', { ...profile3plus1, workersPerVm: 8 });
    expect(found?.title).toBe('8 workers share 4 cores');
    expect(found?.text).toContain('4 vCPU give at most 4 useful workers');
    expect(findingFor('A6', profile3plus1)).toBeUndefined();
  });

  it('sets workers by their rule where they share a core, and counts none on Thin', () => {
    expect(findingFor('A6', { ...profile3plus1, workersPerVm: 8 })?.fix).toEqual({
      label: 'Use 4',
      edit: { kind: 'set', inputs: { workersPerVm: 'auto' } },
    });
    expect(findingFor('A6', { ...thin, workersPerVm: 8 })).toBeUndefined();
  });
});

describe('singleWorker', () => {
  it('gives a single worker a second one, and a core where it lacks one', () => {
    const edit = (vcpusPerVm: number) =>
      findingFor('A9', { ...profile3plus1, vcpusPerVm, workersPerVm: 1 })?.fix?.edit;
    expect(edit(1)).toEqual({
      kind: 'set',
      inputs: { workersPerVm: 2, vcpusPerVm: 2, spareCore: false },
    });
    expect(edit(2)).toEqual({ kind: 'set', inputs: { workersPerVm: 2, spareCore: false } });
    expect(edit(4)).toEqual({ kind: 'set', inputs: { workersPerVm: 2 } });
    expect(findingFor('A9', thin)).toBeUndefined();
  });

  it('warns of a single Puma worker with the guide’s reason', () => {
    expect(findingFor('A9', { ...profile3plus1, vcpusPerVm: 1 })?.rules).toEqual(['CF-9']);
    expect(findingFor('A9', profile2)).toBeUndefined();
  });
});

describe('tooFewLocalWorkers', () => {
  it('asks for twice as many local workers as API workers, two beside Thin, and never for none', () => {
    const found = findingFor('A12', { ...profile3plus1, localWorkersPerVm: 2 });
    expect(found?.title).toBe('Fewer local workers than the guide asks: 2 of 8');
    expect(found?.severity).toBe('caution');
    expect(findingFor('A12', { ...thin, localWorkersPerVm: 1 })?.title).toContain('1 of 2');
    expect(findingFor('A12', { ...profile3plus1, localWorkersPerVm: 0 })?.severity).toBe('blocker');
    expect(findingFor('A12', profile3plus1)).toBeUndefined();
  });

  it('sets local workers by their rule, citing Thin’s and Puma’s', () => {
    const few = findingFor('A12', { ...profile3plus1, localWorkersPerVm: 7 });
    expect(few?.fix).toEqual({
      label: 'Use 8',
      edit: { kind: 'set', inputs: { localWorkersPerVm: 'auto' } },
    });
    expect(few?.rules).toEqual(['CF-8']);
    expect(findingFor('A12', { ...thin, localWorkersPerVm: 1 })?.rules).toEqual(['CF-4']);
    expect(findingFor('A12', { ...thin, localWorkersPerVm: 2 })).toBeUndefined();
  });
});

describe('coresAndWorkers', () => {
  it('notes cores without a worker unless one is left spare on purpose', () => {
    expect(findingFor('A15', { ...profile4, workersPerVm: 7, spareCore: false })?.title).toBe(
      'One core without a worker',
    );
    expect(findingFor('A15', profile4)).toBeUndefined();
    expect(findingFor('K7', { ...profile4, workersPerVm: 8 })?.title).toBe('No core is left spare');
  });

  it('marks a single idle core as spare and fills more than one', () => {
    const spare = { kind: 'set', inputs: { spareCore: true } };
    const byRule = { kind: 'set', inputs: { workersPerVm: 'auto' } };
    const one = findingFor('A15', { ...profile4, workersPerVm: 7, spareCore: false });
    expect(one?.text).toContain('7 of 8 vCPU run a worker.');
    expect(one?.fix?.edit).toEqual(spare);
    const two = findingFor('A15', { ...profile4, workersPerVm: 6 });
    expect(two?.title).toBe('Two cores without a worker');
    expect(two?.fix?.edit).toEqual(byRule);
    expect(findingFor('A15', { ...profile2, workersPerVm: 1 })?.text).toContain('1 of 2 vCPU runs a worker.');
    expect(findingFor('A15', { ...thin, vcpusPerVm: 4 })).toBeUndefined();
  });

  it('frees the spare core again, or leaves none where there is one core', () => {
    const eight = findingFor('K7', { ...profile4, workersPerVm: 8 });
    expect(eight?.text).toBe('8 workers take all 8 vCPU.');
    expect(eight?.fix?.edit).toEqual({ kind: 'set', inputs: { workersPerVm: 'auto' } });
    const one = findingFor('K7', { ...profile4, vcpusPerVm: 1, workersPerVm: 1 });
    expect(one?.text).toBe('1 worker takes all 1 vCPU.');
    expect(one?.fix?.edit).toEqual({ kind: 'set', inputs: { spareCore: false } });
    expect(findingFor('K7', { ...profile4, workersPerVm: 8, spareCore: false })).toBeUndefined();
  });
});

describe('idleThinCores', () => {
  it('tells of cores that Thin leaves idle', () => {
    const found = findingFor('CF-1', { ...thin, vcpusPerVm: 2 });
    expect(found?.title).toBe('Thin uses one of 2 cores');
    expect(found?.fix?.edit).toEqual({ kind: 'set', inputs: { vcpusPerVm: 1 } });
    expect(findingFor('CF-1', thin)).toBeUndefined();
    expect(findingFor('CF-1', profile2)).toBeUndefined();
  });
});
