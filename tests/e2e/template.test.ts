import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsOf } from './axe.ts';
import { hasBrowser, useBrowser } from './open-page.ts';

const head = 'heat_template_version: 2018-08-31\n';
/** A network, a subnet on it, and three servers that wait for the subnet: two in words, one by Heat's own rule. */
const good = `${head}resources:
  net: { type: OS::Neutron::Net }
  subnet:
    type: OS::Neutron::Subnet
    properties: { network: { get_resource: net } }
  web: { type: OS::Nova::Server, depends_on: subnet }
  db: { type: OS::Nova::Server, depends_on: [subnet] }
  cache:
    type: OS::Nova::Server
    properties: { networks: [{ network: { get_resource: net } }] }
`;
const bad = `${head}resources:
  web: { type: OS::Nova::Server, depends_on: gone }
  db:
    type: OS::Nova::Server
    properties: { a: { get_attr: [lost, ip] } }
`;

async function openTemplate(open: (hash: string) => Promise<Page>): Promise<Page> {
  const page = await open('#heat?view=template&end');
  await page.locator('main figure').first().waitFor();
  await page.locator('.cm-content').first().waitFor();
  return page;
}

/** Takes the place of all that is in the first editor, as a paste from the clipboard would. */
async function paste(page: Page, text: string): Promise<void> {
  await page.locator('.cm-content').first().click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

const headline = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();
const problems = (page: Page) => page.getByRole('region', { name: 'Problems' });
/** The line that the caret is on, as its text. */
const caretLine = (page: Page) =>
  page.evaluate(() => {
    const node = document.getSelection()?.focusNode;
    const element = node instanceof Element ? node : node?.parentElement;
    return element?.closest('.cm-line')?.textContent ?? '';
  });

describe.skipIf(!hasBrowser)('the Template study, in the built page', () => {
  const { open } = useBrowser();

  it('goes from a pasted template to its graph, both schedules and its numbers in the form', async () => {
    const page = await openTemplate(open);
    await paste(page, good);
    await page.getByRole('application', { name: /What waits for what\?/ }).waitFor();
    for (const model of ['by the guide', 'by the source code'])
      await page
        .getByRole('application', { name: new RegExp(`When is each resource created, ${model}\\?`) })
        .waitFor();
    await page.getByRole('button', { name: 'Use these numbers in the form' }).click();
    // Net 1 s, subnet 1 s, three servers of 30 s: 92 s for five, so 18.4 s in the mean.
    await page.getByText('The form holds this template’s numbers').waitFor();
    await page.getByRole('link', { name: 'Size and compare' }).click();
    const field = (name: RegExp) => page.getByRole('spinbutton', { name }).inputValue();
    await expect.poll(() => field(/^Resources ?,/)).toBe('5');
    expect(await field(/^Seconds per resource ?,/)).toBe('18.4');
    await page.context().close();
  });

  it('lists what is wrong with its place; an item moves the caret there, and F8 goes from one to the next', async () => {
    const page = await openTemplate(open);
    await paste(page, bad);
    const items = problems(page).getByRole('listitem');
    await expect.poll(() => items.count()).toBe(2);
    expect(await items.nth(0).innerText()).toContain('Line 3, column 46: ');
    expect(await items.nth(1).innerText()).toContain('Line 6, column 24: ');
    expect(await headline(page)).toContain('Line 3, column 46');
    await page.locator('.cm-lint-marker-error').first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await items.nth(1).getByRole('button').click();
    await expect.poll(() => caretLine(page)).toContain('lost');
    await page.keyboard.press('Shift+F8');
    await expect.poll(() => caretLine(page)).toContain('gone');
    await page.keyboard.press('F8');
    await expect.poll(() => caretLine(page)).toContain('lost');
    await paste(page, good);
    await expect.poll(() => problems(page).count()).toBe(0);
    expect(await headline(page)).toMatch(/^The stack takes/);
    await page.context().close();
  });

  it('draws a thousand resources grouped, and refuses a text over 512 KiB and keeps the one before', async () => {
    const page = await openTemplate(open);
    const many = Array.from({ length: 1000 }, (_, at) => `  r${at}: { type: OS::Nova::Server }\n`).join('');
    await paste(page, `${head}resources:\n${many}`);
    await page.getByText('×1,000').waitFor();
    await expect.poll(() => headline(page)).toMatch(/^The stack takes/);
    const before = await headline(page);
    await paste(page, `${head}resources:\n${many}# ${'x'.repeat(524_288)}\n`);
    await page.getByRole('alert').filter({ hasText: 'bytes are too many' }).waitFor();
    expect(await headline(page)).toBe(before);
    await page.context().close();
  });

  it('reads a template from a file, and nested ones by the registry of an environment', async () => {
    const page = await openTemplate(open);
    const file = (name: string, text: string) => ({
      name,
      mimeType: 'text/yaml',
      buffer: Buffer.from(text),
    });
    await page
      .getByLabel('File for HOT template')
      .setInputFiles(file('top.yaml', `${head}resources:\n  a: { type: "My::Web" }\n`));
    await page
      .getByLabel('File for Parameters')
      .setInputFiles(file('env.yaml', 'resource_registry:\n  "My::Web": web.yaml\n'));
    await expect.poll(() => problems(page).first().innerText()).toContain('web.yaml is not given');
    await page
      .getByLabel('File for Nested templates')
      .setInputFiles(file('web.yaml', `# file: web.yaml\n${good}`));
    await expect.poll(() => problems(page).count()).toBe(0);
    // The resource itself and the five of the template behind its type.
    await page.getByText('This template is 6 resources').waitFor();
    await page.context().close();
  });
});
