import type { Severity } from '../../sizing/core/finding.ts';
import styles from './severity-icon.module.css';

const names: Readonly<Record<Severity, string>> = {
  blocker: 'Blocker',
  caution: 'Caution',
  note: 'Note',
  fine: 'In order',
};

/** A finding's severity by shape, so that colour is never alone: triangle, diamond, square, circle. */
export function SeverityIcon({ severity }: { readonly severity: Severity }) {
  return (
    <svg
      className={styles.icon}
      data-severity={severity}
      viewBox="0 0 20 20"
      role="img"
      aria-label={names[severity]}
    >
      {severity === 'blocker' && (
        <>
          <path d="M10 1.8 18.6 17H1.4z" fill="currentColor" />
          <path className={styles.inside} d="M10 7v5M10 14.2h.01" />
        </>
      )}
      {severity === 'caution' && <path d="M10 1.5 18.5 10 10 18.5 1.5 10zM10 6.2v4.6M10 13.4h.01" />}
      {severity === 'note' && <path d="M2.5 2.5h15v15h-15zM10 9v5M10 6h.01" />}
      {severity === 'fine' && <path d="M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16M6.3 10.2 9 12.8l4.8-5.4" />}
    </svg>
  );
}
