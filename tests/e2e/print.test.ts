import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasBrowser, useBrowser } from './open-page.ts';

/** The type area of A4 between the paper's margins, 182 mm × 275 mm, in CSS px. */
const typeArea = { width: 688, height: 1039 };

/** The machine may be busy; its pace is not what is tested. */
const patience = { timeout: 20_000, interval: 200 };

const paperOf = (page: Page) => page.locator('body > article');
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Print paper' });

/** What the browser does before it prints, which calls no dialog here. */
async function writePaper(page: Page): Promise<void> {
  await page.getByRole('table', { name: /every figure/ }).waitFor();
  await expect
    .poll(async () => {
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      return paperOf(page).count();
    }, patience)
    .toBe(1);
}

/** How many pages a print of the page has, and how many papers stood in it. */
async function printOf(page: Page, format: 'A4' | 'Letter') {
  await page.evaluate(() =>
    addEventListener('beforeprint', () => {
      document.documentElement.dataset.papers = String(document.querySelectorAll('body > article').length);
    }),
  );
  const pdf = await page.pdf({ format });
  return {
    pages: pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0,
    papers: await page.locator('html').getAttribute('data-papers'),
  };
}

/** All text of the paper, with every run of white space as one blank. */
async function textOf(page: Page): Promise<string> {
  return ((await paperOf(page).textContent()) ?? '').replaceAll(/\s+/g, ' ');
}

/** The files of the panel as they are saved, by name. */
async function savedFiles(page: Page): Promise<ReadonlyMap<string, string>> {
  const panel = page.getByRole('region', { name: /Files for/ });
  await panel.getByRole('tab').first().waitFor();
  const files = new Map<string, string>();
  for (const tab of await panel.getByRole('tab').all()) {
    await tab.click();
    const save = panel.getByRole('button', { name: 'Save' });
    const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
    let text = '';
    for await (const chunk of await download.createReadStream()) text += String(chunk);
    files.set(download.suggestedFilename(), text);
  }
  return files;
}

/** Blocks of the paper whose content is wider than they are; the one line shown of a repeated address is meant so. */
function clippedIn(page: Page): Promise<string[]> {
  return paperOf(page).evaluate((paper) => {
    const right = paper.getBoundingClientRect().right;
    return [...paper.querySelectorAll('*')]
      .filter((e) => !e.closest('[data-link], .visually-hidden'))
      .filter((e) => {
        const isWider = e instanceof HTMLElement && e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1;
        return isWider || e.getBoundingClientRect().right > right + 1;
      })
      .map((e) => `${e.tagName} ${e.textContent?.slice(0, 60)}`);
  });
}

describe.skipIf(!hasBrowser)('The change paper, printed from the built page', () => {
  const { open } = useBrowser();

  describe.each(['cloud-controller', 'heat'])('of %s', (id) => {
    it('takes three pages for four options, on A4 and on Letter', async () => {
      const page = await open(`#${id}`);
      await writePaper(page);
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      expect(await page.getByRole('button', { name: /^Option [A-F],/ }).count()).toBe(4);
      expect(await printOf(page, 'A4')).toEqual({ pages: 3, papers: '1' });
      expect(await printOf(page, 'Letter')).toEqual({ pages: 3, papers: '1' });
      await page.context().close();
    });

    it('holds all that the page shows: address, options, rows, advice with its rules, files', async () => {
      const page = await open(`#${id}`);
      const board = page.getByRole('table', { name: /every figure/ });
      await board.waitFor();
      const files = await savedFiles(page);
      const rows = await board.getByRole('row').allInnerTexts();
      const names = await page
        .locator('[data-head]')
        .evaluateAll((heads) =>
          heads.map((head) => head.querySelector('span > span:last-child')?.textContent ?? ''),
        );
      const advice = page.getByRole('region', { name: /^Advice for/ });
      const more = advice.getByRole('button', { name: /^\d+ more$/ });
      if ((await more.count()) > 0) await more.click();
      const findings = await advice.getByRole('heading', { level: 3 }).allInnerTexts();
      await writePaper(page);

      const text = await textOf(page);
      expect(text).toContain(page.url());
      expect(text).toContain(await page.getByRole('heading', { level: 1 }).first().innerText());
      expect(names).toHaveLength(4);
      for (const name of names) expect(text).toContain(name);
      expect(findings.length).toBeGreaterThan(3);
      for (const finding of findings) expect(text).toContain(finding);

      const printed = await paperOf(page)
        .locator('table')
        .first()
        .evaluate((table) => [...table.querySelectorAll('tr')].map((row) => row.textContent ?? ''));
      const bare = (cells: string) => cells.replaceAll(/\s/g, '');
      expect(rows.length).toBeGreaterThan(9);
      for (const row of rows.map(bare).filter((cells) => cells !== '' && !cells.startsWith('Figure')))
        expect(printed.map(bare)).toContain(row);

      expect(files.size).toBeGreaterThan(3);
      const texts = await paperOf(page).locator('pre').allTextContents();
      for (const [name, content] of files) {
        expect(text).toContain(name);
        if (!name.endsWith('.md')) expect(texts).toContain(content);
      }
      await page.context().close();
    });

    it('clips nothing and shows nothing but the paper', async () => {
      const page = await open(`#${id}`);
      await writePaper(page);
      await page.setViewportSize(typeArea);
      await page.emulateMedia({ media: 'print' });
      expect(await clippedIn(page)).toEqual([]);
      const shown = await page.evaluate(() =>
        [...document.body.children]
          .filter((e) => getComputedStyle(e).display !== 'none')
          .map((e) => e.tagName.toLowerCase()),
      );
      expect(shown).toEqual(['article']);
      expect(await page.getByRole('button', { name: 'Undo', exact: true }).isVisible()).toBe(false);
      await page.context().close();
    });
  });

  it('says the rollout’s steps for Cloud Controller, each way to and fro', async () => {
    const page = await open('#cloud-controller');
    await writePaper(page);
    // One deploy deletes 11 of 20 Thin VMs first: 9 × 20 are left.
    await expect
      .poll(() => textOf(page), patience)
      .toContain('11 surplus Thin VMs deletedPuma on and scale▼ 180');
    expect(await textOf(page)).toContain('What happens in two deploys?');
    expect(await textOf(page)).toContain('What happens on the way back?');
    await page.context().close();
  });

  it('is black on white when the page is dark', async () => {
    const page = await open('#cloud-controller', { colorScheme: 'dark' });
    await page.evaluate(() => {
      document.documentElement.dataset.theme = 'dark';
    });
    await writePaper(page);
    await page.emulateMedia({ media: 'print' });
    const colours = await paperOf(page).evaluate((paper) => {
      const { backgroundColor, color } = getComputedStyle(paper);
      return { backgroundColor, color };
    });
    expect(colours).toEqual({ backgroundColor: 'rgb(255, 255, 255)', color: 'rgb(0, 0, 0)' });
    await page.context().close();
  });

  it('is what the header’s button prints, once the charts are chosen, and is gone afterwards', async () => {
    const page = await open('#heat');
    await page.evaluate(() => {
      window.print = () => {
        dispatchEvent(new Event('beforeprint'));
        document.documentElement.dataset.printed = String(document.querySelectorAll('body > article').length);
        dispatchEvent(new Event('afterprint'));
      };
    });
    await page.getByRole('button', { name: 'Print paper' }).click();
    await dialogOf(page).getByRole('button', { name: 'Print', exact: true }).click();
    await expect.poll(() => page.locator('html').getAttribute('data-printed'), patience).toBe('1');
    await expect.poll(() => paperOf(page).count(), patience).toBe(0);
    expect(await dialogOf(page).count()).toBe(0);
    await page.context().close();
  });

  it('has the charts that were ticked on a page of their own, whole and in light colours', async () => {
    const page = await open('#cloud-controller', { colorScheme: 'dark' });
    // What the browser would do is done below: a print leaves the paper no time to be looked at.
    await page.evaluate(() => {
      window.print = () => {
        document.documentElement.dataset.printed = '1';
      };
    });
    await page.getByRole('button', { name: 'Print paper' }).click();
    const dialog = dialogOf(page);
    const charts = [
      ['Solve', 'What else would carry it?'],
      ['Rollout', 'How does capacity move during the deploys?'],
      ['Load', 'Where does response time climb?'],
    ] as const;
    for (const [group, title] of charts)
      await dialog.getByRole('group', { name: group }).getByRole('checkbox', { name: title }).check();
    await dialog.getByRole('button', { name: 'Print', exact: true }).click();
    await expect.poll(() => page.locator('html').getAttribute('data-printed'), patience).toBe('1');

    await page.setViewportSize(typeArea);
    await page.emulateMedia({ media: 'print' });
    const figures = paperOf(page).locator('figure:has(h3)');
    expect(await figures.locator('h3:first-child').allInnerTexts()).toEqual(charts.map(([, title]) => title));
    const drawn = await figures.evaluateAll((all) =>
      all.map((figure) => {
        const svg = figure.querySelector('svg.recharts-surface');
        const title = figure.querySelector('h3');
        return {
          lines: svg?.querySelectorAll('path').length ?? 0,
          isWithinPage: figure.getBoundingClientRect().right <= innerWidth,
          height: figure.getBoundingClientRect().height,
          isKept: getComputedStyle(figure).breakInside,
          ink: title && getComputedStyle(title).color,
          tick: getComputedStyle(svg?.querySelector('.recharts-cartesian-axis-tick-value') ?? figure).fill,
        };
      }),
    );
    for (const figure of drawn) {
      expect(figure.lines).toBeGreaterThan(1);
      expect(figure.height).toBeLessThan(typeArea.height / 2);
      // Black and dark grey: the print's own tokens, though the system is dark.
      expect(figure).toMatchObject({
        isWithinPage: true,
        isKept: 'avoid',
        ink: 'rgb(0, 0, 0)',
        tick: 'rgb(51, 51, 51)',
      });
    }
    // Three pages, and one for the charts.
    expect((await printOf(page, 'A4')).pages).toBe(4);
    await expect.poll(() => paperOf(page).count(), patience).toBe(0);
    await page.context().close();
  });

  it('follows the plan, and says so when the form holds an entry that is not in its numbers', async () => {
    const page = await open('#cloud-controller');
    const field = page.getByRole('spinbutton', { name: /^API VMs ?,/ }).first();
    await field.fill('12');
    await writePaper(page);
    // 12 × 4 × 13 = 624.
    expect(await textOf(page)).toContain('12 × 4 × 13 = 624');
    expect(await textOf(page)).not.toContain('from before it');
    await field.fill('nine');
    await writePaper(page);
    expect(await textOf(page)).toContain('All numbers here are from before it. Fix API VMs to see a result.');
    await page.context().close();
  });
});
