import type { Download, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasBrowser, sizes, useBrowser } from './open-page.ts';

/** The machine may be busy; its pace is not what is tested. */
const patience = { timeout: 20_000, interval: 200 };

async function bytesOf(download: Download): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) parts.push(Buffer.from(chunk));
  return Buffer.concat(parts);
}

async function saved(page: Page, click: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return { name: download.suggestedFilename(), bytes: await bytesOf(download) };
}

function fromBoard(page: Page, item: string) {
  return saved(page, async () => {
    await page.getByRole('button', { name: 'Take the comparison away' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  });
}

describe.skipIf(!hasBrowser)('The board’s menu, in the built page', () => {
  const { open } = useBrowser();

  it('saves the whole board as an SVG that stands by itself, light on white', async () => {
    // A dark system alone is no choice for documents.
    const page = await open('#cloud-controller', { colorScheme: 'dark' });
    const { name, bytes } = await fromBoard(page, 'Save SVG');
    const svg = bytes.toString('utf8');
    expect(name).toMatch(/\.svg$/);
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg).toMatch(/<rect [^>]*fill="rgb\(255, 255, 255\)"/);
    // Heads, hulls and table: names, the hulls' readings and a row of the table.
    const words = svg.replace(/<style>.*?<\/style>/s, '').replaceAll(/<[^>]*>/g, ' ');
    for (const word of ['Today', 'Load', '416', '657']) expect(words).toContain(word);
    expect(svg).toContain('@font-face{font-family:"Archivo Variable"');
    expect(svg.match(/(?:href|src)\s*[=:]\s*["']?(?!data:|url\(data:|#)[\w./]/g)).toBeNull();
    expect(svg).not.toMatch(/<script|class=|var\(--|foreignObject/);
    // The page itself is as dark as before.
    expect(await page.locator('html').getAttribute('data-theme')).toBeNull();
    const size = await page.evaluate(async (text) => {
      const image = new Image();
      image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
      await image.decode();
      return [image.naturalWidth, image.naturalHeight];
    }, svg);
    const board = await page.locator('[data-head]').first().boundingBox();
    expect(size[0]).toBeGreaterThan(600);
    expect(size[1]).toBeGreaterThan((board?.height ?? 0) * 4);
    await page.context().close();
  });

  it('saves a PNG of twice its size, and a dark one where dark was chosen', async () => {
    const page = await open('#heat');
    const light = await fromBoard(page, 'Save SVG');
    const { bytes } = await fromBoard(page, 'Save PNG');
    expect([...bytes.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(light.bytes.toString('utf8')) ?? [];
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([2 * Number(width), 2 * Number(height)]);
    await page.getByRole('button', { name: /^Theme: .* Switch to light$/ }).click();
    await page.getByRole('button', { name: /^Theme: light\. Switch to dark$/ }).click();
    const dark = await fromBoard(page, 'Save SVG');
    // The panel's colour of the dark theme: #142129.
    expect(dark.bytes.toString('utf8')).toMatch(/<rect [^>]*fill="rgb\(20, 33, 41\)"/);
    await page.context().close();
  });

  it('draws what is scrolled out of sight, and scrolls nothing', async () => {
    const page = await open('#cloud-controller', { viewport: sizes.small });
    const add = page.getByRole('button', { name: 'Option', exact: true });
    await add.click();
    await add.click();
    const scroller = page.getByRole('region', { name: /Load lines.*scrolls sideways/ });
    await scroller.evaluate((e) => e.scrollTo(200, 0));
    const before = await scroller.evaluate((e) => e.scrollLeft);
    expect(before).toBeGreaterThan(0);
    const { bytes } = await fromBoard(page, 'Save SVG');
    const [, width] = /width="(\d+)"/.exec(bytes.toString('utf8')) ?? [];
    expect(Number(width)).toBeGreaterThanOrEqual(await scroller.evaluate((e) => e.scrollWidth));
    expect(await scroller.evaluate((e) => e.scrollLeft)).toBe(before);
    await page.context().close();
  });

  it('saves the comparison as JSON with values, units and rules', async () => {
    const page = await open('#cloud-controller');
    const { bytes } = await fromBoard(page, 'Save JSON');
    const json = JSON.parse(bytes.toString('utf8'));
    expect(json).toMatchObject({ calculator: 'cloud-controller', selected: 'C', baseline: 'A' });
    const c = json.options.find((o: { letter: string }) => o.letter === 'C');
    const figure = (label: string) => c.figures.find((f: { label: string }) => f.label === label);
    // 9 VMs × 4 workers × 13 threads, and with one VM less: CF-12.
    expect(figure('All up')).toMatchObject({ value: 468 });
    expect(figure('VM lost')).toMatchObject({ value: 416 });
    expect(json.rules.length).toBeGreaterThan(3);
    await page.context().close();
  });

  it('writes no cell that a spreadsheet would run, whatever an option is called', async () => {
    const page = await open('#cloud-controller');
    await page.getByRole('textbox', { name: 'Name', exact: true }).first().fill('=1+1');
    await page.getByRole('button', { name: /^Option C, =1\+1/ }).waitFor();
    const { bytes } = await fromBoard(page, 'Save CSV');
    const csv = bytes.toString('utf8');
    expect(csv).toContain('C =1+1');
    const cells = csv.split('\r\n').flatMap((row) => row.split(','));
    expect(cells.filter((cell) => /^"?[=+\-@]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell))).toEqual([]);
    await page.context().close();
  });
});

describe.skipIf(!hasBrowser)('Edit my own file, in the built page', () => {
  const { open } = useBrowser();
  const dialogOf = (page: Page) => page.getByRole('dialog', { name: /^Edit my own file/ });
  const chooseFile = (page: Page, name: string, bytes: Buffer) =>
    dialogOf(page).locator('input[type=file]').setInputFiles({ name, mimeType: 'text/yaml', buffer: bytes });

  async function openEdit(page: Page): Promise<void> {
    const button = page.getByRole('button', { name: 'Edit my own file…' });
    await button.focus();
    await page.keyboard.press('Enter');
    await dialogOf(page).getByRole('textbox', { name: 'File to edit' }).waitFor();
  }

  it('gives the file back byte for byte but for the values that differ', async () => {
    const page = await open('#cloud-controller');
    const panel = page.getByRole('region', { name: /Files for/ });
    const save = panel.getByRole('button', { name: 'Save' });
    const { bytes: exported } = await saved(page, () => save.click());
    // The user's own: comments, other order of keys, other values, line ends of Windows, a byte order mark.
    const own =
      `\ufeff# ours, ticket 4711\n${exported.toString('utf8')}- path: /releases/-\n  type: replace\n  value: { name: x, secret: hunter2 }\n`
        .replace('puma?/workers\n  value: 4', 'puma?/workers\n  value:   "3"   # was 2')
        .replace('max_threads\n  value: 13', 'max_threads\n  value: ((threads)) # variable')
        .replaceAll('\n', '\r\n');
    expect(own).toContain('value:   "3"   # was 2');
    expect(own).toContain('((threads))');
    await openEdit(page);
    expect(await dialogOf(page).getByRole('button', { name: 'Download' }).isDisabled()).toBe(true);
    await chooseFile(page, 'our ops.yml', Buffer.from(own));

    const replaced = dialogOf(page).getByRole('region', { name: 'Replaced' });
    const lineOf = (text: string) => own.split('\r\n').findIndex((line) => line.includes(text)) + 1;
    await replaced
      .getByRole('row', { name: new RegExp(`Line ${lineOf('"3"')} .*puma\\?/workers "3" 4`) })
      .waitFor();
    await replaced
      .getByRole('row', { name: new RegExp(`Line ${lineOf('((threads))')} .*max_threads .* 13`) })
      .waitFor();
    await dialogOf(page).getByText('2 values replaced. All else stays as it is, byte for byte.').waitFor();
    const diff = await dialogOf(page).getByRole('region', { name: 'Lines removed and added' }).innerText();
    expect(diff).toMatch(/−\s*Removed:\s+value: {3}"3" {3}# was 2/);
    expect(diff).toMatch(/\+\s*Added:\s+value: {3}4 {3}# was 2/);
    expect(diff).not.toContain('ticket 4711');

    const { name, bytes } = await saved(page, () =>
      dialogOf(page).getByRole('button', { name: 'Download' }).click(),
    );
    expect(name).toBe('our ops.yml');
    const expected = own
      .replace('value:   "3"   # was 2', 'value:   4   # was 2')
      .replace('value: ((threads)) # variable', 'value: 13 # variable');
    expect(bytes.equals(Buffer.from(expected))).toBe(true);
    const kept = await page.evaluate(() => JSON.stringify(localStorage) + location.href);
    expect(kept).not.toMatch(/hunter2|4711/);
    await page.context().close();
  });

  it('keeps line ends also when a line is edited in the page', async () => {
    const page = await open('#heat');
    await openEdit(page);
    await chooseFile(page, 'globals.yml', Buffer.from('a: 1\r\nheat_engine_workers: 4\r\nb: 2\n'));
    await dialogOf(page).getByRole('region', { name: 'Replaced' }).waitFor();
    await dialogOf(page).getByRole('textbox', { name: 'File to edit' }).focus();
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.type('c: 3');
    await page.keyboard.press('Enter');
    await dialogOf(page)
      .getByRole('row', { name: /Line 3 heat_engine_workers 4 8/ })
      .waitFor();
    const { bytes } = await saved(page, () =>
      dialogOf(page).getByRole('button', { name: 'Download' }).click(),
    );
    expect(bytes.toString('utf8')).toMatch(/^c: 3\r\na: 1\r\nheat_engine_workers: 8\r\nb: 2\n/);
    await page.context().close();
  });

  it('lists what it cannot put in, and faults with their place', async () => {
    const page = await open('#heat');
    await openEdit(page);
    const dialog = dialogOf(page);
    await dialog.getByText('What would change shows here, before anything is saved.').waitFor();
    await chooseFile(page, 'globals.yml', Buffer.from('n: &n 4\nheat_engine_workers: *n\n'));
    const left = dialog.getByRole('region', { name: 'Left to you' });
    await left.getByText('heat_engine_workers is an alias; change it by hand.').waitFor();
    expect(await left.innerText()).toContain('heat_engine_workers: 8');
    await chooseFile(page, 'bad.yml', Buffer.from('a: 1\n\tb: 2\n'));
    await dialog.getByText('Line 2, column 1: tabs cannot indent YAML; use spaces.').waitFor();
    expect(await dialog.getByRole('button', { name: 'Download' }).isDisabled()).toBe(true);
    expect(await dialog.getByRole('button', { name: 'Copy' }).isDisabled()).toBe(true);
    await page.context().close();
  });

  it('is offered for files of values, not for texts about them', async () => {
    const page = await open('#cloud-controller');
    const panel = page.getByRole('region', { name: /Files for/ });
    const button = panel.getByRole('button', { name: 'Edit my own file…' });
    await button.waitFor();
    await panel.getByRole('tab', { name: 'Changes' }).click();
    await expect.poll(() => button.count(), patience).toBe(0);
    await panel.getByRole('tab', { name: 'Runbook' }).click();
    expect(await button.count()).toBe(0);
    await panel.getByRole('tab', { name: 'Rollback' }).click();
    await expect.poll(() => button.count(), patience).toBe(1);
    await page.context().close();
  });
});
