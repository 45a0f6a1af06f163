// Mutation testing by hand: `npm run mutation -- src/sizing/core`, `npm run mutation -- --sample 300 --seed 7`, and
// `npm run mutation -- --survivors` to try again what the last run left alive. See docs/testing.md.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { mutantKey } from './mutation-choice.mjs';
import { sampleOf } from './mutation-sample.mjs';

/**
 * @typedef {{ key: string, range: string, file: string, line: number, mutator: string, original: string, replacement: string,
 *   status: string }} Outcome
 */

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    survivors: { type: 'boolean', default: false },
    'all-tests': { type: 'boolean', default: false },
  },
});
const folders = positionals.length > 0 ? positionals : ['src/sizing', 'src/share'];
const ledgerFile = `reports/mutation${options.sample === undefined ? '' : '-sample'}.json`;
/** Texts of rules and presets: no test should repeat them, so no test can tell a mutant from them. */
const notMutated = /rules\.ts$|presets\.ts$/;

/** @type {readonly Outcome[]} */
const before = existsSync(ledgerFile) ? JSON.parse(readFileSync(ledgerFile, 'utf8')) : [];
const isAlive = (/** @type {Outcome} */ { status }) => status === 'Survived' || status === 'NoCoverage';
const isAsked = (/** @type {Outcome} */ { file }) => folders.some((folder) => file.startsWith(folder));

mkdirSync('reports', { recursive: true });
const found = await outcomesAsked();
const isReplaced = replacedBy(found);
const ledger = [...before.filter((outcome) => !isReplaced(outcome)), ...found];
writeFileSync(ledgerFile, JSON.stringify(ledger, null, 1));
print(ledger.filter(isAsked));

async function outcomesAsked() {
  if (options.survivors) return runOnly(before.filter((outcome) => isAlive(outcome) && isAsked(outcome)));
  if (options.sample === undefined) return run(patternsOf(folders));
  const { outOf, chosen } = await sampleOf(folders, notMutated, Number(options.sample), options.seed);
  console.log(`${chosen.length} of ${outOf} mutants; those that act only while a module loads are left out.`);
  return runOnly(chosen);
}

/** @param {readonly Outcome[]} outcomes @returns {(outcome: Outcome) => boolean} */
function replacedBy(outcomes) {
  const keys = new Set(outcomes.map(({ key }) => key));
  if (options.survivors) return ({ key }) => keys.has(key);
  return options.sample === undefined ? isAsked : () => true;
}

/** @param {readonly string[]} paths folders or files */
function patternsOf(paths) {
  const patterns = paths.map((path) => (path.endsWith('.ts') ? path : `${path}/**/*.ts`));
  return [...patterns, '!src/sizing/**/*rules.ts', '!src/sizing/**/presets.ts'];
}

/** @param {readonly { readonly key: string, readonly range: string }[]} places */
function runOnly(places) {
  const list = `${process.cwd()}/reports/mutation-list-${process.pid}.json`;
  writeFileSync(list, JSON.stringify(places.map(({ key }) => key)));
  const outcomes = run([...new Set(places.map(({ range }) => range))], list);
  rmSync(list);
  return outcomes;
}

/**
 * @param {readonly string[]} patterns
 * @param {string} [list] file with the keys of the mutants to run
 * @returns {readonly Outcome[]}
 */
function run(patterns, list) {
  const report = `reports/stryker-${process.pid}.json`;
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', '--mutate', patterns.join(',')],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        MUTATION_REPORT: report,
        MUTATION_TESTS: options['all-tests'] ? 'all' : 'quick',
        ...(list && { MUTATION_LIST: list }),
      },
    },
  );
  if (status !== 0 || !existsSync(report)) process.exit(status || 1);
  const outcomes = outcomesOf(JSON.parse(readFileSync(report, 'utf8')));
  rmSync(report);
  return outcomes;
}

/** @param {any} report in the format of Stryker @returns {Outcome[]} */
function outcomesOf(report) {
  return Object.entries(report.files).flatMap(([file, { mutants, source }]) =>
    mutants
      .filter((/** @type {any} */ { status }) => status !== 'Ignored' && status !== 'CompileError')
      .map((/** @type {any} */ mutant) => ({
        key: mutantKey(file, mutant, 1),
        range: rangeOf(file, mutant.location),
        file,
        line: mutant.location.start.line,
        mutator: mutant.mutatorName,
        original: textAt(source, mutant.location),
        replacement: mutant.replacement,
        status: mutant.status,
      })),
  );
}

/** In the notation of `--mutate`: lines from 1, columns from 0. @param {string} file @param {any} location */
function rangeOf(file, { start, end }) {
  return `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
}

/** @param {string} source @param {any} location */
function textAt(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines[lines.length - 1] = (lines.at(-1) ?? '').slice(0, end.column - 1);
  lines[0] = (lines[0] ?? '').slice(start.column - 1);
  return lines.join('\n');
}

/** @param {readonly Outcome[]} outcomes */
function print(outcomes) {
  for (const outcome of outcomes.filter(isAlive)) {
    const { file, line, mutator, original, replacement } = outcome;
    const oneLine = (/** @type {string} */ text) => text.replaceAll(/\s+/g, ' ').slice(0, 90);
    console.log(`${file}:${line} ${mutator} ${oneLine(original)} → ${oneLine(replacement)}`);
  }
  const names = [...new Set(outcomes.map(({ file }) => dirname(file)))].sort();
  const rows = names.map((name) =>
    rowOf(
      name,
      outcomes.filter(({ file }) => dirname(file) === name),
    ),
  );
  console.log('\n| folder | mutants | killed | timeout | survived | no coverage | score |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const row of [...rows, rowOf('all', outcomes)]) console.log(`| ${row.join(' | ')} |`);
  if (options.sample !== undefined) console.log(`\n95 % confidence: ${intervalOf(outcomes)}.`);
}

/** @param {string} name @param {readonly Outcome[]} outcomes */
function rowOf(name, outcomes) {
  const count = (/** @type {string} */ wanted) => outcomes.filter(({ status }) => status === wanted).length;
  const [killed, timeout] = [count('Killed') + count('RuntimeError'), count('Timeout')];
  const score = percent((killed + timeout) / Math.max(1, outcomes.length));
  return [name, outcomes.length, killed, timeout, count('Survived'), count('NoCoverage'), score];
}

/** Wilson's interval for a share, at 95 %. @param {readonly Outcome[]} outcomes */
function intervalOf(outcomes) {
  const n = Math.max(1, outcomes.length);
  const share = outcomes.filter((outcome) => !isAlive(outcome)).length / n;
  const z = 1.96;
  const middle = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  return `${percent(middle - half)} to ${percent(middle + half)}`;
}

/** @param {number} share */
function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}
