import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sidewaysScroll, smallTargets } from './accessibility-probes.ts';
import { violationsOf } from './axe.ts';
import { hasBrowser, useBrowser } from './open-page.ts';

const themes = ['light', 'dark'] as const;

/** What axe says in both themes, and whether targets and width hold with this open. */
async function faults(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await violationsOf(page)).map((v) => `${colorScheme}: ${v}`));
  }
  found.push(...(await smallTargets(page, 24)).map((t) => `small: ${t}`));
  if ((await sidewaysScroll(page)) > 0) found.push('scrolls sideways');
  return found;
}

async function ready(page: Page): Promise<Page> {
  await page.getByRole('table', { name: /every figure/ }).waitFor();
  await page.waitForLoadState('networkidle');
  return page;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

describe.skipIf(!hasBrowser)('what opens over the page', () => {
  const { open } = useBrowser();

  it('popovers and menus: axe finds nothing in either theme', async () => {
    const page = await ready(await open('#cloud-controller'));
    for (const name of [
      /^Rule CF-2$/,
      /^All up, option A/,
      'Actions for option C',
      'Take the comparison away',
      'Published profiles',
      'Plan',
    ]) {
      await button(page, name).first().click();
      await page.locator('[popover]:popover-open').waitFor();
      expect(await faults(page), String(name)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect.poll(() => page.locator('[popover]:popover-open').count()).toBe(0);
    }
    await page.context().close();
  }, 300_000);

  for (const [width, height] of [
    [1440, 900],
    [390, 844],
    [320, 256],
  ] as const) {
    it(`dialogs at ${width} px: axe finds nothing in either theme, and Esc gives the focus back`, async () => {
      const page = await ready(await open('#cloud-controller', { viewport: { width, height } }));
      const search = page.getByRole('combobox', { name: 'Command, field or rule' });
      const start = page.getByRole('link', { name: 'Size and compare', exact: true });
      for (const [command, dialog] of [
        ['Help and guide rules', 'Guide rules'],
        ['Import YAML', 'Import YAML'],
      ] as const) {
        await start.focus();
        await page.keyboard.press('ControlOrMeta+k');
        await search.fill(command);
        await page.keyboard.press('Enter');
        await page.getByRole('dialog', { name: dialog }).waitFor();
        await page.waitForLoadState('networkidle');
        expect(await faults(page), dialog).toEqual([]);
        await page.keyboard.press('Escape');
        // The editor takes the first Esc for itself.
        if (await page.getByRole('dialog').count()) await page.keyboard.press('Escape');
        await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
        expect(await start.evaluate((link) => link === document.activeElement)).toBe(true);
      }
      await page.keyboard.press('ControlOrMeta+k');
      expect(await faults(page), 'palette').toEqual([]);
      await search.fill('thread');
      expect(await faults(page), 'palette, found').toEqual([]);
      await search.fill('no such thing');
      expect(await faults(page), 'palette, none').toEqual([]);
      await page.keyboard.press('Escape');
      await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
      expect(await start.evaluate((link) => link === document.activeElement)).toBe(true);
      await page.context().close();
    }, 300_000);
  }

  it('the sheet of inputs, in Size and in a study: axe finds nothing, and its targets are 44 px', async () => {
    for (const [hash, view, opener] of [
      ['#cloud-controller', 'Size and compare', /^Edit option/],
      ['#heat', 'Template', /^Inputs, option/],
    ] as const) {
      const viewport = { width: 390, height: 844 };
      const page = await ready(await open(hash, { viewport, hasTouch: true, isMobile: true }));
      await page.getByRole('link', { name: view, exact: true }).click();
      await button(page, opener).click();
      await page.getByRole('dialog').waitFor();
      await page.waitForLoadState('networkidle');
      expect(await faults(page), view).toEqual([]);
      expect(await smallTargets(page, 44), view).toEqual([]);
      await page.context().close();
    }
  }, 300_000);

  // What is far down the page is laid out when it comes near: so high a window holds everything.
  const allOfIt = 9000;

  it('notices, errors and what is said of an action: axe finds nothing at 1440 and 320 px', async () => {
    for (const viewport of [
      { width: 1440, height: allOfIt },
      { width: 320, height: allOfIt },
    ]) {
      const cut = await open('#cloud-controller?v=1&view=size&sel=C&thin.n=2', { viewport });
      await cut.getByText('its end is missing').waitFor();
      expect(await faults(cut), 'cut link').toEqual([]);
      await cut.context().close();

      const partly = await ready(await open('#cloud-controller?A.n=33&A.nonsense=1', { viewport }));
      await partly.getByText('not all of it could be read').waitFor();
      expect(await faults(partly), 'link read in part').toEqual([]);
      await partly.context().close();
    }
    const page = await ready(await open('#cloud-controller'));
    await page.getByRole('button', { name: 'Actions for option D' }).click();
    await page.getByRole('menuitem', { name: /^Delete/ }).click();
    await page.getByRole('button', { name: 'Undo' }).last().waitFor();
    expect(await faults(page), 'toast').toEqual([]);
    const field = page.getByRole('spinbutton', { name: /^API VMs ?,/ }).first();
    await field.fill('nine');
    await page.getByText('Fix API VMs to see a result').first().waitFor();
    expect(await faults(page), 'field error').toEqual([]);
    await page.context().close();
  }, 300_000);
});
