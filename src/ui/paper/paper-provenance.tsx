import type { Provenance } from '../../sizing/core/size-view.ts';
import { OriginMark } from '../icons/origin-mark.tsx';
import styles from './paper-provenance.module.css';

/** What the numbers rest on: guide, releases, the user's own figures, and what was assumed. */
export function PaperProvenance({ entries }: { readonly entries: readonly Provenance[] }) {
  return (
    <section className={styles.provenance}>
      <h2>Assumptions and where the numbers come from</h2>
      <dl>
        {entries.map((entry) => (
          <div key={entry.origin}>
            <dt>
              <OriginMark origin={entry.origin} />
            </dt>
            <dd>{entry.text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
