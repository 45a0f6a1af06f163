import type { Calculator } from '../../../src/sizing/core/calculator.ts';
import type { ImportResult, TextImporter } from '../../../src/sizing/core/import.ts';
import type { Inputs, Letter, Option, Plan } from '../../../src/sizing/core/plan.ts';
import { planOf } from '../../../src/sizing/core/preset.ts';

export async function importerOf(calculator: Calculator): Promise<TextImporter> {
  const importer = await calculator.importText?.();
  if (!importer) throw new Error(`${calculator.id} reads no files.`);
  return importer;
}

/** What a new visitor sees, with shared inputs changed. */
export function firstPlan(calculator: Calculator, shared: Inputs = {}): Plan {
  const [preset] = calculator.presets;
  if (!preset) throw new Error('There is no preset.');
  const { plan } = planOf(calculator, preset);
  return { ...plan, shared: { ...plan.shared, ...shared } };
}

/** A plan with a result's inputs set, each where its scope says. */
export function applied(
  calculator: Calculator,
  plan: Plan,
  selected: Letter,
  { inputs }: ImportResult,
): Plan {
  const isShared = (name: string) => calculator.params.find((p) => p.name === name)?.scope === 'shared';
  const of = (wanted: boolean) =>
    Object.fromEntries(Object.entries(inputs).filter(([name]) => isShared(name) === wanted));
  const withOwn = (option: Option): Option =>
    option.letter === selected ? { ...option, inputs: { ...option.inputs, ...of(false) } } : option;
  return { ...plan, shared: { ...plan.shared, ...of(true) }, options: plan.options.map(withOwn) };
}

/** What is said of a file that could not be read, sentence by sentence. */
export function messagesOf(result: ImportResult): readonly string[] {
  return result.problems.map((problem) => problem.message);
}
