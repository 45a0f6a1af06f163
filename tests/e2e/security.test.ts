import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { calculators } from '../../src/sizing/calculators/index.ts';
import { hasBrowser, useBrowser } from './open-page.ts';

/** Presses every button that there is or that comes up, each name once, and says which. */
async function pressEverything(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const pressed = new Set<string>();
    const nameOf = (button: HTMLButtonElement) =>
      (button.getAttribute('aria-label') ?? button.innerText).replaceAll(/\d+/g, '').trim();
    const next = () =>
      [...document.querySelectorAll('button')].find(
        (b) => b.checkVisibility() && !b.disabled && nameOf(b) !== '' && !pressed.has(nameOf(b)),
      );
    for (let button = next(); button && pressed.size < 250; button = next()) {
      pressed.add(nameOf(button));
      button.click();
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    return [...pressed];
  });
}

describe.skipIf(!hasBrowser)('what the built page asks for and may do', () => {
  const { open } = useBrowser();

  /** A page that keeps account of every request and of everything its policy refused. */
  async function openWatched(hash: string) {
    const page = await open('robots.txt', { permissions: ['clipboard-read', 'clipboard-write'] });
    const origins = new Set<string>();
    page.context().on('request', (request) => origins.add(new URL(request.url()).origin));
    const refusals: string[] = [];
    await page.exposeFunction('tellRefusal', (text: string) => refusals.push(text));
    await page.addInitScript(() => {
      // Both are put on the window from outside, and its type does not know them.
      const { tellRefusal } = window as unknown as { tellRefusal: (text: string) => void };
      document.addEventListener('securitypolicyviolation', (event) =>
        tellRefusal(`${event.violatedDirective}: ${event.blockedURI} ${event.sample} (${event.sourceFile})`),
      );
      window.print = () => undefined;
    });
    await page.goto(`${inject('url')}${hash}`);
    return { page, origins, refusals };
  }

  for (const calculator of calculators) {
    for (const view of calculator.views) {
      it(`${calculator.title}, ${view.title}: asks nothing of another host, and no button needs what the policy refuses`, async () => {
        const { page, origins, refusals } = await openWatched(`#${calculator.id}`);
        await page.getByRole('table', { name: /every figure/ }).waitFor();
        await page
          .getByRole('navigation', { name: 'Views' })
          .getByRole('link', { name: view.title, exact: true })
          .click();
        await page.locator('main figure, main table').first().waitFor();
        await page.waitForLoadState('networkidle');
        const pressed = await pressEverything(page);
        expect(pressed.length).toBeGreaterThan(15);
        expect(pressed).toContain('Import YAML');
        await page.waitForLoadState('networkidle');
        expect([...origins].filter((origin) => origin !== 'null')).toEqual([new URL(inject('url')).origin]);
        expect(refusals).toEqual([]);
        await page.context().close();
      }, 120_000);
    }
  }

  it('reads a pasted file in the worker under the policy', async () => {
    const { page, refusals } = await openWatched('#heat');
    await page.getByRole('button', { name: 'Import YAML' }).click();
    const editor = page.getByRole('dialog').locator('.cm-content');
    await editor.click();
    await page.keyboard.insertText('heat_engine_workers: 6\n');
    await page.getByRole('dialog').getByText(/Found/).first().waitFor();
    await expect
      .poll(() => page.getByRole('dialog').innerText(), { timeout: 30_000 })
      .toMatch(/Engine workers[\s\S]*6/);
    expect(refusals).toEqual([]);
    await page.context().close();
  });

  it('refuses text as markup, as script, and scripts and workers from elsewhere', async () => {
    const { page, refusals } = await openWatched('');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const outcomes = await page.evaluate(async () => {
      // What the test itself runs may make functions of text; what runs later may not.
      await new Promise((resolve) => setTimeout(resolve, 10));
      const attempts: readonly (() => unknown)[] = [
        () => Object.assign(document.createElement('div'), { innerHTML: '<b>text</b>' }),
        () => Object.assign(document.createElement('script'), { text: 'window.isRun = true' }),
        () => Object.assign(document.createElement('script'), { src: 'https://elsewhere.example/a.js' }),
        () => new Worker('https://elsewhere.example/a.js'),
        () => new Worker(URL.createObjectURL(new Blob(['']))),
        () => new Function('return 1')(),
        () => document.write('<b>text</b>'),
      ];
      return attempts.map((attempt) => {
        try {
          attempt();
          return 'allowed';
        } catch {
          return 'refused';
        }
      });
    });
    expect(outcomes).toEqual(outcomes.map(() => 'refused'));
    await expect.poll(() => refusals.length, { timeout: 30_000 }).toBeGreaterThanOrEqual(outcomes.length - 1);
    await page.context().close();
  });
});
