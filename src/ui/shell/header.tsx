import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './header.module.css';
import { keyText } from './key-text.ts';
import { type Theme, ThemeSwitch } from './theme-switch.tsx';

interface HeaderProps {
  readonly calculators: readonly { readonly id: string; readonly title: string; readonly href: string }[];
  /** Id of the calculator on the page. */
  readonly current: string;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  /** Absent where there is no plan to share. */
  readonly onCopyLink?: (() => void) | undefined;
  readonly theme: Theme;
  readonly onTheme: (theme: Theme) => void;
  readonly onHelp?: (() => void) | undefined;
  /** Further tools, between redo and the link; not shown below 760 px. */
  readonly children?: ReactNode;
  /** The menu beside them. Below 760 px it has to offer what is not shown there: the tools, the link and help. */
  readonly menu?: ReactNode;
}

/** The page's header; its base rule is the load line, and the ring sits on it. */
export function Header(props: HeaderProps) {
  const {
    calculators,
    current,
    canUndo,
    canRedo,
    onUndo,
    onRedo,
    onCopyLink,
    theme,
    onTheme,
    onHelp,
    children,
    menu,
  } = props;
  return (
    <header className={styles.header}>
      <RingMark />
      <span className={styles.word}>Plimsoll</span>
      <nav className={styles.calculators} aria-label="Calculator">
        {calculators.map((calculator) => (
          <a
            key={calculator.id}
            href={calculator.href}
            aria-current={calculator.id === current ? 'page' : undefined}
          >
            {calculator.title}
          </a>
        ))}
      </nav>
      <div className={styles.tools}>
        <Button
          icon="undo"
          look="quiet"
          isIconOnly
          aria-label="Undo"
          aria-keyshortcuts="Control+Z Meta+Z"
          title={`Undo (${keyText('Ctrl Z')})`}
          disabled={!canUndo}
          onClick={onUndo}
        />
        <Button
          icon="redo"
          look="quiet"
          isIconOnly
          aria-label="Redo"
          aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z"
          title={`Redo (${keyText('Ctrl Shift Z')})`}
          disabled={!canRedo}
          onClick={onRedo}
        />
        {children && <span className={styles.extra}>{children}</span>}
        {menu}
        {onCopyLink && (
          <Button icon="link" look="primary" isIconWhenNarrow className={styles.wide} onClick={onCopyLink}>
            Copy link
          </Button>
        )}
        <ThemeSwitch theme={theme} onTheme={onTheme} />
        {onHelp && (
          <Button
            icon="help"
            look="quiet"
            isIconOnly
            className={styles.wide}
            aria-label="Help and guide rules"
            title="Help and guide rules"
            onClick={onHelp}
          />
        )}
      </div>
    </header>
  );
}

/** A circle struck through by the line it sits on: the load-line mark. */
function RingMark() {
  return (
    <svg className={styles.ring} viewBox="0 0 38 38" aria-hidden="true">
      <circle cx="19" cy="19" r="14" />
      <path d="M0 20h38" />
    </svg>
  );
}
