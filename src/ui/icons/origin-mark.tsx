import type { Origin } from '../../sizing/core/rule.ts';
import styles from './origin-mark.module.css';

const originNames: Readonly<Record<Origin, string>> = {
  guide: 'Guide',
  release: 'Release',
  yours: 'Yours',
  assumed: 'Assumed',
};

/** Where a number comes from, as a mark and a word: full, half, open and dashed ring. */
export function OriginMark({ origin }: { readonly origin: Origin }) {
  return (
    <span className={styles.origin}>
      <svg className={styles.mark} viewBox="0 0 12 12" aria-hidden="true">
        <circle className={styles[origin]} cx="6" cy="6" r="4.6" />
        {origin === 'release' && <path className={styles.half} d="M6 1.4a4.6 4.6 0 0 0 0 9.2z" />}
      </svg>
      {originNames[origin]}
    </span>
  );
}
