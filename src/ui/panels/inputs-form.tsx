import { memo, type ReactNode } from 'react';
import type { Group, NamedParam } from '../../sizing/core/calculator.ts';
import type { Value } from '../../sizing/core/param.ts';
import { type Inputs, type Letter, nameLength, nameProblem } from '../../sizing/core/plan.ts';
import type { FormNotes, Problem } from '../../sizing/core/size-view.ts';
import { fieldIdOf } from '../fields/focus-field.ts';
import { ParamField, type ParamFieldProps } from '../fields/param-field.tsx';
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
  /** Like the next: best the same function every time, as each field is drawn anew for another one. */
  readonly onChange: (name: string, value: Value) => void;
  /** What keeps a field's text from being used; null when nothing does. `name` as the option's name field. */
  readonly onDraft: (name: string, message: string | null) => void;
  readonly onRename: (name: string) => void;
}

/** The id under which the form reports on the option's name. */
export const nameField = 'option-name';

/** All inputs of a calculator for one option, drawn from its parameters: what all options share, and its own. */
export function InputsForm(props: InputsFormProps) {
  const { groups, params, inputs, notes, autoValues, problems, option, isReadOnly, tools } = props;
  const { onChange, onDraft } = props;
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
                param={param}
                value={inputs[param.name] ?? (param.kind === 'optional-number' ? null : param.default)}
                autoValue={autoValues[param.name]}
                hint={notes.hints[param.name]}
                choiceLabels={notes.choiceLabels[param.name]}
                isLabelHidden={param.label === group.label}
                problem={problems.find((problem) => problem.field === param.name)?.message}
                isDisabled={isReadOnly}
                onInput={onChange}
                onDraftOf={onDraft}
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
      id={fieldIdOf(nameField)}
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

interface FormFieldProps extends Omit<ParamFieldProps, 'onChange' | 'onDraft'> {
  readonly onInput: InputsFormProps['onChange'];
  readonly onDraftOf: InputsFormProps['onDraft'];
}

/** Drawn anew only when something of its own changed: a form has thirty fields, and a key press changes one. */
const FormField = memo(function FormField({ onInput, onDraftOf, ...field }: FormFieldProps) {
  const { name } = field.param;
  return (
    <ParamField
      {...field}
      onChange={(value) => onInput(name, value)}
      onDraft={(message) => onDraftOf(name, message)}
    />
  );
});
