import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import {
  roundTicks,
  scaleEnd,
  shareText,
  stackLayout,
} from '../../../../src/ui/figures/stacked-bars/stack-layout.ts';
import { StackedBarsFigure } from '../../../../src/ui/figures/stacked-bars.tsx';
import { connections } from './sample-figures.ts';

describe('stackLayout', () => {
  const layout = stackLayout(connections, 800);

  it('draws parts to one scale from zero, end to end', () => {
    const [today, pool] = layout.rows;
    const engine = today?.segments[0];
    const overflow = today?.segments[1];
    expect(engine?.x).toBe(layout.plotLeft);
    expect((engine?.x ?? 0) + (engine?.width ?? 0)).toBeCloseTo(overflow?.x ?? 0, 6);
    expect(overflow?.width).toBeCloseTo(2 * (engine?.width ?? 0), 6);
    expect(pool?.segments[0]?.width).toBeCloseTo((384 / 120) * (engine?.width ?? 0), 6);
  });

  it('puts the limit where a bar of its size would end', () => {
    const perConnection = (layout.rows[0]?.segments[0]?.width ?? 0) / 120;
    expect(layout.limitX).toBeCloseTo(layout.plotLeft + 600 * perConnection, 6);
  });

  it('names under the bar what does not fit into it', () => {
    const narrow = stackLayout(connections, 160);
    const words = narrow.rows[0]?.unlabelled.map((s) => s.value) ?? [];
    const labelled = narrow.rows[0]?.segments.filter((s) => s.label !== '').map((s) => s.value) ?? [];
    expect([...words, ...labelled].sort((a, b) => a - b)).toEqual([120, 240, 360]);
    expect(words).toContain(120);
  });

  it('tears a bar that would flatten the others', () => {
    const row = { letter: 'D' as const, name: 'Text', parts: [{ id: 'engine', value: 9072 }] };
    const torn = stackLayout({ ...connections, rows: [...connections.rows, row] }, 800);
    expect(torn.rows.map((r) => r.isTorn)).toEqual([false, false, true]);
    expect(torn.rows[2]?.endX).toBe(torn.plotRight);
    expect(torn.scaleMax).toBe(1200);
  });
});

describe('scaleEnd', () => {
  it('holds the limit even when nobody comes near it', () => {
    expect(scaleEnd([10, 20], 600)).toBe(600);
  });

  it('is above zero when all values are zero', () => {
    expect(scaleEnd([0, 0], undefined)).toBeGreaterThan(0);
  });
});

describe('roundTicks', () => {
  it('begins at zero and ends at or above the highest value in round steps', () => {
    expect(roundTicks(720, 7)).toEqual([0, 200, 400, 600, 800]);
    expect(roundTicks(9, 4)).toEqual([0, 5, 10]);
    expect(roundTicks(1, 7)).toEqual([0, 1]);
  });
});

describe('shareText', () => {
  it('never rounds something to nothing, nor almost all to all', () => {
    expect([0, 0.001, 1 / 3, 0.999, 1].map(shareText)).toEqual(['0%', 'under 1%', '33%', 'over 99%', '100%']);
  });
});

describe('StackedBarsFigure', () => {
  it('prints totals and how they stand against the limit in words', () => {
    render(<StackedBarsFigure figure={connections} />);
    expect(screen.getByText(/^720/)).toHaveTextContent('720▲ 120 over');
    expect(screen.getByText(/^576/)).toHaveTextContent('576▼ 24 spare');
    expect(screen.getByText('Free for Heat 600')).toBeInTheDocument();
  });

  it('reads part by part with the arrow keys and leaves on Esc', () => {
    render(<StackedBarsFigure figure={connections} />);
    const drawing = screen.getByRole('application');
    drawing.focus();
    fireEvent.keyDown(drawing, { key: 'ArrowRight' });
    expect(screen.getByText('Option A, Today: Engine pool 120 of 720, 17%.')).toBeInTheDocument();
    fireEvent.keyDown(drawing, { key: 'ArrowRight' });
    expect(screen.getByText('Option A, Today: Engine overflow 240 of 720, 33%.')).toBeInTheDocument();
    fireEvent.keyDown(drawing, { key: 'ArrowDown' });
    expect(screen.getByText('Option C, Table + pool: Engine overflow 0 of 576, 0%.')).toBeInTheDocument();
    fireEvent.keyDown(drawing, { key: 'Escape' });
    expect(drawing).not.toHaveFocus();
    expect(screen.queryByText(/of 576, 0%/)).toBeNull();
  });

  it('shows the same numbers as a table, also by the key T', async () => {
    render(<StackedBarsFigure figure={connections} />);
    screen.getByRole('application').focus();
    await userEvent.keyboard('t');
    const row = within(screen.getByRole('table')).getByRole('row', { name: /^A Today/ });
    for (const text of ['120', '17%', '720', '600', '▲ 120 over']) expect(row).toHaveTextContent(text);
  });
});
