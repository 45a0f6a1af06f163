import type { TextPlace } from '../../../../core/study.ts';
import type { StackGraph } from '../../hot/template-graph.ts';
import type { TemplateProblem } from '../../hot/template-problem.ts';
import type { Durations } from './read-durations.ts';
import type { GivenFiles } from './read-files.ts';

type Severity = TextPlace['severity'];

/** Marks beyond these would cover the text. */
const mostMarks = 200;

/** What is wrong or worth knowing in the template and in those inside it, where it stands in the pasted texts. */
export function templateMarks(
  problems: readonly TemplateProblem[],
  severity: Severity,
  files: GivenFiles,
): readonly TextPlace[] {
  return problems.map(({ column, file, line, message }) => {
    const first = file === null ? undefined : files.firstLines.get(file);
    return first === undefined
      ? { attachment: 'template', line, column, message, severity }
      : { attachment: 'files', line: first + line - 1, column, message, severity };
  });
}

export function environmentMarks(problems: readonly TemplateProblem[]): readonly TextPlace[] {
  return problems.map(({ column, line, message }) => ({
    attachment: 'parameters',
    line,
    column,
    message,
    severity: 'warning',
  }));
}

export function durationMarks({ refused }: Durations): readonly TextPlace[] {
  return refused.map(({ line }) => ({
    attachment: 'durations',
    line,
    column: 1,
    message: 'Not understood: a type, a colon, a space and seconds, as in OS::Nova::Server: 30.',
    severity: 'warning',
  }));
}

/** What the template leaves open: parameters without a value, templates inside that were not given. */
export function openMarks({ missingParameters, resources }: StackGraph): readonly TextPlace[] {
  const parameters = missingParameters.map(({ line, name }) => ({
    line,
    message: `"${name}" has no value; something stands in for it.`,
  }));
  const files = resources.flatMap(({ line, missingFile, name }) =>
    missingFile === null
      ? []
      : [{ line, message: `${missingFile} is not given; "${name}" counts as one resource.` }],
  );
  return [...parameters, ...files].map(({ line, message }) => ({
    attachment: 'template',
    line,
    column: 1,
    message,
    severity: 'warning' as const,
  }));
}

/** In the order of the texts' lines, errors kept where there are too many. */
export function orderedMarks(marks: readonly TextPlace[]): readonly TextPlace[] {
  const errorsFirst = marks.toSorted((a, b) => a.severity.localeCompare(b.severity));
  return errorsFirst.slice(0, mostMarks).sort((a, b) => a.line - b.line || a.column - b.column);
}
