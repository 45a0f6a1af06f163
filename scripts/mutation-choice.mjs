// A plug-in of Stryker, a checker, that runs the mutants of a list and no other. Cutting the code into ranges alone
// would take along every mutant that lies inside a chosen one.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

/**
 * What tells a mutant from every other, from one run to the next.
 *
 * @param {string} file path from the root of the repository, with forward slashes
 * @param {{ location: { start: { line: number, column: number }, end: { line: number, column: number } },
 *   mutatorName: string, replacement?: string | undefined }} mutant
 * @param {number} first what its report calls the first line and column: 0 for a plug-in, 1 in a report
 */
export function mutantKey(file, mutant, first) {
  const { start, end } = mutant.location;
  const place = [start.line, start.column, end.line, end.column].map((at) => at - first).join(':');
  return `${file} ${place} ${mutant.mutatorName} ${mutant.replacement ?? ''}`;
}

class MutationChoice {
  /** @type {ReadonlySet<string> | undefined} */
  #chosen;

  async init() {
    const list = process.env.MUTATION_LIST;
    this.#chosen = list ? new Set(JSON.parse(readFileSync(list, 'utf8'))) : undefined;
  }

  /** One group for all: else each is asked for by itself. @param {any[]} mutants */
  async group(mutants) {
    return [mutants.map(({ id }) => id)];
  }

  /** @param {any[]} mutants */
  async check(mutants) {
    const isChosen = (/** @type {any} */ mutant) => {
      const file = relative(process.cwd(), mutant.fileName).replaceAll('\\', '/');
      return this.#chosen?.has(mutantKey(file, mutant, 0)) ?? true;
    };
    return Object.fromEntries(
      mutants.map((mutant) => [
        mutant.id,
        { status: isChosen(mutant) ? 'passed' : 'compileError', reason: '' },
      ]),
    );
  }
}

export const strykerPlugins = [{ kind: 'Checker', name: 'choice', injectableClass: MutationChoice }];
