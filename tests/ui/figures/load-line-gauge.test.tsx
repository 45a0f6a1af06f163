import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { LoadLineGauge as Gauge } from '../../../src/sizing/core/figure.ts';
import { boardGeometry } from '../../../src/ui/figures/board-geometry.ts';
import { LoadLineGauge } from '../../../src/ui/figures/load-line-gauge.tsx';
import { limitGauge, loadGauge } from './sample-gauge.ts';

function show(gauge: Gauge, width = 730) {
  const order = gauge.hulls.map((h) => h.letter);
  const element = (g: Gauge) => (
    <LoadLineGauge
      gauge={g}
      geometry={boardGeometry(width, g, order.length)}
      order={order}
      selected={order[0] ?? 'A'}
      problems={{}}
    />
  );
  const { rerender } = render(element(gauge));
  return { update: (next: Gauge) => rerender(element(next)) };
}

const flag = () => screen.getByRole('slider', { name: /^Load/ });
const hull = (letter: string) => screen.getByRole('img', { name: new RegExp(`^Option ${letter}`) });

describe('LoadLineGauge', () => {
  it('names every hull by its spoken sentence', () => {
    show(loadGauge(['A', 'C']));
    expect(hull('C')).toHaveAccessibleName('Option C. VM lost 416.');
  });

  it('writes every value of the ladder and the margin with sign and word', () => {
    show(loadGauge(['C']));
    expect(hull('C')).toHaveTextContent('468all up');
    expect(hull('C')).toHaveTextContent('312−1 AZ');
    expect(hull('C')).toHaveTextContent('▲ 16 spare');
  });

  it('shrinks ladder words to letters on a phone', () => {
    show(loadGauge(['A', 'B', 'C', 'D']), 390);
    expect(hull('C')).toHaveTextContent('416v');
    expect(hull('C')).not.toHaveTextContent('−1 VM');
  });

  it('hatches what is missing and nothing when all is carried', () => {
    show(loadGauge(['A', 'C']));
    const hatched = (letter: string) =>
      [...hull(letter).querySelectorAll('rect')].filter((r) => r.getAttribute('fill')?.startsWith('url('))
        .length;
    expect(hatched('A')).toBe(1);
    expect(hatched('C')).toBe(0);
  });

  it('tries another load with the arrow keys and goes back on Esc', async () => {
    show(loadGauge(['C']));
    flag().focus();
    expect(flag()).toHaveAttribute('aria-valuenow', '400');
    await userEvent.keyboard('{PageUp}');
    expect(flag()).toHaveAttribute('aria-valuenow', '500');
    expect(hull('C')).toHaveTextContent('▼ 84 short');
    expect(screen.getByRole('status')).toHaveTextContent('Trying 500 instead of 400');
    await userEvent.keyboard('{Escape}');
    expect(hull('C')).toHaveTextContent('▲ 16 spare');
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('drops the tried load when the plan’s load changes', async () => {
    const { update } = show(loadGauge(['C']));
    flag().focus();
    await userEvent.keyboard('{PageUp}');
    update(loadGauge(['C'], 410));
    expect(flag()).toHaveAttribute('aria-valuenow', '410');
    expect(hull('C')).toHaveTextContent('▲ 6 spare');
  });

  it('reads a ladder line with its formula and the baseline in the same condition', async () => {
    show(loadGauge(['A', 'C']));
    hull('C').focus();
    fireEvent.keyDown(hull('C'), { key: 'ArrowDown' });
    expect(screen.getByText('Baseline A in the same condition: 400.')).toBeInTheDocument();
    expect(screen.getAllByText(/API VMs × workers × threads/).length).toBeGreaterThan(0);
    fireEvent.keyDown(hull('C'), { key: 'Escape' });
    expect(screen.queryByText('Baseline A in the same condition: 400.')).toBeNull();
  });

  it('shows no flag, no ring judgement and no margin without a line', () => {
    show(loadGauge(['A'], null));
    expect(screen.queryByRole('slider')).toBeNull();
    expect(hull('A')).toHaveTextContent('–');
    expect(hull('A')).not.toHaveTextContent('short');
  });

  it('prints the value of a column that leaves the scale', () => {
    show(
      limitGauge([
        ['C', 576],
        ['D', 9072],
      ]),
    );
    expect(screen.getByText('9,072')).toBeInTheDocument();
    expect(hull('D')).toHaveTextContent('▲ 8,472 over');
    expect(hull('C')).toHaveTextContent('▼ 24 spare');
  });
});
