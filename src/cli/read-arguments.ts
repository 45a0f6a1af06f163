import { parseArgs } from 'node:util';
import { CommandFault } from './command-fault.ts';

const options = {
  format: { type: 'string', short: 'f' },
  option: { type: 'string', short: 'o' },
  target: { type: 'string', short: 't' },
  document: { type: 'string', short: 'd' },
  plan: { type: 'string', short: 'p' },
  list: { type: 'boolean', short: 'l' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
} as const;

type OptionName = keyof typeof options;

export interface CommandLine {
  /** First word; undefined when there is none. */
  readonly command: string | undefined;
  /** Links and files. */
  readonly sources: readonly string[];
  readonly values: {
    readonly [K in OptionName]?: (typeof options)[K]['type'] extends 'string' ? string : boolean;
  };
}

/** What each command understands besides `--help`. */
const understood: Readonly<Record<string, readonly OptionName[]>> = {
  size: ['format', 'option'],
  export: ['target', 'document', 'option', 'list'],
  check: ['format', 'plan'],
};

/** Reads the words behind `plimsoll`. Throws a CommandFault for options that the command does not have. */
export function readArguments(words: readonly string[]): CommandLine {
  const { positionals, values } = parse(words);
  const [command, ...sources] = positionals;
  const known = understood[command ?? ''];
  for (const name of Object.keys(values)) {
    if (name === 'help' || name === 'version' || !known || known.some((n) => n === name)) continue;
    throw new CommandFault(`“plimsoll ${command}” has no option --${name}.`);
  }
  return { command, sources, values };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    // What follows the first sentence is about words that begin with a dash, which no command here takes.
    const [first = ''] = (error instanceof Error ? error.message : '').split(/\. |\.?\n|\.$/);
    throw new CommandFault(`${first}.`);
  }
}

/** The one link or file that a command takes. */
export function onlyOne({ command, sources }: CommandLine): string {
  const [source, ...others] = sources;
  if (source === undefined) throw new CommandFault(`“plimsoll ${command}” needs a link or a file.`);
  if (others.length > 0)
    throw new CommandFault(
      `“plimsoll ${command}” takes one link or file. Put the link in quotes: & and ? mean something to the shell.`,
    );
  return source;
}

/** The value of an option that has a few words; the first of them when it is not given. */
export function choiceOf<const T extends string>(
  { values }: CommandLine,
  name: 'format',
  choices: readonly [T, ...T[]],
): T {
  const given = values[name];
  const found = given === undefined ? choices[0] : choices.find((choice) => choice === given);
  if (found === undefined)
    throw new CommandFault(`--${name} is one of ${choices.join(', ')}; found “${given}”.`);
  return found;
}
