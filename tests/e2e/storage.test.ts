import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { downloaded } from './by-keyboard.ts';
import { hasBrowser, useBrowser } from './open-page.ts';

const planKey = 'plimsoll/plan/cloud-controller';
const heatKey = 'plimsoll/plan/heat';
const textsKey = 'plimsoll/attachments/heat';

/** As a later release may write it. */
const newer =
  '#cloud-controller?v=99&view=size&sel=C&base=A&title=Later&later.key=7&A.name=Today&C.name=Nine&C.n=9&end';

/** However busy the machine is. */
const eventually: typeof expect.poll = (read) => expect.poll(read, { timeout: 30_000 });

const vms = (page: Page) => page.getByRole('spinbutton', { name: /^API VMs ?,/ }).first();
const status = (page: Page) => page.getByRole('region', { name: 'Plan', exact: true }).innerText();
const stored = (page: Page, key: string) => page.evaluate((k) => localStorage.getItem(k), key);

async function ready(page: Page): Promise<void> {
  await page.getByRole('table', { name: /every figure/ }).waitFor();
}

/** Types a number of VMs and waits until the page has settled on it. */
async function enter(page: Page, count: number): Promise<void> {
  await vms(page).fill(String(count));
  await eventually(() => page.url()).toContain(`C.n=${count}`);
}

describe.skipIf(!hasBrowser)('what is kept in this browser, in the built page', () => {
  const { open } = useBrowser();

  /** The page over a storage that holds this already. */
  async function openOver(kept: Readonly<Record<string, string>>, hash: string): Promise<Page> {
    const page = await open('robots.txt');
    await page.evaluate((entries) => {
      for (const [key, text] of Object.entries(entries)) localStorage.setItem(key, text);
    }, kept);
    await page.goto(`${inject('url')}${hash}`);
    return page;
  }

  it('says so while the storage is full, and keeps the plan as soon as there is room', async () => {
    const page = await open('#cloud-controller');
    await ready(page);
    await page.evaluate(() => {
      for (let length = 2 ** 22; length >= 1; length /= 2) {
        try {
          for (let i = 0; ; i++) localStorage.setItem(`other page ${length} ${i}`, 'x'.repeat(length));
        } catch {
          // Full for this length: on with the next smaller one.
        }
      }
    });
    await enter(page, 12);
    await eventually(() => status(page)).toContain('cannot be saved in this browser');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('12');
    expect(await stored(page, planKey)).toBeNull();
    await page.evaluate(() => localStorage.clear());
    await enter(page, 13);
    await eventually(() => status(page)).toContain('saved in this browser');
    await eventually(() => stored(page, planKey)).toContain('C.n=13');
    await page.reload();
    expect(await vms(page).inputValue()).toBe('13');
    await page.context().close();
  });

  it('works where storage is blocked, and says that nothing is saved', async () => {
    const page = await open('robots.txt');
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      };
      Object.defineProperty(window, 'localStorage', { get: refuse });
    });
    await page.goto(`${inject('url')}#cloud-controller`);
    await ready(page);
    expect(await status(page)).toContain('cannot be saved in this browser');
    await page.getByRole('button', { name: /^Theme:/ }).click();
    await enter(page, 12);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('12');
    await eventually(() => status(page)).toContain('cannot be saved in this browser');
    // The address still carries the plan over a reload.
    await page.reload();
    await ready(page);
    expect(await vms(page).inputValue()).toBe('12');
    await page.context().close();
  });

  it.each([
    ['no plan at all', '{broken'],
    ['a plan cut short', '#cloud-controller?v=1&view=size&sel=A&base=A&title=x&thin.n=2'],
    ['a plan of the other calculator', '#heat?v=1&view=size&sel=A&base=A&title=x&A.name=A&end'],
  ])('sets %s aside word for word, says so, and goes on', async (_, text) => {
    const page = await openOver(
      { [planKey]: text, 'plimsoll/theme': '¿', 'plimsoll/last': 'nothing' },
      '#cloud-controller',
    );
    await ready(page);
    await page.getByRole('heading', { name: 'The plan kept in this browser cannot be read.' }).waitFor();
    await page.getByText('It was set aside, not deleted.').waitFor();
    expect(await stored(page, `${planKey}.set-aside`)).toBe(text);
    const savedBy = (button: Locator) => downloaded(page, () => button.click());
    const file = { name: 'cloud-controller-set-aside.txt', text };
    expect(await savedBy(page.getByRole('button', { name: 'Save its text' }))).toEqual(file);
    await page.getByRole('button', { name: 'Plan', exact: true }).click();
    expect(await savedBy(page.getByRole('menuitem', { name: 'Save the text set aside' }))).toEqual(file);
    await enter(page, 12);
    await eventually(() => stored(page, planKey)).toContain('C.n=12');
    expect(await stored(page, `${planKey}.set-aside`)).toBe(text);
    await page.context().close();
  });

  it.each(['{broken', '[1', '"text"', 'null', '{"template": 7}'])(
    'opens Heat’s plan with texts kept as %s',
    async (texts) => {
      const page = await openOver({ [textsKey]: texts }, '#heat');
      await ready(page);
      await page.getByRole('link', { name: 'Template', exact: true }).click();
      await page.getByRole('button', { name: 'Try a sample' }).first().click();
      await eventually(() => stored(page, textsKey)).toContain('heat_template_version');
      await page.context().close();
    },
  );

  it('opens a plan of a newer version as far as it goes, says so, and keeps the whole of it', async () => {
    const page = await openOver({ [planKey]: newer }, '#cloud-controller');
    await ready(page);
    await page.getByRole('heading', { name: 'The plan kept in this browser was read in part.' }).waitFor();
    expect(await page.locator('body').innerText()).toContain('comes from a newer version (format 99');
    expect(await stored(page, planKey)).toBe(newer);
    await enter(page, 12);
    await eventually(() => stored(page, planKey)).toContain('C.n=12');
    expect(await stored(page, planKey)).toContain('later.key=7');
    expect(await stored(page, `${planKey}.set-aside`)).toBe(newer);
    await page.context().close();
  });

  describe('when another tab changes the plan', () => {
    /** Two tabs with one plan; the second has made it 22 VMs. */
    async function twoTabs(): Promise<readonly [Page, Page]> {
      const first = await open('#cloud-controller');
      await ready(first);
      await enter(first, 11);
      await eventually(() => stored(first, planKey)).toContain('C.n=11');
      const second = await first.context().newPage();
      await second.goto(inject('url'));
      await ready(second);
      expect(await vms(second).inputValue()).toBe('11');
      await enter(second, 22);
      await first.getByRole('heading', { name: 'This plan changed in another tab.' }).waitFor();
      return [first, second];
    }

    it('keeps neither over the other before the question is answered', async () => {
      const [first] = await twoTabs();
      expect(await vms(first).inputValue()).toBe('11');
      expect(await status(first)).toContain('not saved: it changed in another tab');
      await enter(first, 14);
      // Longer than the page waits before it saves.
      await first.waitForTimeout(600);
      expect(await status(first)).toContain('not saved: it changed in another tab');
      expect(await stored(first, planKey)).toContain('C.n=22');
      await first.context().close();
    });

    it('“Load that version” shows it, and nothing is lost of it', async () => {
      const [first, second] = await twoTabs();
      await first.getByRole('button', { name: 'Load that version' }).click();
      await eventually(() => vms(first).inputValue()).toBe('22');
      await eventually(() => first.url()).toContain('C.n=22');
      expect(await stored(first, planKey)).toContain('C.n=22');
      await enter(first, 23);
      await eventually(() => stored(first, planKey)).toContain('C.n=23');
      await second.getByRole('heading', { name: 'This plan changed in another tab.' }).waitFor();
      await first.context().close();
    });

    it('“Keep this one” keeps it, and the other tab is asked in its turn', async () => {
      const [first, second] = await twoTabs();
      await first.getByRole('button', { name: 'Keep this one' }).click();
      await eventually(() => stored(first, planKey)).toContain('C.n=11');
      expect(await vms(first).inputValue()).toBe('11');
      await second.getByRole('heading', { name: 'This plan changed in another tab.' }).waitFor();
      expect(await vms(second).inputValue()).toBe('22');
      await first.context().close();
    });

    it.each([
      ['from a newer version', newer, 'The plan kept in this browser was read in part.'],
      ['that cannot be read', '{broken', 'The plan kept in this browser cannot be read.'],
    ])('“Load that version” of a plan %s leaves that plan where it is', async (_, text, title) => {
      const [first, second] = await twoTabs();
      await second.evaluate(([key, value]) => localStorage.setItem(key, value), [planKey, text] as const);
      await first.getByRole('button', { name: 'Load that version' }).click();
      await first.getByRole('heading', { name: title }).waitFor();
      // Longer than the page waits before it saves.
      await first.waitForTimeout(600);
      expect(await stored(first, planKey)).toBe(text);
      expect(await stored(first, `${planKey}.set-aside`)).toBe(text);
      await first.context().close();
    });

    it('a plan that is not on screen here is taken over, unasked', async () => {
      const first = await open('#heat');
      await ready(first);
      await first.getByRole('link', { name: 'Cloud Controller', exact: true }).click();
      await vms(first).waitFor();
      const second = await first.context().newPage();
      await second.goto(`${inject('url')}#heat`);
      await ready(second);
      await second.getByRole('spinbutton', { name: /^Resources ?,/ }).fill('77');
      await eventually(() => stored(second, heatKey)).toContain('=77');
      await enter(first, 12);
      await eventually(() => stored(first, planKey)).toContain('C.n=12');
      await first.getByRole('link', { name: 'Heat orchestration', exact: true }).click();
      const resources = first.getByRole('spinbutton', { name: /^Resources ?,/ });
      await eventually(() => resources.inputValue()).toBe('77');
      expect(await first.getByText('changed in another tab').count()).toBe(0);
      await first.context().close();
    });

    it('a text pasted there is not overwritten by an edit here', async () => {
      const first = await open('#heat');
      await ready(first);
      const second = await first.context().newPage();
      await second.goto(`${inject('url')}#heat`);
      await ready(second);
      await second.getByRole('link', { name: 'Template', exact: true }).click();
      await second.getByRole('button', { name: 'Try a sample' }).first().click();
      await eventually(() => stored(second, textsKey)).toContain('heat_template_version');
      await first.getByRole('heading', { name: 'This plan changed in another tab.' }).waitFor();
      await first.getByRole('spinbutton', { name: /^Resources ?,/ }).fill('77');
      // Longer than the page waits before it saves.
      await first.waitForTimeout(600);
      expect(await status(first)).toContain('not saved: it changed in another tab');
      expect(await stored(first, textsKey)).toContain('heat_template_version');
      await first.getByRole('button', { name: 'Load that version' }).click();
      await first.getByRole('link', { name: 'Template', exact: true }).click();
      await eventually(() => first.locator('.cm-content').first().innerText()).toContain(
        'heat_template_version',
      );
      expect(await stored(first, heatKey)).not.toBeNull();
      await first.context().close();
    });
  });

  it('opening a link leaves the saved plan as it is, also when the opened copy is edited', async () => {
    const page = await open('#cloud-controller');
    await ready(page);
    await enter(page, 11);
    await eventually(() => stored(page, planKey)).toContain('C.n=11');
    const before = await stored(page, planKey);
    await page.goto(`${inject('url')}#cloud-controller?A.n=33`);
    await eventually(() => vms(page).inputValue()).toBe('33');
    expect(await status(page)).toContain('opened from a link, not saved');
    await vms(page).fill('34');
    await eventually(() => page.url()).toContain('A.n=34');
    expect(await stored(page, planKey)).toBe(before);
    await page.getByRole('button', { name: 'Back to my last plan' }).click();
    await eventually(() => vms(page).inputValue()).toBe('11');
    expect(await status(page)).toContain('saved in this browser');
    await page.context().close();
  });
});
