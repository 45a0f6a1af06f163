import type { Plugin } from 'vite';

/**
 * Lets the browser fetch the calculators' first parts together with the page's own script, which would ask for one of
 * them only once it runs: a journey less on a slow line, for the price of the part that is wanted a moment later.
 */
export function preloadFirstParts(calculators: readonly string[]): Plugin {
  return {
    name: 'preload-first-parts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) =>
        Object.values(bundle)
          .filter((part) => part.type === 'chunk' && !part.isDynamicEntry && calculators.includes(part.name))
          .map(({ fileName }) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `./${fileName}` },
            injectTo: 'head' as const,
          })),
    },
  };
}
