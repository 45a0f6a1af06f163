import type { NamedParam } from '../../sizing/core/calculator.ts';
import type { Value } from '../../sizing/core/param.ts';
import { checkValue } from '../../sizing/core/schema.ts';
import { ChoiceField } from './choice-field.tsx';
import { FlagField } from './flag-field.tsx';
import { fieldIdOf } from './focus-field.ts';
import { NumberField } from './number-field.tsx';
import { TextField } from './text-field.tsx';

export interface ParamFieldProps {
  readonly param: NamedParam;
  readonly value: Value;
  /** What `'auto'` stands for at the moment. */
  readonly autoValue?: number | undefined;
  /** A better hint than the declared one, computed from the inputs. */
  readonly hint?: string | undefined;
  readonly choiceLabels?: Readonly<Record<string, string>> | undefined;
  /** For a choice whose legend already says its label. */
  readonly isLabelHidden?: boolean | undefined;
  /** How the value contradicts another field. */
  readonly problem?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  /** Called with every value that is good. */
  readonly onChange: (value: Value) => void;
  /** Called with what is wrong with a typed text, and with null once it is good again. */
  readonly onDraft: (message: string | null) => void;
}

/** The field of a parameter, by its kind. */
export function ParamField({
  param,
  value,
  autoValue,
  choiceLabels,
  isLabelHidden,
  ...rest
}: ParamFieldProps) {
  switch (param.kind) {
    case 'number':
    case 'auto-number':
    case 'optional-number':
      return <NumberField param={param} value={value} autoValue={autoValue} {...rest} />;
    case 'choice': {
      const { onDraft, ...own } = rest;
      return (
        <ChoiceField
          param={param}
          value={String(value)}
          choiceLabels={choiceLabels}
          isLabelHidden={isLabelHidden}
          {...own}
        />
      );
    }
    case 'flag': {
      const { onDraft, ...own } = rest;
      return <FlagField param={param} value={value === true} {...own} />;
    }
    case 'text': {
      const { hint = param.help, ...own } = rest;
      return (
        <TextField
          id={fieldIdOf(param.name)}
          label={param.label}
          value={String(value)}
          hint={hint}
          rules={param.rules}
          check={(text) => {
            const checked = checkValue(param, text);
            return checked.ok ? undefined : checked.message;
          }}
          {...own}
        />
      );
    }
  }
}
