import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { command, focused } from './by-keyboard.ts';
import { hasBrowser, sizes, useBrowser } from './open-page.ts';

const status = async (page: Page) => (await page.locator('[role=status]').allInnerTexts()).join();

async function ready(page: Page): Promise<Page> {
  await page.getByRole('table', { name: /every figure/ }).waitFor();
  return page;
}

const head = (page: Page, letter: string) =>
  page
    .getByRole('group', { name: 'Options' })
    .getByRole('button', { name: new RegExp(`^Option ${letter},`) });

describe.skipIf(!hasBrowser)('every row of the keyboard table, in the built page', () => {
  const { open } = useBrowser();

  it('Ctrl K: every action by name, from anywhere; Esc goes back to where one was', async () => {
    const page = await ready(await open('#cloud-controller'));
    const field = page.getByRole('spinbutton', { name: /^Threads per worker ?,/ });
    const palette = page.getByRole('dialog', { name: 'Commands' });
    await field.focus();
    await page.keyboard.press('ControlOrMeta+k');
    await palette.waitFor();
    const names = (await palette.getByRole('option').allInnerTexts()).join('\n');
    for (const name of [
      ...[
        'Solve',
        'Fine-tune',
        'Template',
        'Copy link',
        'Import YAML',
        'Print paper',
        'Save the plan as a file',
      ],
      ...[
        'Duplicate option D',
        'Rename option A',
        'Delete option B',
        'Move option C left',
        'Select option A',
      ],
      ...['Set option B as baseline', 'Profile 3 + 1 VM', 'Copy comparison as Markdown', 'as CSV', 'as JSON'],
      ...['Save Rollback', 'Theme: dark', 'Compact rows', 'Help and guide rules', 'API VMs', 'Rule CF-5'],
    ])
      expect(names).toContain(name);
    await page.keyboard.press('Escape');
    await palette.waitFor({ state: 'hidden' });
    expect(await focused(page)).toContain('Threads per worker');

    await command(page, 'memory per thin');
    await expect.poll(() => focused(page)).toContain('Memory per Thin VM');
    await command(page, 'rule cf-7');
    await page.getByRole('dialog', { name: 'Guide rules' }).waitFor();
    expect(await page.getByRole('dialog').getByRole('heading', { level: 3 }).allInnerTexts()).toContain(
      'CF-7',
    );
    await page.keyboard.press('Escape');
    await command(page, 'what heat');
    await expect.poll(() => page.url()).toMatch(/#heat\?.*view=what-if/);
    await command(page, 'start page');
    await page.getByRole('heading', { level: 1, name: /How much does it carry/ }).waitFor();
    await command(page, 'size cloud');
    await expect.poll(() => page.url()).toContain('#cloud-controller');

    await page.keyboard.press('ControlOrMeta+k');
    await palette.waitFor();
    const first = await palette.getByRole('option').first().innerText();
    expect(first).toContain('Start page');
    await page.keyboard.press('ControlOrMeta+k');
    await palette.waitFor({ state: 'hidden' });
    await page.context().close();
  });

  it('Ctrl K on a phone: a field of any view opens in its sheet', async () => {
    const page = await ready(await open('#cloud-controller', { viewport: sizes.phone }));
    await command(page, 'threads per worker option');
    await page.getByRole('dialog', { name: 'Option C' }).waitFor();
    await expect.poll(() => focused(page)).toContain('Threads per worker');
    await command(page, 'outstanding fine-tune');
    await page.getByRole('dialog', { name: /Option C and inputs/ }).waitFor();
    await expect.poll(() => focused(page)).toMatch(/outstanding/i);
    await page.context().close();
  });

  it('Alt 1…6 selects an option by its column, wherever the focus is', async () => {
    const page = await ready(await open('#cloud-controller'));
    await head(page, 'D').focus();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect.poll(() => page.url()).toMatch(/B\.name=.*D\.name=.*C\.name=/);
    for (const [column, letter] of ['A', 'B', 'D', 'C'].entries()) {
      await page.keyboard.press(`Alt+Digit${column + 1}`);
      await expect.poll(() => page.url()).toContain(`sel=${letter}`);
    }
    await page.getByRole('spinbutton').first().focus();
    await page.keyboard.press('Alt+Digit2');
    await expect.poll(() => page.url()).toContain('sel=B');
    await page.keyboard.press('Alt+Digit6');
    await page.keyboard.press('Alt+Digit1');
    await expect.poll(() => page.url()).toContain('sel=A');
    await page.context().close();
  });

  it('Enter, F2, D, B, Delete and Alt ← → act on the option whose head has the focus, which is never lost', async () => {
    const page = await ready(await open('#cloud-controller'));
    await head(page, 'C').focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => page.url()).toContain('sel=B');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Puma');
    await head(page, 'C').focus();
    await page.keyboard.press('F2');
    await expect.poll(() => focused(page)).toContain('Name');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('Nine');
    await expect.poll(() => page.url()).toContain('C.name=Nine');
    await head(page, 'C').focus();
    await page.keyboard.press('Alt+ArrowRight');
    await expect.poll(() => page.url()).toMatch(/D\.name=.*C\.name=/);
    expect(await focused(page)).toContain('Option C');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect.poll(() => page.url()).toMatch(/C\.name=.*D\.name=/);
    expect(await focused(page)).toContain('Option C');
    await page.keyboard.press('b');
    await expect.poll(() => page.url()).toContain('base=C');
    await page.keyboard.press('d');
    await expect.poll(() => page.url()).toContain('E.name=C+copy');
    expect(page.url()).toContain('sel=E');
    await expect.poll(() => focused(page)).toBe('Puma');
    await head(page, 'E').focus();
    await page.keyboard.press('Delete');
    await expect.poll(() => page.url()).not.toContain('E.name');
    await expect.poll(() => status(page)).toContain('Option E deleted');
    expect(await focused(page)).toMatch(/^Option [A-D],/);
    await page.context().close();
  });

  it('D, B and Delete are mere letters in a text field', async () => {
    const page = await ready(await open('#cloud-controller'));
    await page.getByLabel('Name', { exact: true }).focus();
    await page.keyboard.press('End');
    await page.keyboard.type('dbt');
    await page.keyboard.press('Delete');
    await expect.poll(() => page.url()).toContain('C.name=Profile+3+%2B+1+VMdbt');
    expect(page.url()).not.toContain('E.name');
    expect(page.url()).toContain('base=A');
    await page.context().close();
  });

  it('↑ ↓ by one, PgUp PgDn by ten, Home End to the limits of a number', async () => {
    const page = await ready(await open('#cloud-controller'));
    const field = page.getByRole('spinbutton', { name: /^API VMs ?,/ }).first();
    await field.focus();
    for (const [key, value] of [
      ['ArrowUp', '10'],
      ['ArrowDown', '9'],
      ['PageUp', '19'],
      ['PageDown', '9'],
      ['End', '500'],
      ['Home', '1'],
    ] as const) {
      await page.keyboard.press(key);
      expect(await field.inputValue(), key).toBe(value);
    }
    await page.context().close();
  });

  it('a chart: arrows read its points, T shows the table, Esc leaves', async () => {
    const page = await ready(await open('#cloud-controller'));
    await page.getByRole('link', { name: 'Load', exact: true }).click();
    const figure = page.locator('main figure').first();
    const chart = figure.locator('svg[tabindex="0"]');
    await chart.waitFor();
    await chart.focus();
    const read = () => figure.locator('[aria-live="polite"], [role="status"]').allInnerTexts();
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await read()).join('')).not.toBe('');
    const first = await read();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(read).not.toEqual(first);
    expect(await figure.getByRole('table').count()).toBe(0);
    await page.keyboard.press('t');
    await figure.getByRole('table').first().waitFor();
    await page.keyboard.press('t');
    await expect.poll(() => figure.getByRole('table').count()).toBe(0);
    await page.keyboard.press('Escape');
    expect(await chart.evaluate((svg) => svg === document.activeElement)).toBe(false);
    await page.context().close();
  });

  it('the load: ↑ tries another one, Esc takes the plan’s own back', async () => {
    const page = await ready(await open('#cloud-controller'));
    const load = page.getByRole('slider', { name: 'Load, try another value' });
    await load.focus();
    expect(await load.getAttribute('aria-valuenow')).toBe('400');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => load.getAttribute('aria-valuenow')).not.toBe('400');
    await page.keyboard.press('Escape');
    await expect.poll(() => load.getAttribute('aria-valuenow')).toBe('400');
    expect(page.url()).not.toContain('load.mode=observed');
    await page.context().close();
  });

  it('F8 and Shift F8 go from problem to problem in the import editor', async () => {
    const page = await ready(await open('#cloud-controller'));
    await command(page, 'import yaml');
    const dialog = page.getByRole('dialog', { name: 'Import YAML' });
    const editor = dialog.getByRole('textbox', { name: /import/i });
    await editor.waitFor();
    await editor.fill(
      'instance_groups:\n- name: api\n  instances: nine\n  jobs:\n  - name: cloud_controller_ng\n    properties:\n      cc:\n        puma:\n          workers: four\n',
    );
    await dialog.locator('.cm-lint-marker-error').nth(1).waitFor();
    const line = () =>
      editor.evaluate((content) => {
        const at = getSelection()?.anchorNode;
        const row = (at instanceof Element ? at : at?.parentElement)?.closest('.cm-line');
        return [...content.querySelectorAll('.cm-line')].indexOf(row as Element) + 1;
      });
    await editor.focus();
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.press('F8');
    await expect.poll(line).toBe(3);
    await page.keyboard.press('F8');
    await expect.poll(line).toBe(9);
    await page.keyboard.press('Shift+F8');
    await expect.poll(line).toBe(3);
    await page.context().close();
  });

  it('views and segments move by ← →', async () => {
    const page = await ready(await open('#cloud-controller'));
    await page.getByRole('link', { name: 'Size and compare', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('Solve');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('view=solve');
    await page.goBack();
    await page.getByRole('radio', { name: 'VM', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.url()).toContain('survive=az');
    await page.context().close();
  });

  it('undo and redo work in the sheet too', async () => {
    const page = await ready(await open('#cloud-controller', { viewport: sizes.phone }));
    await page.getByRole('button', { name: 'Edit option C' }).press('Enter');
    const field = page.getByRole('spinbutton', { name: /^API VMs ?,/ }).first();
    await field.focus();
    await page.keyboard.press('ArrowUp');
    expect(await field.inputValue()).toBe('10');
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => field.inputValue()).toBe('9');
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await expect.poll(() => field.inputValue()).toBe('10');
    await page.context().close();
  });
});
