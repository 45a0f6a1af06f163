import { render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BarChart } from '../../../src/sizing/core/figure.ts';
import { ChartFigure } from '../../../src/ui/figures/chart-figure.tsx';

vi.mock('../../../src/ui/figures/recharts/chart.tsx', () => {
  throw new Error('The network is down.');
});

const chart: BarChart = {
  kind: 'bars',
  id: 'connections',
  title: 'Who uses the connections?',
  subtitle: '',
  valueLabel: 'Connections',
  categories: ['Pool'],
  series: [{ letter: 'A', name: 'Today', values: [480] }],
};

describe('ChartFigure without its charting code', () => {
  beforeEach(() => {
    // React reports the caught error once more.
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterEach(() => vi.restoreAllMocks());

  it('says so and shows the numbers as a table', async () => {
    render(<ChartFigure chart={chart} />);
    expect(
      await screen.findByText('The chart could not be drawn; here are its numbers.', {}, { timeout: 5000 }),
    ).toBeInTheDocument();
    expect(screen.getByRole('cell', { name: '480' })).toBeInTheDocument();
  });
});
