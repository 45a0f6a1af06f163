import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minifySync, type Plugin, type ResolvedConfig, transformWithOxc } from 'vite';

const source = fileURLToPath(new URL('./service-worker/service-worker.ts', import.meta.url));

/** Not part of the page: what hosts, crawlers and readers of licences ask for. */
const leftOut = /^(?:\.vite\/|robots\.txt$|licences\.txt$)|\.map$/;

/**
 * Writes `sw.js` beside the page: the service worker with the list of all files it has to keep. It is made from what
 * lies on the disk in the end, because later steps of the build still change the pieces.
 */
export function offline(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'offline',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir }, bundle) {
        if (dir === undefined) return;
        const names = [...Object.keys(bundle), ...publicFiles(config.publicDir)]
          .filter((name) => !leftOut.test(name))
          .sort();
        const files = Object.fromEntries(
          // Hosts redirect `index.html` to its folder, and a redirected page cannot be shown from a cache.
          names.map((name) => [name === 'index.html' ? '' : name, integrityOf(join(dir, name))]),
        );
        const code = await workerCode(files, `${config.build.assetsDir}/`);
        writeFileSync(join(dir, 'sw.js'), code);
      },
    },
  };
}

function publicFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    );
}

/** In the form of the `integrity` attribute, which the browser checks by itself. */
function integrityOf(file: string): string {
  return `sha256-${createHash('sha256').update(readFileSync(file)).digest('base64')}`;
}

async function workerCode(files: Readonly<Record<string, string>>, hashedFolder: string): Promise<string> {
  const { code } = await transformWithOxc(readFileSync(source, 'utf8'), source);
  const version = createHash('sha256').update(JSON.stringify(files)).update(code).digest('hex').slice(0, 12);
  const constants = Object.entries({ version, hashedFolder, files }).map(
    ([name, value]) => `const ${name} = ${JSON.stringify(value)};`,
  );
  return minifySync('sw.js', [...constants, code].join('\n')).code;
}
