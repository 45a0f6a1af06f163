/** A session as a file, `.plimsoll.json`, and as the text kept in the browser's storage. */
import * as z from 'zod/mini';
import type { Calculator } from '../sizing/core/calculator.ts';
import type { Value } from '../sizing/core/param.ts';
import type { Inputs } from '../sizing/core/plan.ts';
import type { Attachments } from '../sizing/core/study.ts';
import { textOfValue } from '../sizing/core/value-text.ts';
import { keptUnknown } from './kept-unknown.ts';
import { firstNotes, quoted } from './quoted.ts';
import { openRaw } from './raw-session.ts';
import { repeatedKeys } from './repeated-keys.ts';
import type { Opened, Session } from './session.ts';

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
/** A map, because a record has no room for a key called `__proto__`. */
const values = mapOf(value);
const texts = mapOf(z.string());

function mapOf<T extends z.core.SomeType>(of: T) {
  const entries = z.transform((json: unknown) => (isObject(json) ? new Map(Object.entries(json)) : json));
  return z.pipe(entries, z.map(z.string(), of));
}

function isObject(json: unknown): json is object {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

const option = z.object({ letter: z.string(), name: z.string(), inputs: values });

const envelope = z.object({
  format: z.literal('plimsoll'),
  calculator: z.string(),
  version: z.number().check(
    z.gte(1),
    z.refine((n) => Number.isInteger(n)),
  ),
  view: z.optional(z.string()),
  selected: z.optional(z.string()),
  baseline: z.optional(z.string()),
  title: z.optional(z.string()),
  shared: values,
  options: z.array(option),
  unknown: z.optional(texts),
  attachments: z.optional(texts),
});

/** The session as indented JSON; keys are the short ones of links, every value in full. */
export function toFileText(session: Session, calculator: Calculator): string {
  const { attachments = {}, plan, selected, view } = session;
  const unknown = keptUnknown(session.unknown, plan, calculator);
  const keyed = (inputs: Inputs, scope: 'shared' | 'option') =>
    Object.fromEntries(
      calculator.params.filter((p) => p.scope === scope).map((p) => [p.key, inputs[p.name] ?? null]),
    );
  const file: FileJson = {
    format: 'plimsoll',
    calculator: calculator.id,
    version: calculator.version,
    view,
    selected,
    baseline: plan.baseline,
    title: plan.title,
    shared: keyed(plan.shared, 'shared'),
    options: plan.options.map((o) => ({ letter: o.letter, name: o.name, inputs: keyed(o.inputs, 'option') })),
    ...(unknown.size > 0 ? { unknown: Object.fromEntries(unknown) } : {}),
    ...(Object.keys(attachments).length > 0 ? { attachments } : {}),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** What `envelope` reads, as it is written. */
interface FileJson {
  readonly format: 'plimsoll';
  readonly calculator: string;
  readonly version: number;
  readonly view: string;
  readonly selected: string;
  readonly baseline: string;
  readonly title: string;
  readonly shared: Inputs;
  readonly options: readonly { readonly letter: string; readonly name: string; readonly inputs: Inputs }[];
  readonly unknown?: Readonly<Record<string, string>>;
  readonly attachments?: Attachments;
}

/** Opens what `toFileText` wrote. Never throws. */
export function fromFileText(text: string, calculators: readonly Calculator[]): Opened {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const reason = error instanceof Error ? quoted(error.message, 200) : 'unreadable';
    return { kind: 'refused', message: `This is not a Plimsoll file: it is no JSON (${reason}).` };
  }
  const parsed = z.safeParse(envelope, json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue && issue.path.length > 0 ? `at “${quoted(issue.path.join('.'))}”` : 'in it';
    return {
      kind: 'refused',
      message: `This is not a Plimsoll file: something else than expected stands ${where}.`,
    };
  }
  const { attachments, options, shared, unknown, version, view, selected, baseline, title } = parsed.data;
  const opened = openRaw(
    {
      calculator: parsed.data.calculator,
      version,
      view,
      selected,
      baseline,
      title,
      shared: asLinkTexts(shared),
      options: options.map((o) => ({ letter: o.letter, name: o.name, inputs: asLinkTexts(o.inputs) })),
      unknown: unknown ?? new Map(),
      strange: strangeKeys(json),
    },
    calculators,
    'file',
  );
  if (opened.kind === 'refused') return opened;
  const notes = [...repeatedNotes(text), ...opened.notes];
  if (!attachments) return { ...opened, notes };
  return { ...opened, notes, session: { ...opened.session, attachments: Object.fromEntries(attachments) } };
}

function asLinkTexts(inputs: ReadonlyMap<string, Value>): ReadonlyMap<string, string> {
  return new Map([...inputs].map(([key, v]) => [key, textOfValue(v)]));
}

/** What stands in a file beside the parts that are read: a later version may have more of them. */
function strangeKeys(json: unknown): readonly string[] {
  const beside = (part: unknown, known: object) =>
    Object.keys(isObject(part) ? part : {}).filter((key) => !Object.hasOwn(known, key));
  const entries: unknown = isObject(json) && 'options' in json ? json.options : [];
  const options: readonly unknown[] = Array.isArray(entries) ? entries : [];
  return [...beside(json, envelope.shape), ...options.flatMap((entry) => beside(entry, option.shape))];
}

function repeatedNotes(text: string): readonly string[] {
  const notes = repeatedKeys(text).map((key) => `“${quoted(key)}” appears twice; the last one is used.`);
  return firstNotes(notes, 'appear twice as well');
}
