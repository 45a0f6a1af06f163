import type { GraphOptions } from '../../../../../src/sizing/calculators/heat/hot/read-template.ts';
import { graphOf } from '../../../../../src/sizing/calculators/heat/hot/read-template.ts';
import type { StackGraph } from '../../../../../src/sizing/calculators/heat/hot/template-graph.ts';
import type { TemplateProblem } from '../../../../../src/sizing/calculators/heat/hot/template-problem.ts';

export function graphIn(text: string, options: Partial<GraphOptions> = {}): StackGraph {
  const reading = graphOf(text, { parameters: {}, ...options });
  if (!reading.ok) {
    throw new Error(reading.problems.map(({ message, line }) => `${line}: ${message}`).join('\n'));
  }
  return reading.graph;
}

/** The edges as `waiting > required`, those of plugins with a `~`. */
export function edgesIn(text: string, options: Partial<GraphOptions> = {}): readonly string[] {
  return graphIn(text, options)
    .edges.map(({ from, to, reasons }) => `${from} ${reasons.includes('plugin') ? '~' : '>'} ${to}`)
    .sort();
}

export function problemsIn(text: string, options: Partial<GraphOptions> = {}): readonly TemplateProblem[] {
  const reading = graphOf(text, { parameters: {}, ...options });
  return reading.ok ? [] : reading.problems;
}

export function notesIn(text: string, options: Partial<GraphOptions> = {}): readonly TemplateProblem[] {
  return graphOf(text, { parameters: {}, ...options }).notes;
}

/** A template of the given version with these resources, each a line of YAML after its name. */
export function template(version: string, resources: Readonly<Record<string, string>>, head = ''): string {
  const lines = Object.entries(resources).map(([name, body]) => `  ${name}: ${body}`);
  return [`heat_template_version: ${version}`, ...(head === '' ? [] : [head]), 'resources:', ...lines].join(
    '\n',
  );
}
