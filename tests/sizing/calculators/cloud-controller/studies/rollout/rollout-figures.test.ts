import { describe, expect, it } from 'vitest';
import type { Rollout } from '../../../../../../src/sizing/calculators/cloud-controller/studies/rollout/lanes.ts';
import {
  oneDeploy,
  twoDeploys,
  wayBackLane,
} from '../../../../../../src/sizing/calculators/cloud-controller/studies/rollout/lanes.ts';
import {
  hoursText,
  rolloutChart,
} from '../../../../../../src/sizing/calculators/cloud-controller/studies/rollout/rollout-figures.ts';
import type { Series, XyChart } from '../../../../../../src/sizing/core/figure.ts';
import { tableIn } from '../views.ts';
import { guideRollout, puma } from './kinds.ts';
import { rolloutFor } from './rollout-for.ts';

/** Three Thin VMs to two of profile 3, with rounds of two minutes. */
const small: Rollout = {
  ...guideRollout,
  thinVms: 3,
  newVms: 2,
  bridgeVms: 3,
  load: 60,
  pace: { maxInFlight: 1, canaries: 0, zones: 1, drainMinutes: 1, rebuildMinutes: 1 },
};

function seriesIn(chart: XyChart, id: string): Series {
  const found = chart.series.find((series) => series.id === id);
  if (!found) throw new Error(`There is no series ${id}.`);
  return found;
}

describe('rolloutChart', () => {
  it('holds each level to a second before the next, from ten minutes of today’s fleet on', () => {
    const chart = rolloutChart([oneDeploy(small)], small);
    expect(seriesIn(chart, 'one')).toEqual({
      id: 'one',
      label: 'One deploy',
      shape: 'line',
      data: [
        { x: 0, y: 60 },
        // One VM deleted in a minute; then both are rebuilt, one after the other, in two minutes each.
        { x: 599, y: 60 },
        { x: 600, y: 40 },
        { x: 659, y: 40 },
        { x: 660, y: 20 },
        { x: 779, y: 20 },
        { x: 780, y: 52 },
        { x: 899, y: 52 },
        { x: 900, y: 104 },
        { x: 960, y: 104 },
      ],
    });
    expect(seriesIn(chart, 'lowest')).toEqual({
      id: 'lowest',
      label: 'Lowest point',
      shape: 'dots',
      marker: 'diamond',
      filled: true,
      data: [{ x: 660, y: 20, label: '20' }],
    });
  });

  it('starts axes at 0 and leaves room for the last minute and a tenth above the most', () => {
    const { x, y } = rolloutChart([oneDeploy(small)], small);
    expect(x).toEqual({
      label: 'Minutes, the first deploy from 10',
      scale: 'linear',
      min: 0,
      max: 960,
      format: 'minutes',
    });
    // 104 × 1.1 = 114.4.
    expect(y).toEqual({ label: 'Requests carried', scale: 'linear', min: 0, max: 115, format: 'number' });
    // A load above all that is carried: 125 × 1.1 = 137.5.
    expect(rolloutChart([oneDeploy(small)], { ...small, load: 125 }).y.max).toBe(138);
  });

  it('draws the ways there but not the way back, and the load as a line', () => {
    const lanes = [oneDeploy(small), twoDeploys(small), wayBackLane(small)];
    const chart = rolloutChart(lanes, small);
    expect(chart.series.map(({ id }) => id)).toEqual(['one', 'two', 'lowest']);
    expect(chart.subtitle).toMatch(/^Lowest point: one deploy 20, two deploys 40; 60 must be carried\./);
    expect(chart.marks).toEqual([{ axis: 'y', at: 60, label: 'Load 60', tone: 'load' }]);
    expect(chart.places).toEqual([]);
  });

  it('lets what happens at one moment stand as it ends', () => {
    const atOnce = { ...small, pace: { ...small.pace, drainMinutes: 0, rebuildMinutes: 0 } };
    const chart = rolloutChart([oneDeploy(atOnce)], atOnce);
    expect(seriesIn(chart, 'one').data).toEqual([
      { x: 0, y: 60 },
      { x: 599, y: 60 },
      { x: 600, y: 104 },
      { x: 660, y: 104 },
    ]);
    expect(seriesIn(chart, 'lowest').data).toEqual([{ x: 600, y: 20, label: '20' }]);
  });

  it('needs no point to hold a level that does not change, or that lasts a second', () => {
    const data = (rollout: Rollout) => seriesIn(rolloutChart([oneDeploy(rollout)], rollout), 'one').data;
    // Puma VMs that carry what Thin ones do: one of three is out all the time, in three rounds of two minutes.
    const same = { ...small, newVms: 3, puma: { ...puma, requests: 20 } };
    expect(data(same)).toEqual([
      { x: 0, y: 60 },
      { x: 599, y: 60 },
      { x: 600, y: 40 },
      { x: 720, y: 40 },
      { x: 840, y: 40 },
      { x: 959, y: 40 },
      { x: 960, y: 60 },
      { x: 1020, y: 60 },
    ]);
    const second = { ...small.pace, drainMinutes: 0, rebuildMinutes: 1 / 60 };
    // Two rounds of a second; the surplus is gone at once.
    expect(data({ ...small, pace: second }).map(({ x }) => x)).toEqual([0, 599, 600, 601, 602, 662]);
  });

  it('draws each of up to 60 moments of a step, of more every other one', () => {
    const points = (vms: number, requests: number) => {
      const rollout = { ...small, thinVms: vms, newVms: vms, puma: { ...puma, requests } };
      return seriesIn(rolloutChart([oneDeploy(rollout)], rollout), 'one').data.length;
    };
    // Today, two points for each of 60 moments (59 rounds and the end), the end of the line.
    expect(points(59, 52)).toBe(1 + 2 * 60 + 1);
    // Of 61 moments the 1st, 3rd … 61st.
    expect(points(60, 52)).toBe(1 + 2 * 31 + 1);
    // Of 62 the 1st, 3rd … 61st and the last.
    expect(points(61, 52)).toBe(1 + 2 * 32 + 1);
    // The lowest is drawn wherever it is: in the last of 60 rounds 59 VMs carry 10 each.
    expect(points(60, 10)).toBe(1 + 2 * 32 + 1);
  });
});

describe('stepsTable', () => {
  const table = async (shared = {}, way = 'two') => tableIn(await rolloutFor(shared), `steps-${way}`);

  it('tells of each step what it leaves, takes and how long it lasts', async () => {
    const { rows } = await table();
    expect(rows.map(({ id }) => id)).toEqual([
      'two Before 0',
      'two Puma on 0',
      'two Puma on 1',
      'two Scale in 0',
    ]);
    const plain = (value: number, text = String(value)) => ({ text, value });
    // 19 VMs of 20 threads beside the canary: 19 + 4 vCPU, 4 × 19 + 16 GiB, 27 × 19 + 73 connections.
    expect(rows[1]).toEqual({
      id: 'two Puma on 0',
      isMarked: true,
      cells: [
        { text: 'Canary to Puma', value: null },
        { text: 'Puma on', value: null },
        { text: '380', value: 380, tone: 'bad' },
        plain(432),
        plain(19),
        plain(1),
        plain(23),
        plain(92),
        plain(586),
        plain(11),
      ],
    });
    expect(rows.map(({ isMarked }) => isMarked)).toEqual([false, true, false, false]);
  });

  it('marks no step where all carry the load, and only the lowest where several fall short', async () => {
    const marks = async (shared: object, way: string) =>
      (await table(shared, way)).rows.map(({ isMarked }) => isMarked);
    expect(await marks({ rolloutBridge: 21 }, 'two')).toEqual([false, false, false, false, false]);
    // 180 after the deletion, 160 while the canary is rebuilt, then 192.
    expect(await marks({}, 'one')).toEqual([false, false, true, false]);
    const tones = (await table({}, 'one')).rows.map(({ cells }) => cells[2]?.tone);
    expect(tones).toEqual([undefined, 'bad', 'bad', 'bad']);
  });

  it('shows as bad what passes the quota or the database, not what fills them', async () => {
    const tones = async (shared: object) =>
      (await table(shared)).rows.map(({ cells }) => [6, 7, 8].map((at) => cells[at]?.tone ?? ''));
    const fine = ['', '', ''];
    const bad = ['bad', 'bad', 'bad'];
    // At most 80 vCPU, 320 GiB and 1,460 connections, once all 20 VMs run Puma and until the surplus is gone.
    expect(await tones({ rolloutMaxVcpus: 80, rolloutMaxMemory: 320, connectionsFree: 1460 })).toEqual([
      fine,
      fine,
      fine,
      fine,
    ]);
    expect(await tones({ rolloutMaxVcpus: 79, rolloutMaxMemory: 319, connectionsFree: 1459 })).toEqual([
      fine,
      fine,
      bad,
      bad,
    ]);
    expect(await tones({})).toEqual([fine, fine, fine, fine]);
  });

  it('has columns of numbers but for the step and its deploy, in the order of the deploys', async () => {
    const { columns, isSortable, title } = await table();
    expect(columns.map(({ id, isNumber }) => [id, isNumber])).toEqual([
      ['step', false],
      ['deploy', false],
      ['lowest', true],
      ['after', true],
      ['thin', true],
      ['puma', true],
      ['vcpu', true],
      ['memory', true],
      ['connections', true],
      ['minutes', true],
    ]);
    expect(isSortable).toBe(false);
    expect(title).toBe('What happens in two deploys?');
    expect((await table({}, 'back')).title).toBe('What happens on the way back?');
  });
});

describe('hoursText', () => {
  it.each([
    [0, '0 minutes'],
    [1, '1 minute'],
    [59.4, '59 minutes'],
    [59.5, '1 h'],
    [60, '1 h'],
    [61, '1 h 1 min'],
    [226, '3 h 46 min'],
    [60_120, '1,002 h'],
  ])('says %d minutes as %s', (minutes, text) => {
    expect(hoursText(minutes)).toBe(text);
  });
});
