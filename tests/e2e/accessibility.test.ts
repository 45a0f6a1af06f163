import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { calculators } from '../../src/sizing/calculators/index.ts';
import {
  atRest,
  cutTexts,
  figuresWithoutWords,
  hiddenFocus,
  motions,
  sidewaysScroll,
  smallTargets,
  spaceTexts,
} from './accessibility-probes.ts';
import { violationsOf } from './axe.ts';
import { hasBrowser, useBrowser } from './open-page.ts';

/** What is far down the page is drawn when it comes near: so high a window draws everything. */
const allOfIt = 9000;
const widths = [1440, 390, 320] as const;
const themes = ['light', 'dark'] as const;
/** A window of 1280 × 1024 at 400 %. */
const zoomed = { width: 320, height: 256 };

const views = calculators.flatMap((c) =>
  c.views.map((v) => ({ name: `${c.title}, ${v.title}`, hash: `#${c.id}`, title: v.title })),
);

async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  // Charts are a chunk of their own.
  await page.waitForLoadState('networkidle');
}

describe.skipIf(!hasBrowser)('accessibility of the built page', () => {
  const { open } = useBrowser();

  async function openView(
    view: { readonly hash: string; readonly title: string },
    options: Parameters<typeof open>[1],
  ): Promise<Page> {
    const page = await open(view.hash, options);
    await settle(page);
    await page
      .getByRole('navigation', { name: 'Views' })
      .getByRole('link', { name: view.title, exact: true })
      .click();
    await settle(page);
    await page.locator('main figure').first().waitFor();
    return page;
  }

  /** In both themes; what axe says of each. */
  async function violationsInBothThemes(page: Page): Promise<string[]> {
    const found: string[] = [];
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme });
      found.push(...(await violationsOf(page)).map((v) => `${colorScheme}: ${v}`));
    }
    return found;
  }

  for (const view of [...views, { name: 'The start page', hash: '', title: undefined }]) {
    it(`${view.name}: axe finds nothing at 1440, 390 and 320 px in either theme`, async () => {
      const viewport = { width: 1440, height: allOfIt };
      const page =
        view.title === undefined ? await open('', { viewport }) : await openView(view, { viewport });
      await settle(page);
      for (const width of widths) {
        await page.setViewportSize({ width, height: allOfIt });
        expect(await violationsInBothThemes(page), `${width} px`).toEqual([]);
      }
      await page.context().close();
    }, 300_000);
  }

  for (const view of views) {
    it(`${view.name}: words for every figure, no motion, nothing lost at 400 % or by text spacing`, async () => {
      const page = await openView(view, {
        viewport: { width: 1440, height: allOfIt },
        reducedMotion: 'reduce',
      });
      expect(await motions(page)).toEqual([]);
      expect(await figuresWithoutWords(page)).toEqual([]);
      for (const viewport of [{ width: 1440, height: 900 }, zoomed]) {
        await page.setViewportSize(viewport);
        await expect.poll(() => sidewaysScroll(page)).toBe(0);
        await atRest(page);
        const { stops, hidden } = await hiddenFocus(page);
        expect(hidden, `focus at ${viewport.width} px`).toEqual([]);
        expect(stops).toBeGreaterThan(15);
        // A chart takes its new width when it is near.
        await page.setViewportSize({ width: viewport.width, height: allOfIt });
        await expect.poll(() => cutTexts(page), { message: `cut at ${viewport.width} px` }).toEqual([]);
      }
      await spaceTexts(page);
      for (const viewport of [zoomed, { width: 1440, height: 900 }]) {
        await page.setViewportSize(viewport);
        await expect.poll(() => sidewaysScroll(page)).toBe(0);
        await page.setViewportSize({ width: viewport.width, height: allOfIt });
        await expect.poll(() => cutTexts(page), { message: `spaced at ${viewport.width} px` }).toEqual([]);
      }
      await page.context().close();
    }, 300_000);

    it(`${view.name}: targets of 24 px for a pointer and of 44 px for a finger`, async () => {
      const page = await openView(view, { viewport: { width: 1440, height: allOfIt } });
      expect(await smallTargets(page, 24)).toEqual([]);
      await page.context().close();
      const phone = await openView(view, {
        viewport: { width: 390, height: allOfIt },
        hasTouch: true,
        isMobile: true,
      });
      expect(await phone.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
      expect(await smallTargets(phone, 44)).toEqual([]);
      await phone.context().close();
    }, 300_000);
  }
});
