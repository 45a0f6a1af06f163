import { renderExport } from '../share/render-export.ts';
import type { NamedParam } from '../sizing/core/calculator.ts';
import type { ExportDocument } from '../sizing/core/export-document.ts';
import type { ChoiceParam } from '../sizing/core/param.ts';
import { CommandFault } from './command-fault.ts';
import { linkOf, type OpenedSession, openSession, withOption } from './open-session.ts';
import { type CommandLine, onlyOne } from './read-arguments.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { unsizedBecause } from './unsized.ts';

/** `plimsoll export LINK|FILE`: a file for the selected option, as the page offers it. */
export async function exportCommand(line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  const { document: id, list, option, target } = line.values;
  const opened = withTarget(withOption(await openSession(onlyOne(line), terminal), option), target);
  const { calculator, notes, session } = opened;
  const { plan, selected } = session;
  for (const note of notes) terminal.remark(note);
  const documents = calculator.exports(plan, selected, { link: linkOf(opened) });
  const [first] = documents;
  if (!first) {
    for (const sentence of unsizedBecause(calculator, plan, selected)) terminal.remark(sentence);
    return 1;
  }
  if (list) {
    terminal.write(documents.map((d) => `${d.id}\t${d.filename}\t${d.label}\n`).join(''));
    return 0;
  }
  const chosen = id === undefined ? first : documents.find((d) => d.id === id);
  if (!chosen) throw new CommandFault(`There is no document “${id}”. ${offered(documents)}`);
  if (id === undefined && documents.length > 1)
    terminal.remark(`This is “${chosen.id}”. ${offered(documents)}`);
  return writeDocument(chosen, terminal);
}

function writeDocument({ content }: ExportDocument, terminal: Terminal): ExitCode {
  if (content.kind === 'refused') {
    terminal.remark(content.reason);
    return 1;
  }
  const { text } = renderExport(content);
  terminal.write(text.endsWith('\n') ? text : `${text}\n`);
  return 0;
}

function offered(documents: readonly ExportDocument[]): string {
  return `There are: ${documents.map((d) => d.id).join(', ')}.`;
}

/** The plan written for another tool or release; its link says so, as on the page. */
function withTarget(opened: OpenedSession, target: string | undefined): OpenedSession {
  if (target === undefined) return opened;
  const { calculator, session } = opened;
  const param = calculator.params.find(isTarget);
  if (!param) throw new CommandFault(`The files of ${calculator.title} have no targets.`);
  if (!param.choices.some(({ value }) => value === target)) {
    const known = param.choices.map(({ label, value }) => `${value} (${label})`).join(', ');
    throw new CommandFault(`There is no target “${target}”. There are: ${known}.`);
  }
  const { plan } = session;
  const shared = { ...plan.shared, [param.name]: target };
  return { ...opened, session: { ...session, plan: { ...plan, shared } } };
}

/** The field that says what files are written for is called so by every calculator that has one. */
function isTarget(param: NamedParam): param is NamedParam & ChoiceParam {
  return param.kind === 'choice' && param.scope === 'shared' && /^(?:target|exportTarget)$/.test(param.name);
}
