import type { ReactNode } from 'react';
import type { Group, NamedParam } from '../../sizing/core/calculator.ts';
import type { Value } from '../../sizing/core/param.ts';
import { type Inputs, type Letter, nameLength, nameProblem } from '../../sizing/core/plan.ts';
import type { FormNotes, Problem } from '../../sizing/core/size-view.ts';
import { ParamField } from '../fields/param-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { OptionBadge } from '../shell/badge.tsx';
import styles from './inputs-form.module.css';

interface InputsFormProps {
  readonly groups: readonly Group[];
  readonly params: readonly NamedParam[];
  /** Shared inputs and the selected option's, by long name. */
  readonly inputs: Inputs;
  readonly notes: FormNotes;
  readonly autoValues: Readonly<Record<string, number>>;
  /** Of the selected option. */
  readonly problems: readonly Problem[];
  readonly option: { readonly letter: Letter; readonly name: string };
  readonly isReadOnly?: boolean;
  /** Stands above the fields: a menu of published configurations. */
  readonly tools?: ReactNode;
  readonly onChange: (name: string, value: Value) => void;
  /** What keeps a field's text from being used; null when nothing does. `name` as the option's name field. */
  readonly onDraft: (name: string, message: string | null) => void;
  readonly onRename: (name: string) => void;
}

/** The id under which the form reports on the option's name. */
export const nameField = 'option-name';

/** All inputs of a calculator for one option, drawn from its parameters: what all options share, and its own. */
export function InputsForm(props: InputsFormProps) {
  const { groups, params, notes, option, tools } = props;
  const visible = params.filter((param) => !notes.hidden.includes(param.name));
  const firstOwn = groups.find((group) => visible.some((p) => p.group === group.id && p.scope === 'option'));
  return (
    <form aria-label="Inputs" onSubmit={(event) => event.preventDefault()} noValidate>
      {tools && <div className={styles.tools}>{tools}</div>}
      {groups.map((group) => {
        const own = visible.filter((param) => param.group === group.id);
        if (own.length === 0) return null;
        const isOfOption = own.some((param) => param.scope === 'option');
        return (
          <fieldset key={group.id} className={styles.group}>
            <legend className={styles.legend}>
              {isOfOption && <OptionBadge letter={option.letter} />}
              <span className={styles.title}>{group === firstOwn ? option.name : group.label}</span>
              {notes.legends[group.id] && <span className={styles.sum}>{notes.legends[group.id]}</span>}
            </legend>
            {group === firstOwn && <NameField key={option.letter} {...props} />}
            {own.map((param) => (
              <FormField
                // A field's half-typed text belongs to the option it was typed for.
                key={param.scope === 'option' ? `${option.letter} ${param.name}` : param.name}
                {...props}
                param={param}
                groupLabel={group.label}
              />
            ))}
          </fieldset>
        );
      })}
    </form>
  );
}

function NameField({ option, isReadOnly, onDraft, onRename }: InputsFormProps) {
  return (
    <TextField
      id={nameField}
      label="Name"
      value={option.name}
      isDisabled={isReadOnly}
      check={(name) => {
        const problem = nameProblem(name, nameLength);
        return problem === undefined ? undefined : `Name: ${problem}.`;
      }}
      onChange={onRename}
      onDraft={(message) => onDraft(nameField, message)}
    />
  );
}

interface FormFieldProps extends InputsFormProps {
  readonly param: NamedParam;
  readonly groupLabel: string;
}

function FormField(props: FormFieldProps) {
  const { param, groupLabel, inputs, notes, autoValues, problems, isReadOnly, onChange, onDraft } = props;
  const { name } = param;
  return (
    <ParamField
      param={param}
      value={inputs[name] ?? (param.kind === 'optional-number' ? null : param.default)}
      autoValue={autoValues[name]}
      hint={notes.hints[name]}
      choiceLabels={notes.choiceLabels[name]}
      isLabelHidden={param.label === groupLabel}
      problem={problems.find((problem) => problem.field === name)?.message}
      isDisabled={isReadOnly}
      onChange={(value) => onChange(name, value)}
      onDraft={(message) => onDraft(name, message)}
    />
  );
}
