import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { calculators } from '../../src/sizing/calculators/index.ts';
import { hasBrowser, useBrowser } from './open-page.ts';

/** Waits until a study has its answer and its figures have drawn. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('main figure').first().waitFor();
}

const studies = calculators.flatMap((c) =>
  c.views.slice(1).map((v) => [c.title, c.id, v.id, v.title] as const),
);

describe.skipIf(!hasBrowser)('studies, in the built page', () => {
  const { open } = useBrowser();

  for (const [calculator, id, view, title] of studies) {
    it(`${calculator}, ${title}: answers, a link reopens this very view, and Back leaves it`, async () => {
      const page = await open(`#${id}`);
      await page.getByRole('link', { name: title, exact: true }).click();
      await settled(page);
      expect(page.url()).toContain(`view=${view}`);
      expect(await page.getByRole('alert').count()).toBe(0);
      const headline = await page.getByRole('heading', { level: 1 }).innerText();
      const other = await open(new URL(page.url()).hash);
      await settled(other);
      expect(await other.getByRole('heading', { level: 1 }).innerText()).toBe(headline);
      await page.goBack();
      await expect.poll(() => page.url()).toContain('view=size');
      await page.context().close();
      await other.context().close();
    });
  }

  for (const [calculator, id, , title] of studies) {
    it(`${calculator}, ${title}: no table hides a column at 1440 and 1024 px`, async () => {
      const page = await open(`#${id}`, { viewport: { width: 1440, height: 9000 } });
      await page.getByRole('link', { name: title, exact: true }).click();
      await settled(page);
      const tables = page.locator('main figure section:has(> table)');
      await tables.first().waitFor();
      for (const width of [1440, 1024]) {
        await page.setViewportSize({ width, height: 9000 });
        const hidden = () =>
          tables.evaluateAll((regions) =>
            regions
              .filter((region) => region.scrollWidth > region.clientWidth)
              .map((region) => region.getAttribute('aria-label')),
          );
        await expect.poll(hidden, { message: `${width} px` }).toEqual([]);
      }
      await page.context().close();
    });
  }

  it('simulates every option, shows how far it is, and keeps the page responsive', async () => {
    const page = await open('#cloud-controller');
    await page.getByRole('link', { name: 'Load', exact: true }).click();
    await settled(page);
    await page.evaluate(() => {
      const longest = { ms: 0 };
      Object.assign(window, { longest });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) longest.ms = Math.max(longest.ms, entry.duration);
      }).observe({ type: 'longtask' });
    });
    await page.getByRole('button', { name: 'Simulate', exact: true }).click();
    await page.getByRole('progressbar').waitFor();
    await page.getByText('The run’s results are shown.').waitFor({ timeout: 120_000 });
    expect(await page.locator('main').innerText()).toMatch(/simulated/i);
    await page.context().close();
  }, 180_000);

  it('cancels a simulation and goes on', async () => {
    const page = await open('#cloud-controller');
    await page.getByRole('link', { name: 'Load', exact: true }).click();
    await settled(page);
    await page.getByRole('button', { name: 'Simulate', exact: true }).click();
    await page.getByRole('progressbar').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Simulate', exact: true }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.context().close();
  });

  it('takes a template from paste to “use these numbers”', async () => {
    const page = await open('#heat');
    await page.getByRole('link', { name: 'Template', exact: true }).click();
    await settled(page);
    await page.getByRole('button', { name: 'Try a sample' }).first().click();
    await page
      .getByRole('button', { name: /use these numbers/i })
      .first()
      .click();
    await page.getByRole('link', { name: 'Size and compare' }).click();
    const resources = page.getByRole('spinbutton', { name: /^Resources ?,/ });
    expect(await resources.inputValue()).not.toBe('300');
    await page.context().close();
  });

  it('keeps the pasted template over a reload', async () => {
    const page = await open('#heat');
    await page.getByRole('link', { name: 'Template', exact: true }).click();
    await page.getByRole('button', { name: 'Try a sample' }).first().click();
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem('plimsoll/attachments/heat')))
      .toContain('heat_template_version');
    await page.reload();
    await settled(page);
    expect(await page.locator('.cm-content').first().innerText()).toContain('heat_template_version');
    expect(inject('url')).not.toBe('');
    await page.context().close();
  });
});
