import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsOf } from './axe.ts';
import { hasBrowser, sizes, useBrowser } from './open-page.ts';

async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  // Charts are a chunk of their own.
  await page.waitForLoadState('networkidle');
}

describe.skipIf(!hasBrowser)('accessibility of the built page', () => {
  const { open } = useBrowser();
  const places = [
    ['the start page', ''],
    ['Cloud Controller', '#cloud-controller'],
    ['Heat', '#heat'],
  ] as const;

  for (const [name, hash] of places) {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const [size, viewport] of Object.entries(sizes)) {
        it(`${name} has no violation, ${colorScheme}, ${size}`, async () => {
          const page = await open(hash, { colorScheme, viewport });
          await settle(page);
          expect(await violationsOf(page)).toEqual([]);
          await page.context().close();
        });
      }
    }
  }

  it.each(places)('%s does not scroll sideways at 320 px', async (_, hash) => {
    const page = await open(hash, { viewport: sizes.small });
    await settle(page);
    const { scroll, client } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      client: document.documentElement.clientWidth,
    }));
    expect(scroll).toBe(client);
    await page.context().close();
  });

  it('an open citation, an open explanation, menu, help and the sheet have no violation', async () => {
    const page = await open('#cloud-controller');
    await settle(page);
    await page.getByRole('button', { name: /CF-2/ }).first().click();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Actions for option C' }).click();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Help and guide rules' }).click();
    expect(await violationsOf(page)).toEqual([]);
    await page.context().close();

    const phone = await open('#cloud-controller', { viewport: sizes.phone, hasTouch: true });
    await settle(phone);
    await phone.getByRole('button', { name: /Edit option/ }).click();
    expect(await violationsOf(phone)).toEqual([]);
    await phone.context().close();
  });
});
