import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasBrowser, useBrowser } from './open-page.ts';

const headline = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();

async function go(page: Page, view: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('link', { name: view, exact: true })
    .click();
  await page.locator('main figure').first().waitFor();
}

describe.skipIf(!hasBrowser)('journeys by mouse, in the built page', () => {
  const { open } = useBrowser();

  it('a Cloud Foundry architect: how many VMs, what if one fails, what it costs, the settings, the way back', async () => {
    const page = await open('#cloud-controller');
    const table = page.getByRole('table', { name: /every figure/ });
    await table.waitFor();
    expect(await headline(page)).toContain('even with one VM lost');
    await page.getByRole('button', { name: 'Add to ops file' }).click();
    await expect.poll(() => page.url()).toContain('thr=on');
    await page.getByRole('button', { name: 'Try 12 VMs as a new option' }).click();
    await expect.poll(() => page.getByRole('button', { name: /^Option E, / }).count()).toBe(1);
    await expect
      .poll(async () => (await table.innerText()).replaceAll(/\s+/g, ' '))
      .toContain('416 16 spare');
    await page.getByRole('tab', { name: 'Rollback' }).click();
    await expect.poll(() => page.getByRole('tabpanel').innerText()).toContain('path');
    await go(page, 'Rollout');
    await go(page, 'What if');
    await go(page, 'Solve');
    expect(await page.locator('main').innerText()).toContain('11 × 2');
    await page.context().close();
  });

  it('an OpenStack operator: the bottleneck, which number, which pool, the database, the globals, a controller down', async () => {
    const page = await open('#heat');
    const table = page.getByRole('table', { name: /every figure/ });
    await table.waitFor();
    expect(await headline(page)).toContain('Eight workers per controller');
    await page.getByRole('button', { name: 'Use 1,120' }).click();
    await expect.poll(() => page.url()).toContain('max=1120');
    await page.getByRole('button', { name: 'Count it' }).click();
    // Counting what heat-engine opens by itself, the sizing no longer fits: the page must say so.
    await expect.poll(() => table.innerText()).toContain('2,112');
    await expect.poll(() => headline(page)).not.toContain('open fewer connections');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => table.innerText()).not.toContain('2,112');
    await go(page, 'Connections');
    await go(page, 'What if');
    expect(await page.locator('main').innerText()).toMatch(/controller/i);
    await go(page, 'Size and compare');
    await page.getByRole('tab', { name: 'Changes' }).click();
    await expect.poll(() => page.getByRole('tabpanel').innerText()).toContain('heat_engine_workers');
    await page.context().close();
  });

  it('a consultant: four options, an AZ lost, 20 % more load, and send me that', async () => {
    const page = await open('#cloud-controller', { permissions: ['clipboard-read', 'clipboard-write'] });
    const table = page.getByRole('table', { name: /every figure/ });
    await table.waitFor();
    await page.getByRole('radio', { name: 'AZ', exact: true }).check({ force: true });
    await expect.poll(() => page.url()).toContain('survive=az');
    await expect.poll(() => page.locator('main').innerText()).toContain('With one AZ lost');
    const growth = page.getByRole('spinbutton', { name: /^Growth on top ?,/ });
    await growth.fill('20');
    await expect.poll(() => page.locator('main').innerText()).toContain('480');
    await page.getByRole('button', { name: 'Copy link' }).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link.length).toBeLessThan(2000);
    const other = await open(new URL(link).hash);
    await other.getByRole('table', { name: /every figure/ }).waitFor();
    expect(await headline(other)).toBe(await headline(page));
    expect(await other.getByRole('table', { name: /every figure/ }).innerText()).toBe(
      await table.innerText(),
    );
    await page.context().close();
    await other.context().close();
  });
});
