/**
 * Declares a calculator. Inside its folder everything is exactly typed: `size` gets its inputs by name and a
 * misspelt field does not compile. What leaves has no type parameters. Types are erased in this one file.
 */
import type { Calculator, ExportContext, Group } from './calculator.ts';
import type { Comparison, Sized } from './comparison.ts';
import type { ExportDocument } from './export-document.ts';
import type { Chart, ReferenceTable } from './figure.ts';
import type { Finding } from './finding.ts';
import type { TextImporter } from './import.ts';
import type { AutoName, Chosen, Params, Resolved, Value } from './param.ts';
import type { Letter, Plan } from './plan.ts';
import type { Preset } from './preset.ts';
import type { Migration } from './raw-plan.ts';
import type { Rule } from './rule.ts';
import type { BoardView, FormNotes, Problem, Verdict } from './size-view.ts';
import type { StudyEntry } from './study.ts';

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
          begin(plan, selected, attachments) {
            const { comparison } = compare(plan, selected);
            if (!comparison) return null;
            if (study.begin) return study.begin(comparison, attachments);
            const view = study.evaluate(comparison, attachments);
            return { first: view, finish: () => view };
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
