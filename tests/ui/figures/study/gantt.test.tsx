import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { ganttLayout, meanBusyShare } from '../../../../src/ui/figures/gantt/gantt-layout.ts';
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

describe('GanttChart', () => {
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
