import type { Provenance } from '../../sizing/core/size-view.ts';
import { OriginMark } from '../icons/origin-mark.tsx';
import { Panel } from './panel.tsx';
import styles from './provenance-panel.module.css';

/** What the numbers on the page rest on, by kind of source. */
export function ProvenancePanel({ entries }: { readonly entries: readonly Provenance[] }) {
  return (
    <Panel title="Where the numbers come from">
      <dl className={styles.list}>
        {entries.map((entry) => (
          <div key={entry.origin} className={styles.entry}>
            <dt>
              <OriginMark origin={entry.origin} />
            </dt>
            <dd>{entry.text}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
