import { describedBy, errorIdOf, FieldFrame } from './field-frame.tsx';
import styles from './text-field.module.css';
import { useDraft } from './use-draft.ts';
import { useReport } from './use-report.ts';

interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string | undefined;
  readonly rules?: readonly string[] | undefined;
  readonly problem?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  /** What is wrong with a text, as a sentence, or undefined. */
  readonly check: (text: string) => string | undefined;
  readonly onChange: (value: string) => void;
  readonly onDraft: (message: string | null) => void;
}

/** A short line of text that keeps what was typed and hands on only what passes its check. */
export function TextField(props: TextFieldProps) {
  const { id, label, value, hint, rules, problem, isDisabled = false, check, onChange, onDraft } = props;
  const draft = useDraft(value);
  const text = draft.typed ?? value;
  const wrong = draft.typed === undefined ? undefined : check(draft.typed);
  useReport(wrong, onDraft);
  const error = wrong ?? problem;
  return (
    <FieldFrame id={id} label={label} hint={hint} rules={rules} error={error}>
      <input
        id={id}
        type="text"
        className={styles.text}
        autoComplete="off"
        spellCheck={false}
        value={text}
        disabled={isDisabled}
        aria-describedby={describedBy(id, error !== undefined, Boolean(hint))}
        aria-invalid={error !== undefined}
        aria-errormessage={error === undefined ? undefined : errorIdOf(id)}
        onChange={(event) => {
          const typed = event.target.value;
          const isGood = check(typed) === undefined;
          draft.keep(typed, isGood ? typed : value);
          if (isGood && typed !== value) onChange(typed);
        }}
        onBlur={() => {
          if (wrong === undefined) draft.drop();
        }}
      />
    </FieldFrame>
  );
}
