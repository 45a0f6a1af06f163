import type { Calculator, Evaluation, NamedParam } from '../sizing/core/calculator.ts';
import type { Finding } from '../sizing/core/finding.ts';
import {
  hasErrors,
  type ImportFound,
  type ImportResult,
  type TextImporter,
  type TextPlace,
} from '../sizing/core/import.ts';
import { capitalised } from '../sizing/core/number-text.ts';
import type { Letter, Plan } from '../sizing/core/plan.ts';
import { defaultsOf } from '../sizing/core/preset.ts';
import { asSentence } from './as-sentence.ts';
import { type AssumedInput, assumedInputs } from './assumed-inputs.ts';
import { withInputs } from './with-inputs.ts';

/** What a file is checked against. */
export interface CheckedPlan {
  readonly plan: Plan;
  readonly selected: Letter;
}

/** Something to say of a file; without a place where it is about no single value of it. */
export interface Remark {
  readonly place: TextPlace | null;
  readonly severity: Finding['severity'] | 'error' | 'warning';
  readonly message: string;
  /** Id of the finding; null where the file itself cannot be read as it is. */
  readonly id: string | null;
  readonly rules: readonly string[];
}

export interface CheckedText {
  readonly calculator: Calculator;
  readonly reading: ImportResult;
  /** In the order of the file; those without a place last. */
  readonly remarks: readonly Remark[];
  /** What else the findings rest on: inputs that the file does not say, with their values as people read them. */
  readonly assumed: readonly AssumedInput[];
}

/** A plan of one option with the defaults, for a file that comes without a plan. */
export function plainPlan(calculator: Calculator): CheckedPlan {
  const option = { letter: 'A', name: 'In the file', inputs: defaultsOf(calculator, 'option') } as const;
  const shared = defaultsOf(calculator, 'shared');
  return {
    plan: {
      calculator: calculator.id,
      title: calculator.planTitle,
      shared,
      options: [option],
      baseline: 'A',
    },
    selected: 'A',
  };
}

/** Reads a text into a plan and finds what the page would find. Never throws, whatever the text. */
export function checkText(
  text: string,
  calculator: Calculator,
  importer: TextImporter,
  start: CheckedPlan,
): CheckedText {
  const { selected } = start;
  const { plan, reading } = readInto(text, calculator, importer, start);
  const unread = [
    ...reading.problems,
    ...reading.needs.map((need) => ({ ...need, severity: 'warning' }) as const),
  ];
  const remarks = unread.map(
    ({ column, line, message, severity }): Remark => ({
      place: { line, column },
      severity,
      message: withoutPlace(message),
      id: null,
      rules: [],
    }),
  );
  if (reading.kind === null || hasErrors(reading))
    return { calculator, reading, remarks: inOrder(remarks), assumed: [] };
  const evaluation = calculator.evaluate(plan, selected);
  return {
    calculator,
    reading,
    remarks: inOrder([...remarks, ...adviceOf(calculator, evaluation, selected, reading.found)]),
    assumed: assumedInputs(calculator, plan, selected, evaluation, reading.found),
  };
}

/**
 * A file of what runs today sets today's fleet, and is looked at as an option as well: findings are about options,
 * and those of any other would not be about the file.
 */
function readInto(
  text: string,
  calculator: Calculator,
  importer: TextImporter,
  { plan, selected }: CheckedPlan,
) {
  const reading = importer.read(text, { plan, selected });
  const withReading = withInputs(calculator, plan, selected, reading.inputs);
  const [option] = importer.destinations;
  if (!option || reading.destination === option.id || hasErrors(reading))
    return { plan: withReading, reading };
  const own = importer.read(text, { plan: withReading, selected, destination: option.id });
  const found = [
    ...reading.found,
    ...own.found.filter(({ field }) => !reading.found.some((f) => f.field === field)),
  ];
  return {
    plan: withInputs(calculator, withReading, selected, own.inputs),
    reading: { ...own, found, inputs: { ...reading.inputs, ...own.inputs } },
  };
}

function adviceOf(
  calculator: Calculator,
  { problems, result }: Evaluation,
  selected: Letter,
  found: readonly ImportFound[],
): readonly Remark[] {
  const wrong = (problems[selected] ?? []).map(
    ({ field, message }): Remark => ({
      place: placeOf(found.find((f) => f.field === field)),
      severity: 'error',
      message: `${labelOf(calculator, field)}: ${message}`,
      id: null,
      rules: [],
    }),
  );
  const advice = (result?.findings ?? []).map(
    (finding): Remark => ({
      place: placeOf(concernedBy(finding, calculator.params, found)),
      severity: finding.severity,
      message: `${asSentence(finding.title)} ${finding.text}`,
      id: finding.id,
      rules: finding.rules,
    }),
  );
  return [...wrong, ...advice];
}

/** The value of the file that a finding would change, or else the one that rests on the most of its rules. */
function concernedBy(
  { fix, rules }: Finding,
  params: readonly NamedParam[],
  found: readonly ImportFound[],
): ImportFound | undefined {
  const changed = fix && fix.edit.kind !== 'open-view' ? Object.keys(fix.edit.inputs) : [];
  const byFix = changed.map((field) => found.find((f) => f.field === field)).find((f) => f !== undefined);
  if (byFix) return byFix;
  const shared = ({ field }: ImportFound) =>
    (params.find((p) => p.name === field)?.rules ?? []).filter((rule) => rules.includes(rule)).length;
  const [closest] = found.toSorted((a, b) => shared(b) - shared(a));
  return closest && shared(closest) > 0 ? closest : undefined;
}

function labelOf({ params }: Calculator, field: string): string {
  return params.find(({ name }) => name === field)?.label ?? field;
}

function placeOf(found: ImportFound | undefined): TextPlace | null {
  return found ? { line: found.line, column: found.column } : null;
}

/** The place stands before the remark already. */
function withoutPlace(message: string): string {
  const bare = message.replace(/^Line \d+(?:, column \d+)?: /, '');
  // A property keeps its spelling at the start of a sentence too.
  return /^[a-z]+[_.]/.test(bare) ? bare : capitalised(bare);
}

function inOrder(remarks: readonly Remark[]): readonly Remark[] {
  const end = { line: Number.POSITIVE_INFINITY, column: 0 };
  return remarks.toSorted((a, b) => {
    const [one, other] = [a.place ?? end, b.place ?? end];
    return one.line === other.line ? one.column - other.column : one.line - other.line;
  });
}
