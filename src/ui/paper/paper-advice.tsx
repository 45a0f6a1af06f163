import { Fragment } from 'react';
import { type Finding, type Severity, severities } from '../../sizing/core/finding.ts';
import type { Letter } from '../../sizing/core/plan.ts';
import type { Rule } from '../../sizing/core/rule.ts';
import { SeverityIcon } from '../icons/severity-icon.tsx';
import styles from './paper-advice.module.css';
import { PaperRules } from './paper-rules.tsx';

interface PaperAdviceProps {
  readonly letter: Letter;
  readonly findings: readonly Finding[];
  readonly rules: Readonly<Record<string, Rule>>;
}

const words: Readonly<Record<Severity, string>> = {
  blocker: 'Blocker: ',
  caution: 'Caution: ',
  note: 'Note: ',
  fine: 'In order: ',
};

/** All advice, worst first, then the rules it cites in full. */
export function PaperAdvice({ letter, findings, rules }: PaperAdviceProps) {
  const ordered = severities.flatMap((severity) => findings.filter((f) => f.severity === severity));
  const cited = new Set(ordered.flatMap((f) => f.rules));
  return (
    <section>
      <h2>Advice for option {letter}</h2>
      {ordered.every((f) => f.severity === 'fine') && <p>Nothing to change for option {letter}.</p>}
      <ul>
        {ordered.map(({ id, severity, title, text, rules: ids }) => (
          <li key={id} className={styles.finding}>
            <SeverityIcon severity={severity} />
            <p>
              <strong>
                {words[severity]}
                {sentence(title)}
              </strong>{' '}
              {text} {ids.length > 0 && <Cited ids={ids} />}
            </p>
          </li>
        ))}
      </ul>
      <PaperRules rules={[...cited].flatMap((id) => rules[id] ?? [])} />
    </section>
  );
}

function Cited({ ids }: { readonly ids: readonly string[] }) {
  return (
    <span className={styles.cited}>
      {ids.map((id, index) => (
        <Fragment key={id}>
          {index > 0 && ' '}
          <span>
            {index === 0 && '('}
            {id}
            {index === ids.length - 1 ? ')' : ','}
          </span>
        </Fragment>
      ))}
    </span>
  );
}

/** A title runs into its text here and so needs an end; some end with a question mark. */
function sentence(title: string): string {
  return /[.?!]$/.test(title) ? title : `${title}.`;
}
