import type { VerdictState } from '../../sizing/core/calculator.ts';
import styles from './ring-icon.module.css';

/** The load-line ring against its water: above it, at it, or under it. The words beside it say the same. */
export function RingIcon({ state }: { readonly state: VerdictState | 'none' }) {
  const waterY = { meets: 20, changes: 13, short: 5, none: null }[state];
  return (
    <svg className={styles.ring} data-state={state} viewBox="0 0 24 24" aria-hidden="true">
      {waterY !== null && <path className={styles.water} d={`M0 ${waterY}h24V24H0z`} />}
      <circle cx="12" cy="12" r="7" />
      <path className={styles.line} d="M1.5 12h21" />
    </svg>
  );
}
