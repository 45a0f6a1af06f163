import type { Finding, Fix } from '../../../../core/finding.ts';
import { counted, numberText } from '../../../../core/number-text.ts';
import type { Inputs } from '../../../../core/plan.ts';
import { setFix, workersEdit } from '../../advice.ts';
import { params } from '../../params.ts';
import { clockText } from '../../time-text.ts';
import { withCommonRoot } from './common-root.ts';
import { type FormNumbers, isInForm } from './form-numbers.ts';
import { engineOf, upstreamSeconds } from './template-engine.ts';
import type { TemplateRun } from './template-run.ts';
import { helpedByWorkers } from './workers-chart.ts';

const n = numberText;

/** Pauses under this are no reason to change a template. */
const leastPauseSeconds = 5;

/** From so many on, resources that finish together were measured to hold one another up. */
const measuredCrowd = 50;

const hotRules: Readonly<Record<string, readonly string[]>> = {
  'hot-deadlock': ['R-9', 'R-8'],
  'hot-deadlock-risk': ['R-9', 'R-8'],
  'hot-engine-floor': ['R-9'],
  'hot-stack-timeout': ['R-16'],
  'hot-beyond-measured': ['R-7'],
};

/** What the engine model found, with its rules and what to do about it. */
export function engineFindings(run: TemplateRun): readonly Finding[] {
  return run.upstream.findings.map((finding) => {
    const fix = hotFix(finding.id, run);
    return { ...finding, rules: hotRules[finding.id] ?? [], ...(fix && { fix }) };
  });
}

function hotFix(id: string, run: TemplateRun): Fix | undefined {
  const { option, upstream } = run;
  if (id === 'hot-deadlock') return endingFix(run);
  if (id === 'hot-engine-floor') return setFix('Use 4', { ...workersEdit(option, 4), templateWorkers: null });
  if (id !== 'hot-stack-timeout' || upstream.makespanSeconds === null) return undefined;
  const seconds = Math.ceil(upstream.makespanSeconds / 60) * 60;
  if (seconds > params.stackTimeoutSeconds.range[1]) return undefined;
  return setFix(`Allow ${n(seconds)} s`, { stackTimeoutSeconds: seconds });
}

/** The first of more threads, then more workers, with which the stack ends; tried out, not guessed. */
function endingFix({ durations, facts, option }: TemplateRun): Fix | undefined {
  const ends = (edit: Inputs) => {
    // The edit's names and values are those of the inputs.
    const inputs = { ...option.inputs, ...edit } as typeof option.inputs;
    const engine = engineOf({ ...option, inputs });
    return upstreamSeconds(facts.graph, durations.secondsOf, engine) !== null;
  };
  const replayed = { templateWorkers: null };
  const threads = option.inputs.executorThreads;
  if (threads !== null && threads < 64) {
    const edit = { ...replayed, executorThreads: 64 };
    if (ends(edit)) return setFix('Use 64 threads', edit);
  }
  const most = params.engineWorkers.range[1];
  for (let workers = option.inputs.engineWorkers; workers <= most; workers *= 2) {
    const edit = { ...replayed, ...workersEdit(option, workers) };
    if (ends(edit)) return setFix(`Use ${counted(workers, 'worker')} per controller`, edit);
  }
  return undefined;
}

export function limitFinding({ facts, option: { inputs } }: TemplateRun): readonly Finding[] {
  const limit = inputs.maxResourcesPerStack;
  if (facts.resources <= limit) return [];
  return [
    {
      id: 'template-limit',
      severity: 'blocker',
      title: `Over ${n(limit)} resources per stack`,
      text: `The template makes ${n(facts.resources)}, stacks inside it included; the limit counts the whole tree.`,
      rules: ['HT-7', 'R-10'],
      fix: setFix(`Allow ${n(facts.resources)}`, { maxResourcesPerStack: facts.resources }),
    },
  ];
}

/** Why more workers bring nothing, and what does. */
export function leverFindings(run: TemplateRun): readonly Finding[] {
  const { durations, engine, facts, option, upstream } = run;
  const [largest] = upstream.breakdown;
  if (!largest || upstream.makespanSeconds === null) return [];
  if (helpedByWorkers(facts, durations.secondsOf, engine, upstream)) return [];
  const target = option.inputs.targetMinutes;
  const severity = target !== null && upstream.makespanSeconds > target * 60 ? 'caution' : 'note';
  if (largest.cause !== 'leaf-pause' || largest.seconds < leastPauseSeconds) {
    return [
      {
        id: 'template-bound',
        severity,
        title: 'More workers will not help',
        text: `By the source code: ${upstream.boundBy}`,
        rules: ['R-7', 'R-8'],
      },
    ];
  }
  return [
    {
      id: 'template-leaves',
      severity,
      title: `More workers will not help: the leaf pause sets ${n(Math.round(largest.seconds))} s`,
      text: `Heat starts one independent resource a second in each stack. ${leversText(run)}`,
      rules: ['R-7'],
    },
  ];
}

function leversText({ durations, engine, facts, upstream }: TemplateRun): string {
  const own = facts.graph.shape.leaves;
  const now = upstream.makespanSeconds ?? 0;
  const rooted =
    own > 1
      ? upstreamSeconds(withCommonRoot(facts.graph), durations.secondsOf, engine)
      : upstream.makespanSeconds;
  const seconds = rooted ?? now;
  const root =
    seconds < now * 0.95
      ? `Let all ${n(own)} depend on one resource of type OS::Heat::None: by our model about ${clockText(seconds)} instead of ${clockText(now)}.${own >= measuredCrowd ? ' Starting together has a price: 100 behind one root took 17 s on two processes.' : ''}`
      : '';
  const inside =
    facts.nestedStacks > 0
      ? `${counted(facts.nestedStacks, 'stack')} inside pause on their own: several small groups side by side start sooner than one large one, and flatter nesting pauses once.`
      : '';
  return [root, inside].filter((text) => text !== '').join(' ');
}

/** Brings the template's numbers into the form. */
export function formFinding(
  { guide, option: { inputs } }: TemplateRun,
  numbers: FormNumbers | null,
): readonly Finding[] {
  if (!numbers) return [];
  const { leaves, longestChain, resources, secondsPerResource } = numbers;
  const chain = `${n(longestChain)} in a chain (${clockText(longestChain * secondsPerResource)} in the form, ${clockText(guide.longestChain.seconds)} here)`;
  const said = `${counted(resources, 'resource')} of ${n(secondsPerResource, 3)} s in the mean, ${n(leaves)} that wait for nothing, ${chain}`;
  if (isInForm(numbers, inputs)) {
    return [
      {
        id: 'template-in-form',
        severity: 'fine',
        title: 'The form holds this template’s numbers',
        text: `${said}.`,
        rules: ['M1', 'M2'],
      },
    ];
  }
  return [
    {
      id: 'template-to-form',
      severity: 'note',
      title: 'The form describes another stack',
      text: `This template is ${said}.`,
      rules: ['M1', 'M2'],
      fix: setFix('Use these numbers in the form', { ...numbers }),
    },
  ];
}
