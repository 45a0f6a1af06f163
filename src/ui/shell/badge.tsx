import type { Letter } from '../../sizing/core/plan.ts';
import styles from './badge.module.css';

/** An option's letter on its colour; letter and colour are identity, never a judgement. */
export function OptionBadge({ letter }: { readonly letter: Letter }) {
  return (
    <span className={styles.badge} data-letter={letter}>
      <span className="visually-hidden">Option </span>
      {letter}
    </span>
  );
}
