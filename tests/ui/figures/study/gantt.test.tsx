import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { ganttLayout, meanBusyShare } from '../../../../src/ui/figures/gantt/gantt-layout.ts';
import { nearestThinBar } from '../../../../src/ui/figures/gantt/thin-bars.tsx';
import { timeTicks } from '../../../../src/ui/figures/gantt/time-ticks.ts';
import { GanttChart } from '../../../../src/ui/figures/gantt.tsx';
import { schedule } from './sample-figures.ts';

const crowd = {
  ...schedule,
  lanes: Array.from({ length: 41 }, (_, i) => `Worker ${i + 1}`),
};

describe('timeTicks', () => {
  it('counts in steps that people count time in', () => {
    expect(timeTicks(144, 10)).toEqual([0, 15, 30, 45, 60, 75, 90, 105, 120, 135]);
    expect(timeTicks(365, 5)).toEqual([0, 120, 240, 360]);
    expect(timeTicks(6000, 7)).toEqual([0, 900, 1800, 2700, 3600, 4500, 5400]);
  });

  it('stays short for weeks and for less than a second', () => {
    expect(timeTicks(0.4, 6)).toEqual([0]);
    expect(timeTicks(30 * 86_400, 6).length).toBeLessThanOrEqual(7);
    expect(timeTicks(0, 6)).toEqual([0]);
  });
});

describe('meanBusyShare', () => {
  it('is the busy lanes’ time of all lanes’ time', () => {
    // Two lanes for 10 s and one for 50 s, of 2 × 60 s.
    expect(meanBusyShare(schedule)).toBeCloseTo(70 / 120, 12);
  });
});

describe('ganttLayout', () => {
  const layout = ganttLayout(schedule, 800);
  const named = (label: string) => layout.bars.find((b) => b.bar.label === label);

  it('draws time to scale, each bar on its lane', () => {
    const server = named('server');
    const net = named('net');
    expect(server?.width).toBeCloseTo(4 * (net?.width ?? 0), 6);
    expect(net?.x).toBe(layout.plotLeft);
    expect((server?.x ?? 0) + (server?.width ?? 0)).toBeCloseTo(layout.plotRight, 6);
    expect(named('port')?.y).toBeGreaterThan(net?.y ?? 0);
    expect(named('server')?.y).toBe(net?.y);
  });

  it('writes names into bars of more than 60 px and into no other', () => {
    expect(named('server')?.label).toBe('server');
    const narrow = ganttLayout(schedule, 320);
    for (const bar of narrow.bars) expect(bar.label !== '').toBe(bar.width > 60);
    expect(narrow.bars.some((bar) => bar.label === '')).toBe(true);
  });

  it('gives the same type the same texture', () => {
    const twice = ganttLayout(
      { ...schedule, bars: schedule.bars.map((b) => ({ ...b, type: 'OS::Heat::Value' })) },
      800,
    );
    expect(new Set(twice.bars.map((b) => b.type)).size).toBe(1);
    expect(new Set(layout.bars.map((b) => b.type)).size).toBe(4);
  });

  it('draws up to 40 lanes, and more as one area with the longest chain', () => {
    expect(layout.isAggregated).toBe(false);
    const many = ganttLayout(crowd, 800);
    expect(many.isAggregated).toBe(true);
    expect(many.lanes).toHaveLength(1);
    expect(many.bars.map((b) => b.bar.label)).toEqual(['net', 'port', 'server']);
  });
});

describe('nearestThinBar', () => {
  // A bar of 50 px, and two lines a pixel and a half wide at 60 and 64 px, with a third one on the lane below.
  const [bar] = ganttLayout(schedule, 800).bars;
  if (!bar) throw new Error('The sample has no bar.');
  const at = (x: number, y: number, width: number) => ({ ...bar, x, y, width });
  const bars = [at(0, 0, 50), at(60, 0, 1.5), at(64, 0, 1.5), at(61, 20, 1.5)];

  it.each([
    [61, 5, 1],
    [62.7, 5, 1],
    [62.8, 5, 2],
    [900, 18, 2],
    [61, 20, 3],
    [61, 38.5, undefined],
  ])('at %d, %d px is %s', (x, y, expected) => {
    expect(nearestThinBar(bars, 18, x, y)).toBe(expected);
  });
});

describe('GanttChart', () => {
  it('draws bars too thin to be told apart as one shape for each look, and points at each of them', () => {
    const [first] = schedule.bars;
    if (!first) throw new Error('The sample has no bar.');
    const figure = {
      ...schedule,
      endSeconds: 1000,
      bars: Array.from({ length: 1000 }, (_, at) => ({
        ...first,
        label: `r${at}`,
        type: `T${at % 3}`,
        startSeconds: at,
        endSeconds: at + 1,
      })),
    };
    const { container } = render(<GanttChart figure={figure} />);
    const shapes = container.querySelectorAll('path[data-critical]');
    expect(shapes).toHaveLength(3);
    const [shape] = shapes;
    if (!shape) throw new Error('Nothing is drawn.');
    expect(shape.getAttribute('d')?.match(/M/g)).toHaveLength(334);
    const { plotLeft, plotRight, bars } = ganttLayout(figure, 340);
    const middle = (plotLeft + plotRight) / 2;
    fireEvent.pointerMove(shape, { clientX: middle, clientY: (bars[0]?.y ?? 0) + 1 });
    expect(screen.getByText(/^r(499|500|497|498|501) \(T\d\)/)).toBeInTheDocument();
  });

  it('says the utilisation and writes times as m:ss', () => {
    render(<GanttChart figure={schedule} />);
    expect(screen.getByText('58% busy on average')).toBeInTheDocument();
    expect(screen.getByText('1:00')).toBeInTheDocument();
  });

  it('reads bars in the order of time, and those of the lane below', () => {
    render(<GanttChart figure={schedule} />);
    const drawing = screen.getByRole('application');
    fireEvent.keyDown(drawing, { key: 'Home' });
    expect(
      screen.getByText('net (OS::Neutron::Net), Worker 1: 0:00 to 0:10, on the longest chain.'),
    ).toBeInTheDocument();
    fireEvent.keyDown(drawing, { key: 'ArrowDown' });
    expect(screen.getByText('volume (OS::Cinder::Volume), Worker 2: 0:00 to 0:10.')).toBeInTheDocument();
    fireEvent.keyDown(drawing, { key: 'ArrowRight' });
    expect(screen.getByText(/^port /)).toBeInTheDocument();
    fireEvent.keyDown(drawing, { key: 'End' });
    expect(screen.getByText(/^server .*0:20 to 1:00/)).toBeInTheDocument();
  });

  it('shows tenths of a second, where bars differ by less than a second', () => {
    const [first] = schedule.bars;
    if (!first) throw new Error('The sample has no bar.');
    const figure = { ...schedule, bars: [{ ...first, startSeconds: 0.4, endSeconds: 1.2 }] };
    render(<GanttChart figure={figure} />);
    fireEvent.keyDown(screen.getByRole('application'), { key: 'Home' });
    expect(screen.getByText(/0:00\.4 to 0:01\.2/)).toBeInTheDocument();
  });

  it('has every bar in its table, also when lanes are one area', async () => {
    render(<GanttChart figure={crowd} />);
    await userEvent.click(screen.getByRole('button', { name: 'Show as table' }));
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
    expect(rows).toHaveLength(4);
    expect(rows[0]).toHaveTextContent('net');
  });
});
