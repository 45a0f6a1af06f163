import type { Explanation } from '../../sizing/core/explanation.ts';
import { OriginMark } from '../icons/origin-mark.tsx';
import styles from './explanation-text.module.css';
import { RuleEvidence } from './rule-text.tsx';
import { useRule } from './rules-context.tsx';

interface ExplanationTextProps {
  readonly title: string;
  readonly explanation: Explanation;
}

/** How a number comes about: formula in words, the same with values, what the other way gives, and sources. */
export function ExplanationText({ title, explanation }: ExplanationTextProps) {
  const { formula, worked, origins, rules, other } = explanation;
  return (
    <div className={styles.explanation}>
      <p className={styles.title}>{title}</p>
      <p>{formula}</p>
      <p className={styles.worked}>{worked}</p>
      {other !== undefined && <p className={styles.other}>{other}</p>}
      <ul className={styles.origins} aria-label="Rests on">
        {origins.map((origin) => (
          <li key={origin}>
            <OriginMark origin={origin} />
          </li>
        ))}
      </ul>
      {rules.map((ruleId) => (
        <FoldedRule key={ruleId} ruleId={ruleId} />
      ))}
    </div>
  );
}

function FoldedRule({ ruleId }: { readonly ruleId: string }) {
  const rule = useRule(ruleId);
  return (
    <details className={styles.rule}>
      <summary>
        <span className={styles.id}>{ruleId}</span> {rule?.statement}
      </summary>
      {rule && <RuleEvidence rule={rule} />}
    </details>
  );
}
