/** A session as a file, `.plimsoll.json`, and as the text kept in the browser's storage. */
import * as z from 'zod/mini';
import type { Calculator } from '../sizing/core/calculator.ts';
import type { Value } from '../sizing/core/param.ts';
import type { Inputs } from '../sizing/core/plan.ts';
import { textOfValue } from '../sizing/core/value-text.ts';
import { openRaw } from './raw-session.ts';
import type { Opened, Session } from './session.ts';

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const values = z.record(z.string(), value);

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
  options: z.array(z.object({ letter: z.string(), name: z.string(), inputs: values })),
  unknown: z.optional(z.record(z.string(), z.string())),
  attachments: z.optional(z.record(z.string(), z.string())),
});

/** The session as indented JSON; keys are the short ones of links, every value in full. */
export function toFileText(session: Session, calculator: Calculator): string {
  const { attachments = {}, plan, selected, unknown, view } = session;
  const keyed = (inputs: Inputs, scope: 'shared' | 'option') =>
    Object.fromEntries(
      calculator.params.filter((p) => p.scope === scope).map((p) => [p.key, inputs[p.name] ?? null]),
    );
  const file: z.infer<typeof envelope> = {
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

/** Opens what `toFileText` wrote. Never throws. */
export function fromFileText(text: string, calculators: readonly Calculator[]): Opened {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return {
      kind: 'refused',
      message: `This is not a Plimsoll file: it is no JSON (${error instanceof Error ? error.message : 'unreadable'}).`,
    };
  }
  const parsed = z.safeParse(envelope, json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue && issue.path.length > 0 ? ` at “${issue.path.join('.')}”` : '';
    return {
      kind: 'refused',
      message: `This is not a Plimsoll file: something else than expected stands${where}.`,
    };
  }
  const { attachments, calculator, options, shared, unknown, version, view, selected, baseline, title } =
    parsed.data;
  const opened = openRaw(
    {
      calculator,
      version,
      view,
      selected,
      baseline,
      title,
      shared: texts(shared),
      options: options.map((o) => ({ letter: o.letter, name: o.name, inputs: texts(o.inputs) })),
      unknown: new Map(Object.entries(unknown ?? {})),
    },
    calculators,
    'file',
  );
  if (opened.kind === 'refused' || !attachments) return opened;
  return { ...opened, session: { ...opened.session, attachments } };
}

function texts(inputs: Readonly<Record<string, Value>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(inputs).map(([key, v]) => [key, textOfValue(v)]));
}
