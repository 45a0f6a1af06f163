import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { hasBrowser, sizes, useBrowser } from './open-page.ts';

const ownScripts = /\/assets\/.*\.js$/;

/** Left, top and width of what a selector finds; heights depend on words that are not there yet. */
async function places(page: Page, selectors: readonly string[]): Promise<readonly (number[] | null)[]> {
  const boxes = selectors.map((selector) => page.locator(selector).first().boundingBox());
  return (await Promise.all(boxes)).map((box) => box && [box.x, box.y, box.width].map(Math.round));
}

describe.skipIf(!hasBrowser)('the frame before the page is drawn', () => {
  const { open } = useBrowser();

  /** The page while its own scripts are still on their way. */
  async function openFrame(hash: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await open('robots.txt', options);
    await page.route(ownScripts, () => undefined);
    await page.goto(`${inject('url')}${hash}`, { waitUntil: 'commit' });
    await page.locator('.first-frame').waitFor();
    return page;
  }

  for (const viewport of [sizes.wide, sizes.middle, sizes.phone]) {
    it(`stands where the plan's header, inputs, answer and board will be, at ${viewport.width} px`, async () => {
      const frame = await openFrame('#heat', { viewport });
      const page = await open('#heat', { viewport });
      await page.getByRole('table', { name: /every figure/ }).waitFor();
      const isPhone = viewport === sizes.phone;
      const panels = await places(frame, ['.plan > :nth-child(2)', '.plan > :nth-child(1)']);
      const real = await places(page, ['main > section', '#inputs']);
      expect(panels[0]).toEqual(real[0]);
      if (!isPhone) expect(panels[1]).toEqual(real[1]);
      expect(await places(frame, ['.bar', '.bar svg', '.word'])).toEqual(
        await places(page, ['header', 'header > svg', 'header > span']),
      );
      const [answer, board] = await Promise.all([
        page.locator('main > section').first().boundingBox(),
        frame.locator('.plan > :nth-child(3)').boundingBox(),
      ]);
      const gap = (board?.y ?? 0) - (answer?.y ?? 0) - (answer?.height ?? 0);
      // The answer's paragraph may take a line more or less.
      expect(Math.abs(gap)).toBeLessThanOrEqual(34);
      await frame.context().close();
      await page.context().close();
    });

    it(`says the start page's first words, where they will be, and where its cards will be, at ${viewport.width} px`, async () => {
      const frame = await openFrame('', { viewport });
      const page = await open('', { viewport });
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await frame.locator('.plan').isVisible()).toBe(false);
      expect(await places(frame, ['.start h1', '.start p', '.start > div > :first-child'])).toEqual(
        await places(page, ['main h1', 'main p', 'main li']),
      );
      expect(await frame.locator('.start').innerText()).not.toBe('');
      expect(await page.locator('main').innerText()).toContain(await frame.locator('.start').innerText());
      await frame.context().close();
      await page.context().close();
    });
  }

  it.each(['#cloud-controller', '#heat', ''])(
    'gives way to the page at “%s” without moving anything',
    async (hash) => {
      for (const viewport of [sizes.wide, sizes.phone]) {
        const page = await open('robots.txt', { viewport });
        // Late scripts, so that the frame is painted before the page is.
        await page.route(ownScripts, async (route) => {
          await new Promise((resolve) => setTimeout(resolve, 100));
          await route.continue();
        });
        await page.goto(`${inject('url')}${hash}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForLoadState('networkidle');
        expect(await page.locator('.first-frame').count()).toBe(0);
        const shifts = await page.evaluate(
          () =>
            new Promise<readonly number[]>((resolve) => {
              const observer = new PerformanceObserver((list) =>
                // Layout shifts have a value; the DOM's types do not know them.
                resolve(list.getEntries().map((entry) => (entry as unknown as { value: number }).value)),
              );
              observer.observe({ type: 'layout-shift', buffered: true });
              setTimeout(() => resolve([]), 1000);
            }),
        );
        expect(shifts).toEqual([]);
        await page.context().close();
      }
    },
  );

  it.each(['#cloud-controller', '#heat', ''])('is never followed by an empty page at “%s”', async (hash) => {
    const page = await open('robots.txt');
    await page.addInitScript(() => {
      let isFramed = false;
      new MutationObserver(() => {
        const wasFramed = isFramed;
        isFramed = document.querySelector('.first-frame') !== null;
        if (wasFramed && !isFramed)
          Object.assign(window, { firstAnswer: document.querySelector('main h1')?.textContent });
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(`${inject('url')}${hash}`);
    await page.waitForFunction(() => 'firstAnswer' in window);
    expect(await page.evaluate(() => 'firstAnswer' in window && window.firstAnswer)).toBeTruthy();
    await page.context().close();
  });

  it.each([
    ['dark', 'light'],
    ['light', 'dark'],
  ] as const)('is %s for whoever chose that, on a device that is %s', async (theme, colorScheme) => {
    const page = await open('robots.txt', { colorScheme });
    await page.evaluate((chosen) => localStorage.setItem('plimsoll/theme', chosen), theme);
    await page.route(ownScripts, () => undefined);
    await page.goto(inject('url'), { waitUntil: 'commit' });
    await page.locator('.first-frame').waitFor();
    await page.waitForFunction(
      (chosen) => getComputedStyle(document.documentElement).colorScheme === chosen,
      theme,
    );
    await page.context().close();
  });

  it('shows a plan’s frame to whoever was at a plan last', async () => {
    const page = await open('robots.txt');
    await page.evaluate(() => localStorage.setItem('plimsoll/last', 'heat'));
    await page.route(ownScripts, () => undefined);
    await page.goto(inject('url'), { waitUntil: 'commit' });
    await page.locator('.plan').waitFor();
    expect(await page.locator('.start').isVisible()).toBe(false);
    await page.context().close();
  });

  it('says so when the scripts do not arrive', async () => {
    const page = await open('robots.txt');
    await page.route(/\/assets\/page-.*\.js$/, (route) => route.abort());
    await page.goto(inject('url'));
    await page.getByText('Plimsoll could not be loaded.').waitFor();
    expect(await page.locator('.first-frame').count()).toBe(0);
    await page.context().close();
  });

  it('is left out where there are no scripts at all, and a sentence says why', async () => {
    const page = await open('#heat', { javaScriptEnabled: false });
    const sentence = page.locator('body > noscript');
    await sentence.waitFor();
    expect(await sentence.innerText()).toContain('needs JavaScript');
    expect(await page.locator('.first-frame').isVisible()).toBe(false);
    await page.context().close();
  });
});
