import type { Cell } from '../../../../core/explanation.ts';
import { type Finding, worstOf } from '../../../../core/finding.ts';
import { counted, numberText } from '../../../../core/number-text.ts';
import type { Verdict, VerdictState } from '../../../../core/size-view.ts';
import { targetTone } from '../../cells.ts';
import type { TemplateProblem } from '../../hot/template-problem.ts';
import { clockText, rangeText } from '../../time-text.ts';
import { placeText } from './reading-findings.ts';
import type { TemplateRun } from './template-run.ts';

const n = numberText;

/** The answer where there is no template yet. */
export const emptyVerdict: Verdict = {
  state: 'changes',
  stateText: 'No template yet',
  headline: 'Paste a HOT template to see what waits for what and how long it takes.',
  paragraph: [
    'Or try the sample: a group of servers behind a load balancer. Below stand the seconds that are assumed for each type.',
  ],
  keyFigures: [],
  spoken: 'No template yet.',
};

export function unreadableVerdict(problems: readonly TemplateProblem[]): Verdict {
  const [first] = problems;
  const headline = first ? `${placeText(first)}: ${first.message}` : 'The template cannot be read.';
  return {
    state: 'short',
    stateText: 'The template cannot be read',
    headline,
    paragraph: ['Heat would refuse it too. Graph and times follow once this is put right.'],
    keyFigures: [],
    spoken: headline,
  };
}

/** The answer for a template that was read. */
export function templateVerdict(run: TemplateRun, findings: readonly Finding[]): Verdict {
  const { guide, upstream } = run;
  const guideTime = clockText(guide.makespanSeconds);
  const upstreamTime = upstream.makespanSeconds === null ? null : clockText(upstream.makespanSeconds);
  return {
    ...stateOf(run, findings),
    headline:
      upstreamTime === null
        ? 'By the source code this stack never ends: every slot is held by a stack that waits for its own resources.'
        : `The stack takes ${guideTime} by the guide and ${upstreamTime} by the source code.`,
    paragraph: [
      'By the guide it takes ',
      { strong: rangeText({ lowSeconds: guide.leastSeconds, highSeconds: guide.mostSeconds }) },
      `, scheduled ${guideTime} on ${counted(run.engine.processes, 'worker')}${run.engine.isConvergence ? '' : ' of which one does all, in sequence'}. By the source code: `,
      { strong: upstreamTime ?? 'no end' },
      `. ${upstream.boundBy}`,
    ],
    keyFigures: keyFigures(run),
    spoken: `${counted(run.facts.resources, 'resource')}, ${guideTime} by the guide, ${upstreamTime ?? 'no end'} by the source code.`,
  };
}

function stateOf(
  { facts, option, upstream }: TemplateRun,
  findings: readonly Finding[],
): { readonly state: VerdictState; readonly stateText: string } {
  const worst = worstOf(findings);
  if (upstream.makespanSeconds === null)
    return { state: 'short', stateText: 'This stack would never finish' };
  if (worst === 'blocker') {
    return {
      state: 'short',
      stateText: `${n(facts.resources)} resources are over the limit of ${n(option.inputs.maxResourcesPerStack)}`,
    };
  }
  if (worst !== 'caution')
    return { state: 'meets', stateText: `Option ${option.letter} can create this stack` };
  const cautions = findings.filter((f) => f.severity === 'caution').length;
  return {
    state: 'changes',
    stateText: `Option ${option.letter} can create this stack, with ${counted(cautions, 'caution')}`,
  };
}

function keyFigures(run: TemplateRun): Verdict['keyFigures'] {
  return [
    { label: 'Resources', cell: resourcesCell(run) },
    { label: 'Longest chain', cell: chainCell(run) },
    { label: 'Total work', cell: workCell(run) },
    { label: 'By the guide', cell: guideCell(run) },
    { label: 'By the source code', cell: upstreamCell(run) },
  ];
}

function resourcesCell({ facts }: TemplateRun): Cell {
  const { graph, nestedStacks, resources } = facts;
  return {
    text: n(resources),
    value: resources,
    note: `${n(graph.shape.leaves)} wait for nothing`,
    explain: {
      formula: 'Resources of the template and of every stack inside it',
      worked: `${n(graph.resources.length)} in the template, ${n(resources - graph.resources.length)} in ${counted(nestedStacks, 'stack')} inside = ${n(resources)}`,
      origins: ['yours'],
      rules: ['HT-7'],
    },
  };
}

function chainCell({ guide }: TemplateRun): Cell {
  const { paths, seconds } = guide.longestChain;
  return {
    text: clockText(seconds),
    value: seconds,
    valueUnit: 's',
    note: counted(paths.length, 'resource'),
    explain: {
      formula: 'Largest sum of seconds over resources that wait for one another',
      worked: `${counted(paths.length, 'resource')}, ${n(seconds)} s`,
      origins: ['yours', 'assumed'],
      rules: ['HT-5', 'M1'],
    },
  };
}

function workCell({ facts }: TemplateRun): Cell {
  return {
    text: clockText(facts.totalWorkSeconds),
    value: facts.totalWorkSeconds,
    valueUnit: 's',
    explain: {
      formula: 'Seconds of all resources, one after another',
      worked: `${counted(facts.resources, 'resource')}, ${n(facts.totalWorkSeconds)} s`,
      origins: ['yours', 'assumed'],
      rules: ['M1'],
    },
  };
}

/** Scheduled, and the bounds no schedule without idle workers leaves. */
export function guideCell({ engine, facts, guide, option }: TemplateRun): Cell {
  const time = { lowSeconds: guide.leastSeconds, highSeconds: guide.mostSeconds };
  const places = engine.isConvergence ? engine.processes * engine.tasksPerWorker : 1;
  return {
    text: clockText(guide.makespanSeconds),
    value: guide.makespanSeconds,
    valueUnit: 's',
    note: `bounds ${rangeText(time)}`,
    tone: targetTone(
      { lowSeconds: guide.makespanSeconds, highSeconds: guide.makespanSeconds },
      option.inputs.targetMinutes,
    ),
    explain: {
      formula: engine.isConvergence
        ? 'A free worker takes the ready resource with the longest work behind it'
        : 'One worker takes all resources in sequence',
      worked: `${n(facts.totalWorkSeconds)} s of work over ${n(places)} at once, chain ${n(guide.longestChain.seconds)} s: ${clockText(guide.makespanSeconds)}`,
      origins: ['guide', 'yours', 'assumed'],
      rules: ['HT-1', 'HT-5', 'M1'],
    },
  };
}

export function upstreamCell({ engine, option, upstream }: TemplateRun): Cell {
  const seconds = upstream.makespanSeconds;
  const parts = upstream.breakdown
    .map((part) => `${part.cause.replace('-', ' ')} ${n(part.seconds, 1)} s`)
    .join(' + ');
  return {
    text: seconds === null ? 'no end' : clockText(seconds),
    value: seconds,
    valueUnit: 's',
    note: engine.isConvergence ? 'convergence' : 'legacy engine',
    tone:
      seconds === null
        ? 'bad'
        : targetTone({ lowSeconds: seconds, highSeconds: seconds }, option.inputs.targetMinutes),
    explain: {
      formula: engine.isConvergence
        ? `One leaf a second in each stack, messages dealt in turn to ${n(engine.processes)} processes of ${n(engine.slotsPerProcess)} slots`
        : 'One thread for each stack, in steps of at least a second',
      worked: parts === '' ? upstream.boundBy : parts,
      origins: ['release', 'yours', 'assumed'],
      rules: ['R-7', 'R-8', 'M2'],
    },
  };
}
