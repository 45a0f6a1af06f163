import { type ReactNode, type Ref, useId } from 'react';
import styles from './panel.module.css';

interface PanelProps {
  readonly ref?: Ref<HTMLElement>;
  readonly title: string;
  /** Small print or buttons at the right end of the heading. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A titled box of the page, found by its heading. */
export function Panel({ ref, title, aside, children }: PanelProps) {
  const id = useId();
  return (
    <section ref={ref} className={styles.panel} aria-labelledby={id}>
      <header className={styles.header}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
      </header>
      {children}
    </section>
  );
}
