import type { Command } from '../../ui/shell/ranked-commands.ts';
import type { PaletteContext } from './palette-context.ts';

const group = 'Page';
const themeNames = { system: 'as the system', light: 'light', dark: 'dark' } as const;

/** How the page looks, and help. */
export function pageCommands({ page, plan, theme }: PaletteContext): readonly Command[] {
  const { theme: shown, density } = theme.getState();
  const themes = (['light', 'dark', 'system'] as const)
    .filter((name) => name !== shown)
    .map((name) => ({
      id: `theme ${name}`,
      label: `Theme: ${themeNames[name]}`,
      group,
      onRun: () => theme.setState({ theme: name }),
    }));
  const other = density === 'compact' ? 'normal' : 'compact';
  return [
    ...(plan ? [{ id: 'help', label: 'Help and guide rules', group, onRun: () => page.openRules('') }] : []),
    ...themes,
    {
      id: `density ${other}`,
      label: other === 'compact' ? 'Compact rows and controls' : 'Normal rows and controls',
      group,
      detail: 'from 1024 px width on',
      onRun: () => theme.setState({ density: other }),
    },
  ];
}
