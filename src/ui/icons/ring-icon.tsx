import type { VerdictState } from '../../sizing/core/size-view.ts';
import styles from './ring-icon.module.css';

/**
 * The verdict's sign: the load-line ring above its water, a diamond where something is to be changed, the ring
 * under water, or a dashed ring. The words beside it say the same.
 */
export function RingIcon({ state }: { readonly state: VerdictState | 'none' }) {
  return (
    <svg className={styles.ring} data-state={state} viewBox="0 0 26 26" aria-hidden="true">
      {state === 'changes' ? (
        <path className={styles.diamond} d="M13 2.5 23.5 13 13 23.5 2.5 13zM13 8.2v5.6M13 17.2h.01" />
      ) : (
        <>
          {state === 'meets' && <path className={styles.water} d="M0 24h26" />}
          {state === 'short' && <path className={styles.water} d="M0 3h26" />}
          <circle cx="13" cy="13" r="7.5" />
          <path className={styles.line} d="M1.5 13h23" />
        </>
      )}
    </svg>
  );
}
