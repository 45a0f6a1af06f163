import { type ReactNode, useId } from 'react';
import type { Severity } from '../../sizing/core/finding.ts';
import { SeverityIcon } from '../icons/severity-icon.tsx';
import styles from './banner.module.css';
import { Button } from './button.tsx';

interface BannerProps {
  readonly tone: Severity;
  readonly title: string;
  readonly children?: ReactNode;
  /** What can be done about it, as buttons. */
  readonly actions?: ReactNode;
  readonly onDismiss?: (() => void) | undefined;
}

/** A message about the whole page, above the result: a damaged link, a plan changed in another tab. */
export function Banner({ tone, title, children, actions, onDismiss }: BannerProps) {
  const id = useId();
  return (
    <section className={styles.banner} data-tone={tone} aria-labelledby={id}>
      <SeverityIcon severity={tone} />
      <div className={styles.words}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {children && <div className={styles.text}>{children}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {onDismiss && (
        <Button icon="close" look="quiet" size="small" isIconOnly aria-label="Dismiss" onClick={onDismiss} />
      )}
    </section>
  );
}
