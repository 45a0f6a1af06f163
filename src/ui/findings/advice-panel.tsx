import { memo, useState } from 'react';
import { type Edit, type Finding, severities } from '../../sizing/core/finding.ts';
import { counted } from '../../sizing/core/number-text.ts';
import type { Letter } from '../../sizing/core/plan.ts';
import { SeverityIcon } from '../icons/severity-icon.tsx';
import { Panel } from '../panels/panel.tsx';
import { Button } from '../shell/button.tsx';
import { Cite } from '../sources/cite.tsx';
import styles from './advice-panel.module.css';

interface AdvicePanelProps {
  readonly letter: Letter;
  readonly findings: readonly Finding[];
  readonly onEdit: (edit: Edit) => void;
}

const visibleAtFirst = 6;

/** What to change about an option, worst first, and what is in order. */
export const AdvicePanel = memo(function AdvicePanel({ letter, findings, onEdit }: AdvicePanelProps) {
  const [isUnfolded, setIsUnfolded] = useState(false);
  const ordered = severities.flatMap((severity) => findings.filter((f) => f.severity === severity));
  const shown = isUnfolded ? ordered : ordered.slice(0, visibleAtFirst);
  const surplus = ordered.length - visibleAtFirst;
  return (
    <Panel title={`Advice for ${letter}`} aside={countsOf(findings)}>
      {findings.every((f) => f.severity === 'fine') && (
        <p className={styles.nothing}>
          {findings.length === 0 && <SeverityIcon severity="fine" />}
          Nothing to change for option {letter}.
        </p>
      )}
      <ul className={styles.list}>
        {shown.map((finding) => (
          <FindingItem key={finding.id} finding={finding} onEdit={onEdit} />
        ))}
      </ul>
      {surplus > 0 && (
        <button
          type="button"
          className={styles.more}
          aria-expanded={isUnfolded}
          onClick={() => setIsUnfolded(!isUnfolded)}
        >
          {isUnfolded ? 'Show fewer' : `${surplus} more`}
        </button>
      )}
    </Panel>
  );
});

/** "1 blocker, 3 cautions"; empty when neither is there. */
function countsOf(findings: readonly Finding[]): string {
  const number = (severity: Finding['severity']) => findings.filter((f) => f.severity === severity).length;
  const blockers = number('blocker');
  const cautions = number('caution');
  return [blockers > 0 && counted(blockers, 'blocker'), cautions > 0 && counted(cautions, 'caution')]
    .filter((part) => part !== false)
    .join(', ');
}

interface FindingItemProps {
  readonly finding: Finding;
  readonly onEdit: (edit: Edit) => void;
}

const FindingItem = memo(function FindingItem({ finding, onEdit }: FindingItemProps) {
  const { severity, title, text, rules, fix } = finding;
  return (
    <li className={styles.finding}>
      <SeverityIcon severity={severity} />
      <div className={styles.words}>
        <h3 className={styles.title}>{title}</h3>
        {text && <p className={styles.text}>{text}</p>}
        {(fix || rules.length > 0) && (
          <div className={styles.actions}>
            {fix && (
              <Button size="small" className={styles.fix} onClick={() => onEdit(fix.edit)}>
                {fix.label}
              </Button>
            )}
            {rules.map((ruleId) => (
              <Cite key={ruleId} ruleId={ruleId} />
            ))}
          </div>
        )}
      </div>
    </li>
  );
});
