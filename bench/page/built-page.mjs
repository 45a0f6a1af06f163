import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { chromiumPath } from '../../scripts/chromium.mjs';

/** @typedef {import('playwright-core').Page} Page */

export const calculators = /** @type {const} */ (['cloud-controller', 'heat']);

/** The page as it is shipped, in a browser. @param {readonly string[]} [args] for the browser */
export async function openBuiltPage(args = []) {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('No Chromium found. Install one or set CHROMIUM_PATH.');
  const outDir = 'node_modules/.cache/bench';
  await build({ logLevel: 'warn', build: { outDir, emptyOutDir: true } });
  const server = await preview({
    configFile: false,
    base: './',
    logLevel: 'error',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args: [...sandbox, ...args] });
  return {
    /** A first visit. @param {string} hash */
    async open(hash) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.goto(`${server.resolvedUrls?.local[0]}${hash}`);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await settled(page);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Everything is loaded and nothing has been drawn for half a second. @param {Page} page */
export async function settled(page) {
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(500);
}

/** As many options as a plan holds. @param {Page} page on the Size view */
export async function addOptions(page) {
  const add = page.getByRole('button', { name: 'Option', exact: true });
  await add.waitFor();
  while ((await add.count()) > 0) {
    await add.click();
    await page.waitForTimeout(200);
  }
}

/** The links to the views, the Size view first. @param {Page} page */
export function viewLinks(page) {
  return page.getByRole('navigation', { name: 'Views' }).getByRole('link').all();
}

/** @param {readonly number[]} values @param {number} share */
export function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
