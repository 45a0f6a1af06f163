import type { Calculator, NamedParam } from '../sizing/core/calculator.ts';
import { numberText } from '../sizing/core/number-text.ts';
import type { Value } from '../sizing/core/param.ts';
import type { Letter, Plan } from '../sizing/core/plan.ts';

/** What differs between two plans, in words, and where the eye should go. */
export interface Change {
  /** "API VMs 9 to 8", "option D deleted". */
  readonly text: string;
  readonly letter?: Letter;
  /** Long name of the field, when it is a single one. */
  readonly field?: string;
}

/** Describes the step from one plan to another, for "Undone: …". */
export function describeChange(calculator: Calculator, from: Plan, to: Plan): Change {
  const gone = from.options.find((o) => !to.options.some((t) => t.letter === o.letter));
  const added = to.options.find((o) => !from.options.some((f) => f.letter === o.letter));
  if (gone && added) return { text: 'all options replaced' };
  if (gone) return { text: `option ${gone.letter} removed` };
  if (added) return { text: `option ${added.letter} back`, letter: added.letter };
  if (from.title !== to.title) return { text: `title “${from.title}” to “${to.title}”` };
  if (from.baseline !== to.baseline) return { text: `baseline ${from.baseline} to ${to.baseline}` };

  const fields = fieldChanges(calculator, from, to);
  const [first] = fields;
  if (first && fields.length === 1) return first;
  if (fields.length > 1) {
    const letter = fields.every((f) => f.letter === first?.letter) ? first?.letter : undefined;
    return { text: `${fields.length} settings`, ...(letter ? { letter } : {}) };
  }
  const renamed = to.options.find((o) =>
    from.options.some((f) => f.letter === o.letter && f.name !== o.name),
  );
  if (renamed) return { text: `name of option ${renamed.letter}`, letter: renamed.letter };
  return { text: 'order of options' };
}

function fieldChanges(calculator: Calculator, from: Plan, to: Plan): readonly Change[] {
  const changes: Change[] = [];
  for (const param of calculator.params) {
    if (param.scope === 'shared') {
      const [was, is] = [from.shared[param.name], to.shared[param.name]];
      if (was !== is) changes.push({ field: param.name, text: stepText(param, was, is) });
      continue;
    }
    for (const option of to.options) {
      const was = from.options.find((o) => o.letter === option.letter)?.inputs[param.name];
      const is = option.inputs[param.name];
      if (was !== is)
        changes.push({ field: param.name, letter: option.letter, text: stepText(param, was, is) });
    }
  }
  return changes;
}

function stepText(param: NamedParam, from: Value | undefined, to: Value | undefined): string {
  return `${param.label} ${valueWord(param, from)} to ${valueWord(param, to)}`;
}

function valueWord(param: NamedParam, value: Value | undefined): string {
  if (param.kind === 'choice') return param.choices.find((c) => c.value === value)?.label ?? String(value);
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return value === null || value === undefined ? 'empty' : value;
}
