import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { motions } from './accessibility-probes.ts';
import { hasBrowser, useBrowser } from './open-page.ts';

async function ready(page: Page): Promise<Page> {
  await page.getByRole('table', { name: /every figure/ }).waitFor();
  await page.waitForLoadState('networkidle');
  return page;
}

/** Computed styles of what a selector finds first. */
function styleOf(page: Page, selector: string, names: readonly string[]): Promise<string[]> {
  return page
    .locator(selector)
    .first()
    .evaluate((element, wanted) => {
      const style = getComputedStyle(element);
      return wanted.map((name) => style.getPropertyValue(name));
    }, names);
}

describe.skipIf(!hasBrowser)('the page as the reader set the system', () => {
  const { open } = useBrowser();

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`keeps ring, hatching, borders and focus in forced colours, ${colorScheme}`, async () => {
      const page = await ready(await open('#cloud-controller', { forcedColors: 'active', colorScheme }));
      const [ground] = await styleOf(page, 'body', ['background-color']);

      const rings = await page
        .locator('main [class*="ring"]')
        .evaluateAll((elements) =>
          elements.flatMap((e) =>
            [e, ...e.querySelectorAll('*')]
              .map((part) => getComputedStyle(part).stroke)
              .filter((s) => s !== 'none'),
          ),
        );
      expect(rings.length).toBeGreaterThan(3);
      expect(rings.filter((stroke) => stroke !== ground).length).toBeGreaterThan(3);

      const hatches = await page.locator('main pattern').evaluateAll((patterns) =>
        patterns.map((p) => {
          const line = p.querySelector('path, line') ?? p;
          const isUsed = document.querySelector(`[fill="url(#${p.id})"], [style*="${p.id}"]`) !== null;
          return { stroke: getComputedStyle(line).stroke, isUsed };
        }),
      );
      const used = hatches.filter((h) => h.isUsed);
      expect(used.length).toBeGreaterThan(0);
      for (const { stroke } of used) expect(stroke).not.toBe(ground);

      for (const selector of ['button[data-look="plain"]', 'input[type="text"]', '[class*="badge"]']) {
        const [width, line, colour] = await styleOf(page, selector, [
          'border-top-width',
          'border-top-style',
          'border-top-color',
        ]);
        expect(Number.parseFloat(width ?? ''), selector).toBeGreaterThanOrEqual(1);
        expect(line, selector).toBe('solid');
        expect(colour, selector).not.toBe(ground);
      }

      for (const stop of ['a', 'button', 'spinbutton', 'radio'] as const) {
        const element =
          stop === 'a' || stop === 'button'
            ? page.locator(`main ${stop === 'a' ? 'button' : stop}, nav ${stop}`).first()
            : page.getByRole(stop).first();
        await page.keyboard.press('Tab');
        await element.focus();
        const outline = await element.evaluate((e) => {
          // A field's ring may be on the box around it, a radio's on the button drawn beside it.
          const around: (Element | null)[] = [e.nextElementSibling];
          for (let at: Element | null = e; at && around.length < 6; at = at.parentElement) around.push(at);
          return around.map((at) => {
            const style = at && getComputedStyle(at);
            return style ? `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor}` : '';
          });
        });
        expect(
          outline.some((o) => /^solid [2-9]px/.test(o) && !o.endsWith(ground ?? '')),
          stop,
        ).toBe(true);
      }
      await page.context().close();
    });
  }

  it('tells the selected option and the view on screen apart without washes, in forced colours', async () => {
    const page = await ready(await open('#cloud-controller', { forcedColors: 'active' }));
    const [isOn, isOff] = await Promise.all([
      styleOf(page, 'nav[aria-label="Views"] [aria-current]', ['outline-style']),
      styleOf(page, 'nav[aria-label="Views"] a:not([aria-current])', ['outline-style']),
    ]);
    expect(isOn).toEqual(['solid']);
    expect(isOff).not.toEqual(isOn);
    const border = ['border-left-width', 'border-left-color'];
    const selected = await styleOf(page, '[class*="columns"] > [data-selected]', border);
    const other = await styleOf(page, '[class*="columns"] > i:not([data-selected])', border);
    expect(selected).not.toEqual(other);
    await page.context().close();
  });

  it('moves only for those who have not asked for less', async () => {
    const page = await ready(await open('#cloud-controller', { reducedMotion: 'no-preference' }));
    expect((await motions(page)).length).toBeGreaterThan(0);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await motions(page)).toEqual([]);
    await page.context().close();
  });

  it('packs rows and controls closer when told to, at 1024 px and more, and remembers it', async () => {
    const page = await ready(await open('#cloud-controller', { viewport: { width: 1440, height: 900 } }));
    const control = page.getByRole('button', { name: 'Published profiles' });
    const heightOfControl = async () => (await control.boundingBox())?.height;
    const row = page.getByRole('row', { name: /^Worker stalled/ });
    const heightOfRow = async () => (await row.boundingBox())?.height;
    expect(await heightOfControl()).toBe(32);
    expect(await heightOfRow()).toBeCloseTo(31, 0);
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox', { name: 'Command, field or rule' }).fill('compact rows');
    await page.keyboard.press('Enter');
    await expect.poll(heightOfControl).toBe(28);
    expect(await heightOfRow()).toBeCloseTo(26, 0);
    await page.reload();
    await ready(page);
    expect(await heightOfControl()).toBe(28);
    await page.setViewportSize({ width: 1023, height: 768 });
    await expect.poll(heightOfControl).toBe(32);
    await page.context().close();
  });

  it('says the verdict once typing has settled, only when its words changed, and no error while one types', async () => {
    const page = await ready(await open('#cloud-controller'));
    await page.evaluate(() => {
      const said: string[] = [];
      Object.assign(window, { said });
      const region = document.querySelector('[aria-live="polite"][aria-atomic="true"]');
      if (!region) throw new Error('There is no live verdict.');
      new MutationObserver(() => said.push(region.textContent ?? '')).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
    const field = page.getByRole('spinbutton', { name: /^API VMs ?,/ }).first();
    await field.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('120');
    await expect.poll(said).toHaveLength(1);
    expect((await said())[0]).toMatch(/^Option C carries/);
    // Typed and taken back at once: nothing new to say. A pause without words cannot be awaited otherwise.
    await page.keyboard.type('0');
    await page.keyboard.press('Backspace');
    await page.waitForTimeout(1000);
    expect(await said()).toHaveLength(1);
    await field.fill('nonsense');
    await expect.poll(said).toHaveLength(2);
    expect((await said())[1]).toBe('Fix API VMs to see a result.');
    expect(await page.locator('[role=alert], [aria-live=assertive]').count()).toBe(0);
    await page.context().close();
  });
});
