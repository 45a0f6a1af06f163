import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BarChart, PanelChart, XyChart } from '../../../src/sizing/core/figure.ts';
import { ChartFigure } from '../../../src/ui/figures/chart-figure.tsx';

const lines: XyChart = {
  kind: 'xy',
  id: 'response-time',
  title: 'Where does response time climb?',
  subtitle: 'One VM lost.',
  x: { label: 'Requests per second', scale: 'linear', min: 1000, max: 2000, format: 'number' },
  y: { label: 'ms, mean', scale: 'linear', min: 0, max: 800, format: 'number' },
  series: [
    {
      id: 'c',
      label: 'Option C',
      letter: 'C',
      shape: 'line',
      data: [
        { x: 1000, y: 200 },
        { x: 1500, y: 240 },
        { x: 2000, y: 300 },
      ],
    },
    {
      id: 'front',
      label: 'Fewest vCPU',
      shape: 'dots',
      marker: 'square',
      filled: true,
      data: [{ x: 1200, y: 400, label: '6 × 4' }],
    },
  ],
  marks: [{ axis: 'x', at: 1600, label: 'Load 1,600/s', tone: 'load' }],
  places: [{ letter: 'D', x: 1300, y: 500, text: '4 VMs' }],
};

const panels: PanelChart = {
  kind: 'panels',
  id: 'two-limits',
  title: 'Which one fits?',
  subtitle: '',
  panels: [
    { ...lines, id: 'upper', title: 'Minutes' },
    { ...lines, id: 'lower', title: 'Connections' },
  ],
};

const bars: BarChart = {
  kind: 'bars',
  id: 'connections',
  title: 'Who uses the connections?',
  subtitle: '',
  valueLabel: 'Connections',
  categories: ['Pool', 'Overflow'],
  series: [{ letter: 'A', name: 'Today', values: [480, 240] }],
  line: { label: 'Limit', value: 600 },
};

// The charting code is a chunk of its own; its first load in a test takes a while.
const slow = { timeout: 8000 };

describe('ChartFigure', () => {
  it('asks its question and says the answer before the drawing has come', () => {
    render(<ChartFigure chart={lines} />);
    expect(screen.getByRole('heading', { name: 'Where does response time climb?' })).toBeInTheDocument();
    expect(screen.getByText('One VM lost.')).toBeInTheDocument();
  });

  it('draws axis titles, marks, places, dot labels and an end badge', async () => {
    render(<ChartFigure chart={lines} />);
    expect(await screen.findByText('Load 1,600/s', {}, slow)).toBeInTheDocument();
    for (const text of ['Requests per second', 'ms, mean', '4 VMs', '6 × 4', 'C', 'D'])
      expect(screen.getByText(text)).toBeInTheDocument();
  });

  it('draws every panel with its title and the x-axis title once', async () => {
    render(<ChartFigure chart={panels} />);
    expect(await screen.findByRole('heading', { name: 'Connections' }, slow)).toBeInTheDocument();
    await waitFor(() => expect(screen.getAllByText('Requests per second')).toHaveLength(1));
  });

  it('draws bars with their letters, from zero, and the limit', async () => {
    render(<ChartFigure chart={bars} />);
    expect(await screen.findByText('Limit 600', {}, slow)).toBeInTheDocument();
    expect(screen.getAllByText('A', { selector: 'svg *' })).toHaveLength(2);
    expect(screen.getByText('0', { selector: 'svg *' })).toBeInTheDocument();
  });

  it('shows the same numbers as a table on request', async () => {
    render(<ChartFigure chart={lines} />);
    await userEvent.click(screen.getByRole('button', { name: 'Show as table' }));
    const row = within(screen.getByRole('table')).getByRole('row', { name: /^1,500/ });
    expect(row).toHaveTextContent('240');
    await userEvent.click(screen.getByRole('button', { name: 'Hide table' }));
    expect(screen.queryByRole('table')).toBeNull();
  });
});

describe('ChartFigure, saved as CSV', () => {
  const saved: Blob[] = [];
  beforeEach(() => {
    saved.length = 0;
    URL.createObjectURL = (blob: Blob | MediaSource) => {
      if (blob instanceof Blob) saved.push(blob);
      return 'blob:test';
    };
    URL.revokeObjectURL = () => undefined;
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  });
  afterEach(() => vi.restoreAllMocks());

  it('holds the numbers of the chart', async () => {
    render(<ChartFigure chart={bars} />);
    await userEvent.click(screen.getByRole('button', { name: 'Save CSV' }));
    expect(await saved[0]?.text()).toBe(',A Today,Limit\r\nPool,480,600\r\nOverflow,240,600\r\n');
  });
});
