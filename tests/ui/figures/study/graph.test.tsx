import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { GraphPicture } from '../../../../src/ui/figures/graph.tsx';
import { graphOf } from './sample-figures.ts';

const figure = graphOf(
  [['net', 'key'], ['port'], ['server']],
  [
    ['port', 'net'],
    ['server', 'port'],
    ['server', 'key'],
  ],
);

describe('GraphPicture', () => {
  it('walks along the edges and says what waits for what', () => {
    render(<GraphPicture figure={figure} />);
    const drawing = screen.getByRole('application');
    fireEvent.keyDown(drawing, { key: 'End' });
    expect(screen.getByText('server (OS::Heat::Value). Waits for port and key.')).toBeInTheDocument();
    fireEvent.keyDown(drawing, { key: 'ArrowLeft' });
    expect(
      screen.getByText('port (OS::Heat::Value). Waits for net. server waits for it.'),
    ).toBeInTheDocument();
    fireEvent.keyDown(drawing, { key: 'ArrowLeft' });
    expect(screen.getByText(/^net .*Waits for nothing\. port waits for it\.$/)).toBeInTheDocument();
  });

  it('zooms by buttons and back to the whole', async () => {
    render(<GraphPicture figure={figure} />);
    const zoom = screen.getByRole('group', { name: 'Zoom' });
    const before = within(zoom).getByRole('status').textContent;
    await userEvent.click(screen.getByRole('button', { name: 'Zoom in' }));
    expect(within(zoom).getByRole('status').textContent).not.toBe(before);
    await userEvent.click(screen.getByRole('button', { name: 'Zoom out' }));
    expect(within(zoom).getByRole('status')).toHaveTextContent(before ?? '');
  });

  it('shows how many things a node stands for', async () => {
    const grouped = {
      ...figure,
      nodes: figure.nodes.map((n) => (n.id === 'port' ? { ...n, count: 24 } : n)),
    };
    render(<GraphPicture figure={grouped} />);
    expect(screen.getByText('×24')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show as table' }));
    expect(screen.getByRole('row', { name: /^port/ })).toHaveTextContent('24');
  });

  it('keeps edges apart in its table that the service added', async () => {
    const implied = { ...figure, edges: figure.edges.map((e, i) => ({ ...e, isImplied: i === 2 })) };
    render(<GraphPicture figure={implied} />);
    await userEvent.click(screen.getByRole('button', { name: 'Show as table' }));
    const cells = within(screen.getByRole('row', { name: /^server/ })).getAllByRole('cell');
    expect(cells.slice(-2).map((cell) => cell.textContent)).toEqual(['port', 'key']);
  });
});
