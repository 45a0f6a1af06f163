import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keyText } from '../../../src/ui/shell/key-text.ts';
import { Menu } from '../../../src/ui/shell/menu.tsx';

afterEach(() => vi.restoreAllMocks());

const onPlatform = (platform: string) => vi.spyOn(navigator, 'platform', 'get').mockReturnValue(platform);

describe('keyText', () => {
  it.each([
    ['Ctrl K', '⌘ K'],
    ['Ctrl Shift Z', '⇧ ⌘ Z'],
    ['Alt ←', '⌥ ←'],
    ['F2', 'F2'],
  ])('names %s as a Mac’s keyboard does: %s', (keys, onMac) => {
    onPlatform('MacIntel');
    expect(keyText(keys)).toBe(onMac);
  });

  it.each(['Win32', 'Linux x86_64', ''])('leaves the names as they are on “%s”', (platform) => {
    onPlatform(platform);
    expect(keyText('Ctrl Shift Z')).toBe('Ctrl Shift Z');
  });

  it('is what a menu shows', async () => {
    onPlatform('MacIntel');
    render(<Menu label="Plan" items={[{ label: 'All commands', shortcut: 'Ctrl K', onSelect: () => {} }]} />);
    await userEvent.click(screen.getByRole('button'));
    expect(screen.getByRole('menuitem', { hidden: true })).toHaveTextContent('⌘ K');
  });
});
