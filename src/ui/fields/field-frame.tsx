import type { ReactNode } from 'react';
import { Cite } from '../sources/cite.tsx';
import styles from './field-frame.module.css';

interface FieldFrameProps {
  /** Of the control; the label points at it. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly rules?: readonly string[] | undefined;
  readonly error?: string | undefined;
  /** Answers to the error, as buttons. */
  readonly answers?: ReactNode;
  /** Before the hint: where the number comes from. */
  readonly chip?: ReactNode;
  /** Full width under the control. */
  readonly below?: ReactNode;
  readonly children: ReactNode;
}

/** Label, control, hint with citations, and what is wrong, in the form's two columns. */
export function FieldFrame(props: FieldFrameProps) {
  const { id, label, hint, rules = [], error, answers, chip, below, children } = props;
  const hasHint = Boolean(hint) || Boolean(chip);
  const citations = rules.map((ruleId) => <Cite key={ruleId} ruleId={ruleId} />);
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        {!hasHint && citations.length > 0 && <span className={styles.rules}>{citations}</span>}
      </div>
      {children}
      {below}
      {error !== undefined && (
        <div className={styles.error}>
          <p id={errorIdOf(id)}>{error}</p>
          {answers}
        </div>
      )}
      {hasHint && (
        <div className={styles.hint}>
          {chip}
          {hint && <span id={hintIdOf(id)}>{hint}</span>}
          {citations}
        </div>
      )}
    </div>
  );
}

/** What describes a control: its error first, then its hint. */
export function describedBy(id: string, hasError: boolean, hasHint: boolean): string | undefined {
  const ids = [hasError && errorIdOf(id), hasHint && hintIdOf(id)].filter((part) => part !== false);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

export function hintIdOf(id: string): string {
  return `${id}-hint`;
}

export function errorIdOf(id: string): string {
  return `${id}-error`;
}
