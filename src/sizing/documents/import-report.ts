import type {
  ImportFound,
  ImportNeed,
  ImportProblem,
  ImportRequest,
  ImportResult,
  TextPlace,
} from '../core/import.ts';
import type { Param, Params, Value } from '../core/param.ts';
import { acceptedBy, checkValue } from '../core/schema.ts';
import type { DocumentNote } from './document-fault.ts';
import { limits } from './limits.ts';
import type { LocatedNode, Repeat } from './located-node.ts';
import type { ScalarReading } from './scalar-reading.ts';
import { nameIn, shortened, switchIn, wholeNumberIn } from './scalar-reading.ts';
import type { UnusedParts } from './unused-parts.ts';

/** A part of the file that stands where a value is looked for. */
export interface Place {
  readonly node: LocatedNode;
  readonly path: string;
  /** How sentences call it: "max_threads". */
  readonly name: string;
}

/** Keeps account of what a file gives to the fields of a plan. */
export interface ImportReport {
  readonly found: readonly ImportFound[];
  readonly needs: readonly ImportNeed[];
  readonly problems: readonly ImportProblem[];
  readonly used: Set<LocatedNode>;
  readonly lineOf: (offset: number) => TextPlace;
  /** The number there, which it complains of if it is none. `field` is where the user may enter it instead. */
  readonly numberAt: (place: Place, field: string | null) => number | undefined;
  readonly switchAt: (place: Place, field: string | null) => boolean | undefined;
  readonly nameAt: (place: Place, field: string | null) => string | undefined;
  /** Gives a value to a field, or says why the field does not take it. */
  readonly set: (place: Place, field: string, value: Value, note?: string) => void;
  readonly need: (place: Place, field: string | null, message: string) => void;
  readonly warn: (offset: number, message: string) => void;
  readonly fail: (offset: number, message: string) => void;
  /** Complaints of the reading itself; the message is the end of a sentence that starts with the place. */
  readonly noteAll: (notes: readonly DocumentNote[]) => void;
  readonly noteRepeats: (repeats: readonly Repeat[]) => void;
}

export function createReport(
  params: Params,
  { plan, selected }: ImportRequest,
  lineOf: (offset: number) => TextPlace,
  { areQuotedSwitchesText }: { readonly areQuotedSwitchesText: boolean },
): ImportReport {
  const found = new Map<string, ImportFound>();
  const needs: ImportNeed[] = [];
  const problems: ImportProblem[] = [];
  const used = new Set<LocatedNode>();
  const own = plan.options.find((option) => option.letter === selected)?.inputs ?? {};

  function complain(severity: ImportProblem['severity'], offset: number, sentence: string): void {
    if (problems.length < limits.listed) problems.push({ severity, message: sentence, ...lineOf(offset) });
  }
  function lineText(offset: number): string {
    return `Line ${lineOf(offset).line}`;
  }
  function placeText(offset: number): string {
    const { column, line } = lineOf(offset);
    return `Line ${line}, column ${column}`;
  }

  function valueAt<T extends Value>(
    { name, node, path }: Place,
    reading: ScalarReading<T>,
    wanted: string,
    field: string | null,
  ): T | undefined {
    used.add(node);
    const { offset } = node;
    switch (reading.kind) {
      case 'value':
        return reading.value;
      case 'wrong':
        complain('error', offset, `${placeText(offset)}: ${name} needs ${wanted}; found ${reading.found}.`);
        return undefined;
      case 'nothing':
        complain('warning', offset, `${lineText(offset)}: ${name} has no value; it is not used.`);
        return undefined;
      case 'variable': {
        const what = reading.name === null ? 'an expression' : `the variable ${reading.name}`;
        const message = `${lineText(offset)}: ${name} is ${what}. Enter its value.`;
        needs.push({ path, field, message, ...lineOf(offset) });
        return undefined;
      }
      case 'opaque': {
        const message = `${lineText(offset)}: ${name} has a tag and is not read. Enter its value.`;
        needs.push({ path, field, message, ...lineOf(offset) });
        return undefined;
      }
    }
  }

  return {
    get found() {
      return [...found.values()];
    },
    needs,
    problems,
    used,
    lineOf,
    numberAt(place, field) {
      const reading = wholeNumberIn(place.node);
      if (reading.kind === 'value' && reading.isQuoted) {
        const { offset } = place.node;
        const message = `${lineText(offset)}: ${place.name} is in quotes; it is read as the number ${reading.value}.`;
        complain('warning', offset, message);
      }
      return valueAt(place, reading, 'a whole number', field);
    },
    switchAt(place, field) {
      const reading = switchIn(place.node);
      // Text is always true to Ruby, also “false”: what stands in quotes may not be what runs.
      const isText = areQuotedSwitchesText && reading.kind === 'value' && reading.isQuoted;
      return valueAt(
        place,
        isText ? { kind: 'wrong', found: 'text in quotes' } : reading,
        'true or false',
        field,
      );
    },
    nameAt: (place, field) => valueAt(place, nameIn(place.node), 'a name', field),
    set({ name, node, path }, field, value, note) {
      const param: Param | undefined = params[field];
      if (!param) throw new Error(`An import sets ${field}, which is no field.`);
      if (!checkValue(param, value).ok) {
        const shown = typeof value === 'string' ? `“${shortened(value)}”` : String(value);
        const sentence = `${placeText(node.offset)}: ${name} is ${shown}. ${param.label}: ${acceptedBy(param)}.`;
        complain('error', node.offset, sentence);
        return;
      }
      const before = (param.scope === 'shared' ? plan.shared : own)[field] ?? null;
      found.set(field, { path, field, before, value, note: note ?? null, ...lineOf(node.offset) });
    },
    need({ node, path }, field, message) {
      used.add(node);
      needs.push({ path, field, message, ...lineOf(node.offset) });
    },
    warn: (offset, message) => complain('warning', offset, `${lineText(offset)}: ${message}`),
    fail: (offset, message) => complain('error', offset, `${placeText(offset)}: ${message}`),
    noteAll(notes) {
      for (const { message, offset, severity } of notes)
        complain(severity, offset, `${placeText(offset)}: ${message}.`);
    },
    noteRepeats(repeats) {
      for (const { key, offset, times, value } of repeats) {
        const often = times === 2 ? 'twice' : `${times} times`;
        // Only a value that is read may be shown: any other may be a secret.
        const last = used.has(value) && value.kind === 'scalar' ? `, ${shortened(value.text)},` : '';
        complain(
          'warning',
          offset,
          `${lineText(offset)}: ${shortened(key)} appears ${often}; the last one${last} is used.`,
        );
      }
    },
  };
}

interface Finish extends Pick<ImportResult, 'kind' | 'destination' | 'link'> {
  readonly unused: UnusedParts;
}

/** The account as a result; nothing is set while there is an error. */
export function resultOf(report: ImportReport, { unused, ...rest }: Finish): ImportResult {
  const { found, needs, problems } = report;
  const byPlace = (a: TextPlace, b: TextPlace) => a.line - b.line || a.column - b.column;
  const isBroken = problems.some((problem) => problem.severity === 'error');
  return {
    ...rest,
    found: found.toSorted(byPlace),
    unused: unused.listed,
    unusedLeftOut: unused.leftOut,
    needs: needs.toSorted(byPlace),
    problems: problems.toSorted(byPlace),
    inputs: isBroken ? {} : Object.fromEntries(found.map(({ field, value }) => [field, value])),
  };
}

/** The address of the plan in the first comments of a file that this page wrote. */
export function linkIn(text: string, calculator: string): string | null {
  const head = text.slice(0, 20_000).split('\n', 30);
  for (const line of head) {
    const link = /^\s*#\s*(\S+)\s*$/.exec(line)?.[1];
    if (link?.includes(`#${calculator}?`)) return link;
  }
  return null;
}
