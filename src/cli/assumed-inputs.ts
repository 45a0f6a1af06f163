import type { Calculator, Evaluation, NamedParam } from '../sizing/core/calculator.ts';
import type { ImportFound } from '../sizing/core/import.ts';
import { numberText } from '../sizing/core/number-text.ts';
import type { Value } from '../sizing/core/param.ts';
import type { Letter, Plan } from '../sizing/core/plan.ts';

/** An input that a file does not say, with its value as people read it. */
export interface AssumedInput {
  readonly field: string;
  readonly label: string;
  readonly value: string;
}

/** What findings rest on besides what was found: the inputs of the Size view that mean something for the option. */
export function assumedInputs(
  calculator: Calculator,
  plan: Plan,
  selected: Letter,
  { autoValues, formNotes }: Evaluation,
  found: readonly ImportFound[],
): readonly AssumedInput[] {
  const own = plan.options.find((option) => option.letter === selected)?.inputs ?? {};
  return calculator.params
    .filter(({ name, view }) => view === undefined && !formNotes.hidden.includes(name))
    .filter(({ name }) => !found.some(({ field }) => field === name))
    .map((param) => {
      const value = (param.scope === 'shared' ? plan.shared : own)[param.name] ?? null;
      return {
        field: param.name,
        label: param.label,
        value: valueText(param, value, autoValues[param.name]),
      };
    });
}

function valueText(param: NamedParam, value: Value, byRule: number | undefined): string {
  if (value === 'auto' && byRule !== undefined) return `${numberText(byRule)} by rule`;
  if (value === null) return param.kind === 'optional-number' ? param.empty : 'not given';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value === 'number') {
    const suffix = 'suffix' in param && param.suffix !== undefined ? ` ${param.suffix}` : '';
    return numberText(value) + suffix;
  }
  return param.kind === 'choice' ? (param.choices.find((c) => c.value === value)?.label ?? value) : value;
}
