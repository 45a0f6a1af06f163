import { useCallback, useRef, useState } from 'react';
import styles from './cite.module.css';
import { Popover } from './popover.tsx';
import { RuleText } from './rule-text.tsx';
import { useRule } from './rules-context.tsx';

/** A citation: the rule's id as a button that opens its statement, the quoted sentences and their place. */
export function Cite({ ruleId }: { readonly ruleId: string }) {
  const rule = useRule(ruleId);
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const close = useCallback(() => setIsOpen(false), []);
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className={styles.cite}
        aria-label={`Rule ${ruleId}`}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {ruleId}
      </button>
      {isOpen && (
        <Popover anchor={anchor} label={`Rule ${ruleId}`} onClose={close}>
          <p className={styles.id}>{ruleId}</p>
          {rule ? <RuleText rule={rule} /> : <p>The text of this rule is loading.</p>}
        </Popover>
      )}
    </>
  );
}
