import type { Rule } from '../../sizing/core/rule.ts';
import styles from './paper-rules.module.css';

/** The rules the advice rests on, under the document each stands in. */
export function PaperRules({ rules }: { readonly rules: readonly Rule[] }) {
  if (rules.length === 0) return null;
  const documents = [...new Set(rules.map((rule) => rule.document))];
  return (
    <section className={styles.rules}>
      <h2>Rules cited</h2>
      <div className={styles.columns}>
        {documents.map((document) => (
          <DocumentRules key={document} rules={rules.filter((rule) => rule.document === document)} />
        ))}
      </div>
    </section>
  );
}

function DocumentRules({ rules }: { readonly rules: readonly Rule[] }) {
  const [first] = rules;
  if (!first) return null;
  return (
    <section className={styles.document}>
      <h3>{first.document}</h3>
      {[...rules].sort(byId).map((rule) => (
        <p key={rule.id}>
          <strong>{rule.id}</strong> {rule.statement} {rule.section && <cite>{rule.section}.</cite>}
        </p>
      ))}
    </section>
  );
}

/** CF-5 before CF-10. */
function byId(a: Rule, b: Rule): number {
  return a.id.localeCompare(b.id, 'en', { numeric: true });
}
