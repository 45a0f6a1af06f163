import type { Plugin } from 'vite';
import { licencesText, shippedPackages } from '../scripts/licences.mjs';

export const licencesFile = 'licences.txt';

/**
 * Writes the licences of everything the build holds beside the page. Workers are bundled by themselves and before the
 * page, so what is in them is gathered by a plugin of their own.
 */
export function licences(): { readonly page: Plugin; readonly worker: Plugin } {
  const inWorkers = new Set<string>();
  return {
    worker: {
      name: 'licences-of-workers',
      apply: 'build',
      generateBundle(_, bundle) {
        for (const id of modulesOf(bundle)) inWorkers.add(id);
      },
    },
    page: {
      name: 'licences',
      apply: 'build',
      transformIndexHtml: () => [
        { tag: 'link', attrs: { rel: 'license', href: `./${licencesFile}` }, injectTo: 'head' },
      ],
      generateBundle: {
        order: 'post',
        handler(_, bundle) {
          const packages = shippedPackages([...modulesOf(bundle), ...inWorkers]);
          this.emitFile({ type: 'asset', fileName: licencesFile, source: licencesText(packages) });
        },
      },
    },
  };
}

type Bundle = Parameters<Extract<Plugin['generateBundle'], (...args: never[]) => unknown>>[1];

/** Modules of every script, and the files that fonts and pictures come from. */
function modulesOf(bundle: Bundle): readonly string[] {
  return Object.values(bundle).flatMap((part) =>
    part.type === 'chunk' ? Object.keys(part.modules) : part.originalFileNames,
  );
}
