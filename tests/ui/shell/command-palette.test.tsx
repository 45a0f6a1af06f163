import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { CommandPalette } from '../../../src/ui/shell/command-palette.tsx';
import type { Command } from '../../../src/ui/shell/ranked-commands.ts';

function command(id: string, label: string, group: string, more: Partial<Command> = {}): Command {
  return { id, label, group, onRun: () => {}, ...more };
}

const commands = [
  command('undo', 'Undo', 'Plan', { shortcut: 'Ctrl Z' }),
  command('link', 'Copy link', 'Plan'),
  command('dup', 'Duplicate option C', 'Options', { shortcut: 'D', shortcutPlace: 'on its column’s head' }),
  command('del', 'Delete option C', 'Options'),
];

function setUp(recent: readonly string[] = []) {
  const onChoose = vi.fn();
  const onClose = vi.fn();
  render(<CommandPalette commands={commands} recent={recent} onClose={onClose} onChoose={onChoose} />);
  const box = screen.getByRole('combobox', { name: 'Command, field or rule' });
  return { user: userEvent.setup(), box, onChoose, onClose };
}

const shown = () => screen.queryAllByRole('option').map((option) => option.dataset.row && option.textContent);

/** The option that the text field points at. */
function active(box: HTMLElement): string | null | undefined {
  return document.getElementById(box.getAttribute('aria-activedescendant') ?? '')?.textContent;
}

describe('CommandPalette', () => {
  it('lists every command under its heading, with its keys', () => {
    setUp();
    expect(within(screen.getByRole('group', { name: 'Plan' })).getAllByRole('option')).toHaveLength(2);
    expect(within(screen.getByRole('group', { name: 'Options' })).getAllByRole('option')).toHaveLength(2);
    expect(screen.getByRole('option', { name: /^Undo/ })).toHaveTextContent('Ctrl Z');
    expect(screen.getByRole('option', { name: /^Duplicate/ })).toHaveTextContent('D on its column’s head');
  });

  it('moves by arrow keys round the list, keeping the focus in the text field', async () => {
    const { user, box } = setUp();
    box.focus();
    expect(active(box)).toContain('Undo');
    await user.keyboard('{ArrowDown}');
    expect(active(box)).toContain('Copy link');
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(active(box)).toContain('Delete option C');
    expect(screen.getByRole('option', { selected: true })).toHaveTextContent('Delete option C');
    expect(box).toHaveFocus();
  });

  it('finds by typing, marks the letters, and Enter does it', async () => {
    const { user, box, onChoose } = setUp();
    await user.type(box, 'dup c');
    expect(shown()).toHaveLength(1);
    const found = screen.getByRole('option', { name: /^Duplicate option C/ });
    expect([...found.querySelectorAll('b')].map((b) => b.textContent)).toEqual(['Dup', 'C']);
    await user.keyboard('{Enter}');
    expect(onChoose).toHaveBeenCalledWith(expect.objectContaining({ id: 'dup' }));
  });

  it('does what is clicked', async () => {
    const { user, onChoose } = setUp();
    await user.click(screen.getByRole('option', { name: /^Copy link/ }));
    expect(onChoose).toHaveBeenCalledWith(expect.objectContaining({ id: 'link' }));
  });

  it('puts what was used last on top, the latest first', () => {
    setUp(['del', 'link']);
    expect(shown().slice(0, 2)).toEqual([
      expect.stringContaining('Delete'),
      expect.stringContaining('Copy link'),
    ]);
    expect(screen.getByRole('group', { name: 'Used just now' })).toBeInTheDocument();
  });

  it('says so when nothing is found, and Enter then does nothing', async () => {
    const { user, box, onChoose } = setUp();
    await user.type(box, 'zebra{Enter}');
    expect(screen.getByRole('status')).toHaveTextContent('No command has “zebra”.');
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
    expect(box).toHaveAttribute('aria-expanded', 'false');
    expect(onChoose).not.toHaveBeenCalled();
  });
});
