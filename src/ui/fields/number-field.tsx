import { useRef } from 'react';
import type { NamedParam } from '../../sizing/core/calculator.ts';
import type { AnyNumberParam, Value } from '../../sizing/core/param.ts';
import { AutoChip } from './auto-chip.tsx';
import { describedBy, errorIdOf, FieldFrame } from './field-frame.tsx';
import { fieldIdOf } from './focus-field.ts';
import { NumberBox } from './number-box.tsx';
import { valueText } from './read-draft.ts';
import { ReadingAnswers } from './reading-answers.tsx';
import { SliderField } from './slider-field.tsx';
import { useNumberEntry } from './use-number-entry.ts';

interface NumberFieldProps {
  readonly param: AnyNumberParam & Pick<NamedParam, 'name'>;
  readonly value: Value;
  /** What `'auto'` stands for at the moment. */
  readonly autoValue?: number | undefined;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly onChange: (value: Value) => void;
  readonly onDraft: (message: string | null) => void;
}

/**
 * A number as a text box that keeps what was typed, reads it without guessing, and says what it accepts. The
 * model holds the last good value; nothing is ever changed to fit.
 */
export function NumberField(props: NumberFieldProps) {
  const { param, value, autoValue, problem, isDisabled = false, onChange, onDraft } = props;
  const entry = useNumberEntry(param, value, autoValue, onChange, onDraft);
  const input = useRef<HTMLInputElement>(null);
  const { shown, trouble } = entry;
  const id = fieldIdOf(param.name);
  const [min, max] = param.range;
  const error = trouble?.message ?? problem;
  const hint =
    (param.kind === 'optional-number' && value === null && param.empty) || props.hint || param.help;

  function answer(act: () => void) {
    act();
    input.current?.focus();
  }

  return (
    <FieldFrame
      id={id}
      label={param.label}
      hint={hint}
      rules={param.rules}
      error={error}
      answers={
        trouble?.kind === 'ambiguous' && (
          <ReadingAnswers readings={trouble.readings} onAnswer={(text) => answer(() => entry.type(text))} />
        )
      }
      chip={
        param.kind === 'auto-number' && (
          <AutoChip
            label={param.label}
            isAuto={value === 'auto'}
            isDisabled={isDisabled}
            onAuto={() => answer(() => entry.set('auto'))}
          />
        )
      }
      below={
        param.slider && (
          <SliderField
            param={param}
            slider={param.slider}
            value={shown}
            isDisabled={isDisabled}
            onChange={entry.set}
          />
        )
      }
    >
      <NumberBox
        text={entry.text}
        suffix={param.suffix}
        isDisabled={isDisabled}
        isInvalid={error !== undefined}
        canStepDown={shown === undefined || shown > min}
        canStepUp={shown === undefined || shown < max}
        onStep={entry.step}
      >
        <input
          ref={input}
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          role="spinbutton"
          // The unit is part of the name; hidden in the label it would be set off by a blank.
          aria-label={`${param.label}, ${param.unit}`}
          aria-valuenow={shown}
          aria-valuemin={min}
          aria-valuemax={max}
          aria-valuetext={shown === undefined ? 'empty' : `${valueText(shown)} ${param.unit}`}
          aria-invalid={error !== undefined}
          aria-errormessage={error === undefined ? undefined : errorIdOf(id)}
          aria-describedby={describedBy(id, error !== undefined, Boolean(hint))}
          disabled={isDisabled}
          value={entry.text}
          onChange={(event) => entry.type(event.target.value)}
          onKeyDown={entry.onKeyDown}
          onBlur={entry.onBlur}
        />
      </NumberBox>
    </FieldFrame>
  );
}
