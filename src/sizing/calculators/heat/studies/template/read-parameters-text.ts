import { linesOf, readYaml } from '../../hot/read-yaml.ts';
import { childOf, type TemplateNode } from '../../hot/template-node.ts';
import { located, problemsOf } from '../../hot/template-place.ts';
import type { TemplateProblem } from '../../hot/template-problem.ts';
import type { JsonValue } from '../../hot/value.ts';

export interface GivenParameters {
  readonly values: Readonly<Record<string, JsonValue>>;
  readonly problems: readonly TemplateProblem[];
}

/** Reads `name: value` lines, or the `parameters` of an environment file. Never throws. */
export function readParametersText(text: string): GivenParameters {
  const place = { file: 'parameters', lineOf: linesOf(text), depth: 0 };
  try {
    const { root } = located(place, () => readYaml(text));
    const section = childOf(root ?? undefined, 'parameters') ?? root;
    if (section === null) return { values: {}, problems: [] };
    if (section.kind !== 'map') {
      const message = 'Parameters are lines of name: value.';
      return {
        values: {},
        problems: [{ code: 'parameter', message, ...place.lineOf(section.offset), file: place.file }],
      };
    }
    return { values: Object.fromEntries(section.entries.map((e) => [e.key, jsonOf(e.value)])), problems: [] };
  } catch (error) {
    return { values: {}, problems: problemsOf(error, place) };
  }
}

function jsonOf(node: TemplateNode): JsonValue {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(jsonOf);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, jsonOf(value)]));
}
