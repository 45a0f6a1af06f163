import type { MapNode, TemplateNode } from './template-node.ts';
import { childOf, isEmptyNode, textOf } from './template-node.ts';
import { TemplateFault } from './template-problem.ts';
import type { JsonValue, Value } from './value.ts';
import { isList, isMapValue, isOpaque, scalarText, valueOfJson, valueOfNode } from './value.ts';

export type ParameterType = 'string' | 'number' | 'comma_delimited_list' | 'json' | 'boolean';

/** A map stands for json, and is empty. */
type Placeholder = string | number | boolean | Readonly<Record<string, never>>;

/** A parameter that has no default and was given no value; the graph is drawn with the placeholder. */
export interface MissingParameter {
  readonly name: string;
  readonly type: ParameterType;
  readonly label: string;
  readonly description: string;
  /** Empty where any value of the type is accepted. */
  readonly allowedValues: readonly string[];
  readonly line: number;
  readonly placeholder: Placeholder;
}

type Given = Exclude<Value, null>;

export interface ParameterSet {
  readonly has: (name: string) => boolean;
  /** Throws a TemplateFault for an unknown parameter or a value that does not fit its type. */
  readonly value: (name: string, offset: number) => Value;
  readonly missing: readonly Omit<MissingParameter, 'line'>[];
  readonly missingOffsets: readonly number[];
}

const pseudoParameters: ReadonlyMap<string, string> = new Map(
  ['OS::stack_name', 'OS::stack_id', 'OS::project_id', 'AWS::StackName', 'AWS::StackId', 'AWS::Region'].map(
    (name) => [name, `placeholder-${name}`],
  ),
);

const types: ReadonlyMap<string, ParameterType> = new Map([
  ['string', 'string'],
  ['number', 'number'],
  ['comma_delimited_list', 'comma_delimited_list'],
  ['json', 'json'],
  ['boolean', 'boolean'],
  ['String', 'string'],
  ['Number', 'number'],
  ['CommaDelimitedList', 'comma_delimited_list'],
  ['Json', 'json'],
  ['Boolean', 'boolean'],
]);

/**
 * The parameters of a template with the values given, the environment's defaults for them, their own, or a placeholder
 * where there is none. Source: heat/engine/parameters.py. Throws a TemplateFault where a definition is no map.
 */
export function readParameters(
  section: TemplateNode | undefined,
  format: 'hot' | 'cfn',
  given: ReadonlyMap<string, Value>,
  defaults: ReadonlyMap<string, Value>,
): ParameterSet {
  if (section !== undefined && !isEmptyNode(section) && section.kind !== 'map') {
    throw new TemplateFault('structure', section.offset, 'parameters must be a map of names to definitions.');
  }
  const entries = section?.kind === 'map' ? section.entries : [];
  const values = new Map<string, { readonly raw: Given; readonly type: ParameterType }>();
  const missing: Omit<MissingParameter, 'line'>[] = [];
  const missingOffsets: number[] = [];
  for (const { key, keyOffset, value: definition } of entries) {
    if (definition.kind !== 'map') {
      throw new TemplateFault('parameter', keyOffset, `Parameter "${key}" must be a map with a type.`);
    }
    const type = typeOf(definition, key, keyOffset, format);
    const fallback = childOf(definition, format === 'hot' ? 'default' : 'Default');
    const raw =
      given.get(key) ?? defaults.get(key) ?? (fallback === undefined ? null : valueOfNode(fallback));
    if (raw === null) {
      const asked = missingParameter(key, type, definition, format);
      missing.push(asked);
      missingOffsets.push(keyOffset);
      const { placeholder } = asked;
      values.set(key, { raw: typeof placeholder === 'object' ? new Map() : placeholder, type });
    } else {
      values.set(key, { raw, type });
    }
  }
  const value = (name: string, offset: number): Value => {
    const parameter = values.get(name);
    const known = parameter === undefined ? pseudoParameters.get(name) : typed(parameter.raw, parameter.type);
    if (known === undefined) {
      const why =
        parameter === undefined
          ? 'is not defined under parameters'
          : `does not fit its type, ${parameter.type}`;
      throw new TemplateFault('parameter', offset, `Parameter "${name}" ${why}.`);
    }
    return known;
  };
  return { has: (name) => values.has(name) || pseudoParameters.has(name), value, missing, missingOffsets };
}

function typeOf(definition: MapNode, name: string, offset: number, format: 'hot' | 'cfn'): ParameterType {
  const written = textOf(childOf(definition, format === 'hot' ? 'type' : 'Type'));
  const type = types.get(written ?? '');
  if (type === undefined) {
    const accepted = 'string, number, boolean, json or comma_delimited_list';
    throw new TemplateFault('parameter', offset, `Parameter "${name}" needs a type: ${accepted}.`);
  }
  return type;
}

function missingParameter(
  name: string,
  type: ParameterType,
  definition: MapNode,
  format: 'hot' | 'cfn',
): Omit<MissingParameter, 'line'> {
  const limits = limitsOf(definition, format);
  return {
    name,
    type,
    label: textOf(childOf(definition, 'label')) ?? name,
    description: textOf(childOf(definition, format === 'hot' ? 'description' : 'Description')) ?? '',
    allowedValues: limits.allowed.map((value) => (typeof value === 'object' ? '' : scalarText(value))),
    placeholder: placeholderOf(name, type, limits),
  };
}

interface Limits {
  readonly allowed: readonly Value[];
  readonly least: number | null;
  readonly most: number | null;
}

function limitsOf(definition: MapNode, format: 'hot' | 'cfn'): Limits {
  const constraints = childOf(definition, 'constraints');
  const sources = format === 'cfn' ? [definition] : constraints?.kind === 'list' ? constraints.items : [];
  const numberAt = (node: TemplateNode | undefined): number | null =>
    node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : null;
  const limits = {
    allowed: [] as readonly Value[],
    least: null as number | null,
    most: null as number | null,
  };
  for (const source of sources) {
    const allowed = childOf(source, format === 'cfn' ? 'AllowedValues' : 'allowed_values');
    limits.allowed = allowed?.kind === 'list' ? allowed.items.map(valueOfNode) : limits.allowed;
    const range = format === 'cfn' ? source : childOf(source, 'range');
    limits.least = numberAt(childOf(range, format === 'cfn' ? 'MinValue' : 'min')) ?? limits.least;
    limits.most = numberAt(childOf(range, format === 'cfn' ? 'MaxValue' : 'max')) ?? limits.most;
  }
  return limits;
}

/** Differs by name, so that two unknown networks are not taken for the same one. */
function placeholderOf(name: string, type: ParameterType, limits: Limits): Placeholder {
  const first = limits.allowed[0];
  if (first !== undefined && typeof first !== 'object') {
    return first;
  }
  switch (type) {
    case 'number':
      return Math.min(Math.max(1, limits.least ?? 1), limits.most ?? Number.POSITIVE_INFINITY);
    case 'boolean':
      return true;
    case 'json':
      return {};
    case 'comma_delimited_list':
      return `placeholder-${name}-a,placeholder-${name}-b`;
    case 'string':
      return `placeholder-${name}`;
  }
}

function typed(raw: Given, type: ParameterType): Value | undefined {
  if (isOpaque(raw)) {
    return raw;
  }
  switch (type) {
    case 'string':
      return typeof raw === 'object' ? raw : scalarText(raw);
    case 'number':
      return numberOf(raw);
    case 'boolean':
      return booleanOf(raw);
    case 'comma_delimited_list':
      return listOf(raw);
    case 'json':
      return jsonOf(raw);
  }
}

function numberOf(raw: Given): number | undefined {
  const number = typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : raw;
  return typeof number === 'number' && !Number.isNaN(number) ? number : undefined;
}

function booleanOf(raw: Given): boolean | undefined {
  const text = typeof raw === 'object' ? '' : String(raw).trim().toLowerCase();
  if (['1', 't', 'true', 'on', 'y', 'yes'].includes(text)) {
    return true;
  }
  return ['0', 'f', 'false', 'off', 'n', 'no'].includes(text) ? false : undefined;
}

function listOf(raw: Given): readonly Value[] | undefined {
  if (isList(raw)) {
    return raw.map((item) => (typeof item === 'object' ? item : scalarText(item)));
  }
  if (typeof raw === 'object') {
    return undefined;
  }
  return raw === '' ? [] : scalarText(raw).split(',');
}

function jsonOf(raw: Given): Value | undefined {
  if (typeof raw !== 'string') {
    return isList(raw) || isMapValue(raw) ? raw : undefined;
  }
  if (raw === '') {
    return '';
  }
  try {
    // JSON.parse is typed any; what it yields is JSON.
    return valueOfJson(JSON.parse(raw) as JsonValue);
  } catch {
    return undefined;
  }
}
