import { describe, expect, it } from 'vitest';
import { cloudController } from '../../../../../src/sizing/calculators/cloud-controller/index.ts';
import { plainText } from '../../../../../src/sizing/core/explanation.ts';
import type { Inputs } from '../../../../../src/sizing/core/plan.ts';
import { fleets, planWith } from '../plans.ts';
import { csv, nine, thinOn2, tune } from './fine-tune/tune.ts';
import { chartIn, findingIn, rowOf, tableIn, viewFor } from './views.ts';

const nearWithin = 'Threads near their limit, cores within';
const nearExceeded = 'Threads near their limit, cores over';
const belowExceeded = 'Threads free, cores over their limit';
const belowWithin = 'Threads free, cores within';

/**
 * The guide: outstanding at or consistently near the Puma threads on the VM means scaling; system.cpu.user should stay
 * below 0.85; cc.vitals.cpu_load_avg below the number of cores. "Near" is 80% of the threads unless set.
 */
const situations: readonly (readonly [string, Inputs, Inputs, string])[] = [
  ['10 of 52, all quiet', nine, tune(10, 0.3, 1), belowWithin],
  ['41 of 52 is not yet near', nine, tune(41, 0.3, 1), belowWithin],
  ['41.6 of 52 is 80%', nine, tune(41.6, 0.3, 1), nearWithin],
  ['52 of 52', nine, tune(52, 0.3, 1), nearWithin],
  ['52 of 52 and 0.85 is not below 0.85', nine, tune(52, 0.85, 1), nearExceeded],
  ['52 of 52, both just below', nine, tune(52, 0.849, 3.99), nearWithin],
  ['52 of 52 and a load of 4 on 4 cores', nine, tune(52, 0.3, 4), nearExceeded],
  ['10 of 52 and 0.9', nine, tune(10, 0.9, 1), belowExceeded],
  ['10 of 52 and a load of 4.5', nine, tune(10, 0.3, 4.5), belowExceeded],
  ['10 of 52 and exactly 0.85', nine, tune(10, 0.85, 1), belowExceeded],
  ['10 of 52, both just below', nine, tune(10, 0.849, 3.99), belowWithin],
  ['CPU in percent, 62', nine, tune(45, 62, 2), nearWithin],
  ['CPU in percent, 86', nine, tune(45, 86, 2), nearExceeded],
  ['405 in the fleet of nine', nine, tune(405, 0.5, 2, { fineTuneOutstandingOf: 'fleet' }), nearWithin],
  ['180 in the fleet of nine', nine, tune(180, 0.5, 2, { fineTuneOutstandingOf: 'fleet' }), belowWithin],
  ['a load of 45 over nine VMs', nine, tune(10, 0.5, 45, { fineTuneLoadOf: 'fleet' }), belowExceeded],
  ['no load average, CPU 0.9', nine, tune(10, 0.9, null), belowExceeded],
  ['no CPU, a load of 5', nine, tune(45, null, 5), nearExceeded],
  ['near only from 90% on', nine, tune(45, 0.5, 2, { fineTuneNearPercent: 90 }), belowWithin],
  ['Thin, 16 of 20', fleets.thin, tune(16, 0.5, 0.5), nearWithin],
  ['Thin, 15 of 20 and 0.9', fleets.thin, tune(15, 0.9, 0.5), belowExceeded],
  ['Thin and a load of 1 on its core', fleets.thin, tune(15, 0.5, 1), belowExceeded],
  ['Thin on 2 cores: 0.43 is 0.86 of one', thinOn2, tune(10, 0.43, 0.5), belowExceeded],
  ['Thin on 2 cores: 0.42 is 0.84 of one', thinOn2, tune(10, 0.42, 0.9), belowWithin],
  ['84 of 7 × 15 and a load of 7.9 on 8 cores', fleets.profile4, tune(84, 0.5, 7.9), nearWithin],
  ['84 of 7 × 15 and a load of 8 on 8 cores', fleets.profile4, tune(84, 0.5, 8), nearExceeded],
];

describe('study', () => {
  it.each(situations)('judges by the guide’s three sentences: %s', async (_, option, shared, expected) => {
    expect((await viewFor('fine-tune', option, shared)).verdict.stateText).toBe(expected);
  });

  it('raises threads until p95 is below 80%: 52 need 17 threads on four workers', async () => {
    const view = await viewFor('fine-tune', nine, tune(52, 0.5, 2));
    // 52 / (4 × 16) = 81%, 52 / (4 × 17) = 76%.
    expect(view.verdict.headline).toBe('Threads run out before CPU. Raise threads to 17, then add VMs.');
    expect(findingIn(view, 'remedy')?.fix?.edit).toMatchObject({
      kind: 'add-option',
      inputs: { vms: 9, threadsPerWorker: 17 },
    });
  });

  it('adds VMs where 20 threads are there already: 36 of 40 on 10 VMs need 12', async () => {
    const view = await viewFor('fine-tune', fleets.profile2, tune(36, 0.5, 1));
    // 360 / (11 × 40) = 82%, 360 / (12 × 40) = 75%.
    expect(view.verdict.headline).toContain('add 2 VMs');
  });

  it('adds VMs to a Thin fleet, whose threads cannot grow', async () => {
    const view = await viewFor('fine-tune', fleets.thin, tune(18, 0.5, 0.5));
    // 20 × 18 / (23 × 20) = 78%.
    expect(view.verdict.headline).toBe('Threads run out before CPU. Thin grows by VMs only: add 3 VMs.');
  });

  it('scales out until threads, CPU and load average are below: 0.95 on 9 VMs needs 11', async () => {
    const view = await viewFor('fine-tune', nine, tune(45, 0.95, 3));
    // 9 × 0.95 = 8.55: 10 VMs have 0.855, 11 have 0.777.
    expect(view.verdict.headline).toBe('Scale out: add 2 VMs or cores.');
  });

  it('says of a fleet short of CPU that threads will not help', async () => {
    const view = await viewFor('fine-tune', nine, tune(10, 0.95, 3));
    expect(view.verdict.headline).toBe(
      'CPU-bound. More threads will not help; add cores or 2 VMs, or lower threads.',
    );
    expect(view.verdict.state).toBe('short');
  });

  it('shrinks to what keeps all three below with one VM lost: 5 of 9 VMs', async () => {
    const view = await viewFor('fine-tune', nine, tune(10, 0.3, 1));
    // On 4 of 5: 22.5 requests of 41.6, CPU 0.675, load 2.25; on 3 of 4 CPU would be 0.9.
    expect(view.verdict.headline).toBe(
      'Room to shrink: 5 VMs would keep p95 below its limits with one VM lost. Remove one at a time.',
    );
    expect(findingIn(view, 'remedy')?.text).toContain('208 of 400 with one VM lost');
  });

  it('has no VM to spare where one less would pass a limit', async () => {
    const view = await viewFor('fine-tune', { ...nine, vms: 3 }, tune(35, 0.6, 2));
    expect(view.verdict.headline).toBe('Within its limits, and no VM to spare.');
  });

  it('asks for what is missing before it judges', async () => {
    const none = await viewFor('fine-tune', nine);
    expect(none.verdict.headline).toBe('Enter what you measured, and see what to change.');
    const half = await viewFor('fine-tune', nine, tune(45, null, null));
    expect(half.verdict.headline).toContain('CPU user or the load average tells');
    const other = await viewFor('fine-tune', nine, tune(null, 0.9, null));
    expect(other.verdict.headline).toContain('Outstanding requests tell');
  });

  it('says of half an answer what it tells', async () => {
    const headline = async (shared: Inputs) => (await viewFor('fine-tune', nine, shared)).verdict.headline;
    expect(await headline(tune(45, null, null))).toContain('Threads are near their limit.');
    expect(await headline(tune(10, null, null))).toContain('Threads are clear of their limit.');
    expect(await headline(tune(null, 0.9, null))).toContain('Cores are over their limit.');
    expect(await headline(tune(null, 0.3, null))).toContain('Cores are within their limits.');
  });

  it('sets each value against its limit, good below it and bad at it', async () => {
    const figures = async (shared: Inputs) =>
      (await viewFor('fine-tune', nine, shared)).verdict.keyFigures.map(({ cell }) => [
        cell.text,
        cell.note,
        cell.tone,
      ]);
    // 45 of 52 are 86.5%, 10 of 52 are 19.2%.
    expect(await figures(tune(45, 0.84, 3.9))).toEqual([
      ['87%', '45 of 52', 'bad'],
      ['84%', 'limit 85%', 'good'],
      ['3.9', 'limit 4', 'good'],
    ]);
    expect(await figures(tune(10, 0.85, 4))).toEqual([
      ['19%', '10 of 52', 'good'],
      ['85%', 'limit 85%', 'bad'],
      ['4', 'limit 4', 'bad'],
    ]);
  });

  it('says what was measured of what there is, or what to measure', async () => {
    const said = async (shared: Inputs) =>
      plainText((await viewFor('fine-tune', nine, shared)).verdict.paragraph);
    expect(await said(tune(45, 0.5, 2))).toBe(
      'Measured: 45 of 52 threads on a VM, CPU user 50% of at most 85%, load average 2 of 4 cores.',
    );
    expect(await said(tune(null, 0.5, null))).toBe('Measured: CPU user 50% of at most 85%.');
    expect(await said(tune(45, null, null))).toBe('Measured: 45 of 52 threads on a VM.');
    expect(await said(tune(null, null, null))).toBe(
      'On each VM of option B: outstanding requests clear of 52, CPU user below 0.85 and load average below 4.',
    );
  });

  it('advises lower threads only to Puma above the guide’s least of 10', async () => {
    const headline = async (fleet: Inputs, shared: Inputs) =>
      (await viewFor('fine-tune', fleet, shared)).verdict.headline;
    // 20 × 0.9 = 18: 21 VMs have 0.857, 22 have 0.818. 9 × 0.95 = 8.55: 11 VMs have 0.777.
    expect(await headline(fleets.thin, tune(15, 0.9, 0.5))).toBe(
      'CPU-bound. More threads will not help; add cores or 2 VMs.',
    );
    expect(await headline({ ...nine, threadsPerWorker: 10 }, tune(5, 0.95, 3))).toBe(
      'CPU-bound. More threads will not help; add cores or 2 VMs.',
    );
  });

  it('takes a series in place of single values: p50, p95 and maximum by nearest rank', async () => {
    const samples = csv(
      'time,outstanding,cpu_user,load_avg',
      ...Array.from({ length: 20 }, (_, i) => `${i},${2 * (i + 1)},0.${30 + i},1.5`),
    );
    const view = await viewFor('fine-tune', nine, tune(52, 0.99, 9), samples);
    // 2 to 40 in steps of 2: the 10th, 19th and 20th of 20.
    expect(rowOf(tableIn(view, 'readings'), 'outstanding')).toMatchObject({
      p50: '20',
      p95: '38',
      max: '40',
      share: '0%',
      count: '20',
    });
    expect(view.verdict.stateText).toBe(belowWithin);
    expect(chartIn(view, 'quadrant').series[0]?.data).toHaveLength(20);
  });

  it('names what each quadrant asks for, on its side of both lines', async () => {
    const chart = chartIn(await viewFor('fine-tune', nine, tune(48, 0.6, 2.4)), 'quadrant');
    // Near from 80 % of the threads on; cores over from 100 % of their limit on.
    const side = ({ fromX, toX, y }: { fromX: number; toX: number; y: number }) =>
      `${fromX >= 0.8 ? 'near' : toX <= 0.8 ? 'below' : 'both'}, ${y > 1 ? 'over' : 'within'}`;
    expect(chart.areas?.map((area) => [area.text, side(area)])).toEqual([
      ['More cores or VMs', 'below, over'],
      ['Scale out', 'near, over'],
      ['Room to shrink', 'below, within'],
      ['Raise threads', 'near, within'],
    ]);
    // Thin grows by VMs only.
    const thin = chartIn(await viewFor('fine-tune', fleets.thin, tune(18, 0.4, 0.4)), 'quadrant');
    expect(thin.areas?.at(-1)?.text).toBe('Add VMs');
  });

  it('tells the share of samples near the limit', async () => {
    const samples = csv('outstanding', ...Array.from({ length: 10 }, (_, i) => String(i < 3 ? 50 : 10)));
    const table = tableIn(await viewFor('fine-tune', nine, {}, samples), 'readings');
    expect(rowOf(table, 'outstanding').share).toBe('30%');
  });

  it('prefers the metric that works where a file has both, and warns where it has only the gauge', async () => {
    const both = csv('cc.requests.outstanding.gauge,cc_requests_outstanding_total', '50,10', '52,12');
    const view = await viewFor('fine-tune', nine, tune(null, 0.3, null), both);
    expect(view.verdict.stateText).toBe(belowWithin);
    expect(findingIn(view, 'gauge-left-out')).toBeDefined();
    const gauge = await viewFor('fine-tune', nine, {}, csv('cc.requests.outstanding.gauge', '50'));
    expect(findingIn(gauge, 'gauge')?.title).toBe('The gauge does not work correctly with Puma');
  });

  it('takes columns of one metric as samples of several VMs', async () => {
    const samples = csv(
      '"cc_requests_outstanding_total{instance=""api/0"",job=""cc""}","cc_requests_outstanding_total{instance=""api/1""}"',
      '10,20',
      '30,40',
    );
    const table = tableIn(await viewFor('fine-tune', nine, {}, samples), 'readings');
    expect(rowOf(table, 'outstanding')).toMatchObject({ p50: '20', max: '40', count: '4' });
  });

  it('offers a sample that it can read itself', async () => {
    const field = cloudController.views.find((view) => view.id === 'fine-tune')?.attachments[0];
    const study = await cloudController.study('fine-tune');
    const view = study?.evaluate(planWith(nine), 'B', { samples: field?.sample ?? '' });
    // Up to 47 of 52 threads, 61% CPU, a load of 2.8 on 4 cores.
    expect(view?.verdict.stateText).toBe(nearWithin);
  });
});
