import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ReferenceTable } from '../../../src/sizing/core/figure.ts';
import { ReferenceTableFigure } from '../../../src/ui/figures/reference-table.tsx';
import { RulesContext } from '../../../src/ui/sources/rules-context.tsx';

const rule = {
  id: 'HT-3',
  origin: 'guide',
  statement: 'Workers by vCPU.',
  quotes: [],
  document: 'Guide',
  section: '',
} as const;

const table: ReferenceTable = {
  id: 'workers',
  title: 'The guide’s table of workers',
  caption: 'Your controllers have 16 vCPU.',
  rules: ['HT-3'],
  columns: [{ label: 'vCPU' }, { label: 'Engine workers' }, { label: 'Today', letter: 'A', isMarked: true }],
  rows: [
    { cells: [{ text: '8' }, { text: '4' }, { text: '' }] },
    {
      cells: [{ text: '16' }, { text: '8' }, { text: '4', differs: true }],
      isMarked: true,
      note: 'your controllers',
    },
  ],
};

describe('ReferenceTableFigure', () => {
  it('marks the row that applies with words, not with colour alone', () => {
    render(
      <RulesContext value={{ 'HT-3': rule }}>
        <ReferenceTableFigure table={table} />
      </RulesContext>,
    );
    const row = screen.getByRole('row', { name: /^▸?\s*16/ });
    expect(within(row).getByText('your controllers')).toBeInTheDocument();
  });

  it('says which cell differs and cites the rule', () => {
    render(
      <RulesContext value={{ 'HT-3': rule }}>
        <ReferenceTableFigure table={table} />
      </RulesContext>,
    );
    expect(screen.getByRole('cell', { name: /^4.*differs$/ })).toHaveTextContent('≠');
    expect(screen.getAllByText(/differs/)).toHaveLength(1);
    expect(screen.getByRole('button', { name: 'Rule HT-3' })).toBeInTheDocument();
  });
});
