import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { Letter } from '../../../src/sizing/core/plan.ts';
import { Board } from '../../../src/ui/figures/board.tsx';
import { RulesContext } from '../../../src/ui/sources/rules-context.tsx';
import { loadGauge, sampleTable } from './sample-gauge.ts';

const names: Readonly<Partial<Record<Letter, string>>> = {
  A: 'Today',
  B: 'Profile 2',
  C: 'Profile 3 + 1 VM',
};
const rules = {
  'CF-11': {
    id: 'CF-11',
    origin: 'guide',
    statement: 'Parity of threads.',
    quotes: [],
    document: 'Guide',
    section: '',
  },
} as const;

async function show(
  part: Partial<ComponentProps<typeof Board>> = {},
  letters: readonly Letter[] = ['A', 'B', 'C'],
) {
  const onSelect = vi.fn();
  const onOptionKey = vi.fn();
  render(
    <RulesContext value={rules}>
      <Board
        gauge={loadGauge(letters)}
        table={sampleTable(letters)}
        options={letters.map((letter) => ({ letter, name: names[letter] ?? letter }))}
        selected="C"
        baseline="A"
        onSelect={onSelect}
        optionMenu={(letter) => <button type="button">Menu of {letter}</button>}
        onOptionKey={onOptionKey}
        {...part}
      />
    </RulesContext>,
  );
  // Gauge and table follow one after the other.
  await screen.findByRole('table');
  return { onSelect, onOptionKey };
}

function columnOrder(): string {
  const heads = within(screen.getByRole('group', { name: 'Options' })).getAllByRole('button', {
    name: /^Option [A-F]/,
  });
  return heads.map((h) => h.getAttribute('data-head')).join('');
}

const head = (letter: string) => screen.getByRole('button', { name: new RegExp(`^Option ${letter}`) });

describe('Board', () => {
  it('shows a head, a hull and a table column for every option', async () => {
    await show();
    expect(columnOrder()).toBe('ABC');
    expect(screen.getAllByRole('img')).toHaveLength(3);
    expect(screen.getByRole('columnheader', { name: 'Option C, Profile 3 + 1 VM' })).toBeInTheDocument();
    const row = screen.getByRole('row', { name: /^VM lost/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map((c) => c.textContent),
    ).toEqual(['380 short', '360 short', '416 16 spare']);
  });

  it('selects an option by its head, and marks the selected one as pressed', async () => {
    const { onSelect } = await show();
    expect(head('C')).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(head('B'));
    expect(onSelect).toHaveBeenCalledWith('B');
  });

  it('moves between heads with the arrow keys, with one tab stop for all', async () => {
    const { onSelect } = await show();
    expect(['A', 'B', 'C'].map((l) => head(l).tabIndex)).toEqual([-1, -1, 0]);
    head('C').focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(head('B')).toHaveFocus();
    expect(onSelect).toHaveBeenCalledWith('B');
  });

  it('hands on the keys that edit, rename, duplicate, set the baseline, delete and move', async () => {
    const { onOptionKey, onSelect } = await show();
    head('C').focus();
    await userEvent.keyboard('{Enter}{F2}d{b}{Delete}{Alt>}{ArrowLeft}{/Alt}');
    expect(
      onOptionKey.mock.calls.map(([letter, event]) => `${letter} ${event.altKey ? 'Alt+' : ''}${event.key}`),
    ).toEqual(['C Enter', 'C F2', 'C d', 'C b', 'C Delete', 'C Alt+ArrowLeft']);
    expect(onSelect).not.toHaveBeenCalled();
  });

  it('leaves Ctrl D and other browser shortcuts alone', async () => {
    const { onOptionKey } = await show();
    head('C').focus();
    await userEvent.keyboard('{Control>}d{/Control}x');
    expect(onOptionKey).not.toHaveBeenCalled();
  });

  it('orders columns by a row on request and returns to the plan’s order', async () => {
    await show();
    const label = within(screen.getByRole('rowheader', { name: /^VM lost/ })).getByRole('button');
    await userEvent.click(label);
    expect(columnOrder()).toBe('BAC');
    expect(screen.getByRole('rowheader', { name: /^VM lost/ })).toHaveAttribute('aria-sort', 'ascending');
    await userEvent.click(label);
    expect(columnOrder()).toBe('CAB');
    expect(screen.getByText(/Shown by vm lost, highest first/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Back to the plan’s order' }));
    expect(columnOrder()).toBe('ABC');
  });

  it('says in its column what keeps an option from being sized', async () => {
    await show({
      gauge: loadGauge(['A', 'C']),
      table: sampleTable(['A', 'C']),
      options: [
        { letter: 'A', name: 'Today' },
        { letter: 'B', name: 'Broken', problem: 'Longest chain cannot exceed the 300 resources.' },
        { letter: 'C', name: 'Profile 3 + 1 VM' },
      ],
    });
    expect(screen.getByText('Longest chain cannot exceed the 300 resources.')).toBeInTheDocument();
    expect(screen.getAllByRole('img')).toHaveLength(2);
    expect(
      within(screen.getByRole('row', { name: /^VM lost/ })).getByText('not worked out'),
    ).toBeInTheDocument();
  });

  it('invites a second option beside a single one, and offers none when the plan is full', async () => {
    const onAddOption = vi.fn();
    await show({ selected: 'A', onAddOption }, ['A']);
    await userEvent.click(screen.getByRole('button', { name: 'Add an option to compare' }));
    expect(onAddOption).toHaveBeenCalledOnce();
  });

  it('opens the formula behind a number', async () => {
    await show();
    await userEvent.click(screen.getByRole('button', { name: /^VM lost, option C: 416/ }));
    expect(screen.getByRole('dialog', { hidden: true })).toHaveTextContent('API VMs × workers × threads');
  });

  it('keeps no popover in the page until one is opened', async () => {
    await show();
    expect(document.querySelector('[popover]')).toBeNull();
  });
});
