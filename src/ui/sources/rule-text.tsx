import type { Rule } from '../../sizing/core/rule.ts';
import { OriginMark } from '../icons/origin-mark.tsx';
import styles from './rule-text.module.css';

/** A rule in full: our statement, the document's own sentences, and where they stand. */
export function RuleText({ rule }: { readonly rule: Rule }) {
  return (
    <div className={styles.rule}>
      <p className={styles.statement}>{rule.statement}</p>
      <RuleEvidence rule={rule} />
    </div>
  );
}

/** What a rule rests on: the sentences relied on, and where they stand. */
export function RuleEvidence({ rule }: { readonly rule: Rule }) {
  return (
    <div className={styles.rule}>
      {rule.quotes.map((quote) => (
        <blockquote key={quote} className={styles.quote}>
          {quote}
        </blockquote>
      ))}
      <p className={styles.source}>
        <OriginMark origin={rule.origin} />
        <span>
          <cite>{rule.document}</cite>
          {rule.section && `, ${rule.section}`}
        </span>
      </p>
    </div>
  );
}
