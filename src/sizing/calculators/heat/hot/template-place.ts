import type { YamlText } from './read-yaml.ts';
import type { ProblemCode, TemplateProblem } from './template-problem.ts';
import { TemplateFault, TemplateFaults } from './template-problem.ts';

/** Which text a stack was read from, and how deep it lies. */
export interface TemplatePlace {
  readonly file: string | null;
  readonly lineOf: YamlText['lineOf'];
  readonly depth: number;
}

/** Problems with their places, on the way out. Never leaves this folder. */
class ReadFailure extends Error {
  readonly problems: readonly TemplateProblem[];

  constructor(problems: readonly TemplateProblem[]) {
    super(problems[0]?.message);
    this.problems = problems;
  }
}

/** What to say of whatever was thrown. */
export function problemsOf(error: unknown, place: TemplatePlace): readonly TemplateProblem[] {
  if (error instanceof ReadFailure) {
    return error.problems;
  }
  // The engine's own limits on recursion and on text show as a RangeError; anything else is ours and is said.
  const message =
    error instanceof RangeError
      ? 'The template is nested or repeated too far to be read here.'
      : `The template could not be read: ${error instanceof Error ? error.message : String(error)}`;
  return [problemAt(place, 'too-much-work', 0, message)];
}

export function problemAt(
  place: TemplatePlace,
  code: ProblemCode,
  offset: number,
  message: string,
): TemplateProblem {
  return { code, message, ...place.lineOf(offset), file: place.file };
}

function problemOf(fault: TemplateFault, place: TemplatePlace): TemplateProblem {
  const problem = problemAt(place, fault.code, fault.offset, fault.message);
  const { cycle } = fault;
  return cycle === undefined
    ? problem
    : { ...problem, cycle: cycle.map(({ name, offset }) => ({ name, line: place.lineOf(offset).line })) };
}

/** Runs a step and gives its faults their places. */
export function located<T>(place: TemplatePlace, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof TemplateFaults) {
      throw new ReadFailure(error.faults.map((fault) => problemOf(fault, place)));
    }
    throw error instanceof TemplateFault ? new ReadFailure([problemOf(error, place)]) : error;
  }
}
