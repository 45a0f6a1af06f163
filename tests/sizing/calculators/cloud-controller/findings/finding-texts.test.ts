import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../../src/sizing/core/plan.ts';
import { findingFor, fleets, observed } from '../plans.ts';

const { profile2, profile3, profile3plus1, thin } = fleets;
describe('numbers and words of the findings', () => {
  it.each([
    // VMs of 2 × 20 = 40: 500 carry 20,000, exactly the load.
    [
      'A1',
      { ...profile2, vms: 499 },
      { ...observed(20_000), survive: 'none' },
      'Add one VM to carry 20,000',
      '499 VMs carry 19,960, 40 short. 500 carry 20,000.',
    ],
    [
      'A1',
      profile3,
      observed(50_000),
      'Not even 500 VMs carry 50,000 with one VM lost',
      // 7 × 52 = 364 of 50,000.
      '8 VMs carry 364 with one VM lost, 49,636 short. Give each VM more workers or threads.',
    ],
    [
      'A1',
      { ...profile2, vms: 500 },
      { ...observed(20_001), survive: 'none' },
      'Not even 500 VMs carry 20,001',
      '500 VMs carry 20,000, 1 short. Give each VM more workers or threads.',
    ],
    // All VMs at once: none is left, and 8 + 20 VMs of 52 leave 416.
    [
      'deploy',
      profile3plus1,
      { maxInFlight: 20 },
      'A deploy leaves 0 of 400',
      'BOSH takes 9 VMs out at a time. 28 VMs would leave 416.',
    ],
    // Two VMs in three AZs keep one: 52.
    [
      'A8',
      { ...profile3, vms: 1 },
      { ...observed(10), survive: 'none' },
      'An AZ loss leaves 0 of 10',
      '2 VMs would leave 52, for 4 more vCPU.',
    ],
    [
      'A14',
      profile2,
      { survive: 'none' },
      'Parity without margin',
      'The fleet carries 400 and not one more. The guide advises to over-allocate at first.',
    ],
    [
      'R-12',
      { vcpusPerVm: 4, vms: 4, threadsPerWorker: 25 },
      {},
      'Fewer cores at work than today: 16 against 20',
      'Threads are not computing power: a process uses one core at most. 5 VMs would give today’s 20 cores.',
    ],
    [
      'thin-threads',
      { ...thin, threadsPerWorker: 21 },
      {},
      'More Thin threads than the default of 20',
      '21 threads share one process and one core; the guide counts on 20.',
    ],
    [
      'A2',
      { ...profile3, threadsPerWorker: 21 },
      {},
      'More than 20 threads is not recommended',
      '21 threads share one core and one lock. Grow by workers with a core each, or by VMs.',
    ],
    [
      'A3',
      { ...profile3plus1, connectionsPerProcess: 1 },
      {},
      'Give each process 13 connections',
      '13 threads share 1 connection; who waits longer than 10 seconds for one fails.',
    ],
    [
      'A6',
      { ...profile3plus1, vcpusPerVm: 1, workersPerVm: 4 },
      {},
      '4 workers share 1 core',
      '1 vCPU give at most 1 useful worker; the others add threads and memory, no computing power.',
    ],
    [
      'A12',
      { ...thin, localWorkersPerVm: 1 },
      {},
      'Fewer local workers than the guide asks: 1 of 2',
      'Uploads wait on the VM that received them. The guide asks for 2 beside a Thin process; this can vary with the load.',
    ],
    [
      'A12',
      { ...profile3, localWorkersPerVm: 7 },
      {},
      'Fewer local workers than the guide asks: 7 of 8',
      'Uploads wait on the VM that received them. The guide asks for twice the API workers; this can vary with the load.',
    ],
    [
      'A12',
      { ...profile3, localWorkersPerVm: 0 },
      {},
      'Without local workers no upload is finished',
      'Packages and droplets are uploaded by the local workers of the VM that received them.',
    ],
    [
      'A4',
      { ...profile3plus1, workersPerVm: 2 },
      {},
      'Raise the memory restart limit',
      // 90 % of 2 × 4 GiB.
      'monit restarts the API above 3,750 MB, counted over all its processes. Two workers will pass it; the ops file can raise it to 7,372 MB.',
    ],
    // 72 local workers with 25 connections: 1,800, and 585 of the API: 2,385.
    [
      'R-3',
      profile3plus1,
      {},
      'Local workers may open 1,800 connections, not 72',
      'Each may open 25 unless limited: 2,385 in all. One is what a single thread needs.',
    ],
    [
      'fine-database',
      profile3plus1,
      { connectionsFree: 658 },
      'The database has 1 connection to spare',
      'Up to 657 of 658 free.',
    ],
    [
      'A5',
      profile3plus1,
      { connectionsFree: 656 },
      'The database is 1 connection short',
      'Up to 657 connections against 656 free. Raise max_connections, or run fewer processes.',
    ],
    // One connection for the process of the only VM, and none for local workers.
    [
      'db-unchecked',
      { ...thin, vms: 1, connectionsPerProcess: 1, localWorkersPerVm: 0 },
      {},
      'Enter the connections your database has free',
      'The fleet may open up to 1 connection. By default PostgreSQL allows 500 in a Cloud Foundry deployment and MySQL 5,000, other clients included.',
    ],
  ])('says in %s of %j with %j: %s', (id, option, shared, title, text) => {
    const found = findingFor(id, option, shared);
    expect(found?.title).toBe(title);
    expect(found?.text).toBe(text);
  });

  it('says of the scale-in what the VMs in between take', () => {
    const text = (option: Inputs, shared: Inputs = {}) => findingFor('A7', option, shared)?.text;
    // 20 × 4 vCPU, 20 × 16 GiB, 20 × 5 × 13 + 20 × 8 = 1,460 connections.
    const room = 'In between, 20 VMs of the new size take 80 vCPU, 320 GiB and up to 1,460 connections';
    expect(text(profile3plus1)).toBe(
      `BOSH deletes surplus VMs first. In one deploy, 9 Thin VMs would carry 180 of 400 until Puma starts. The export is split in two. ${room}.`,
    );
    expect(text(profile3plus1, { connectionsFree: 1459 })).toContain(`${room}, 1 more than are free.`);
    expect(text({ ...profile3plus1, vms: 1 })).toContain('In one deploy, 1 Thin VM would carry 20 of 400');
    expect(text({ ...profile3plus1, vms: 19 })).toBeDefined();
    expect(text({ ...profile3plus1, vms: 21 })).toBeUndefined();
  });

  it('says of a release without Thin what it makes of the guide’s name', () => {
    const text = (names: string) => findingFor('R-1', profile3plus1, { capi: '1.223', names })?.text;
    expect(text('spec')).not.toContain('cc.experimental.puma');
    for (const names of ['guide', 'both'])
      expect(text(names)).toMatch(/ It ignores the guide’s cc\.experimental\.puma\.$/);
    expect(findingFor('R-1', profile3plus1, { capi: '1.218' })).toBeUndefined();
  });

  it('speaks of no other name where a target’s own names are written', () => {
    for (const names of ['guide', 'both'])
      for (const id of ['K4', 'K5', 'A11'])
        expect(findingFor(id, profile3plus1, { names, target: '1.196' }), `${id} ${names}`).toBeUndefined();
  });

  it('speaks of connections that stay with a worker only after 1.235', () => {
    const text = (capi: string) => findingFor('R-11', profile3plus1, { capi })?.text;
    expect(text('1.223')).not.toContain('Kept-alive');
    expect(text('1.236')).toMatch(/ Kept-alive connections stay with their worker too\.$/);
  });
});
