import { describe, expect, it } from 'vitest';
import { cloudController } from '../../../../../src/sizing/calculators/cloud-controller/index.ts';
import type { Inputs } from '../../../../../src/sizing/core/plan.ts';
import type { StudyView } from '../../../../../src/sizing/core/study.ts';
import { findingsFor, fleets } from '../plans.ts';
import { peak } from './peak.ts';
import { rolloutFor } from './rollout/rollout-for.ts';
import { chartIn, findingIn, rowOf, tableIn } from './views.ts';

type Way = 'one' | 'two' | 'back';

/** The rows of one way: step, lowest capacity and what is taken. */
function stepsOf(view: StudyView, way: Way): readonly Readonly<Record<string, string>>[] {
  const table = tableIn(view, `steps-${way}`);
  return table.rows.map((row) => rowOf(table, row.id));
}

function lowestOf(view: StudyView, way: Way): number {
  return Math.min(...stepsOf(view, way).map((row) => Number((row.lowest ?? '').replace(',', ''))));
}

function runbookOf(view: StudyView): string {
  const [document] = view.exports;
  if (document?.content.kind !== 'text') throw new Error('There is no runbook.');
  return document.content.text;
}

describe('study', () => {
  it('falls to 180 and then 160 in one deploy, and to 380 in two', async () => {
    const view = await rolloutFor();
    expect(stepsOf(view, 'one').map((row) => [row.step, row.lowest])).toEqual([
      ['Today', '400'],
      ['11 surplus Thin VMs deleted', '180'],
      ['Canary to Puma', '160'],
      // One of nine runs Puma: 52 + 7 × 20.
      ['Others to Puma, 1 at a time', '192'],
    ]);
    expect(lowestOf(view, 'one')).toBe(160);
    expect(lowestOf(view, 'two')).toBe(380);
    expect(view.verdict.headline).toBe('Two deploys keep at least 380 of 400 requests.');
  });

  it('takes 80 vCPU and 320 GiB between the deploys', async () => {
    const view = await rolloutFor();
    expect(view.verdict.keyFigures.map(({ cell }) => cell.value)).toEqual([380, 80, 320, 1460]);
    const scaleIn = stepsOf(view, 'two').at(-1);
    expect(scaleIn).toMatchObject({ lowest: '468', after: '468', thin: '0', puma: '9' });
  });

  it('takes longer the more VMs drain: 20 rounds of 6 and 5 minutes, and 6 for the surplus', async () => {
    const rows = stepsOf(await rolloutFor(), 'two');
    expect(rows.map((row) => row.minutes)).toEqual(['0', '11', '209', '6']);
    const quick = stepsOf(await rolloutFor({ rolloutDrainMinutes: 1, rolloutRebuildMinutes: 2 }), 'two');
    expect(quick.map((row) => row.minutes)).toEqual(['0', '3', '57', '1']);
  });

  it('updates several at once within a zone: 3 at once of 7, 7 and 6 VMs in 3 + 3 + 2 rounds', async () => {
    const view = await rolloutFor({ maxInFlight: 3, rolloutCanaries: 0 });
    const [, update] = stepsOf(view, 'two');
    // 17 of 20 VMs are left at first; 8 rounds of 11 minutes.
    expect(update).toMatchObject({ lowest: '340', minutes: '88' });
  });

  it('is lowest at the end where a Puma VM carries less than a Thin one', async () => {
    const small = { vcpusPerVm: 1, vms: 10, threadsPerWorker: 10 };
    const view = await rolloutFor({}, small);
    // 19 × 10 while the last of 20 is being rebuilt; then 10 × 10.
    expect(stepsOf(view, 'two').map((row) => row.lowest)).toEqual(['400', '380', '190', '100']);
  });

  it('needs ⌈220 / 20⌉ + 1 = 12 VMs in between for an observed peak of 220', async () => {
    const finding = findingIn(await rolloutFor(peak(220)), 'smaller-bridge');
    expect(finding?.title).toBe('12 VMs in between are enough');
    expect(finding?.fix?.edit).toEqual({ kind: 'set', inputs: { rolloutBridge: 12 } });
    const bridged = await rolloutFor({ ...peak(220), rolloutBridge: 12 });
    expect(lowestOf(bridged, 'two')).toBe(220);
    expect(bridged.verdict.keyFigures.map(({ cell }) => cell.value)).toEqual([220, 48, 192, 876]);
    expect(bridged.verdict.state).toBe('meets');
    expect(runbookOf(bridged)).toContain('set it to 12 for the time in between');
  });

  it('needs 21 VMs in between to carry 400 all the time: one more Thin VM first', async () => {
    const fix = findingIn(await rolloutFor(), 'lowest')?.fix;
    expect(fix?.edit).toEqual({ kind: 'set', inputs: { rolloutBridge: 21 } });
    const view = await rolloutFor({ rolloutBridge: 21 });
    expect(lowestOf(view, 'two')).toBe(400);
    expect(findingIn(view, 'lowest')).toBeUndefined();
  });

  it('reckons growth as not yet there: today’s load is what the rollout must carry', async () => {
    const view = await rolloutFor({ growthPercent: 50 });
    expect(view.verdict.headline).toBe('Two deploys keep at least 380 of 400 requests.');
  });

  it('stops at the quota, the memory and the database, and says by how much', async () => {
    const view = await rolloutFor({ rolloutMaxVcpus: 60, rolloutMaxMemory: 300, connectionsFree: 800 });
    expect(findingIn(view, 'quota-vcpu')?.title).toBe('The rollout takes 80 vCPU, 20 more than there are');
    expect(findingIn(view, 'quota-memory')?.title).toBe('The rollout takes 320 GiB, 20 more than there are');
    expect(findingIn(view, 'quota-connections')?.title).toBe(
      'The rollout takes 1,460 DB connections, 660 more than there are',
    );
    expect(view.verdict.state).toBe('short');
  });

  it('goes back over 20 Puma VMs to 20 on Thin, 380 at the lowest', async () => {
    const rows = stepsOf(await rolloutFor(), 'back');
    expect(rows.map((row) => [row.step, row.after])).toEqual([
      ['After the rollout', '468'],
      ['11 Puma VMs added', '1,040'],
      ['Canary to Thin', '1,008'],
      ['Others to Thin, 1 at a time', '400'],
    ]);
    expect(rows.at(-1)?.lowest).toBe('380');
  });

  it('has no way back where the release has no Thin', async () => {
    const view = await rolloutFor({ capi: '1.223' });
    expect(view.figures.map((figure) => figure.id)).not.toContain('steps-back');
    expect(findingIn(view, 'no-way-back')?.title).toBe('There is no way back to Thin');
  });

  it('needs one deploy only for a fleet that keeps or grows its number of VMs', async () => {
    const view = await rolloutFor({}, { ...fleets.profile3, vms: 22 });
    expect(stepsOf(view, 'one').map((row) => row.step)).toEqual([
      'Today',
      'Canary to Puma',
      'Others to Puma, 1 at a time',
      '2 Puma VMs added',
    ]);
    expect(view.figures.map((figure) => figure.id)).not.toContain('steps-two');
    expect(view.verdict.headline).toBe('One deploy keeps at least 380 of 400 requests.');
  });

  it('draws each way over time, with its lowest point', async () => {
    const chart = chartIn(await rolloutFor(), 'capacity');
    const lowest = chart.series.find((s) => s.id === 'lowest');
    expect(lowest?.data.map((point) => ('y' in point ? point.y : undefined))).toEqual([160, 380]);
    expect(chart.marks).toEqual([{ axis: 'y', at: 400, label: 'Load 400', tone: 'load' }]);
    const ways = chart.series.filter((s) => s.shape === 'line');
    expect(ways.map((s) => s.id)).toEqual(['one', 'two']);
    for (const series of ways) {
      const xs = series.data.map((point) => point.x);
      expect(xs).toEqual(xs.toSorted((a, b) => a - b));
    }
  });

  it('writes a runbook with every step, the guide’s checks and their thresholds, and the way back', async () => {
    const text = runbookOf(await rolloutFor());
    expect(text).toContain('| Puma on | Canary to Puma | 380 (20 short) | 23 | 92 |');
    expect(text).toContain('| cc.requests.outstanding.gauge | clear of 4 × 13 = 52 threads |');
    expect(text).toContain('| system.cpu.user | below 0.85 |');
    expect(text).toContain('| cc.vitals.cpu_load_avg | below 4 cores |');
    expect(text).toContain('1. If step 4 has run: scale out to 20 VMs first, still on Puma.');
    expect(text).toMatch(/^4\. Deploy "1 Puma on" and "2 Scale in" together: 9 VMs stay\.$/m);
  });

  it('says beside the number of VMs in between what it is without one, and which would carry the load', async () => {
    const hint = async (shared: Inputs, option?: Inputs) =>
      (await rolloutFor(shared, option)).hints.rolloutBridge;
    expect(await hint({})).toBe('Empty: 20, as today. 21 carry 400 all the time.');
    expect(await hint(peak(220))).toBe('Empty: 20, as today. 12 carry 220 all the time.');
    // Ten VMs of ten threads carry 100 in the end.
    expect(await hint({}, { vcpusPerVm: 1, vms: 10, threadsPerWorker: 10 })).toBe('Empty: 20, as today.');
  });

  it('has nothing to say of a Thin option', async () => {
    const view = await rolloutFor({}, fleets.thin);
    expect(view.verdict.headline).toBe('There is nothing to roll out for a Thin option.');
    expect(view.verdict.keyFigures).toEqual([{ label: 'Load to carry', cell: { text: '400', value: 400 } }]);
    expect(view.figures).toEqual([]);
  });

  it('is where the advice to scale in second leads', () => {
    const advice = findingsFor(fleets.profile3plus1).find((finding) => finding.id === 'A7');
    expect(advice?.fix).toEqual({ label: 'See rollout', edit: { kind: 'open-view', view: 'rollout' } });
    expect(cloudController.views.map((view) => view.id)).toContain('rollout');
  });

  it('leaves it to Solve what fits a database that no setting of the option fits', () => {
    const advice = findingsFor(fleets.profile3plus1, { connectionsFree: 300 }).find((f) => f.id === 'A5');
    expect(advice?.fix).toEqual({ label: 'Show what fits', edit: { kind: 'open-view', view: 'solve' } });
  });
});
