import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { chartIn } from '../views.ts';
import { four, solveFor } from './solve-for.ts';

const chartFor = async (shared: Inputs) => chartIn(await solveFor(shared), 'front');

describe('frontChart', () => {
  it('draws settings at one place once, named after the best of them, and fills what nothing beats', async () => {
    const { series } = await chartFor(four);
    const look = { shape: 'dots', marker: 'circle' };
    expect(series).toEqual([
      {
        id: 'front-0',
        label: '4 vCPU, on the front',
        ...look,
        filled: true,
        data: [{ x: 24, y: 6, label: '6 × 4 × 20' }],
      },
      {
        id: 'others-0',
        label: '4 vCPU',
        ...look,
        filled: false,
        // 7 × 4 × 19 is there too, with more connections.
        data: [{ x: 28, y: 7, label: '7 × 4 × 18' }],
      },
    ]);
  });

  it('names a place on the front after the best of the settings there', async () => {
    const label = async (solveGoal: string) => {
      const { series } = await chartFor({ solveSizes: '8', solveGoal });
      const front = series.find(({ id }) => id === 'front-0');
      return front?.shape === 'dots' ? front.data.map((dot) => dot.label) : [];
    };
    // Four VMs with 8 × 17 to 8 × 20, and with 7 × 20 in less memory.
    expect(await label('vcpu')).toEqual(['4 × 7 × 20']);
    expect(await label('reserve')).toEqual(['4 × 8 × 17']);
  });

  it('has axes from 0 that hold every dot and every option', async () => {
    const { marks, x, y } = await chartFor(four);
    // The option has 36 vCPU, today 20 VMs; 8% more.
    expect(x).toEqual({ label: 'Total vCPU', format: 'number', scale: 'linear', min: 0, max: 39 });
    expect(y).toEqual({ label: 'API VMs', format: 'number', scale: 'linear', min: 0, max: 22 });
    expect(marks).toEqual([]);
  });

  it.each([
    ['vcpu', 'Total vCPU', [20, 36]],
    ['vms', 'API VMs', [20, 9]],
    ['memory', 'Total memory (GiB)', [80, 144]],
    ['connections', 'DB connections', [540, 657]],
    ['loss', 'Requests lost with one VM', [20, 52]],
  ])('puts the options where they are by %s', async (solveX, label, xs) => {
    const { places, x } = await chartFor({ ...four, solveX, solveY: solveX === 'vms' ? 'vcpu' : 'vms' });
    expect(x.label).toBe(label);
    expect(places.map((place) => place.x)).toEqual(xs);
    expect(places.map(({ letter, text }) => [letter, text])).toEqual([
      ['A', undefined],
      ['B', 'you are here'],
    ]);
  });

  it('has no place for options in cost or times, which Size does not reckon', async () => {
    const priced = await chartFor({ ...four, solveSizes: '4:16:0.2', solveX: 'cost' });
    expect([priced.x.label, priced.places]).toEqual(['Cost, as priced', []]);
    const timed = await chartFor({ ...four, solveServiceMs: 100, solveRate: 10, solveY: 'p95' });
    expect([timed.y.label, timed.places]).toEqual(['p95 response (ms)', []]);
  });

  it('joins the front over two criteria by a line, in the order of the first', async () => {
    const two = await chartFor({ solveSizes: '2, 4, 8', solveX: 'vms', solveY: 'vcpu' });
    expect(two.series.at(-1)).toEqual({
      id: 'front-line',
      label: 'Front',
      shape: 'step',
      data: [
        { x: 4, y: 32 },
        { x: 6, y: 24 },
        { x: 11, y: 22 },
      ],
    });
    expect(two.subtitle).toBe(
      '3 places that nothing beats in VMs and total vCPU: 11 × 2 vCPU, 6 × 4 vCPU, 4 × 8 vCPU.',
    );
    const three = await chartFor({ solveSizes: '2, 4, 8', solveZ: 'loss' });
    expect(three.series.map(({ id }) => id)).not.toContain('front-line');
    expect(three.subtitle).toContain(' in total vCPU, VMs, requests lost with one VM: ');
    // One place needs no line.
    expect((await chartFor(four)).subtitle).toBe(
      '1 place that nothing beats in total vCPU and VMs: 6 × 4 vCPU.',
    );
  });

  it('gives up to four sizes a shape each, and of more the fourth and all above share one', async () => {
    const shapes = async (solveSizes: string, solveGoal = 'vcpu') =>
      (await chartFor({ ...four, solveSizes, solveGoal })).series.flatMap((one) =>
        one.shape === 'dots' ? [[one.label.replace(', on the front', ''), one.marker].join(' ')] : [],
      );
    expect(new Set(await shapes('8, 1, 4, 2'))).toEqual(
      new Set(['1 vCPU circle', '2 vCPU square', '4 vCPU triangle', '8 vCPU diamond']),
    );
    // The order of sizes counts, not that of the goal, by which eight cores come first here.
    expect(new Set(await shapes('2, 4, 8', 'vms'))).toEqual(
      new Set(['2 vCPU circle', '4 vCPU square', '8 vCPU triangle']),
    );
    expect(new Set(await shapes('16, 1, 2, 4, 8', 'vms'))).toEqual(
      new Set(['1 vCPU circle', '2 vCPU square', '4 vCPU triangle', '8, 16 vCPU diamond']),
    );
  });

  it('draws 400 dots at most, those on the front first, and says how many settings they stand for', async () => {
    const many = {
      solveSizes: '20',
      solveSpare: 'any',
      solveLeastThreads: 1,
      solveMostThreads: 40,
      solveX: 'connections',
      solveY: 'memory',
      solveGoal: 'reserve',
    };
    const { series, subtitle } = await chartFor(many);
    const dots = series.filter(({ shape }) => shape === 'dots');
    expect(dots.reduce((sum, { data }) => sum + data.length, 0)).toBe(400);
    expect(subtitle).toMatch(/ Drawn: the 500 best of 760\.$/);
    const line = series.find(({ id }) => id === 'front-line');
    expect(dots.find(({ id }) => id === 'front-0')?.data).toHaveLength(line?.data.length ?? 0);
  });

  it('names four kinds of fleets on the front, and counts the others', async () => {
    // By VMs and lost requests each count of workers is its own fleet.
    const wide = { solveSizes: '2, 4, 6, 8, 10, 12', solveSpare: 'no', solveLeastThreads: 20 };
    const { subtitle } = await chartFor({ ...wide, solveX: 'vms', solveY: 'loss' });
    // ⌈400 / 20w⌉ + 1 VMs: 11, 6, 5, 4, 3 and 3 of 240, which 3 of 200 beat.
    expect(subtitle).toBe(
      '5 places that nothing beats in VMs and requests lost with one VM: 11 × 2 vCPU, 6 × 4 vCPU, 5 × 6 vCPU, 4 × 8 vCPU and 1 other.',
    );
    const all = await chartFor({ ...wide, solveSizes: '2, 4, 6, 8', solveX: 'vms', solveY: 'loss' });
    expect(all.subtitle).toMatch(/: 11 × 2 vCPU, 6 × 4 vCPU, 5 × 6 vCPU, 4 × 8 vCPU\.$/);
  });
});
