import type { Calculator, Evaluation } from '../sizing/core/calculator.ts';
import { type Cell, plainText } from '../sizing/core/explanation.ts';
import type { Inputs, Letter, Plan } from '../sizing/core/plan.ts';

/** A figure with all that stands behind it; a number that has no end is null, its text says so. */
interface Figure {
  readonly text: string;
  readonly value: number | null;
  readonly unit: string | null;
  readonly note: string | null;
  readonly formula: string | null;
  readonly worked: string | null;
  readonly other: string | null;
  readonly origins: readonly string[];
  readonly rules: readonly string[];
}

interface FoundProblem {
  readonly field: string;
  readonly message: string;
}

interface JsonOption {
  readonly letter: Letter;
  readonly name: string;
  readonly configuration: readonly string[];
  /** As chosen, by long name: an input that follows its rule is "auto". */
  readonly inputs: Inputs;
  /** What the rules give for the inputs that follow one. */
  readonly autoValues: Readonly<Record<string, number>>;
  readonly problems: readonly FoundProblem[];
  readonly figures: readonly (Figure & {
    readonly section: string;
    readonly id: string;
    readonly label: string;
  })[];
}

/** A comparison for programs: what was entered, what came out, and by which formula and rule. */
export interface ComparisonJson {
  readonly calculator: string;
  readonly title: string;
  readonly selected: Letter;
  readonly baseline: Letter;
  readonly shared: Inputs;
  /** Null when the selected option cannot be sized. */
  readonly verdict: {
    readonly state: string;
    readonly stateText: string;
    readonly headline: string;
    readonly paragraph: string;
    readonly keyFigures: readonly (Figure & { readonly label: string })[];
  } | null;
  readonly options: readonly JsonOption[];
  readonly findings: readonly {
    readonly id: string;
    readonly severity: string;
    readonly title: string;
    readonly text: string;
    readonly rules: readonly string[];
    readonly fix: { readonly label: string; readonly edit: unknown } | null;
  }[];
  readonly provenance: readonly { readonly origin: string; readonly text: string }[];
  /** The rules that figures and findings cite, with the sentences relied on. */
  readonly rules: readonly {
    readonly id: string;
    readonly origin: string;
    readonly statement: string;
    readonly document: string;
    readonly section: string;
    readonly quotes: readonly string[];
  }[];
}

/** The comparison as plain data, ready to be written as JSON. */
export function comparisonJson(calculator: Calculator, plan: Plan, selected: Letter): ComparisonJson {
  const evaluation = calculator.evaluate(plan, selected);
  const { result } = evaluation;
  const options = plan.options.map(({ letter }) => optionJson(calculator, plan, letter, evaluation));
  const findings = (result?.findings ?? []).map(({ fix, ...finding }) => ({ ...finding, fix: fix ?? null }));
  const verdict = result && {
    ...result.verdict,
    paragraph: plainText(result.verdict.paragraph),
    keyFigures: result.verdict.keyFigures.map(({ cell, label }) => ({ label, ...figureOf(cell) })),
  };
  const citing = [...options.flatMap((o) => o.figures), ...(verdict?.keyFigures ?? []), ...findings];
  const cited = new Set(citing.flatMap((c) => c.rules));
  return {
    calculator: calculator.id,
    title: plan.title,
    selected,
    baseline: plan.baseline,
    shared: plan.shared,
    verdict,
    options,
    findings,
    provenance: result?.provenance ?? [],
    rules: Object.values(calculator.rules).filter((rule) => cited.has(rule.id)),
  };
}

function optionJson(
  calculator: Calculator,
  plan: Plan,
  letter: Letter,
  { problems, result }: Evaluation,
): JsonOption {
  const option = plan.options.find((o) => o.letter === letter);
  const figures = (result?.table.sections ?? []).flatMap(({ rows, title }) =>
    rows.flatMap(({ cells, id, label }) => {
      const cell = cells[letter];
      return cell ? [{ section: title, id, label, ...figureOf(cell) }] : [];
    }),
  );
  return {
    letter,
    name: option?.name ?? '',
    configuration: result?.configurations[letter] ?? [],
    inputs: option?.inputs ?? {},
    autoValues: calculator.evaluate(plan, letter).autoValues,
    problems: problems[letter] ?? [],
    figures,
  };
}

function figureOf({ explain, note, text, unit, value, valueUnit }: Cell): Figure {
  return {
    text,
    value: value !== null && Number.isFinite(value) ? value : null,
    unit: valueUnit ?? unit ?? null,
    note: note ?? null,
    formula: explain?.formula ?? null,
    worked: explain?.worked ?? null,
    other: explain?.other ?? null,
    origins: explain?.origins ?? [],
    rules: explain?.rules ?? [],
  };
}
