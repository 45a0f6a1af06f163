import { calculators } from '../sizing/calculators/index.ts';
import type { Calculator } from '../sizing/core/calculator.ts';
import { hasErrors } from '../sizing/core/import.ts';
import { capitalised, counted } from '../sizing/core/number-text.ts';
import { type CheckedText, checkText, plainPlan, type Remark } from './check-text.ts';
import { CommandFault } from './command-fault.ts';
import { type OpenedSession, openSession } from './open-session.ts';
import { type CommandLine, choiceOf } from './read-arguments.ts';
import { nameOf, readSource } from './read-source.ts';
import { severityStyles, styled } from './styled.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { wrapped } from './wrapped.ts';

/** `plimsoll check FILE…`: what the page would say of each file, with the lines it is about. */
export async function checkCommand(line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  const format = choiceOf(line, 'format', ['text', 'json']);
  if (line.sources.length === 0)
    throw new CommandFault('“plimsoll check” needs a file, or - for standard input.');
  const { plan } = line.values;
  if (plan === '-' && line.sources.includes('-'))
    throw new CommandFault('Standard input cannot be both the plan and a file.');
  const opened = plan === undefined ? undefined : await openSession(plan, terminal);
  for (const note of opened?.notes ?? []) terminal.remark(note);
  const checked: (readonly [source: string, CheckedText])[] = [];
  for (const source of line.sources)
    checked.push([nameOf(source), await bestReading(await readSource(source, terminal), opened)]);
  if (format === 'json') {
    const json = checked.map(([source, text]) => jsonOf(source, text, opened));
    terminal.write(`${JSON.stringify(json, null, 2)}\n`);
  } else terminal.write(checked.map(([source, text]) => textOf(source, text, opened, terminal)).join('\n'));
  return checked.some(([, { remarks }]) => remarks.some(isRefusal)) ? 1 : 0;
}

/** By the calculator that knows the file; when none does, the complaints of all, as one of them may be meant. */
async function bestReading(text: string, opened: OpenedSession | undefined): Promise<CheckedText> {
  const readings: CheckedText[] = [];
  for (const calculator of opened ? [opened.calculator] : calculators) {
    const reading = await readBy(calculator, text, opened);
    if (reading?.reading.kind != null) return reading;
    if (reading) readings.push(reading);
  }
  const [first] = readings;
  if (!first) throw new CommandFault('No calculator here reads files.');
  const known = new Set<string>();
  const remarks = readings
    .flatMap((reading) => reading.remarks)
    .filter(({ message, place }) => {
      const key = `${place?.line}:${place?.column}:${message}`;
      return !known.has(key) && known.add(key);
    });
  return { ...first, remarks };
}

async function readBy(
  calculator: Calculator,
  text: string,
  opened: OpenedSession | undefined,
): Promise<CheckedText | undefined> {
  const importer = await calculator.importText?.();
  return importer && checkText(text, calculator, importer, opened?.session ?? plainPlan(calculator));
}

function isRefusal({ severity }: Remark): boolean {
  return severity === 'blocker' || severity === 'error';
}

function jsonOf(
  source: string,
  { assumed, calculator, reading, remarks }: CheckedText,
  opened?: OpenedSession,
) {
  const isKnown = reading.kind !== null;
  return {
    file: source,
    kind: reading.kind,
    calculator: isKnown ? calculator.id : null,
    remarks: remarks.map(({ id, message, place, rules, severity }) => ({
      line: place?.line ?? null,
      column: place?.column ?? null,
      severity,
      message,
      id,
      rules,
    })),
    found: reading.found.map(({ column, field, line, note, path, value }) => ({
      line,
      column,
      path,
      field,
      value,
      note,
    })),
    unused: reading.unused.map(({ line, path }) => ({ line, path })),
    plan: opened?.session.plan.title ?? null,
    assumed,
  };
}

/** In the form of a compiler, so that editors and pipelines find the place. */
function textOf(
  source: string,
  { assumed, calculator, reading, remarks }: CheckedText,
  opened: OpenedSession | undefined,
  { columns, hasColour }: Terminal,
): string {
  const shown = remarks.filter(({ severity }) => severity !== 'fine');
  const lines = shown.map(({ id, message, place, severity }) => {
    const where = place ? `${source}:${place.line}:${place.column}` : source;
    const style = severity === 'error' ? 'red' : severity === 'warning' ? 'yellow' : severityStyles[severity];
    return `${where}: ${styled(severity, style, hasColour)}: ${message}${id === null ? '' : ` (${id})`}`;
  });
  if (reading.kind === null || hasErrors(reading))
    return `${[...lines, `${source}: not checked.`].join('\n')}\n`;
  const counts = (['error', 'warning', 'blocker', 'caution', 'note'] as const).flatMap((severity) => {
    const count = shown.filter((remark) => remark.severity === severity).length;
    return count === 0 ? [] : [counted(count, severity)];
  });
  const summary = counts.length === 0 ? 'nothing to say' : counts.join(', ');
  const rest = opened
    ? `All that the file does not say comes from the plan “${opened.session.plan.title}”.`
    : `Not in the file, so the defaults stand: ${assumed.map(({ label, value }) => `${label} ${value}`).join('; ')}.`;
  return `${[
    ...lines,
    `${source}: ${reading.kind}, ${calculator.title}. ${capitalised(summary)}.`,
    wrapped(rest, columns, '  '),
  ].join('\n')}\n`;
}
