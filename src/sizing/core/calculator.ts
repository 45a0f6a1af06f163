/**
 * The contract of a calculator. Inside its folder everything is exactly typed: `size` gets its inputs by name and
 * a misspelt field does not compile. What leaves has no type parameters, so pages, links and files handle any
 * calculator alike. Types are erased in this one file.
 */
import type { Cell, Rich } from './explanation.ts';
import type { ExportDocument } from './export-document.ts';
import type { Chart, ComparisonTable, LoadLineGauge, ReferenceTable } from './figure.ts';
import type { Finding } from './finding.ts';
import type { TextImporter } from './import.ts';
import type { AutoName, Chosen, Param, Params, Resolved, Value } from './param.ts';
import type { Inputs, Letter, Option, Plan } from './plan.ts';
import type { Origin, Rule } from './rule.ts';
import type { AttachmentField, Attachments, Job, StudyEntry, StudyView } from './study.ts';

/** A fieldset of the form. */
export interface Group {
  readonly id: string;
  readonly label: string;
}

export type VerdictState = 'meets' | 'changes' | 'short';

export interface Verdict {
  readonly state: VerdictState;
  /** "Option C meets the target." */
  readonly stateText: string;
  /** Names the physical thing and the consequence. */
  readonly headline: string;
  readonly paragraph: Rich;
  readonly keyFigures: readonly { readonly label: string; readonly cell: Cell }[];
  /** For a screen reader after a change: "Option C carries 416 with one VM lost, 16 spare." */
  readonly spoken: string;
}

/** Which numbers rest on what: "4 GiB per Thin VM, 3 AZs" is the user's. */
export interface Provenance {
  readonly origin: Origin;
  readonly text: string;
}

/** The options side by side. */
export interface BoardView {
  readonly gauge: LoadLineGauge;
  readonly table: ComparisonTable;
  readonly provenance: readonly Provenance[];
  /** Two short lines under an option's name: "9 VMs × 4 vCPU", "Puma 4 × 13". */
  readonly configurations: Readonly<Partial<Record<Letter, readonly [string, string]>>>;
}

/** Everything the Size view shows of a comparison. */
export interface SizeView extends BoardView {
  readonly verdict: Verdict;
  readonly charts: readonly Chart[];
  readonly referenceTables: readonly ReferenceTable[];
}

/** What the form says beside its fields for the selected option; keys are long names and group ids. */
export interface FormNotes {
  readonly hints: Readonly<Record<string, string>>;
  readonly choiceLabels: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly legends: Readonly<Record<string, string>>;
  /** Fields that mean nothing for the selected option. */
  readonly hidden: readonly string[];
}

/** A field that contradicts another one. */
export interface Problem {
  readonly field: string;
  readonly message: string;
}

/** One option, sized. */
export interface Sized<P extends Params, S> {
  readonly letter: Letter;
  readonly name: string;
  readonly chosen: Chosen<P>;
  readonly inputs: Resolved<P>;
  readonly sizing: S;
}

/** Options side by side, in column order; only those whose inputs make sense together. */
export interface Comparison<P extends Params, S> {
  readonly options: readonly Sized<P, S>[];
  readonly baseline: Sized<P, S>;
  readonly selected: Sized<P, S>;
}

/** A published configuration: one option, or a whole set that replaces all. */
export interface Preset {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  readonly rules: readonly string[];
  readonly shared?: Inputs;
  readonly options: readonly { readonly name: string; readonly inputs: Inputs }[];
  /** Which of the options is selected and which is the baseline, by position; the first unless told. */
  readonly selected?: number;
  readonly baseline?: number;
}

/** Brings a plan's raw inputs from one version to the next; see the calculator's `migrations.ts`. */
export type Migration = (raw: RawPlan) => RawPlan;

/** A plan as found in a link or file: short keys and values as text, as links write them; nothing checked yet. */
export interface RawPlan {
  readonly shared: ReadonlyMap<string, string>;
  readonly options: readonly {
    readonly letter: string;
    readonly name: string;
    readonly inputs: ReadonlyMap<string, string>;
  }[];
}

export interface ExportContext {
  /** The permalink of the plan, for the file's first comment. */
  readonly link: string;
}

export interface View {
  readonly id: string;
  readonly title: string;
  readonly attachments: readonly AttachmentField[];
  readonly isHeavy: boolean;
}

/** What it takes to draw the form and give the answer; loaded first. */
export interface FirstPart<P extends Params, S> {
  readonly id: string;
  readonly title: string;
  /** What it answers, one sentence, for the start page. */
  readonly question: string;
  /** Title of a new plan. */
  readonly planTitle: string;
  readonly params: P;
  readonly groups: readonly Group[];
  /** The rule each auto-number follows; evaluated in the order of the parameters. */
  readonly autos: { readonly [K in AutoName<P>]: (inputs: Resolved<P>) => number };
  /** Fields that contradict one another. */
  readonly problems: (
    inputs: Resolved<P>,
  ) => readonly { readonly field: keyof P & string; readonly message: string }[];
  readonly size: (inputs: Resolved<P>) => S;
  readonly findings: (comparison: Comparison<P, S>) => readonly Finding[];
  readonly verdict: (comparison: Comparison<P, S>, findings: readonly Finding[]) => Verdict;
  readonly formNotes: (selected: Sized<P, S>) => Partial<FormNotes>;
  /** The first one is what a new visitor sees. */
  readonly presets: readonly Preset[];
  readonly studies?: readonly StudyEntry<P, S>[];
  readonly migrations: readonly Migration[];
}

/** What may come a moment after the verdict: the board, the rules' texts, charts, the guides' tables, files. */
export interface LaterPart<P extends Params, S> {
  readonly rules: Readonly<Record<string, Rule>>;
  readonly board: (comparison: Comparison<P, S>) => BoardView;
  readonly charts: (comparison: Comparison<P, S>) => readonly Chart[];
  readonly referenceTables: (comparison: Comparison<P, S>) => readonly ReferenceTable[];
  readonly exports: (comparison: Comparison<P, S>, context: ExportContext) => readonly ExportDocument[];
  /** Loads what reads the user's own files into a plan. */
  readonly importText?: () => Promise<TextImporter>;
}

/** A named parameter, in declaration order. */
export type NamedParam = Param & { readonly name: string };

export interface Evaluation {
  /** Per option, what keeps it from being sized. */
  readonly problems: Readonly<Partial<Record<Letter, readonly Problem[]>>>;
  /** Null when the selected option cannot be sized. */
  readonly result: (SizeView & { readonly findings: readonly Finding[] }) | null;
  readonly formNotes: FormNotes;
  /** The numbers that auto fields of the selected option stand for, by long name. */
  readonly autoValues: Readonly<Record<string, number>>;
}

/** A calculator as pages, links and files see it. */
export interface Calculator {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly planTitle: string;
  readonly params: readonly NamedParam[];
  readonly groups: readonly Group[];
  /** Empty while only the first part is there. */
  readonly rules: Readonly<Record<string, Rule>>;
  /** False while only the first part is there: no board, rules, charts, tables or files yet. */
  readonly isWhole: boolean;
  readonly presets: readonly Preset[];
  /** Size and compare, then the studies. */
  readonly views: readonly View[];
  /** Version of the inputs' shape, in links and files: one more than the number of migrations. */
  readonly version: number;
  readonly migrations: readonly Migration[];
  readonly evaluate: (plan: Plan, selected: Letter) => Evaluation;
  /** Files to take away for the selected option; empty when it cannot be sized. */
  readonly exports: (plan: Plan, selected: Letter, context: ExportContext) => readonly ExportDocument[];
  /** Loads what reads the user's own files; absent where there is none, or only the first part is there. */
  readonly importText?: () => Promise<TextImporter>;
  /** Loads a study of one of the views; undefined for a view that is none. */
  readonly study: (view: string) => Promise<PlainStudy> | undefined;
}

/** A study as pages and workers see it; null where the selected option cannot be sized. */
export interface PlainStudy {
  readonly evaluate: (plan: Plan, selected: Letter, attachments: Attachments) => StudyView | null;
  readonly jobLabel: string | null;
  readonly startJob: (plan: Plan, selected: Letter, attachments: Attachments) => Job | null;
}

/** Declares the first part of a calculator; only for the types, which here find each other. */
export function defineFirstPart<const P extends Params, S>(part: FirstPart<P, S>): FirstPart<P, S> {
  return part;
}

/** Declares a calculator and erases its types. Without the later part it answers, but shows no charts and files. */
export function defineCalculator<P extends Params, S>(
  first: FirstPart<P, S>,
  later?: LaterPart<P, S>,
): Calculator {
  const { autos, findings, formNotes, params, problems, size, studies = [], verdict, ...plain } = first;

  function resolve(chosen: Chosen<P>): Resolved<P> {
    const inputs: Record<string, Value> = { ...chosen };
    for (const [name, param] of Object.entries(params)) {
      if (param.kind !== 'auto-number' || inputs[name] !== 'auto') continue;
      // Autos are keyed by exactly these names; earlier ones are resolved by now.
      inputs[name] = autos[name as AutoName<P>](inputs as Resolved<P>);
    }
    return inputs as Resolved<P>;
  }

  function compare(plan: Plan, selected: Letter) {
    const wrong: Partial<Record<Letter, readonly Problem[]>> = {};
    const options: Sized<P, S>[] = [];
    let notes: Sized<P, S> | undefined;
    for (const option of plan.options) {
      // A plan's values have passed the schema of their parameter at the door they came in by.
      const chosen = { ...plan.shared, ...option.inputs } as Chosen<P>;
      const inputs = resolve(chosen);
      const found = problems(inputs);
      const sized = { letter: option.letter, name: option.name, chosen, inputs, sizing: size(inputs) };
      if (option.letter === selected) notes = sized;
      if (found.length > 0) wrong[option.letter] = found;
      else options.push(sized);
    }
    const chosen = options.find((o) => o.letter === selected);
    const baseline = options.find((o) => o.letter === plan.baseline) ?? options[0];
    const comparison = chosen && baseline ? { options, baseline, selected: chosen } : undefined;
    return { wrong, comparison, notes };
  }

  return {
    ...plain,
    params: Object.entries(params).map(([name, param]) => ({ ...param, name })),
    rules: later?.rules ?? {},
    isWhole: later !== undefined,
    version: first.migrations.length + 1,
    views: [
      { id: 'size', title: 'Size and compare', attachments: [], isHeavy: false },
      ...studies.map(({ id, title, attachments = [], isHeavy = false }) => ({
        id,
        title,
        attachments,
        isHeavy,
      })),
    ],
    evaluate(plan, selected) {
      const { wrong, comparison, notes } = compare(plan, selected);
      const advice = comparison ? findings(comparison) : [];
      const said = notes ? formNotes(notes) : {};
      return {
        problems: wrong,
        result: comparison
          ? {
              verdict: verdict(comparison, advice),
              ...(later?.board(comparison) ?? noBoard),
              charts: later?.charts(comparison) ?? [],
              referenceTables: later?.referenceTables(comparison) ?? [],
              findings: advice,
            }
          : null,
        formNotes: { hints: {}, choiceLabels: {}, legends: {}, hidden: [], ...said },
        autoValues: notes ? autoValuesOf(params, notes.inputs) : {},
      };
    },
    exports(plan, selected, context) {
      const { comparison } = compare(plan, selected);
      return (comparison && later?.exports(comparison, context)) ?? [];
    },
    ...(later?.importText && { importText: later.importText }),
    study(view) {
      return studies
        .find((entry) => entry.id === view)
        ?.load()
        .then(({ study }) => ({
          evaluate(plan, selected, attachments) {
            const { comparison } = compare(plan, selected);
            return comparison ? study.evaluate(comparison, attachments) : null;
          },
          jobLabel: study.job?.label ?? null,
          startJob(plan, selected, attachments) {
            const { comparison } = compare(plan, selected);
            return (comparison && study.job?.start(comparison, attachments)) ?? null;
          },
        }));
    },
  };
}

/** Stands in until the later part is there; nothing of it is drawn. */
const noBoard: BoardView = {
  gauge: {
    kind: 'load-lines',
    mode: 'load',
    title: '',
    subtitle: '',
    key: '',
    axisLabel: '',
    marginLabel: '',
    line: null,
    hulls: [],
  },
  table: { sections: [] },
  provenance: [],
  configurations: {},
};

function autoValuesOf(params: Params, inputs: Readonly<Record<string, Value>>): Record<string, number> {
  const values: Record<string, number> = {};
  for (const [name, param] of Object.entries(params)) {
    const value = inputs[name];
    if (param.kind === 'auto-number' && typeof value === 'number') values[name] = value;
  }
  return values;
}

/** The defaults of the parameters of one scope. */
export function defaultsOf(calculator: Calculator, scope: Param['scope']): Inputs {
  return Object.fromEntries(
    calculator.params.filter((p) => p.scope === scope).map((p) => [p.name, p.default]),
  );
}

/** A preset as options of a plan: what the preset leaves out takes its default. */
export function planOf(
  calculator: Calculator,
  preset: Preset,
): { readonly plan: Plan; readonly selected: Letter } {
  const options = preset.options.map(
    (entry, index): Option => ({
      letter: letterAt(index),
      name: entry.name,
      inputs: { ...defaultsOf(calculator, 'option'), ...entry.inputs },
    }),
  );
  return {
    plan: {
      calculator: calculator.id,
      title: calculator.planTitle,
      shared: { ...defaultsOf(calculator, 'shared'), ...preset.shared },
      options,
      baseline: letterAt(preset.baseline ?? 0),
    },
    selected: letterAt(preset.selected ?? 0),
  };
}

function letterAt(index: number): Letter {
  const letter = (['A', 'B', 'C', 'D', 'E', 'F'] as const)[index];
  if (!letter)
    throw new RangeError(`A plan has at most six options; there is no letter for position ${index}.`);
  return letter;
}
