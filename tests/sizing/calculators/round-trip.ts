import { renderExport } from '../../../src/share/render-export.ts';
import type { Calculator } from '../../../src/sizing/core/calculator.ts';
import type { TextImporter } from '../../../src/sizing/core/import.ts';
import type { Inputs, Letter, Plan } from '../../../src/sizing/core/plan.ts';
import { applied } from './import-text.ts';

const context = { link: 'https://plimsoll.example/#x' };

/** The texts of the files of an option by the ids of their documents; what cannot be written is left out. */
export function textsOf(
  calculator: Calculator,
  plan: Plan,
  selected: Letter,
  ids: readonly string[],
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { content, id } of calculator.exports(plan, selected, context))
    if (ids.includes(id) && content.kind !== 'refused') texts.set(id, renderExport(content).text);
  return texts;
}

/** What a choice of the form offers, so that a new one is covered as soon as it is there. */
export function choicesOf(calculator: Calculator, name: string): readonly string[] {
  const param = calculator.params.find((p) => p.name === name);
  if (param?.kind !== 'choice') throw new Error(`${name} is no choice.`);
  return param.choices.map((choice) => choice.value);
}

/** The plan with some inputs of an option put in place of its own. */
export function withOwn(plan: Plan, selected: Letter, inputs: Inputs): Plan {
  return {
    ...plan,
    options: plan.options.map((option) =>
      option.letter === selected ? { ...option, inputs: { ...option.inputs, ...inputs } } : option,
    ),
  };
}

/** Reads one text after the other, into the selected option unless said otherwise. */
export function reread(
  calculator: Calculator,
  importer: TextImporter,
  start: Plan,
  selected: Letter,
  texts: Iterable<string>,
  destination = 'option',
): Plan {
  let plan = start;
  for (const text of texts) {
    const result = importer.read(text, { plan, selected, destination });
    const errors = result.problems.filter((problem) => problem.severity === 'error');
    if (errors.length > 0) throw new Error(`${errors[0]?.message}\n${text}`);
    plan = applied(calculator, plan, selected, result);
  }
  return plan;
}
