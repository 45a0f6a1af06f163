import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { DataTable } from '../../../../src/sizing/core/study-figures.ts';
import { DataTableFigure } from '../../../../src/ui/figures/data-table.tsx';
import { manyRows, profiles } from './sample-figures.ts';

function show(table: DataTable) {
  const onEdit = vi.fn();
  render(<DataTableFigure table={table} onEdit={onEdit} />);
  return onEdit;
}

const bodyRows = () => screen.getAllByRole('row').slice(1);
const firstCells = () => bodyRows().map((row) => within(row).getByRole('rowheader').textContent);

describe('DataTableFigure', () => {
  it('is a figure named by its question, with a captioned table', () => {
    show(profiles);
    expect(screen.getByRole('figure', { name: 'Which settings carry it?' })).toBeInTheDocument();
    expect(screen.getByRole('table', { name: 'Which settings carry it? Four do.' })).toBeInTheDocument();
  });

  it('sorts by a heading up, down, and back to the order given', async () => {
    show(profiles);
    const heading = () => screen.getByRole('columnheader', { name: /^VMs/ });
    const button = screen.getByRole('button', { name: 'VMs' });
    expect(heading()).toHaveAttribute('aria-sort', 'none');
    await userEvent.click(button);
    expect(heading()).toHaveAttribute('aria-sort', 'ascending');
    expect(bodyRows()[0]).toHaveTextContent('api/2');
    await userEvent.click(button);
    expect(heading()).toHaveAttribute('aria-sort', 'descending');
    expect(bodyRows()[0]).toHaveTextContent('api/10');
    await userEvent.click(button);
    expect(heading()).toHaveAttribute('aria-sort', 'none');
    expect(bodyRows().at(-1)).toHaveTextContent('api/3');
  });

  it('offers no sorting where the order has a meaning', () => {
    show({ ...profiles, isSortable: false });
    expect(screen.queryByRole('button', { name: 'VMs' })).toBeNull();
    expect(screen.getByRole('columnheader', { name: 'VMs' })).not.toHaveAttribute('aria-sort');
  });

  it('shows options as badges, tones by sign and word, and marked rows', () => {
    show(profiles);
    const option = screen.getByRole('row', { name: /api\/1 / });
    expect(option).toHaveTextContent('Option C');
    expect(option).toHaveTextContent('Good: 416 16 spare');
    expect(screen.getByRole('row', { name: /api\/2/ })).toHaveTextContent('Marked:');
    expect(screen.getByRole('row', { name: /api\/2/ })).toHaveTextContent('Problem: 364 36 short');
  });

  it('opens how a number is worked out', async () => {
    show(profiles);
    await userEvent.click(screen.getByRole('button', { name: /With a VM lost, option C: 416/ }));
    expect(screen.getByText('8 × 4 × 13 = 416')).toBeInTheDocument();
  });

  it('hands on the edit of a row’s button, which names the row', async () => {
    const onEdit = show(profiles);
    await userEvent.click(screen.getByRole('button', { name: 'Use it: api/1' }));
    expect(onEdit).toHaveBeenCalledExactlyOnceWith({ kind: 'set', inputs: { instances: 9 } });
  });

  it('says what stands in for rows when there are none', () => {
    show({ ...profiles, rows: [] });
    expect(screen.getByText('Nothing fits.')).toBeInTheDocument();
    expect(screen.queryByRole('table')).toBeNull();
  });
});

describe('DataTableFigure, with many rows', () => {
  it('has only the page’s rows in the document', () => {
    show(manyRows(1000));
    expect(bodyRows()).toHaveLength(50);
    expect(screen.getByText('Rows 1–50 of 1,000')).toBeInTheDocument();
  });

  it('pages to the last row and no further', async () => {
    show(manyRows(132));
    expect(screen.getByRole('button', { name: 'Previous' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(screen.getByText('Rows 101–132 of 132')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Next' })).toBeDisabled();
    expect(firstCells().at(-1)).toBe('132');
  });

  it('sorts all rows and not only those of the page', async () => {
    show(manyRows(132));
    await userEvent.click(screen.getByRole('button', { name: 'Number' }));
    await userEvent.click(screen.getByRole('button', { name: 'Number' }));
    expect(firstCells()[0]).toBe('132');
  });

  it('filters by an expression, says how many there are without it, and clears', async () => {
    show(manyRows(132));
    await userEvent.click(screen.getByRole('button', { name: 'Filter numbers' }));
    await userEvent.type(screen.getByRole('textbox', { name: /^Filter Number/ }), '>130');
    expect(await screen.findByText('Rows 1–2 of 2, 132 without the filter')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Clear filter' }));
    expect(await screen.findByText('Rows 1–50 of 132')).toBeInTheDocument();
  });

  it('says what is wrong with an expression and shows all rows meanwhile', async () => {
    show(manyRows(132));
    await userEvent.click(screen.getByRole('button', { name: 'Filter numbers' }));
    const field = screen.getByRole('textbox', { name: /^Filter Number/ });
    await userEvent.type(field, '>=x');
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleErrorMessage('“x” is not a number. Write for example >=8.');
    expect(screen.getByText('Rows 1–50 of 132')).toBeInTheDocument();
  });

  it('stays on a page that exists when rows go', async () => {
    const { rerender } = render(<DataTableFigure table={manyRows(132)} onEdit={() => undefined} />);
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    rerender(<DataTableFigure table={manyRows(60)} onEdit={() => undefined} />);
    expect(screen.getByText('Rows 51–60 of 60')).toBeInTheDocument();
  });
});
