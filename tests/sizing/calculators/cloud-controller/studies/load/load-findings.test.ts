import { describe, expect, it } from 'vitest';
import { loadFindings } from '../../../../../../src/sizing/calculators/cloud-controller/studies/load/load-findings.ts';
import { severities } from '../../../../../../src/sizing/core/finding.ts';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { caseOfOne, twoPuma, twoThin } from './case-of.ts';

const half = { serviceTimeMs: 100, cpuSharePercent: 50 };

/** Of a fleet whose processes serve 10 requests a second each; nothing need be survived unless told. */
async function findingsFor(fleet: Inputs, shared: Inputs, requests = '') {
  const plan = { survive: 'none', acceptPolicy: 'even', ...shared };
  return loadFindings(await caseOfOne(fleet, plan, { requests }));
}

async function findingFor(id: string, fleet: Inputs, shared: Inputs, requests = '') {
  return (await findingsFor(fleet, shared, requests)).find((f) => f.id === id);
}

describe('loadFindings', () => {
  it('puts the worst first', async () => {
    const log = 'duration_ms\n100\nx\n';
    const found = await findingsFor(twoThin, { requestsPerSecond: 25, requestFrom: 'log' }, log);
    const order = found.map((f) => severities.indexOf(f.severity));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(found.map((f) => f.id)).toEqual(['L1', 'L6', 'L8-1']);
  });

  it('says that all is fine where there is nothing but notes', async () => {
    const [fine, ...others] = (await findingsFor(twoThin, { requestsPerSecond: 5 })).toReversed();
    expect(fine).toEqual({
      id: 'L9',
      severity: 'fine',
      title: 'The load is carried with all up',
      // M/M/1: 1 / (10 - 2.5) s.
      text: '100 ms CPU and 0 ms waiting: 133 ms on average. Capacity, processes, CPU and the loss to survive were checked.',
      rules: [],
    });
    expect(others.map((f) => [f.id, f.severity])).toEqual([['L4', 'note']]);
    expect(await findingFor('L9', twoThin, { requestsPerSecond: 18 })).toBeUndefined();
  });

  it.each<readonly [string, Inputs, Inputs, number, string]>([
    // A process serves 10 a second and may be busy for 85 %: 8.5. Three of them carry 25, two 17.
    ['with all up', twoThin, { requestsPerSecond: 25 }, 3, '20'],
    ['with one VM lost', twoThin, { requestsPerSecond: 17, loadCondition: 'vm' }, 3, '10'],
    ['with one VM lost', twoThin, { requestsPerSecond: 17.1, loadCondition: 'vm' }, 4, '10'],
    ['with one worker stalled', twoThin, { requestsPerSecond: 17, loadCondition: 'worker' }, 3, '10'],
    // Of five VMs in three zones two are lost with the largest; of four VMs as well.
    ['with one AZ lost', twoThin, { requestsPerSecond: 25, loadCondition: 'az' }, 5, '10'],
    // The VM with a worker stalled gets as much as others and serves 10.
    ['with one worker stalled', twoPuma, { requestsPerSecond: 25, loadCondition: 'worker' }, 3, '20'],
    ['with all up', twoPuma, { requestsPerSecond: 45 }, 3, '40'],
  ])(
    'asks for the fewest VMs that carry a load above capacity %s: %j',
    async (having, fleet, shared, vms, full) => {
      const found = await findingFor('L1', fleet, shared);
      expect(found).toMatchObject({ severity: 'blocker', rules: ['R-12', 'CF-15'] });
      expect(found?.title).toMatch(
        new RegExp(`^Above capacity ${having}: does not settle: the queue grows by `),
      );
      expect(found?.text).toBe(
        `${shared.requestsPerSecond} requests a second come, ${full} can be served. ${vms} VMs would carry it at 85 % of their processes’ time or less.`,
      );
      expect(found?.fix).toEqual({ label: `Use ${vms} VMs`, edit: { kind: 'set', inputs: { vms } } });
      const mended = await findingsFor({ ...fleet, vms }, shared);
      expect(mended.filter((f) => f.id === 'L1' || f.id === 'L2')).toEqual([]);
    },
  );

  it('says that nothing is left, and how many VMs there must be', async () => {
    const found = await findingFor(
      'L1',
      { ...twoThin, vms: 1 },
      { requestsPerSecond: 5, loadCondition: 'vm' },
    );
    expect(found).toMatchObject({
      title: 'Nothing is left with one VM lost',
      text: '5 requests a second come, 0 can be served. 2 VMs would carry it at 85 % of their processes’ time or less.',
      fix: { edit: { inputs: { vms: 2 } } },
    });
  });

  it('says of more than 500 VMs could carry that no fleet of this size of VM will do', async () => {
    // 500 × 8.5 = 4,250.
    const found = await findingFor('L1', twoThin, { requestsPerSecond: 4251 });
    expect(found?.text).toMatch(/20 can be served\. Not even 500 VMs of this size would carry it\.$/);
    expect(found?.fix).toBeUndefined();
    const most = await findingFor('L1', twoThin, { requestsPerSecond: 4250 });
    expect(most?.fix?.edit).toEqual({ kind: 'set', inputs: { vms: 500 } });
  });

  it('warns above the guide’s 85 % of what can be served, not at it', async () => {
    expect(await findingFor('L2', twoThin, { requestsPerSecond: 17 })).toBeUndefined();
    expect(await findingFor('L2', twoThin, { requestsPerSecond: 18 })).toEqual({
      id: 'L2',
      severity: 'caution',
      title: '90 % of what it can serve is used',
      text: 'The guide keeps user CPU below 85 %. Measured on real servers, the mean was 1.6 to 6.5 times the time of a request alone at 80 to 90 %.',
      rules: ['CF-15'],
      fix: { label: 'Use 3 VMs', edit: { kind: 'set', inputs: { vms: 3 } } },
    });
    expect(await findingFor('L2', { ...twoThin, vms: 3 }, { requestsPerSecond: 18 })).toBeUndefined();
    expect(await findingFor('L2', twoThin, { requestsPerSecond: 25 })).toBeUndefined();
  });

  it('warns of a loss that the plan must survive and that the view does not show', async () => {
    const found = await findingFor('L3', twoThin, { survive: 'vm', requestsPerSecond: 15 });
    expect(found).toEqual({
      id: 'L3',
      severity: 'caution',
      title: 'The load is not carried with one VM lost',
      text: 'Then it is full at 10 requests a second, and the plan must survive it.',
      rules: ['CF-12', 'R-4'],
      fix: { label: 'Show that condition', edit: { kind: 'set', inputs: { loadCondition: 'vm' } } },
    });
    const ids = async (shared: Inputs) => (await findingsFor(twoThin, shared)).map((f) => f.id);
    // Shown already: it is the blocker then. Carried, not to be survived, or hopeless anyway: nothing to say.
    const shown = await ids({ survive: 'vm', loadCondition: 'vm', requestsPerSecond: 15 });
    expect(shown).toContain('L1');
    expect(shown).not.toContain('L3');
    expect(await ids({ survive: 'vm', requestsPerSecond: 9 })).not.toContain('L3');
    expect(await ids({ survive: 'none', requestsPerSecond: 15 })).not.toContain('L3');
    expect(await ids({ survive: 'none', loadCondition: 'vm', requestsPerSecond: 9 })).not.toContain('L3');
    expect(await ids({ survive: 'vm', requestsPerSecond: 25 })).not.toContain('L3');
  });

  it('warns of as many threads as today on fewer cores, where they serve less', async () => {
    const four = { vcpusPerVm: 4, vms: 4, threadsPerWorker: 25 };
    const found = await findingFor('R-12', four, { ...half, requestsPerSecond: 300 });
    // 16 processes of 20 a second against 20.
    expect(found).toEqual({
      id: 'R-12',
      severity: 'caution',
      title: 'As many threads as today, but 16 cores at work instead of 20',
      text: '400 requests at once against 400, yet full at 320 requests a second against 400: a process computes on one core at most.',
      rules: ['R-12', 'CF-5'],
    });
    const none = async (fleet: Inputs, shared: Inputs = {}) =>
      findingFor('R-12', fleet, { ...half, requestsPerSecond: 300, ...shared });
    // Fewer threads than today; as many cores; requests that only wait, of which threads are the limit.
    expect(await none({ ...four, threadsPerWorker: 24 })).toBeUndefined();
    expect(await none({ ...four, vms: 5, threadsPerWorker: 20 }, { countsOverhead: true })).toBeUndefined();
    expect(await none(four, { cpuSharePercent: 0 })).toBeUndefined();
    // It is about all up, whatever the condition of the view.
    expect(await none(four, { requestsPerSecond: 10, loadCondition: 'vm' })).toMatchObject({
      text: found?.text,
    });
  });

  it('notes what a stalled process alone on its VM holds up', async () => {
    // 5 a second for 30 + 30 s and half a request inside; 5 × 16 with a health check.
    expect(await findingFor('L4', twoThin, { requestsPerSecond: 10, failureSeconds: 30 })).toEqual({
      id: 'L4',
      severity: 'note',
      title: 'One stalled process holds up about 301 requests',
      text: 'If it stalls for 30 s and the router keeps sending. A health check that takes the VM out after at most 16 s leaves at most 80.5 of them.',
      rules: ['CF-9', 'R-11'],
    });
    expect(await findingFor('L4', twoPuma, { requestsPerSecond: 10 })).toBeUndefined();
    expect(await findingFor('L4', twoThin, { requestsPerSecond: 25 })).toBeUndefined();
  });

  it('notes of releases whose workers queue for themselves that the curves assume one queue', async () => {
    const note = (fleet: Inputs, capi: string) => findingFor('R-11', fleet, { capi, requestsPerSecond: 5 });
    expect(await note(twoPuma, '1.196')).toBeUndefined();
    expect(await note(twoThin, '1.218')).toBeUndefined();
    expect(await note(twoPuma, '1.218')).toMatchObject({
      severity: 'note',
      title: 'Curves assume one queue for all workers of a VM',
      text: 'In this capi-release each worker queues for itself: a request can wait for one worker while another is idle. Simulate reckons with it.',
      rules: ['R-11'],
    });
    expect((await note(twoPuma, '1.236'))?.text).toContain(
      'queues for itself and connections stay with a worker: a request',
    );
  });

  it('warns of requests that vary more than the curves were checked for: above 4', async () => {
    const found = (requestScv: number) =>
      findingFor('L5', twoThin, { distribution: 'lognormal', requestScv, requestsPerSecond: 5 });
    expect(await found(4)).toBeUndefined();
    expect(await found(4.5)).toMatchObject({
      severity: 'caution',
      title: 'Requests vary more than the curves were checked for',
      text: 'Squared coefficient of variation 4.5; curves were held against simulation up to 4, at most 22 % off in the mean. Simulate instead.',
    });
    // Waits of 0 seven times and 80 ms once: mean 10, square 800, 7 above the squared mean. CPU is 10 ms always.
    const rows = ['duration_ms,db_ms', ...Array.from({ length: 7 }, () => '10,0'), '90,80'].join('\n');
    const own = await findingFor('L5', twoThin, { distribution: 'own', requestsPerSecond: 5 }, rows);
    expect(own?.text).toMatch(/^Squared coefficient of variation 7;/);
  });

  it('says what of a log was left out or cut', async () => {
    const leftOut = (requests: string) =>
      findingFor('L6', twoThin, { requestFrom: 'log', requestsPerSecond: 1 }, requests);
    const cut = (count: string) =>
      `${count} with more database time than the request took: cut to the request’s.`;
    expect(await leftOut('duration_ms,db_ms\n60,30\nsoon,1\n')).toEqual({
      id: 'L6',
      severity: 'caution',
      title: '1 line of the log left out',
      text: 'Line 3: “soon” is not a duration in milliseconds.',
      rules: [],
    });
    expect(await leftOut('duration_ms,db_ms\n60,30\n60,90\n')).toMatchObject({
      title: 'Odd rows in the log',
      text: cut('1 row'),
    });
    expect(await leftOut('duration_ms,db_ms\n60,61\n60,90\nx,1\ny,1\n')).toMatchObject({
      title: '2 lines of the log left out',
      text: `Line 4: “x” is not a duration in milliseconds. ${cut('2 rows')}`,
    });
    expect(await leftOut('duration_ms,db_ms\n60,30\n')).toBeUndefined();
    expect(await leftOut('')).toBeUndefined();
  });

  it('notes that a load is assumed, and from what', async () => {
    // Today: 20 processes of 10 a second each.
    expect(await findingFor('L7', { ...twoThin, vms: 20 }, {})).toEqual({
      id: 'L7',
      severity: 'note',
      title: '150 requests a second are assumed',
      text: 'That is 75 % of what today’s fleet can serve. Enter your own peak: requests in progress do not tell how many come.',
      rules: [],
    });
    expect(await findingFor('L7', twoThin, { requestsPerSecond: 5 })).toBeUndefined();
  });

  it('passes on each doubt about a request', async () => {
    const shared = { requestFrom: 'published', distribution: 'own', requestsPerSecond: 1 };
    const doubts = (await findingsFor(twoThin, shared)).filter((f) => f.id.startsWith('L8'));
    expect(doubts).toMatchObject([
      { id: 'L8-1', severity: 'caution', title: 'Check what a request takes' },
      {
        id: 'L8-2',
        text: 'There is no log to take the variation from: exponential requests are assumed.',
        rules: [],
      },
    ]);
  });
});
