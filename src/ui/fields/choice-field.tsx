import { type ReactNode, useId } from 'react';
import type { NamedParam } from '../../sizing/core/calculator.ts';
import type { ChoiceParam } from '../../sizing/core/param.ts';
import { Cite } from '../sources/cite.tsx';
import styles from './choice-field.module.css';
import { describedBy, errorIdOf, FieldFrame, hintIdOf } from './field-frame.tsx';
import { fieldIdOf } from './focus-field.ts';

interface ChoiceFieldProps {
  readonly param: ChoiceParam & Pick<NamedParam, 'name'>;
  readonly value: string;
  readonly hint?: string | undefined;
  /** Better words for the choices than the declared ones: "Match today: 400 requests". */
  readonly choiceLabels?: Readonly<Record<string, string>> | undefined;
  /** The legend around it already says the same. */
  readonly isLabelHidden?: boolean | undefined;
  readonly problem?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly onChange: (value: string) => void;
}

/** One of a few named values: radio buttons drawn as segments or as a list of sentences, or a menu for many. */
export function ChoiceField(props: ChoiceFieldProps) {
  return props.param.display === 'list' ? <ListField {...props} /> : <RadioField {...props} />;
}

function RadioField(props: ChoiceFieldProps) {
  const { param, value, choiceLabels, isLabelHidden = false, problem, isDisabled = false, onChange } = props;
  const id = fieldIdOf(param.name);
  const group = useId();
  const hint = props.hint ?? param.help;
  const areRulesBeside = !hint && !isLabelHidden;
  return (
    <div
      id={id}
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={describedBy(id, problem !== undefined, Boolean(hint))}
      aria-invalid={problem !== undefined}
      aria-errormessage={problem === undefined ? undefined : errorIdOf(id)}
      className={styles.field}
    >
      <span className={isLabelHidden ? styles.unlabelled : styles.label}>
        <span id={`${id}-label`} className={isLabelHidden ? 'visually-hidden' : styles.name}>
          {param.label}
        </span>
        {areRulesBeside && (
          <span className={styles.rules}>
            <Rules rules={param.rules} />
          </span>
        )}
      </span>
      <div className={param.display === 'segments' ? styles.segments : styles.radios}>
        {param.choices.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input
              type="radio"
              name={group}
              value={choice.value}
              checked={choice.value === value}
              disabled={isDisabled}
              onChange={() => onChange(choice.value)}
            />
            <span>{choiceLabels?.[choice.value] ?? choice.label}</span>
          </label>
        ))}
      </div>
      <Notes id={id} hint={hint} problem={problem} rules={areRulesBeside ? undefined : param.rules} />
    </div>
  );
}

interface NotesProps {
  readonly id: string;
  readonly hint: string | undefined;
  readonly problem: string | undefined;
  readonly rules: readonly string[] | undefined;
}

function Notes({ id, hint, problem, rules = [] }: NotesProps): ReactNode {
  return (
    <>
      {problem !== undefined && (
        <p id={errorIdOf(id)} className={styles.error}>
          {problem}
        </p>
      )}
      {(hint || rules.length > 0) && (
        <div className={styles.hint}>
          {hint && <span id={hintIdOf(id)}>{hint}</span>}
          <Rules rules={rules} />
        </div>
      )}
    </>
  );
}

function Rules({ rules = [] }: Partial<Pick<NotesProps, 'rules'>>): ReactNode {
  return rules.map((ruleId) => <Cite key={ruleId} ruleId={ruleId} />);
}

function ListField(props: ChoiceFieldProps) {
  const { param, value, choiceLabels, problem, isDisabled = false, onChange } = props;
  const id = fieldIdOf(param.name);
  const hint = props.hint ?? param.help;
  return (
    <FieldFrame id={id} label={param.label} hint={hint} rules={param.rules} error={problem}>
      <select
        id={id}
        className={styles.list}
        value={value}
        disabled={isDisabled}
        aria-describedby={describedBy(id, problem !== undefined, Boolean(hint))}
        aria-invalid={problem !== undefined}
        aria-errormessage={problem === undefined ? undefined : errorIdOf(id)}
        onChange={(event) => onChange(event.target.value)}
      >
        {param.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choiceLabels?.[choice.value] ?? choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
