import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { parse } from 'yaml';
import { hasBrowser, sizes, useBrowser } from './open-page.ts';

/** The verdict and the four key figures, as a person reads them. */
async function answerOf(page: Page): Promise<string> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  return (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');
}

/** Verdict, key figures and comparison, which come before charts. */
async function figuresOf(page: Page): Promise<string[]> {
  await page.getByRole('table', { name: /every figure/ }).waitFor();
  return page.locator('main h1, main dl, main table >> nth=0').allInnerTexts();
}

/** Types into a number field as a person does. */
async function type(page: Page, label: RegExp, text: string): Promise<void> {
  const field = page.getByRole('spinbutton', { name: label }).first();
  await field.click();
  await field.press('ControlOrMeta+a');
  await field.pressSequentially(text);
}

describe.skipIf(!hasBrowser)('Size and compare, in the built page', () => {
  const { open } = useBrowser();

  for (const viewport of [sizes.wide, sizes.phone]) {
    const limit = viewport.height * 1.5;

    it(`answers the Cloud Controller architect at ${viewport.width} px, within a screen and a half`, async () => {
      const page = await open('#cloud-controller', { viewport });
      const text = await answerOf(page);
      expect(text).toContain('Nine 4-vCPU Puma VMs carry today');
      expect(text).toContain('even with one VM lost');
      for (const figure of ['468', '416', '36', '144']) expect(text).toContain(figure);
      const keys = await page.locator('main dl').first().boundingBox();
      expect((keys?.y ?? Infinity) + (keys?.height ?? 0)).toBeLessThan(limit);
      const gauge = await page.getByRole('img', { name: /Option C, 9 VMs/ }).boundingBox();
      expect(gauge?.y ?? Infinity).toBeLessThan(limit);
      await page.context().close();
    });

    it(`answers the Heat operator at ${viewport.width} px, within a screen and a half`, async () => {
      const page = await open('#heat', { viewport });
      const text = await answerOf(page);
      expect(text).toContain('Eight workers per controller halve the wait and open fewer connections');
      for (const figure of ['4:10', '6:05', '576', '720']) expect(text).toContain(figure);
      const keys = await page.locator('main dl').first().boundingBox();
      expect((keys?.y ?? Infinity) + (keys?.height ?? 0)).toBeLessThan(limit);
      await page.context().close();
    });
  }

  it('works the verdict out while typing, keeps a text it cannot read and changes no number by it', async () => {
    const page = await open('#cloud-controller');
    await type(page, /^API VMs ?,/, '8');
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toContain('364 of');
    await type(page, /^API VMs ?,/, 'nine');
    const field = page.getByRole('spinbutton', { name: /^API VMs ?,/ }).first();
    expect(await field.inputValue()).toBe('nine');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => page.locator('main').innerText()).toContain('Fix API VMs to see a result');
    expect(page.url()).not.toContain('nine');
    await page.context().close();
  });

  it('opens a copied link elsewhere as it was left, as a copy that is not saved', async () => {
    const page = await open('#cloud-controller');
    await type(page, /^API VMs ?,/, '12');
    await expect.poll(() => page.url()).toContain('C.n=12');
    const other = await open(new URL(page.url()).hash);
    expect(
      await other
        .getByRole('spinbutton', { name: /^API VMs ?,/ })
        .first()
        .inputValue(),
    ).toBe('12');
    expect(await figuresOf(other)).toEqual(await figuresOf(page));
    expect(await other.locator('body').innerText()).toContain('not saved');
    expect(await other.evaluate(() => localStorage.getItem('plimsoll/plan/cloud-controller'))).toBeNull();
    await page.context().close();
    await other.context().close();
  });

  it('keeps the plan over a reload, and a second link pasted into the tab opens', async () => {
    const page = await open('#cloud-controller');
    await type(page, /^API VMs ?,/, '11');
    await expect.poll(() => page.url()).toContain('C.n=11');
    await page.reload();
    expect(
      await page
        .getByRole('spinbutton', { name: /^API VMs ?,/ })
        .first()
        .inputValue(),
    ).toBe('11');
    expect(await page.locator('body').innerText()).toContain('saved in this browser');
    await page.evaluate((hash) => location.assign(hash), '#cloud-controller?A.n=33');
    await expect
      .poll(() =>
        page
          .getByRole('spinbutton', { name: /^API VMs ?,/ })
          .first()
          .inputValue(),
      )
      .toBe('33');
    await page.goBack();
    await expect
      .poll(() =>
        page
          .getByRole('spinbutton', { name: /^API VMs ?,/ })
          .first()
          .inputValue(),
      )
      .toBe('11');
    await page.context().close();
  });

  it('leaves a cut link in the address and says what is wrong', async () => {
    const cut = '#cloud-controller?v=1&view=size&sel=C&thin.n=2';
    const page = await open(cut);
    await page.getByText('its end is missing').waitFor();
    expect(new URL(page.url()).hash).toBe(cut);
    await page.context().close();
  });

  it('undoes and redoes by key and puts the eye on the field', async () => {
    const page = await open('#cloud-controller');
    await type(page, /^API VMs ?,/, '14');
    await page.keyboard.press('ControlOrMeta+z');
    const field = page.getByRole('spinbutton', { name: /^API VMs ?,/ }).first();
    await expect.poll(() => field.inputValue()).toBe('9');
    await expect
      .poll(() => page.locator('[role=status]').allInnerTexts())
      .toContain('Undone: API VMs 14 to 9.');
    expect(await field.evaluate((f) => f === document.activeElement)).toBe(true);
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await expect.poll(() => field.inputValue()).toBe('14');
    await page.context().close();
  });

  it('shows an option’s name as text, never as markup, in page, link and YAML', async () => {
    const name = '<img src=x onerror=alert(1)>#: - ';
    const page = await open('#cloud-controller');
    let dialogs = 0;
    page.on('dialog', (dialog) => {
      dialogs += 1;
      dialog.dismiss();
    });
    await page.getByLabel('Name', { exact: true }).fill(name.trim());
    await expect.poll(() => page.url()).toContain('C.name=%3Cimg');
    expect(await page.locator('img').count()).toBe(0);
    expect(dialogs).toBe(0);
    const yaml = await exported(page);
    expect(Array.isArray(parse(yaml))).toBe(true);
    await page.context().close();
  });

  it('saves an ops file that a YAML reader understands as it is meant', async () => {
    const page = await open('#cloud-controller');
    const entries: unknown = parse(await exported(page));
    expect(entries).toContainEqual({
      type: 'replace',
      path: '/instance_groups/name=api/jobs/name=cloud_controller_ng/properties/cc/puma?/max_threads',
      value: 13,
    });
    await page.context().close();
  });

  it('saves Heat’s globals', async () => {
    const page = await open('#heat');
    expect(parse(await exported(page))).toMatchObject({
      heat_engine_workers: 8,
      heat_api_workers: 4,
      heat_convergence_engine: true,
      heat_db_max_pool_size: 16,
      heat_db_max_overflow: 0,
      heat_rpc_response_timeout: 120,
      heat_max_stacks_per_tenant: 100,
      heat_max_resources_per_stack: 1000,
    });
    await page.context().close();
  });

  it('sets storage aside that it cannot read, instead of overwriting it', async () => {
    const page = await open('');
    await page.evaluate(() => localStorage.setItem('plimsoll/plan/cloud-controller', '{broken'));
    await page.goto(`${inject('url')}#cloud-controller`);
    await page.reload();
    await page.getByText('cannot be read').first().waitFor();
    expect(await page.evaluate(() => localStorage.getItem('plimsoll/plan/cloud-controller.set-aside'))).toBe(
      '{broken',
    );
    await page.context().close();
  });

  it('asks nothing of any other host', async () => {
    const page = await open('');
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    await page.goto(`${inject('url')}#heat`);
    await page.waitForLoadState('networkidle');
    hosts.delete('');
    expect([...hosts]).toEqual([new URL(inject('url')).host]);
    await page.context().close();
  });
});

/** The first file of the export panel, as it is saved. */
async function exported(page: Page): Promise<string> {
  const panel = page.getByRole('region', { name: /Files for/ });
  const save = panel.getByRole('button', { name: 'Save' });
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  const stream = await download.createReadStream();
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  return text;
}
