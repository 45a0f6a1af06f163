import { useState } from 'react';
import type { Rule } from '../../sizing/core/rule.ts';
import { RuleText } from '../sources/rule-text.tsx';
import { Dialog } from './dialog.tsx';
import styles from './rules-dialog.module.css';

interface RulesDialogProps {
  readonly rules: Readonly<Record<string, Rule>>;
  readonly isOpen: boolean;
  /** What to look for at first; the user may go on from there. */
  readonly initialSought?: string;
  readonly onClose: () => void;
}

/** Every rule the calculator relies on, with its quotes, to read and to search. */
export function RulesDialog({ rules, isOpen, initialSought = '', onClose }: RulesDialogProps) {
  const [sought, setSought] = useState(initialSought);
  const found = Object.values(rules).filter((rule) => hasAllWords(rule, sought));
  return (
    <Dialog
      title="Guide rules"
      isOpen={isOpen}
      onClose={onClose}
      tools={
        <label className={styles.search}>
          <span>Search</span>
          <input
            type="search"
            value={sought}
            onChange={(event) => setSought(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              // The field would take the first Esc to empty itself.
              event.preventDefault();
              event.currentTarget.closest('dialog')?.close();
            }}
          />
        </label>
      }
    >
      <p className={styles.count} role="status">
        {found.length === 0
          ? `No rule has “${sought.trim()}”.`
          : `${found.length} of ${Object.keys(rules).length} rules`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <ul tabIndex={0} aria-label="Rules" className={styles.rules}>
        {found.map((rule) => (
          <li key={rule.id} className={styles.rule}>
            <h3 className={styles.id}>{rule.id}</h3>
            <RuleText rule={rule} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function hasAllWords(rule: Rule, sought: string): boolean {
  const text = [rule.id, rule.statement, ...rule.quotes, rule.document, rule.section].join(' ').toLowerCase();
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
