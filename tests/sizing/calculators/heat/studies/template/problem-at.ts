import type { TemplateProblem } from '../../../../../../src/sizing/calculators/heat/hot/template-problem.ts';

/** A problem on that line of a template, as its reader reports it; the code does not matter to what is said. */
export function problemAt(line: number, more: Partial<TemplateProblem> = {}): TemplateProblem {
  return { code: 'parameter', message: `M${line}`, line, column: 3, file: null, ...more };
}
