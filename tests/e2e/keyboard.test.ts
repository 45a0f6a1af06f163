import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { focused, tabTo } from './by-keyboard.ts';
import { hasBrowser, useBrowser } from './open-page.ts';

describe.skipIf(!hasBrowser)('by keyboard alone, in the built page', () => {
  const { open } = useBrowser();
  const status = (page: Page) => page.locator('[role=status]').allInnerTexts();

  it('an architect sizes a fleet, looks at rollout and loss, and takes a link away', async () => {
    const page = await open('#cloud-controller', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('table', { name: /every figure/ }).waitFor();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toContain('To the result');
    await tabTo(page, /^To the inputs/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^API VMs ?,/);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('12');
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toContain('12');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => page.url()).toContain('C.n=13');
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => status(page)).toContain('Undone: API VMs 13 to 9.');

    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await tabTo(page, /^Rollout/);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('view=rollout');
    await page.getByRole('figure').first().waitFor();
    await tabTo(page, /^What if/);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('view=what-if');
    await tabTo(page, /^Copy link/);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await status(page)).join()).toContain('Link copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('#cloud-controller?v=');
    await page.context().close();
  });

  it('a consultant duplicates, renames, makes baseline, moves and deletes an option from its head', async () => {
    const page = await open('#cloud-controller');
    await page.getByRole('table', { name: /every figure/ }).waitFor();
    await tabTo(page, /^Option C, Profile 3/);
    await page.keyboard.press('d');
    await expect.poll(() => page.url()).toContain('E.name=C+copy');
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => page.url()).not.toContain('E.name');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await tabTo(page, /^Option C, Profile 3/);
    await page.keyboard.press('b');
    await expect.poll(() => page.url()).toContain('base=C');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect.poll(() => page.url()).toMatch(/A\.name=.*C\.name=.*B\.name=/);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.url()).toContain('sel=B');
    await page.keyboard.press('Delete');
    await expect.poll(() => page.url()).not.toContain('B.name');
    await expect.poll(async () => (await status(page)).join()).toContain('Option B deleted');
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => page.url()).toContain('B.name');
    await page.locator('body').press('Alt+Digit2');
    await expect.poll(() => page.url()).toContain('sel=B');
    await page.context().close();
  });

  it('an operator opens a citation and its formula, and Esc gives the focus back', async () => {
    const page = await open('#heat');
    await page.getByRole('table', { name: /every figure/ }).waitFor();
    await tabTo(page, /^Rule HT-3/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('Worker Sizing Guidelines').first().waitFor();
    await page.keyboard.press('Escape');
    expect(await focused(page)).toContain('Rule HT-3');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.context().close();
  });

  it('every field keeps nonsense, says what it accepts, and changes no number', async () => {
    for (const hash of ['#cloud-controller', '#heat']) {
      const page = await open(hash);
      await page.getByRole('table', { name: /every figure/ }).waitFor();
      const before = page.url();
      const ids = await page
        .getByRole('form', { name: 'Inputs' })
        .getByRole('spinbutton')
        .evaluateAll((fields) => fields.map((f) => f.id));
      expect(ids.length).toBeGreaterThan(8);
      for (const id of ids) {
        const field = page.locator(`[id="${id}"]`);
        const value = await field.inputValue();
        for (const nonsense of ['abc', '-5', '1e999', '٣', '12 monkeys']) {
          await field.fill(nonsense);
          expect(await field.inputValue()).toBe(nonsense);
          expect(await field.getAttribute('aria-invalid')).toBe('true');
        }
        await field.press('Escape');
        expect(await field.inputValue()).toBe(value);
      }
      await page.waitForTimeout(400);
      expect(page.url().replace(/^[^#]*/, '')).toBe(
        before.includes('?') ? before.replace(/^[^#]*/, '') : new URL(page.url()).hash,
      );
      await page.context().close();
    }
  });
});
