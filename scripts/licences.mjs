// The licences of what a build holds, from the modules that are really in it. Node built-ins only.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Shipped
 * @property {string} name
 * @property {string} version
 * @property {string} licence the SPDX identifier that the package gives
 * @property {string} text licence and notices, word for word
 */

/** What the bundler itself puts in, by the start of the module's name. */
const runtimes = { '\0vite/': 'vite', '\0rolldown/': 'rolldown' };

/**
 * The folder of the package that a module comes from; undefined for the project's own.
 *
 * @param {string} id a module as the bundler names it, or a path
 * @returns {string | undefined}
 */
export function packageFolder(id) {
  const runtime = Object.entries(runtimes).find(([start]) => id.startsWith(start));
  if (runtime) return join('node_modules', runtime[1]);
  return /^\0?(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/'))?.[1];
}

/**
 * Reads what a package says of itself.
 *
 * @param {string} folder
 * @returns {Shipped}
 */
function readPackage(folder) {
  /** @type {{ name: string, version: string, license?: string }} */
  const { name, version, license = '' } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((file) =>
    /^(?:licen[cs]e|notice|copying|ofl)(?:\.|$)/i.test(file),
  );
  const text = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim());
  // The bundler's own file goes on with what only the bundler contains.
  const [own = ''] = text.join('\n\n').split(/^# Licenses of bundled dependencies/m);
  return { name, version, licence: license, text: own.trim() };
}

/**
 * The packages that modules come from, by name. Throws for one without a licence: it must not be passed on.
 *
 * @param {Iterable<string>} ids
 * @returns {readonly Shipped[]}
 */
export function shippedPackages(ids) {
  const folders = new Set([...ids].flatMap((id) => packageFolder(id) ?? []));
  // Fonts are named by another path than scripts, so one package may be found twice.
  const packages = new Map(
    [...folders].map(readPackage).map((found) => [`${found.name} ${found.version}`, found]),
  );
  for (const [name, { licence, text }] of packages)
    if (licence === '' || text === '')
      throw new Error(`${name} is in the build and comes without a licence.`);
  return [...packages.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * The list as it lies beside the page.
 *
 * @param {readonly Shipped[]} packages
 */
export function licencesText(packages) {
  const head =
    'Plimsoll is licensed under Apache-2.0. It contains the following packages under licences of their own.';
  const list = packages.map(({ name, version, licence }) => `${name} ${version}: ${licence}`);
  const texts = packages.map(
    ({ name, version, licence, text }) => `${'='.repeat(78)}\n${name} ${version} (${licence})\n\n${text}`,
  );
  return `${[head, list.join('\n'), ...texts].join('\n\n')}\n`;
}
