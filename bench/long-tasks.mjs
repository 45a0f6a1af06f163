// Tasks of the main thread above 50 ms after the page has loaded, by what the user did: typing, changing views and
// options, opening what opens. In the built page, with six options. Run: npm run bench -- long-tasks
import { addOptions, calculators, openBuiltPage, settled, viewLinks } from './page/built-page.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page */
function watchTasks(page) {
  return page.evaluate(() => {
    const tasks = /** @type {number[]} */ ([]);
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask' });
  });
}

const found = /** @type {number[]} */ ([]);

/** @param {Page} page @param {string} what @param {() => Promise<unknown>} act */
async function during(page, what, act) {
  await act();
  await settled(page);
  const tasks = await page.evaluate(() =>
    /** @type {{ tasks: number[] }} */ (/** @type {unknown} */ (window)).tasks.splice(0),
  );
  found.push(...tasks);
  const sum = tasks.length === 0 ? 'none' : `${tasks.map((task) => task.toFixed(0)).join(', ')} ms`;
  console.log(`  ${what}: ${sum}`);
}

/** Digits and steps, as fast as a quick hand. @param {Page} page */
async function typeInFields(page) {
  const fields = await page.locator('input[role="spinbutton"]:enabled').all();
  for (const field of fields.slice(0, 4)) {
    if (!(await field.isVisible())) continue;
    const before = await field.inputValue();
    await field.click();
    for (let press = 0; press < 6; press += 1) {
      await page.keyboard.press(press % 2 === 0 ? 'ArrowUp' : 'ArrowDown');
      await page.waitForTimeout(90);
    }
    await field.fill('');
    for (const digit of before) {
      await page.keyboard.type(digit);
      await page.waitForTimeout(90);
    }
  }
}

/** @param {Page} page @param {import('playwright-core').Locator} opener */
async function openAndClose(page, opener) {
  await opener.click();
  await settled(page);
  await page.keyboard.press('Escape');
}

const built = await openBuiltPage();
for (const calculator of calculators) {
  console.log(calculator);
  const page = await built.open(`#${calculator}`);
  await watchTasks(page);
  await during(page, 'six options', () => addOptions(page));
  const heads = page.getByRole('group', { name: 'Options', exact: true }).locator('[data-head]');
  for (const head of await heads.all())
    await during(page, `select option ${await head.getAttribute('data-head')}`, () => head.click());
  for (const link of await viewLinks(page)) {
    const view = await link.innerText();
    await during(page, `show ${view}`, () => link.click());
    await during(page, `type in ${view}`, () => typeInFields(page));
    await during(page, `scroll through ${view}`, async () => {
      for (let step = 0; step < 8; step += 1) {
        await page.mouse.wheel(0, 700);
        await page.waitForTimeout(150);
      }
      await page.evaluate(() => scrollTo(0, 0));
    });
  }
  const header = page.getByRole('banner');
  for (const name of [/^Import/, /^Print paper/, /^Guide rules|^Help|^\?/]) {
    const opener = header.getByRole('button', { name }).first();
    if ((await opener.count()) > 0)
      await during(page, `open ${name.source}`, () => openAndClose(page, opener));
  }
  await during(page, 'open the command palette', async () => {
    await page.keyboard.press('Control+k');
    await settled(page);
    await page.keyboard.type('threads', { delay: 60 });
    await settled(page);
    await page.keyboard.press('Escape');
  });
  await page.close();
}
await built.close();
console.log(
  found.length === 0
    ? 'No task above 50 ms.'
    : `${found.length} tasks above 50 ms, the longest ${Math.max(...found).toFixed(0)} ms.`,
);
