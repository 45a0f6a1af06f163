import type { NamedParam } from '../../sizing/core/calculator.ts';
import type { FlagParam } from '../../sizing/core/param.ts';
import { Cite } from '../sources/cite.tsx';
import { describedBy, errorIdOf, hintIdOf } from './field-frame.tsx';
import styles from './flag-field.module.css';
import { fieldIdOf } from './focus-field.ts';

interface FlagFieldProps {
  readonly param: FlagParam & Pick<NamedParam, 'name'>;
  readonly value: boolean;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly onChange: (value: boolean) => void;
}

/** On or off. */
export function FlagField({ param, value, problem, isDisabled = false, onChange, ...rest }: FlagFieldProps) {
  const id = fieldIdOf(param.name);
  const hint = rest.hint ?? param.help;
  const rules = param.rules ?? [];
  return (
    <div className={styles.field}>
      <label className={styles.label}>
        <input
          id={id}
          type="checkbox"
          checked={value}
          disabled={isDisabled}
          aria-describedby={describedBy(id, problem !== undefined, Boolean(hint))}
          aria-invalid={problem !== undefined}
          aria-errormessage={problem === undefined ? undefined : errorIdOf(id)}
          onChange={(event) => onChange(event.target.checked)}
        />
        {param.label}
      </label>
      {problem !== undefined && (
        <p id={errorIdOf(id)} className={styles.error}>
          {problem}
        </p>
      )}
      {(hint || rules.length > 0) && (
        <div className={styles.hint}>
          {hint && <span id={hintIdOf(id)}>{hint}</span>}
          {rules.map((ruleId) => (
            <Cite key={ruleId} ruleId={ruleId} />
          ))}
        </div>
      )}
    </div>
  );
}
