import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { calculators } from '../../src/sizing/calculators/index.ts';
import { hasBrowser } from './open-page.ts';
import { type StaticHost, startStaticHost } from './static-host.ts';

const [oldLink = ''] = readFileSync(new URL('../share/golden-links.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('#cloud-controller?v=1'));
const word = (page: Page) => page.locator('header > span').first().innerText();
const notice = (page: Page) => page.getByRole('heading', { name: 'A new version is ready.' });

/** However busy the machine is. */
const eventually: typeof expect.poll = (read) => expect.poll(read, { timeout: 30_000 });

/** Waits until a whole version is kept and in charge of the page. */
async function kept(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

/** How many versions are kept. */
function versions(page: Page): Promise<number> {
  return page.evaluate(async () => (await caches.keys()).length);
}

/** How many of them were whole and have taken over the page since. */
function versionsTakenOver(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const marks = names.map((cacheName) => caches.match('./.open-before', { cacheName }));
    return (await Promise.all(marks)).filter((mark) => mark !== undefined).length;
  });
}

async function openView(page: Page, title: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('link', { name: title, exact: true })
    .click();
  await page.locator('main figure, main table').first().waitFor();
}

describe.skipIf(!hasBrowser)('the built page without a network', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-'));
  const secondDist = join(folder, 'second');
  let browser: Browser;
  let host: StaticHost;
  let context: BrowserContext;
  /** What was thrown in a page, or refused by its policy. */
  const faults: string[] = [];

  beforeAll(async () => {
    browser = await chromium.connect(inject('ws'));
    const built = spawnSync(process.execPath, ['tests/e2e/second-build.mjs', secondDist], {
      stdio: 'inherit',
      env: { ...process.env, NODE_ENV: 'production', VITEST: '' },
    });
    expect(built.status).toBe(0);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    host = await startStaticHost(inject('dist'));
    context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  });
  afterEach(async () => {
    await context.close();
    await host.close();
    expect(faults.splice(0)).toEqual([]);
  });

  /** The first build with the service worker of another: a deploy half done. */
  function withWorkerOf(other: string): string {
    const mixed = mkdtempSync(join(folder, 'mixed-'));
    cpSync(inject('dist'), mixed, { recursive: true });
    cpSync(join(other, 'assets'), join(mixed, 'assets'), { recursive: true });
    cpSync(join(other, 'sw.js'), join(mixed, 'sw.js'));
    return mixed;
  }

  /** Opens the page; whatever throws in it fails the test. */
  async function open(hash = '', address = host.address): Promise<Page> {
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(String(error.stack)));
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) faults.push(message.text());
    });
    await page.goto(address + hash);
    return page;
  }

  it('can be installed: the manifest has no fault, and its icons are there in their sizes', async () => {
    const page = await open();
    await kept(page);
    const session = await context.newCDPSession(page);
    const { errors, url, data } = await session.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    expect(url).toBe(`${host.address}manifest.webmanifest`);
    const { icons, start_url } = JSON.parse(data ?? '{}');
    expect(new URL(start_url, url).href).toBe(host.address);
    expect(icons.map((icon: { purpose?: string }) => icon.purpose)).toContain('maskable');
    for (const { src, sizes, type } of icons.filter((i: { type: string }) => i.type === 'image/png')) {
      const size = await page.evaluate(async (address) => {
        const image = await createImageBitmap(await (await fetch(address)).blob());
        return `${image.width}x${image.height}`;
      }, new URL(src, url).href);
      expect([size, type]).toEqual([sizes, 'image/png']);
    }
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  });

  it('after one visit the page reloads, and every view, rule, file and the import open', async () => {
    let page = await open('#cloud-controller');
    await kept(page);
    host.isDown = true;
    await page.reload();
    expect(await word(page)).toMatch(/^plimsoll$/i);
    for (const calculator of calculators) {
      // A new tab, so that nothing is left in memory of what an earlier view loaded.
      await page.close();
      page = await open(`#${calculator.id}`);
      await page.getByRole('table', { name: /every figure/ }).waitFor();
      for (const view of calculator.views.slice(1)) await openView(page, view.title);
      await page.getByRole('button', { name: 'Help and guide rules' }).click();
      await page.getByRole('dialog').getByRole('heading').first().waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Import YAML' }).click();
      await page.getByRole('dialog').locator('.cm-content').waitFor();
      await page.keyboard.press('Escape');
      expect(await page.getByText('could not be loaded').count()).toBe(0);
      expect(await page.evaluate(() => document.fonts.check('14px "Archivo Variable"'))).toBe(true);
    }
  }, 120_000);

  it('keeps every file of the build that the page can ask for', async () => {
    const page = await open();
    await kept(page);
    const names = await page.evaluate(async () => {
      const [name = ''] = await caches.keys();
      return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
    });
    for (const file of readdirSync(join(inject('dist'), 'assets')))
      expect(names).toContain(`/tools/sizing/assets/${file}`);
    expect(names).toContain('/tools/sizing/');
  });

  it('tells of a new version, never reloads by itself, and shows it and an old link after a reload', async () => {
    const page = await open('#cloud-controller');
    await kept(page);
    await page.evaluate(() => Object.assign(window, { isStillThis: true }));
    host.dist = secondDist;
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await notice(page).waitFor();
    expect(await word(page)).toMatch(/^plimsoll$/i);
    expect(await page.evaluate(() => 'isStillThis' in window)).toBe(true);

    await page.getByRole('button', { name: 'Reload when you like' }).click();
    await eventually(() => word(page)).toMatch(/^plimsoll two$/i);
    await page.evaluate((hash) => location.assign(hash), oldLink);
    await page.getByText('opened from a link, not saved').waitFor();
    expect(await page.getByText('could not be opened').count()).toBe(0);
    expect(await notice(page).count()).toBe(0);
  });

  it('shows the new version after the browser’s own reload as well, and without a network', async () => {
    const page = await open('#heat');
    await kept(page);
    host.dist = secondDist;
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await notice(page).waitFor();
    host.isDown = true;
    await page.reload();
    await eventually(() => word(page)).toMatch(/^plimsoll two$/i);
  });

  it('lets an open page load its own version’s parts when the host has only the new one’s', async () => {
    const first = await open('#cloud-controller');
    await kept(first);
    const second = await open('#cloud-controller');
    await second.getByRole('table', { name: /every figure/ }).waitFor();
    host.dist = secondDist;
    await first.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await notice(first).waitFor();
    await notice(second).waitFor();
    await first.reload();
    await eventually(() => word(first)).toMatch(/^plimsoll two$/i);
    await first.reload();
    expect(await versions(first)).toBe(2);

    for (const view of ['Rollout', 'Load', 'Solve']) await openView(second, view);
    await second.getByRole('button', { name: 'Import YAML' }).click();
    await second.getByRole('dialog').locator('.cm-content').waitFor();
    expect(await word(second)).toMatch(/^plimsoll$/i);
    expect(await second.getByText('could not be loaded').count()).toBe(0);

    await second.close();
    await first.reload();
    await eventually(() => versions(first)).toBe(1);
    await kept(first);
  }, 120_000);

  it.each([
    ['a part of the page', /^assets\/chart-/, () => secondDist],
    ['the page itself', null, () => withWorkerOf(secondDist)],
  ])('stays with the version it has whole when %s is not what the build made', async (_, wrong, dist) => {
    const page = await open('#cloud-controller');
    await kept(page);
    host.dist = dist();
    host.wrong = wrong;
    const end = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const end = new Promise((resolve) => {
        registration.addEventListener('updatefound', () => {
          const { installing } = registration;
          installing?.addEventListener('statechange', () => resolve(installing.state));
        });
      });
      await registration.update();
      return end;
    });
    expect(end).toBe('redundant');
    expect(await versions(page)).toBe(1);
    await page.reload();
    expect(await word(page)).toMatch(/^plimsoll$/i);
    expect(await notice(page).count()).toBe(0);
  });

  it('works from the network alone when the first version cannot be kept', async () => {
    host.wrong = /^assets\/code-editor-/;
    const page = await open('#cloud-controller');
    await page.getByRole('table', { name: /every figure/ }).waitFor();
    await eventually(() => host.asked.some((file) => host.wrong?.test(file))).toBe(true);
    await eventually(() => versions(page)).toBe(0);
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
  });

  it('on one’s own machine shows a fresh build at once, and the last one when the server is stopped', async () => {
    const page = await open('#cloud-controller', host.ownMachineAddress);
    await kept(page);
    host.dist = secondDist;
    await page.reload();
    expect(await word(page)).toMatch(/^plimsoll two$/i);
    await eventually(() => versionsTakenOver(page)).toBe(2);
    await kept(page);
    expect(await notice(page).count()).toBe(0);
    host.isDown = true;
    await page.reload();
    expect(await word(page)).toMatch(/^plimsoll two$/i);
  });

  it('lets go of the page where the host says so by the script of docs/hosting.md, and of no plan', async () => {
    const page = await open('#heat');
    await kept(page);
    await page.evaluate(() => localStorage.setItem('plimsoll/plan/heat', 'as it is'));
    const guide = readFileSync(new URL('../../docs/hosting.md', import.meta.url), 'utf8');
    const [, script = ''] = /```js\n(.*?)```/s.exec(guide) ?? [];
    expect(script).toContain('unregister');
    host.dist = withWorkerOf(inject('dist'));
    writeFileSync(join(host.dist, 'sw.js'), script);
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    const isRegistered = () =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistration()) !== undefined);
    await eventually(isRegistered).toBe(false);
    expect(await page.evaluate(() => localStorage.getItem('plimsoll/plan/heat'))).toBe('as it is');
    await context.close();
  });

  it('leaves other folders of the host and their caches alone', async () => {
    const page = await open();
    await page.evaluate(async () => {
      await (await caches.open('another page')).put('/note', new Response('kept'));
      await (await caches.open(`plimsoll ${location.origin}/ 1`)).put('/note', new Response('kept'));
    });
    await kept(page);
    await page.reload();
    await page.goto(`${host.address}elsewhere/index.html`);
    expect(await page.locator('body').innerText()).toBe('Not found');
    const names = await page.evaluate(() => caches.keys());
    expect(names).toContain('another page');
    expect(names.filter((name) => name.startsWith('plimsoll '))).toHaveLength(2);
  });
});
