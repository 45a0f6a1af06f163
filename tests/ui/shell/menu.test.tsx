import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Menu } from '../../../src/ui/shell/menu.tsx';

// jsdom has no top layer and takes a popover for hidden, so its items are sought among hidden elements.
const items = () => screen.queryAllByRole('menuitem', { hidden: true });

function setUp() {
  const onEdit = vi.fn();
  const onDelete = vi.fn();
  render(
    <Menu
      label="Actions for option C"
      items={[
        { label: 'Edit', shortcut: 'Enter', onSelect: onEdit },
        { label: 'Move left', onSelect: () => {}, isDisabled: true },
        { label: 'Delete', onSelect: onDelete },
      ]}
    />,
  );
  return { user: userEvent.setup(), onEdit, onDelete, button: screen.getByRole('button') };
}

describe('Menu', () => {
  it('opens on its first action, and its actions exist only while it is open', async () => {
    const { user, button } = setUp();
    expect(items()).toHaveLength(0);
    await user.click(button);
    expect(button).toHaveAttribute('aria-expanded', 'true');
    expect(items()[0]).toHaveFocus();
  });

  it('moves by arrow keys past what cannot be done, and around the ends', async () => {
    const { user, button } = setUp();
    button.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(items()[2]).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    expect(items()[0]).toHaveFocus();
  });

  it('acts on Enter, closes, and gives the focus back', async () => {
    const { user, button, onEdit, onDelete } = setUp();
    await user.click(button);
    await user.keyboard('{End}{Enter}');
    expect(onDelete).toHaveBeenCalledOnce();
    expect(onEdit).not.toHaveBeenCalled();
    expect(items()).toHaveLength(0);
    expect(button).toHaveFocus();
  });

  it('closes on Escape without acting', async () => {
    const { user, button, onEdit } = setUp();
    await user.click(button);
    await user.keyboard('{Escape}');
    expect(items()).toHaveLength(0);
    expect(button).toHaveFocus();
    expect(onEdit).not.toHaveBeenCalled();
  });

  it('closes on a press elsewhere', async () => {
    const { user, button } = setUp();
    await user.click(button);
    await user.click(document.body);
    expect(items()).toHaveLength(0);
  });
});
