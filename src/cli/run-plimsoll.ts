import { checkCommand } from './check-command.ts';
import { CommandFault } from './command-fault.ts';
import { exportCommand } from './export-command.ts';
import { helpText } from './help-text.ts';
import { readArguments } from './read-arguments.ts';
import { sizeCommand } from './size-command.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** Carries out what the words behind `plimsoll` ask for. Never throws: a fault is a remark and an exit code. */
export async function runPlimsoll(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const named = { ...terminal, remark: (text: string) => terminal.remark(`plimsoll: ${text}`) };
  try {
    return await run(words, named);
  } catch (error) {
    if (error instanceof CommandFault) named.remark(error.message);
    else
      named.remark(`This should not happen: ${error instanceof Error ? error.message : 'an unknown fault'}.`);
    return 2;
  }
}

async function run(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const line = readArguments(words);
  if (line.values.version) {
    terminal.write(`${terminal.version}\n`);
    return 0;
  }
  if (line.values.help || line.command === 'help') {
    terminal.write(helpText);
    return 0;
  }
  switch (line.command) {
    case 'size':
      return sizeCommand(line, terminal);
    case 'export':
      return exportCommand(line, terminal);
    case 'check':
      return checkCommand(line, terminal);
    case undefined:
      throw new CommandFault('Say what to do: size, export or check. “plimsoll help” tells more.');
    default:
      throw new CommandFault(`There is no command “${line.command}”. “plimsoll help” lists them.`);
  }
}
