/**
 * The one way from text to a plan, for links and files alike:
 * text → raw keys and values → known calculator → not newer → migrated → checked field by field.
 * Raw comes before checked because an old link has fields that today's schema has lost.
 */
import type { Calculator, NamedParam } from '../sizing/core/calculator.ts';
import type { Value } from '../sizing/core/param.ts';
import {
  type Letter,
  letters,
  nameLength,
  nameProblem,
  type Option,
  titleLength,
} from '../sizing/core/plan.ts';
import { defaultsOf } from '../sizing/core/preset.ts';
import type { RawPlan } from '../sizing/core/raw-plan.ts';
import { textOfValue, valueOfText } from '../sizing/core/value-text.ts';
import { fittingLink, keptUnknown, keyParts } from './kept-unknown.ts';
import { listed, quoted } from './quoted.ts';
import type { Opened } from './session.ts';

/** What a link or file says, before anything is checked. */
export interface RawSession extends RawPlan {
  readonly calculator: string;
  /** Null when it names none: written by hand, read as today's. */
  readonly version: number | null;
  readonly view: string | undefined;
  readonly selected: string | undefined;
  readonly baseline: string | undefined;
  readonly title: string | undefined;
  /** Settings that an earlier reader did not know; empty in a link, where they stand among the others. */
  readonly unknown: ReadonlyMap<string, string>;
  /** What stands in a file beside its settings and is not known here. */
  readonly strange?: readonly string[];
}

/** Opens what was read; `what` is "link" or "file", for the sentences. */
export function openRaw(raw: RawSession, calculators: readonly Calculator[], what: 'link' | 'file'): Opened {
  const calculator = calculators.find((c) => c.id === raw.calculator);
  if (!calculator) {
    const known = calculators.map((c) => c.id).join(', ');
    return {
      kind: 'refused',
      message: `This ${what} is for “${quoted(raw.calculator)}”. This page has: ${known}.`,
    };
  }
  const isNewer = (raw.version ?? 0) > calculator.version;
  const whole = withUnknown(raw);
  const migrated = migrate(whole.plan, calculator, raw.version ?? calculator.version);
  const reader = createReader(calculator, raw.strange ?? []);
  const shared = reader.read(
    migrated.shared,
    'shared',
    '',
    defaultsOf(calculator, 'shared'),
    raw.version !== null,
  );
  const options = readOptions(migrated, calculator, reader, raw.version !== null, what);

  const first = options[0] as Option; // readOptions returns at least one
  const title = readTitle(raw.title, calculator.planTitle, reader.notes);
  const letterOf = (text: string | undefined, fallback: Letter, word: string): Letter => {
    const found = options.find((o) => o.letter === text);
    if (!found && text !== undefined)
      reader.notes.push(`There is no option “${quoted(text)}” to be ${word}.`);
    return found?.letter ?? fallback;
  };
  const view = calculator.views.find((v) => v.id === raw.view);
  if (!view && raw.view !== undefined) reader.notes.push(`There is no view “${quoted(raw.view)}” here.`);
  const newer = isNewer
    ? [
        `This ${what} comes from a newer version (format ${raw.version}; this page reads up to ${calculator.version}). ` +
          `${options.length === 1 ? '1 option' : `${options.length} options`} opened.`,
      ]
    : [];
  const baseline = letterOf(raw.baseline, first.letter, 'the baseline');
  const selected = letterOf(raw.selected, first.letter, 'selected');
  const keepable = keptUnknown(reader.unknown, { options }, calculator);
  const unknown = fittingLink(keepable);
  const notes = [
    ...reader.notes,
    ...reader.summary(),
    ...overruledNotes(whole.overruled),
    ...tooLongNotes(keepable.size - unknown.size),
  ];
  return {
    kind: 'opened',
    notes: [...newer, ...notes],
    session: {
      plan: { calculator: calculator.id, title, shared, options, baseline },
      selected,
      view: view?.id ?? calculator.views[0]?.id ?? '',
      unknown,
    },
  };
}

/**
 * Puts the settings that an earlier reader did not know back where they came from: this one may know them. What the
 * plan says itself overrules them, and an option that is gone stays gone.
 */
function withUnknown(raw: RawSession): { readonly plan: RawPlan; readonly overruled: readonly string[] } {
  const shared = new Map(raw.shared);
  const options = raw.options.map((o) => ({ ...o, inputs: new Map(o.inputs) }));
  const overruled: string[] = [];
  for (const [key, text] of raw.unknown) {
    const { letter, name } = keyParts(key);
    const inputs = letter === undefined ? shared : options.find((o) => o.letter === letter)?.inputs;
    if (inputs && !inputs.has(name)) inputs.set(name, text);
    else overruled.push(key);
  }
  return { plan: { shared, options }, overruled };
}

function overruledNotes(keys: readonly string[]): readonly string[] {
  if (keys.length === 0) return [];
  const which = keys.length === 1 ? '1 setting' : `${keys.length} settings`;
  return [
    `${which} among those once unknown left out, as the plan says otherwise or has no such option: ${listed(keys)}.`,
  ];
}

function tooLongNotes(count: number): readonly string[] {
  if (count === 0) return [];
  const which = count === 1 ? '1 setting not known here is' : `${count} settings not known here are`;
  return [`${which} too long for a link and not kept.`];
}

/** A newer version has no steps to take. */
function migrate(raw: RawPlan, calculator: Calculator, version: number): RawPlan {
  return calculator.migrations.slice(version - 1).reduce((plan, migration) => migration(plan), raw);
}

function readOptions(
  raw: RawPlan,
  calculator: Calculator,
  reader: ReturnType<typeof createReader>,
  isComplete: boolean,
  what: 'link' | 'file',
): readonly Option[] {
  const options: Option[] = [];
  const left = raw.options.length - letters.length;
  if (left > 0)
    reader.notes.push(`A plan has at most ${letters.length} options; ${left} more were left out.`);
  for (const entry of raw.options.slice(0, letters.length)) {
    const letter = letters.find((l) => l === entry.letter && !options.some((o) => o.letter === l));
    if (!letter) {
      reader.notes.push(`Option “${quoted(entry.letter)}” was left out: options are A to F, each once.`);
      continue;
    }
    // A link's further options say what differs from the first; in a file every option stands in full.
    const first = what === 'link' ? options[0]?.inputs : undefined;
    const inputs = reader.read(
      entry.inputs,
      'option',
      letter,
      first ?? defaultsOf(calculator, 'option'),
      isComplete && !first,
    );
    options.push({ letter, name: readName(entry.name, letter, reader.notes), inputs });
  }
  if (options.length > 0) return options;
  if (isComplete) reader.notes.push('There is no option in it; option A has the defaults.');
  return [{ letter: 'A', name: 'Option A', inputs: defaultsOf(calculator, 'option') }];
}

function readName(name: string, letter: Letter, notes: string[]): string {
  if (name === '') return `Option ${letter}`;
  const problem = nameProblem(name, nameLength);
  if (!problem) return name;
  notes.push(`Name of option ${letter}: ${problem}. “Option ${letter}” is used instead.`);
  return `Option ${letter}`;
}

function readTitle(title: string | undefined, fallback: string, notes: string[]): string {
  if (title === undefined) return fallback;
  const problem = nameProblem(title, titleLength);
  if (!problem) return title;
  notes.push(`Title: ${problem}. “${fallback}” is used instead.`);
  return fallback;
}

/** Reads fields and keeps account of what could not be read. */
function createReader(calculator: Calculator, strange: readonly string[]) {
  const notes: string[] = [];
  const unknown = new Map<string, string>();
  const left: string[] = [...strange];
  const missing: string[] = [];
  return {
    notes,
    unknown,
    read(
      raw: ReadonlyMap<string, string>,
      scope: NamedParam['scope'],
      letter: string,
      fallback: Readonly<Record<string, Value>>,
      mustBeComplete: boolean,
    ): Readonly<Record<string, Value>> {
      const inputs: Record<string, Value> = { ...fallback };
      const where = letter ? `Option ${letter}, ` : '';
      const prefix = letter ? `${letter}.` : '';
      for (const param of calculator.params) {
        if (param.scope !== scope) continue;
        const text = raw.get(param.key);
        if (text === undefined) {
          if (mustBeComplete && param.view === undefined) missing.push(where + param.label);
          continue;
        }
        const checked = valueOfText(param, text);
        if (checked.ok) inputs[param.name] = checked.value;
        else {
          inputs[param.name] = param.default;
          notes.push(
            `${where}${checked.message} “${quoted(text)}” was replaced by ${textOfValue(param.default)}.`,
          );
        }
      }
      const known = new Set(calculator.params.filter((p) => p.scope === scope).map((p) => p.key));
      for (const [key, text] of raw) {
        if (known.has(key)) continue;
        unknown.set(prefix + key, text);
        left.push(prefix + key);
      }
      return inputs;
    },
    summary(): string[] {
      return [
        ...(left.length > 0
          ? [
              `${left.length === 1 ? '1 setting was' : `${left.length} settings were`} left out, not known here: ${listed(left)}.`,
            ]
          : []),
        ...(missing.length > 0
          ? [
              `${missing.length === 1 ? '1 setting is' : `${missing.length} settings are`} missing; the defaults are used: ${listed(missing)}.`,
            ]
          : []),
      ];
    },
  };
}
