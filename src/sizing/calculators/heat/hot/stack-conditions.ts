import { parseSnippet } from './parse-snippet.ts';
import type { ResolveContext } from './resolve-snippet.ts';
import { resolveSnippet } from './resolve-snippet.ts';
import type { TemplateNode } from './template-node.ts';
import type { ProblemCode } from './template-problem.ts';
import { TemplateFault } from './template-problem.ts';
import type { TemplateVersion } from './template-version.ts';
import type { Value } from './value.ts';

export interface ConditionInputs {
  /** Answers for conditions that only a running Heat can decide. */
  readonly conditions: ReadonlyMap<string, boolean>;
  readonly note: (code: ProblemCode, offset: number, message: string) => void;
}

/** The conditions of one stack, decided as they are asked for. */
interface StackConditions {
  readonly isEnabled: (condition: Value, offset: number) => boolean;
  readonly decide: (condition: TemplateNode, name: string) => boolean;
  readonly all: () => ReadonlyMap<string, boolean>;
}

/** Source: heat/engine/conditions.py. Throws a TemplateFault for what is no condition and for circles. */
export function stackConditions(
  section: TemplateNode | undefined,
  version: TemplateVersion,
  inputs: ConditionInputs,
  context: () => ResolveContext,
): StackConditions {
  const entries = version.hasConditions && section?.kind === 'map' ? section.entries : [];
  const definitions = new Map(entries.map((entry) => [entry.key, entry]));
  const known = new Map<string, boolean | 'open'>();

  const evaluate = (node: TemplateNode): Value => {
    const snippet = parseSnippet(node, {
      functions: version.conditionFunctions,
      decide: () => false,
      hasResource: () => false,
      onRemoved: () => undefined,
      onParameter: () => undefined,
    });
    return resolveSnippet(snippet, context());
  };
  const evaluateOrForget = (name: string, node: TemplateNode): Value => {
    try {
      return evaluate(node);
    } catch (error) {
      known.delete(name);
      throw error;
    }
  };
  const byName = (name: string, offset: number): boolean => {
    const found = known.get(name) ?? inputs.conditions.get(name);
    const definition = definitions.get(name);
    if (definition === undefined) {
      throw new TemplateFault('condition', offset, `No condition is called "${name}".`);
    }
    if (found === 'open') {
      throw new TemplateFault('condition', definition.keyOffset, `Condition "${name}" is defined by itself.`);
    }
    if (found !== undefined) {
      known.set(name, found);
      return found;
    }
    known.set(name, 'open');
    const value = evaluateOrForget(name, definition.value);
    if (typeof value !== 'boolean') {
      known.delete(name);
      throw new TemplateFault(
        'condition',
        definition.keyOffset,
        `Condition "${name}" does not come out as true or false here; give its value.`,
      );
    }
    known.set(name, value);
    return value;
  };
  const isEnabled = (condition: Value, offset: number): boolean => {
    if (typeof condition === 'boolean') {
      return condition;
    }
    if (typeof condition !== 'string') {
      throw new TemplateFault('condition', offset, 'A condition is true, false or the name of a condition.');
    }
    return byName(condition, offset);
  };
  return {
    isEnabled,
    decide: (node) => {
      const value = evaluate(node);
      return value === null || isEnabled(value, node.offset);
    },
    all: () => {
      for (const [name, entry] of definitions) {
        noteFault(inputs, () => byName(name, entry.keyOffset));
      }
      return new Map(
        [...known].flatMap(([name, value]) => (value === 'open' ? [] : [[name, value] as const])),
      );
    },
  };
}

/** Nothing hangs on a condition that no resource uses, so what is wrong with it is only noted. */
function noteFault(inputs: ConditionInputs, work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof TemplateFault)) {
      throw error;
    }
    inputs.note(error.code, error.offset, error.message);
  }
}
