// Mutants drawn at random, each as likely as any other, and the same ones for the same seed.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mutantKey } from './mutation-choice.mjs';

/** @typedef {{ key: string, range: string }} Place a mutant, and where it lies in the notation of `--mutate` */

/**
 * @param {readonly string[]} paths folders or files
 * @param {RegExp} leftOut files without mutants
 * @param {number} size
 * @param {string} seed
 */
export async function sampleOf(paths, leftOut, size, seed) {
  const all = await mutantsOf(paths.flatMap(filesIn).filter((file) => !leftOut.test(file)));
  const rank = (/** @type {Place} */ { key }) => createHash('sha1').update(`${seed} ${key}`).digest('hex');
  const ranked = all
    .map((place) => ({ place, rank: rank(place) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1));
  return { outOf: all.length, chosen: ranked.slice(0, size).map(({ place }) => place) };
}

/** @param {string} path @returns {string[]} */
function filesIn(path) {
  if (path.endsWith('.ts')) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));
}

/** The part of Stryker that finds mutants is no dependency of ours, but one of Stryker's. */
async function instrumenter() {
  const stryker = createRequire(createRequire(import.meta.url).resolve('@stryker-mutator/core'));
  const load = (/** @type {string} */ name) => import(pathToFileURL(stryker.resolve(name)).href);
  const { createInstrumenter } = await load('@stryker-mutator/instrumenter');
  const { createInjector } = await load('typed-inject');
  const silent = new Proxy({}, { get: () => () => false });
  return createInjector().provideValue('logger', silent).injectFunction(createInstrumenter);
}

/** @param {readonly string[]} files @returns {Promise<Place[]>} */
async function mutantsOf(files) {
  const input = files.map((name) => ({ name, content: readFileSync(name, 'utf8'), mutate: true }));
  const options = { excludedMutations: ['StringLiteral'], ignorers: [], plugins: null, noHeader: true };
  const { mutants } = await (await instrumenter()).instrument(input, options);
  return mutants
    .filter((/** @type {any} */ { status }) => status !== 'Ignored')
    .map((/** @type {any} */ mutant) => {
      const { start, end } = mutant.location;
      const range = `${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;
      return { key: mutantKey(mutant.fileName, mutant, 0), range: `${mutant.fileName}:${range}` };
    });
}
