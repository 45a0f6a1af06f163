/** The Template study: what a pasted template amounts to, and how long it takes by the guide and by Heat's source. */
import { type Finding, severities } from '../../../core/finding.ts';
import { numberText } from '../../../core/number-text.ts';
import type { Attachments, BegunView, Figure, Study, StudyView } from '../../../core/study.ts';
import { graphOf } from '../hot/read-template.ts';
import type { TemplateProblem } from '../hot/template-problem.ts';
import type { HeatParams } from '../params.ts';
import type { HeatComparison, HeatOption, HeatSizing } from '../size.ts';
import { durationTable, isOwn } from './template/duration-table.ts';
import { formNumbers } from './template/form-numbers.ts';
import { guideGantt, upstreamGantt } from './template/gantt-figure.ts';
import { graphFigure } from './template/graph-figure.ts';
import { optionTable } from './template/option-table.ts';
import { type Durations, readDurations } from './template/read-durations.ts';
import { readEnvironment, unknownParameters } from './template/read-environment.ts';
import { readFiles } from './template/read-files.ts';
import { assumptionFindings, missingParameterFinding, problemFindings } from './template/reading-findings.ts';
import * as scheduled from './template/schedule-findings.ts';
import { shapeChart } from './template/shape-chart.ts';
import { chainTable, parameterTable, problemTable } from './template/tables.ts';
import { engineOf } from './template/template-engine.ts';
import { templateFacts } from './template/template-facts.ts';
import { type TemplateRun, templateRunner } from './template/template-run.ts';
import {
  durationMarks,
  environmentMarks,
  openMarks,
  orderedMarks,
  templateMarks,
} from './template/text-marks.ts';
import { emptyVerdict, templateVerdict, unreadableVerdict } from './template/verdict.ts';
import { workersChart } from './template/workers-chart.ts';

export const study: Study<HeatParams, HeatSizing> = {
  evaluate: (comparison, attachments) => beginTemplate(comparison, attachments).finish(),
  begin: beginTemplate,
};

function beginTemplate(comparison: HeatComparison, attachments: Attachments): BegunView {
  const durations = readDurations(attachments.durations ?? '');
  const text = attachments.template ?? '';
  if (text.trim() === '') return alreadyWhole(emptyView(comparison, durations));
  const given = readEnvironment(attachments.parameters ?? '');
  const files = readFiles(attachments.files ?? '');
  const reading = graphOf(text, {
    parameters: given.values,
    parameterDefaults: given.defaults,
    registry: given.registry,
    files: files.texts,
    engineProcesses: engineOf(comparison.selected).processes,
  });
  const environmentProblems = [
    ...given.problems,
    ...(reading.ok ? unknownParameters(reading.unknownParameters, given) : []),
  ];
  const asides = [
    ...problemFindings(environmentProblems, 'caution', 'parameter-problem'),
    ...problemFindings(reading.notes, 'note', 'template-note'),
  ];
  const marks = orderedMarks([
    ...templateMarks(reading.ok ? [] : reading.problems, 'error', files),
    ...templateMarks(reading.notes, 'warning', files),
    ...(reading.ok ? openMarks(reading.graph) : []),
    ...environmentMarks(environmentProblems),
    ...durationMarks(durations),
  ]);
  if (!reading.ok)
    return alreadyWhole({
      ...unreadableView(reading.problems, asides, durations, comparison.selected),
      marks,
    });
  const facts = templateFacts(reading.graph, durations);
  const runOn = templateRunner(facts, durations);
  const run = runOn(comparison.selected);
  const first = { ...readView(run, asides), marks };
  return {
    first,
    finish: () => ({ ...first, figures: allFigures(first.figures, run, comparison.options.map(runOn)) }),
  };
}

function alreadyWhole(view: StudyView): BegunView {
  return { first: view, finish: () => view };
}

function emptyView({ selected }: HeatComparison, durations: Durations): StudyView {
  return {
    verdict: emptyVerdict,
    figures: [
      shapeChart(engineOf(selected), selected.inputs.secondsPerResource),
      durationTable(durations, null),
    ],
    findings: [],
    exports: [],
    marks: orderedMarks(durationMarks(durations)),
    hints: hintsOf(selected),
  };
}

function unreadableView(
  problems: readonly TemplateProblem[],
  asides: readonly Finding[],
  durations: Durations,
  selected: HeatOption,
): StudyView {
  return {
    verdict: unreadableVerdict(problems),
    figures: [problemTable(problems), durationTable(durations, null)],
    findings: ordered([...problemFindings(problems, 'blocker', 'template-problem'), ...asides]),
    exports: [],
    hints: hintsOf(selected),
  };
}

/** Graph and schedules of the selected option, with all that is said. */
function readView(run: TemplateRun, asides: readonly Finding[]): StudyView {
  const { durations, facts, guide } = run;
  const numbers = formNumbers(facts, guide.longestChain.seconds);
  const timed = facts.plan.items.filter((item) => item.nestedStack === null).map(({ type }) => type);
  const assumed = [...new Set(timed)].filter((type) => !isOwn(durations, type));
  const findings = ordered([
    ...scheduled.limitFinding(run),
    ...scheduled.engineFindings(run),
    ...missingParameterFinding(facts.graph.missingParameters),
    ...scheduled.leverFindings(run),
    ...scheduled.formFinding(run, numbers),
    ...assumptionFindings(facts, durations, assumed),
    ...asides,
  ]);
  return {
    verdict: templateVerdict(run, findings),
    figures: scheduleFigures(run),
    findings,
    exports: [],
    hints: hintsOf(run.option),
  };
}

function scheduleFigures({ engine, facts, guide, upstream }: TemplateRun): readonly Figure[] {
  return [
    graphFigure(facts, guide.longestChain.paths),
    guideGantt(
      guide,
      engine.isConvergence ? engine.processes : 1,
      engine.isConvergence ? engine.tasksPerWorker : 1,
      {
        id: 'template-guide',
        title: 'When is each resource created, by the guide?',
        subtitle: `A worker does one resource at a time. ${guide.totalWorkSeconds > 0 ? guide.boundBy : 'No resource takes time.'}`,
      },
    ),
    upstreamGantt(upstream, engine.slotsPerProcess, engine.isConvergence, {
      id: 'template-upstream',
      title: 'When is each resource created, by the source code?',
      subtitle: upstream.boundBy,
    }),
  ];
}

/** With what takes a schedule for every option and every number of workers that a chart shows. */
function allFigures(
  schedules: readonly Figure[],
  { durations, engine, facts, guide, option }: TemplateRun,
  runs: readonly TemplateRun[],
): readonly Figure[] {
  const places = runs.map((one) => ({
    letter: one.option.letter,
    workers: one.engine.processes,
    seconds: option.inputs.reckonBy === 'guide' ? one.guide.makespanSeconds : one.upstream.makespanSeconds,
  }));
  const meanSeconds = facts.resources === 0 ? 0 : facts.totalWorkSeconds / facts.resources;
  return [
    ...schedules,
    optionTable(runs, option.letter),
    workersChart(
      facts,
      durations.secondsOf,
      engine,
      places.flatMap((place) => (place.seconds === null ? [] : [{ ...place, seconds: place.seconds }])),
    ),
    shapeChart(engine, meanSeconds),
    chainTable(facts, guide.longestChain.paths),
    durationTable(durations, facts),
    ...(facts.graph.missingParameters.length > 0 ? [parameterTable(facts.graph.missingParameters)] : []),
  ];
}

function hintsOf({ letter, sizing }: HeatOption): Readonly<Record<string, string>> {
  return {
    templateWorkers: `Option ${letter} has ${numberText(sizing.engineTotal)}. Empty: each option’s own.`,
  };
}

function ordered(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}
