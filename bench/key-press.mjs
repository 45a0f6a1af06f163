// From a key press to the paint that answers it: every number field of every view, with six options, in the built page.
// Run: npm run bench -- key-press
//
// Two figures a press: what the Event Timing API says, in steps of 8 ms and up to the frame's presentation, and the
// time to the first task after the frame, without steps. Presses come as fast as a quick hand types, so that what
// follows one press can get into the way of the next.
import {
  addOptions,
  calculators,
  openBuiltPage,
  percentile,
  settled,
  viewLinks,
} from './page/built-page.mjs';

const pressesPerField = 8;
const betweenPressesMs = 110;

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ readonly shown: number[], readonly painted: number[] }} Times */

/** @param {Page} page */
function watchKeys(page) {
  return page.evaluate(() => {
    const times = { shown: /** @type {number[]} */ ([]), painted: /** @type {number[]} */ ([]) };
    Object.assign(window, { times });
    // TypeScript's DOM does not know the threshold yet.
    const options = /** @type {PerformanceObserverInit} */ ({ type: 'event', durationThreshold: 16 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'keydown') times.shown.push(entry.duration);
    }).observe(options);
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => times.painted.push(performance.now() - timeStamp);
          port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
}

/** What was measured since the last call. @param {Page} page @returns {Promise<Times>} */
function takeTimes(page) {
  return page.evaluate(() => {
    const { times } = /** @type {{ times: Times }} */ (/** @type {unknown} */ (window));
    return { shown: times.shown.splice(0), painted: times.painted.splice(0) };
  });
}

/** @param {readonly number[]} values */
const inWords = (values) =>
  `p50 ${percentile(values, 0.5).toFixed(0)}, p95 ${percentile(values, 0.95).toFixed(0)}, worst ${Math.max(...values).toFixed(0)} ms`;

/** @param {Page} page @param {string} view */
async function measureView(page, view) {
  const fields = [];
  for (const field of await page.locator('input[role="spinbutton"]:enabled').all()) {
    if (!(await field.isVisible())) continue;
    const label = (await field.getAttribute('aria-label')) ?? '';
    await field.click();
    await page.waitForTimeout(300);
    await takeTimes(page);
    for (let press = 0; press < pressesPerField; press += 1) {
      await page.keyboard.press(press % 2 === 0 ? 'ArrowUp' : 'ArrowDown');
      await page.waitForTimeout(betweenPressesMs);
    }
    await page.waitForTimeout(300);
    const { painted, shown } = await takeTimes(page);
    // The browser reports only what took 16 ms or more; the rest were faster.
    const missing = Math.max(0, painted.length - shown.length);
    fields.push({ label, painted, shown: [...shown, ...new Array(missing).fill(8)] });
    // Quick presses in one field are one step; the next field is measured on the plan as it was.
    await page.getByRole('button', { name: /^Undo/ }).first().click();
  }
  if (fields.length === 0) return [];
  const slowest = fields.toSorted((a, b) => percentile(b.painted, 0.95) - percentile(a.painted, 0.95))[0];
  console.log(
    `${view}, ${fields.length} fields: ${inWords(fields.flatMap((f) => f.shown))}; ` +
      `to the end of the frame ${inWords(fields.flatMap((f) => f.painted))}; ` +
      `slowest ${slowest?.label}, p95 ${percentile(slowest?.painted ?? [], 0.95).toFixed(0)} ms`,
  );
  return fields;
}

const built = await openBuiltPage();
const all = [];
for (const calculator of calculators) {
  const page = await built.open(`#${calculator}`);
  await addOptions(page);
  await watchKeys(page);
  for (const link of await viewLinks(page)) {
    await link.click();
    await settled(page);
    all.push(...(await measureView(page, `${calculator} / ${await link.innerText()}`)));
  }
  await page.close();
}
await built.close();
console.log(
  `All ${all.length} fields, six options: ${inWords(all.flatMap((f) => f.shown))}; ` +
    `to the end of the frame ${inWords(all.flatMap((f) => f.painted))}`,
);
