import { comparisonJson } from '../share/comparison-json.ts';
import { comparisonCsv } from '../share/comparison-text.ts';
import { linkOf, openSession, withOption } from './open-session.ts';
import { type CommandLine, choiceOf, onlyOne } from './read-arguments.ts';
import { sizeMarkdown, sizeText } from './size-text.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { unsizedBecause } from './unsized.ts';

/** `plimsoll size LINK|FILE`: the comparison that the page shows for it. */
export async function sizeCommand(line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  const format = choiceOf(line, 'format', ['text', 'markdown', 'csv', 'json']);
  const opened = withOption(await openSession(onlyOne(line), terminal), line.values.option);
  const { calculator, notes, session } = opened;
  const { plan, selected } = session;
  for (const note of notes) terminal.remark(note);
  const [size] = calculator.views;
  const shown = calculator.views.find((view) => view.id === session.view);
  if (size && shown && shown !== size)
    terminal.remark(`The plan was left at “${shown.title}”; this is “${size.title}”.`);
  const { result } = calculator.evaluate(plan, selected);
  const unsized = unsizedBecause(calculator, plan, selected);
  if (format === 'json') {
    const json = { link: linkOf(opened), notes, ...comparisonJson(calculator, plan, selected) };
    terminal.write(`${JSON.stringify(json, null, 2)}\n`);
  } else if (result) {
    if (format === 'csv') terminal.write(comparisonCsv(result.table, plan.options));
    else if (format === 'markdown') terminal.write(sizeMarkdown(opened, result));
    else terminal.write(sizeText(opened, result, terminal));
  }
  for (const sentence of unsized) terminal.remark(sentence);
  return result ? 0 : 1;
}
