import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { command, downloaded, tabTo } from './by-keyboard.ts';
import { hasBrowser, useBrowser } from './open-page.ts';

const headline = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();
const status = async (page: Page) => (await page.locator('[role=status]').allInnerTexts()).join();

/** Goes to a tab of the files by arrow keys, then back to its Save button, and takes the file. */
async function saved(page: Page, tab: string): Promise<{ name: string; text: string }> {
  const wanted = page.getByRole('tab', { name: tab, exact: true });
  await page.getByRole('tab', { selected: true }).focus();
  for (let presses = 0; (await wanted.getAttribute('aria-selected')) !== 'true'; presses++) {
    if (presses > 8) throw new Error(`The arrow keys never came to ${tab}.`);
    await page.keyboard.press('ArrowRight');
  }
  const save = page.getByRole('region', { name: /^Files for/ }).getByRole('button', { name: 'Save' });
  // A button that is not ready is no stop of Tab.
  await expect
    .poll(async () => {
      await wanted.focus();
      await page.keyboard.press('Shift+Tab');
      return save.evaluate((b) => b === document.activeElement);
    })
    .toBe(true);
  return downloaded(page, () => page.keyboard.press('Enter'));
}

/** Tab from the top of the page, as after a reload. */
async function fromTheTop(page: Page): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.evaluate(() => window.scrollTo(0, 0));
}

describe.skipIf(!hasBrowser)('journeys by keyboard alone, in the built page', () => {
  const { open } = useBrowser();

  it('the architect with 20 Thin VMs: how many, what fails, what it costs, settings, way back, metrics, paper, link', async () => {
    const page = await open('#cloud-controller', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.addInitScript(() => {
      window.print = () => {
        dispatchEvent(new Event('beforeprint'));
        document.documentElement.dataset.printed = document.body.textContent;
        dispatchEvent(new Event('afterprint'));
      };
    });
    await page.reload();
    const table = page.getByRole('table', { name: /every figure/ });
    await table.waitFor();

    // How many, and what if one fails: the answer is there before any key, its formula behind one.
    expect(await headline(page)).toContain(
      'Nine 4-vCPU Puma VMs carry today’s 400 requests, even with one VM lost',
    );
    await fromTheTop(page);
    await tabTo(page, /^With one VM lost: 416/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('416').first().waitFor();
    await page.keyboard.press('Escape');

    // During the deploy.
    await command(page, 'rollout');
    await expect.poll(() => page.url()).toContain('view=rollout');
    await page.locator('main figure').first().waitFor();
    // Two deploys keep 19 of 20 Thin VMs; one deploy drops to nine and then eight of them.
    await expect.poll(() => page.locator('main').innerText()).toMatch(/\b380\b/);
    expect(await page.locator('main').innerText()).toMatch(/\b160\b/);
    await command(page, 'size cloud');
    await table.waitFor();

    // Quota, memory and the database.
    expect((await table.innerText()).replaceAll(/\s+/g, ' ')).toMatch(/144 GiB/);
    await command(page, 'DB connections free');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('600');
    await expect
      .poll(() =>
        page
          .locator('aside, main')
          .allInnerTexts()
          .then((t) => t.join()),
      )
      .toMatch(/57 (connections )?short/);
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => status(page)).toContain('Undone');

    // The exact settings, the way back, how to know that it worked.
    await fromTheTop(page);
    const on = await saved(page, '1 Puma on');
    const scaleIn = await saved(page, '2 Scale in');
    const back = await saved(page, 'Rollback');
    const runbook = await saved(page, 'Runbook');
    const leaf = '/instance_groups/name=api';
    const puma = `${leaf}/jobs/name=cloud_controller_ng/properties/cc/puma?`;
    expect(parse(on.text)).toContainEqual({ type: 'replace', path: `${puma}/workers`, value: 4 });
    expect(parse(on.text)).toContainEqual({ type: 'replace', path: `${puma}/max_threads`, value: 13 });
    expect(parse(scaleIn.text)).toContainEqual({ type: 'replace', path: `${leaf}/instances`, value: 9 });
    expect(parse(back.text)).toContainEqual({ type: 'replace', path: `${leaf}/instances`, value: 20 });
    expect(new Set([on, scaleIn, back, runbook].map(({ name }) => name)).size).toBe(4);
    for (const metric of ['cc.requests.outstanding', 'system.cpu.user', '0.85', 'cpu_load_avg'])
      expect(runbook.text).toContain(metric);

    // The paper and the link.
    await command(page, 'print paper');
    await page.getByRole('dialog', { name: 'Print paper' }).waitFor();
    await tabTo(page, /^Print( |$)/);
    await page.keyboard.press('Enter');
    const printed = page.locator('html[data-printed]');
    await printed.waitFor({ state: 'attached' });
    const paper = await printed.evaluate((root) => root.dataset.printed ?? '');
    for (const part of [
      'Nine 4-vCPU Puma VMs',
      'Prepared',
      'puma?/max_threads',
      '#cloud-controller?v=',
      'CF-11',
    ])
      expect(paper).toContain(part);
    await command(page, 'copy link');
    await expect.poll(() => status(page)).toContain('Link copied');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await open(new URL(link).hash);
    await other.getByRole('table', { name: /every figure/ }).waitFor();
    expect(await headline(other)).toBe(await headline(page));
    await page.context().close();
    await other.context().close();
  }, 180_000);

  it('the consultant in a meeting: four options, an AZ lost, the cheapest, 20 % more load, send me that', async () => {
    const page = await open('#cloud-controller', { permissions: ['clipboard-read', 'clipboard-write'] });
    const table = page.getByRole('table', { name: /every figure/ });
    await table.waitFor();
    const heads = page
      .getByRole('group', { name: 'Options' })
      .getByRole('button', { name: /^Option [A-F],/ });
    expect(await heads.count()).toBe(4);

    // Which survives an AZ loss: of the guide's figures none does, and an advice's button adds one that does.
    await command(page, 'must survive');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.url()).toContain('survive=az');
    await expect.poll(() => page.locator('main').innerText()).toContain('With one AZ lost');
    const shorts = await page
      .getByRole('img', { name: /^Option [A-D], .* VMs/ })
      .evaluateAll((hulls) =>
        hulls.map((hull) =>
          /AZ lost (\d+), (\d+) short/.exec(hull.getAttribute('aria-label') ?? '')?.slice(1),
        ),
      );
    // Capacities with an AZ lost by the guide's profiles: 260, 240, 312 and 210 of 400.
    expect(shorts).toEqual([
      ['260', '140'],
      ['240', '160'],
      ['312', '88'],
      ['210', '190'],
    ]);

    // The cheapest: the row's head sorts the columns.
    await fromTheTop(page);
    await tabTo(page, /^Total vCPU(?!:)/);
    await page.keyboard.press('Enter');
    await expect.poll(() => status(page)).toContain('Shown by total vcpu, lowest first');
    const order = await heads.evaluateAll((buttons) => buttons.map((b) => (b as HTMLElement).dataset.head));
    expect(order).toEqual(['A', 'B', 'D', 'C']);

    // 20 % more load.
    await command(page, 'growth on top');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('20');
    await expect.poll(() => page.locator('main').innerText()).toContain('480');

    // Takes away: Markdown, CSV, the board as a picture, and a link that reopens exactly this.
    await command(page, 'copy comparison markdown');
    await expect.poll(() => status(page)).toContain('copied');
    const markdown = await page.evaluate(() => navigator.clipboard.readText());
    expect(markdown).toContain('| A Today | B Profile 2 | C Profile 3 + 1 VM | D Profile 4 |');
    const csv = await downloaded(page, () => command(page, 'save comparison csv'));
    expect(csv.name).toMatch(/\.csv$/);
    expect(csv.text).toContain('Total vCPU');
    await fromTheTop(page);
    await tabTo(page, /^Take the comparison away/);
    await page.keyboard.press('Enter');
    const menu = page.getByRole('menu');
    await menu.waitFor();
    const picture = menu.getByRole('menuitem', { name: /SVG/ });
    for (
      let presses = 0;
      presses < 12 && !(await picture.evaluate((m) => m === document.activeElement));
      presses++
    )
      await page.keyboard.press('ArrowDown');
    const svg = await downloaded(page, () => page.keyboard.press('Enter'));
    expect(svg.text).toContain('<svg');

    await command(page, 'copy link');
    await expect.poll(() => status(page)).toContain('Link copied');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link.length).toBeLessThan(2000);
    const other = await open(new URL(link).hash);
    await other.getByRole('table', { name: /every figure/ }).waitFor();
    expect(await headline(other)).toBe(await headline(page));
    expect(other.url()).toContain('survive=az');
    expect(other.url()).toContain('load.growth=20');
    expect(await other.locator('body').innerText()).toContain('not saved');
    await page.context().close();
    await other.context().close();
  }, 180_000);
});
