// From a key press in a number field to the next paint, by the Event Timing API, in the built page.
// Run: npm run bench -- key-press

import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { chromiumPath } from '../scripts/chromium.mjs';

const presses = 60;
const outDir = 'node_modules/.cache/bench';

await build({ logLevel: 'warn', build: { outDir, emptyOutDir: true } });
const server = await preview({
  configFile: false,
  base: './',
  logLevel: 'error',
  build: { outDir },
  preview: { host: '127.0.0.1', port: 0 },
});
const executablePath = chromiumPath();
if (!executablePath) throw new Error('No Chromium found. Install one or set CHROMIUM_PATH.');
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});

/** @param {number[]} values @param {number} share */
const percentile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN;

/** @param {string} hash @param {RegExp} label @param {number} extraOptions */
async function measure(hash, label, extraOptions) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${server.resolvedUrls?.local[0]}${hash}`);
  await page.waitForLoadState('networkidle');
  for (let i = 0; i < extraOptions; i++)
    await page.getByRole('button', { name: 'Option', exact: true }).click();
  await page.evaluate(() => {
    const durations = /** @type {number[]} */ ([]);
    Object.assign(window, { durations });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'keydown') durations.push(entry.duration);
      // TypeScript's DOM does not know the threshold yet.
    }).observe(
      /** @type {PerformanceObserverInit} */ ({ type: 'event', durationThreshold: 16, buffered: false }),
    );
  });
  const field = page.getByRole('spinbutton', { name: label }).first();
  await field.click();
  for (let i = 0; i < presses; i++) {
    await page.keyboard.press(i % 2 === 0 ? 'ArrowUp' : 'ArrowDown');
    await page.waitForTimeout(120);
  }
  const slow = await page.evaluate(
    () => /** @type {{ durations: number[] }} */ (/** @type {unknown} */ (window)).durations,
  );
  // The browser reports only what took 16 ms or more; the rest were faster.
  const all = [...slow, ...new Array(Math.max(0, presses - slow.length)).fill(8)];
  console.log(
    `${hash} ${label} with ${4 + extraOptions} options: p50 ${percentile(all, 0.5)} ms, p95 ${percentile(all, 0.95)} ms, worst ${Math.max(...all)} ms`,
  );
  await page.close();
}

for (const extra of [0, 2]) {
  await measure('#cloud-controller', /^API VMs ?,/, extra);
  await measure('#cloud-controller', /^Threads per worker ?,/, extra);
  await measure('#heat', /^Engine workers per controller ?,/, extra);
  await measure('#heat', /^Resources ?,/, extra);
}
await browser.close();
await server.close();
