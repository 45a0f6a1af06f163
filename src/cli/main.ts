#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { runPlimsoll } from './run-plimsoll.ts';
import type { Terminal } from './terminal.ts';

const { env, stderr, stdin, stdout } = process;

/** Of the package, which stands beside the folder of the built command. */
function packageVersion(): string {
  const file = join(dirname(fileURLToPath(import.meta.url)), '..', 'package.json');
  // The file is the package's own; its version is a string.
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

// A reader that has seen enough, such as head, closes the pipe: no fault of anybody.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const terminal: Terminal = {
  readFile: (path) => readFile(path),
  readStdin: () => buffer(stdin),
  write: (words) => stdout.write(words),
  remark: (words) => stderr.write(`${words}\n`),
  hasColour: stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb',
  columns: Math.min(Math.max(stdout.columns ?? 100, 40), 110),
  get version() {
    return packageVersion();
  },
};

process.exitCode = await runPlimsoll(process.argv.slice(2), terminal);
