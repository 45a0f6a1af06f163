import type { SystemFigure } from '../../../sizing/core/study-figures.ts';
import styles from './system.module.css';
import type { SystemPart, SystemScale } from './system-scale.ts';

interface SystemKeyProps {
  readonly figure: SystemFigure;
  readonly scale: SystemScale;
}

/** What boxes, dots and marks mean; each kind once. */
export function SystemKey({ figure, scale }: SystemKeyProps) {
  const parts = figure.stages
    .flatMap((stage) => stage.groups.flatMap((group) => group.hosts))
    .flatMap((host) => host.parts);
  const kinds = [...new Map(parts.map((part) => [`${part.shape} ${part.label}`, part])).values()];
  return (
    <ul className={styles.key} data-picture="">
      {kinds.map((part) => (
        <li key={`${part.shape} ${part.label}`}>
          <Sign shape={part.shape} hasDots={part.slots > 0} />
          {part.label}
          {part.shape === 'process' && part.slots > 0 && ', a dot is one of its slots'}
        </li>
      ))}
      {!scale.hasEachProcess && <li>×24: that many alike</li>}
    </ul>
  );
}

function Sign({ shape, hasDots }: { readonly shape: SystemPart['shape']; readonly hasDots: boolean }) {
  return (
    <svg width="26" height="16" aria-hidden="true">
      {shape === 'store' ? (
        <path
          className={styles.box}
          data-shape="store"
          d="M7 4A6 2.5 0 0 1 19 4V13A6 2.5 0 0 1 7 13Z M7 4A6 2.5 0 0 0 19 4"
        />
      ) : shape === 'helper' ? (
        <rect className={styles.box} data-shape="helper" x="8.5" y="3.5" width="9" height="9" rx="2" />
      ) : (
        <>
          <rect className={styles.box} data-shape="process" x="3.5" y="1.5" width="19" height="13" rx="2.5" />
          {hasDots && <path className={styles.dots} d="M8 6h0M13 6h0M18 6h0M8 11h0M13 11h0" />}
        </>
      )}
    </svg>
  );
}
