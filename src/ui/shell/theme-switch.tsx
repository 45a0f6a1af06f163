import { Button } from './button.tsx';

export type Theme = 'light' | 'dark' | 'system';

interface ThemeSwitchProps {
  readonly theme: Theme;
  readonly onTheme: (theme: Theme) => void;
}

const following: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' };
const names: Readonly<Record<Theme, string>> = { system: 'as the system', light: 'light', dark: 'dark' };

/** One button through three themes; its name says which one is on and which comes next. */
export function ThemeSwitch({ theme, onTheme }: ThemeSwitchProps) {
  const next = following[theme];
  const name = `Theme: ${names[theme]}. Switch to ${names[next]}`;
  return (
    <Button
      icon={theme}
      look="quiet"
      isIconOnly
      aria-label={name}
      title={name}
      onClick={() => onTheme(next)}
    />
  );
}
