import { describe, expect, it } from 'vitest';
import { findingFor, fleets, observed } from '../plans.ts';

const { profile3plus1, thin } = fleets;

describe('restartLimitTooLow', () => {
  it('raises monit’s limit to 3,750 MB for each worker, at most 90 % of the VM', () => {
    // 4 workers: 4 × 3,750 = 15,000 MB, but 90 % of 16 GiB are 14,745 MB.
    expect(findingFor('A4', profile3plus1)?.text).toContain('14,745 MB');
    // With 8 GiB a worker the limit for each worker decides.
    expect(findingFor('A4', profile3plus1, { memoryPerThinVmGib: 8 })?.text).toContain('15,000 MB');
    expect(findingFor('A4', profile3plus1, { raisesRestartLimit: true })).toBeUndefined();
    expect(findingFor('A4', { ...profile3plus1, workersPerVm: 1 })).toBeUndefined();
    expect(findingFor('A4', thin)).toBeUndefined();
  });

  it('raises monit’s limit by a button', () => {
    expect(findingFor('A4', profile3plus1)?.fix?.edit).toEqual({
      kind: 'set',
      inputs: { raisesRestartLimit: true },
    });
  });
});

describe('scaleInSecond', () => {
  it('splits the scale-in also where the few Thin VMs in between carry the load', () => {
    expect(findingFor('A7', { ...profile3plus1, vms: 15 }, observed(300))?.text).toContain(
      '15 Thin VMs would carry 300 until Puma starts: enough for 300, short of today’s 400.',
    );
    expect(findingFor('A7', { ...profile3plus1, vms: 14 }, observed(300))?.text).toContain(
      '14 Thin VMs would carry 280 of 300 until Puma starts.',
    );
    expect(findingFor('A7', thin)).toBeUndefined();
  });

  it('speaks of missing connections in between only where a limit is known and passed', () => {
    // 20 × 5 × 13 + 20 × 8 = 1,460.
    for (const shared of [{}, { connectionsFree: 1460 }]) {
      expect(findingFor('A7', profile3plus1, shared)?.text).toContain('up to 1,460 connections.');
    }
  });

  it('splits the scale-in and names what the time in between takes', () => {
    const text = findingFor('A7', profile3plus1, { connectionsFree: 800 })?.text;
    expect(text).toContain('9 Thin VMs would carry 180 of 400 until Puma starts');
    // 20 × 4 vCPU, 20 × 16 GiB, 20 × 5 × 13 + 20 × 8 connections.
    expect(text).toContain('80 vCPU, 320 GiB and up to 1,460 connections, 660 more than are free');
    expect(findingFor('A7', { ...profile3plus1, vms: 20 })).toBeUndefined();
  });
});

describe('switchName', () => {
  it('tells the switch’s two names, and blocks the guide’s name alone where Thin still exists', () => {
    expect(findingFor('A11', profile3plus1)?.severity).toBe('caution');
    expect(findingFor('A11', profile3plus1, { names: 'spec' })).toBeUndefined();
    expect(findingFor('K5', profile3plus1, { names: 'guide' })?.severity).toBe('blocker');
    expect(findingFor('K5', profile3plus1, { names: 'guide', capi: '1.223' })).toBeUndefined();
    expect(findingFor('R-1', profile3plus1, { capi: '1.223' })?.severity).toBe('note');
  });

  it('says what the guide’s name alone leaves running', () => {
    const text = (vms: number) => findingFor('K5', { ...profile3plus1, vms }, { names: 'guide' })?.text;
    expect(text(9)).toContain('Scaled in, 9 Thin VMs carry 180.');
    expect(text(1)).toContain('Scaled in, 1 Thin VM carries 20.');
    for (const id of ['A11', 'K4', 'K5', 'R-1']) expect(findingFor(id, thin)).toBeUndefined();
  });
});

describe('threadsTwoNames', () => {
  it('tells the thread count’s second name unless only the job spec’s names are written', () => {
    expect(findingFor('K4', profile3plus1)?.severity).toBe('note');
    expect(findingFor('K4', profile3plus1, { names: 'spec' })).toBeUndefined();
  });
});

describe('thinRemoved', () => {
  it('blocks a Thin option that the chosen release cannot run', () => {
    expect(findingFor('thin-removed', thin, { capi: '1.223', reckon: 'upstream' })?.severity).toBe('blocker');
    expect(findingFor('thin-removed', thin, { capi: '1.218', reckon: 'upstream' })).toBeUndefined();
  });

  it('only cautions about a removed Thin by the guide, and never for Puma', () => {
    expect(findingFor('thin-removed', thin, { capi: '1.223' })?.severity).toBe('caution');
    const upstream = { capi: '1.223', reckon: 'upstream' };
    expect(findingFor('thin-removed', profile3plus1, upstream)).toBeUndefined();
  });
});

describe('ownQueues', () => {
  it('tells where queued requests no longer move to other workers', () => {
    expect(findingFor('R-11', profile3plus1, { capi: '1.196' })).toBeUndefined();
    expect(findingFor('R-11', profile3plus1, { capi: '1.218' })?.severity).toBe('note');
    const strict = { capi: '1.218', reckon: 'upstream', survive: 'worker' };
    expect(findingFor('R-11', profile3plus1, strict)?.severity).toBe('caution');
  });

  it('has no queues to tell of with one worker or Thin, and only notes them where no stall must be survived', () => {
    const capi = '1.218';
    expect(findingFor('R-11', { ...profile3plus1, workersPerVm: 1 }, { capi })).toBeUndefined();
    expect(findingFor('R-11', thin, { capi })).toBeUndefined();
    expect(findingFor('R-11', profile3plus1, { capi, reckon: 'upstream' })?.severity).toBe('note');
    expect(findingFor('R-11', profile3plus1, { capi, survive: 'worker' })?.severity).toBe('note');
  });
});

describe('localWorkersUnlimited', () => {
  it('notes what local workers may open when nothing limits them', () => {
    const found = findingFor('R-3', profile3plus1);
    expect(found?.title).toBe('Local workers may open 1,800 connections, not 72');
    expect(findingFor('R-3', profile3plus1, { limitsLocalWorkers: true })).toBeUndefined();
  });

  it('notes local workers’ connections only where they are a quarter more than the plan’s', () => {
    // 585 + 72 × 20 = 2,025 of 2,385; 585 + 72 × 10 = 1,305 of 2,385.
    expect(findingFor('R-3', profile3plus1, { connectionsPerLocalWorker: 20 })).toBeUndefined();
    expect(findingFor('R-3', profile3plus1, { connectionsPerLocalWorker: 10 })?.severity).toBe('note');
    expect(findingFor('R-3', profile3plus1, { reckon: 'upstream' })).toBeUndefined();
  });
});
