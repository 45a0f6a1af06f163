import type { ComponentProps } from 'react';
import { Icon, type IconName } from '../icons/icon.tsx';
import styles from './button.module.css';

interface ButtonProps extends ComponentProps<'button'> {
  readonly icon?: IconName;
  readonly look?: 'plain' | 'primary' | 'quiet';
  readonly size?: 'normal' | 'small';
  /** Shows the icon alone where the window is narrower than 1280 px; the label stays the name. */
  readonly isIconWhenNarrow?: boolean;
  /** Shows the icon alone; give an `aria-label`. */
  readonly isIconOnly?: boolean;
}

/** A push button with an optional icon before its words. */
export function Button(props: ButtonProps) {
  const {
    icon,
    look = 'plain',
    size = 'normal',
    isIconWhenNarrow,
    isIconOnly,
    className,
    children,
    ...rest
  } = props;
  return (
    <button
      type="button"
      className={className ? `${styles.button} ${className}` : styles.button}
      data-look={look}
      data-size={size}
      data-narrow={isIconWhenNarrow || undefined}
      data-icon={isIconOnly || undefined}
      {...rest}
    >
      {icon && <Icon name={icon} />}
      {children !== undefined && <span className={styles.words}>{children}</span>}
    </button>
  );
}
