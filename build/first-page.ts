import type { Plugin } from 'vite';
import { startWords } from '../src/app/start-words.ts';

/**
 * Makes index.html what the first visitor sees before scripts come: the head of the start page in words, the page's
 * style, and the names of the calculators' first parts, of which `first-frame.js` fetches the one that is asked for
 * together with the page's own script. That script would ask for it only once it runs: a journey more on a slow line.
 */
export function firstPage(calculators: readonly string[]): Plugin {
  return {
    name: 'first-page',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const parts = Object.values(bundle).flatMap((part) =>
          part.type === 'chunk' && !part.isDynamicEntry && calculators.includes(part.name)
            ? [[part.name, `./${part.fileName}`]]
            : [],
        );
        const styled = html.replace(styleLink, (link, href: string) => {
          const sheet = bundle[href];
          return sheet?.type === 'asset' ? styleWithin(String(sheet.source), link, href) : link;
        });
        return styled
          .replace('{{title}}', startWords.title)
          .replace('{{lead}}', startWords.lead)
          .replace(
            'data-parts=""',
            `data-parts="${JSON.stringify(Object.fromEntries(parts)).replaceAll('"', '&quot;')}"`,
          );
      },
    },
  };
}

const styleLink = /<link rel="stylesheet"[^>]*href="\.\/([^"]+)"[^>]*>/;

/**
 * The style itself, and its link: disabled it is not fetched, and tells the parts that come later that their page's
 * style is there.
 */
function styleWithin(style: string, link: string, href: string): string {
  const folder = href.slice(0, href.lastIndexOf('/') + 1);
  return `<style>${style.replaceAll('url(./', `url(./${folder}`)}</style>\n    ${link.replace('>', ' disabled>')}`;
}
