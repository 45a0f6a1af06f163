import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasBrowser, sizes, useBrowser } from './open-page.ts';

/** The machine may be busy; its pace is not what is tested. */
const patience = { timeout: 20_000, interval: 200 };

const jobPath = '/instance_groups/name=api/jobs/name=cloud_controller_ng/properties/cc';

const opsFile = `# ours
- type: replace
  path: /instance_groups/name=api/instances
  value: 12
- type: replace
  path: ${jobPath}/puma?/max_threads
  value: 10
`;

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Import YAML' });
const editorOf = (page: Page) => dialogOf(page).getByRole('textbox', { name: 'File to import' });
const field = (page: Page, name: RegExp) => page.getByRole('spinbutton', { name }).first();

async function openImport(page: Page): Promise<void> {
  await page.getByRole('table', { name: /every figure/ }).waitFor();
  await page.getByRole('button', { name: 'Import YAML' }).click();
  await editorOf(page).waitFor();
}

async function paste(page: Page, text: string): Promise<void> {
  await editorOf(page).click();
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('ControlOrMeta+v');
}

function chooseFile(page: Page, name: string, bytes: Buffer): Promise<void> {
  return dialogOf(page)
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/yaml', buffer: bytes });
}

const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };

/** A whole foundation: some thousand lines, among them the API's few that count. */
function manifestWith(api: string): string {
  const group = (at: number) =>
    [
      `- name: group-${at}`,
      `  azs: [z1, z2]`,
      `  instances: ${(at % 5) + 1}`,
      '  jobs:',
      ...Array.from({ length: 12 }, (_, job) => [
        `  - name: job-${at}-${job}`,
        '    release: some',
        '    properties:',
        `      password: ((secret_${at}_${job}))`,
        `      certificate: |`,
        '        -----BEGIN CERTIFICATE-----',
        '        MIIB0jCCAXmgAwIBAgIU',
        '        -----END CERTIFICATE-----',
      ]).flat(),
    ].join('\n');
  const groups = Array.from({ length: 40 }, (_, at) => (at === 20 ? `${api}\n${group(at)}` : group(at)));
  return `name: cf\nupdate:\n  max_in_flight: 1\ninstance_groups:\n${groups.join('\n')}\n`;
}

const api = `- name: api
  azs: [z1, z2, z3]
  instances: 6
  jobs:
  - name: cloud_controller_ng
    release: capi
    properties:
      cc:
        puma:
          workers: 3
          max_threads: 11`;

describe.skipIf(!hasBrowser)('Import YAML, in the built page', () => {
  const { open } = useBrowser();

  it('shows what a pasted file would change, applies it, and one undo takes it back', async () => {
    const page = await open('#cloud-controller', clipboard);
    await openImport(page);
    await paste(page, opsFile);
    const found = dialogOf(page).getByRole('region', { name: 'Found' });
    await found.getByRole('row', { name: /Line 4 .*\/instances API VMs 9 12/ }).waitFor();
    await found.getByRole('row', { name: /Line 7 .*\/max_threads Threads per worker 13 10/ }).waitFor();
    // Nothing is applied before it is said so.
    expect(await field(page, /^API VMs ?,/).inputValue()).toBe('9');
    await dialogOf(page).getByRole('button', { name: 'Apply' }).click();
    await expect.poll(() => field(page, /^API VMs ?,/).inputValue(), patience).toBe('12');
    expect(await field(page, /^Threads per worker ?,/).inputValue()).toBe('10');
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await expect.poll(() => field(page, /^API VMs ?,/).inputValue(), patience).toBe('9');
    expect(await field(page, /^Threads per worker ?,/).inputValue()).toBe('13');
    await page.context().close();
  });

  it('names a fault with its place, goes there by F8, and does not apply it', async () => {
    const page = await open('#cloud-controller', clipboard);
    await openImport(page);
    await paste(page, 'update:\n  canaries: 1\n\tmax_in_flight: 1\n');
    const problems = dialogOf(page).getByRole('region', { name: 'Problems' });
    await problems.getByText('Line 3, column 1: tabs cannot indent YAML; use spaces.').waitFor();
    expect(await dialogOf(page).getByRole('button', { name: 'Apply' }).isDisabled()).toBe(true);
    await editorOf(page).focus();
    await page.keyboard.press('ControlOrMeta+Home');
    const line = () => dialogOf(page).locator('.cm-lineNumbers .cm-activeLineGutter').innerText();
    await expect.poll(line, patience).toBe('1');
    await page.keyboard.press('F8');
    await expect.poll(line, patience).toBe('3');
    await page.keyboard.press('ControlOrMeta+Home');
    await problems.getByRole('button', { name: 'Error' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(line, patience).toBe('3');
    await page.context().close();
  });

  it('finds the few lines that count in a manifest of thousands, with byte order mark and CRLF', async () => {
    const page = await open('#cloud-controller');
    await openImport(page);
    const manifest = manifestWith(api);
    const lines = manifest.split('\n');
    expect(lines.length).toBeGreaterThan(3000);
    const lineOf = (text: string) => lines.indexOf(text) + 1;
    await chooseFile(page, 'cf.yml', Buffer.from(`\ufeff${manifest.replaceAll('\n', '\r\n')}`));
    const found = dialogOf(page).getByRole('region', { name: 'Found' });
    for (const [text, row] of [
      ['  instances: 6', 'API VMs 9 6'],
      ['          workers: 3', 'Workers per VM .* 3'],
      ['          max_threads: 11', 'Threads per worker 13 11'],
    ] as const)
      await found.getByRole('row', { name: new RegExp(`Line ${lineOf(text)} .*${row}`) }).waitFor();
    await dialogOf(page).getByRole('button', { name: 'Apply' }).click();
    await expect.poll(() => field(page, /^API VMs ?,/).inputValue(), patience).toBe('6');
    // Neither variables nor certificates of the file are anywhere but in the dialog that is closed.
    const kept = await page.evaluate(() => JSON.stringify(localStorage) + location.href);
    expect(kept).not.toMatch(/secret_|CERTIFICATE|group-/);
    await page.context().close();
  });

  it('says what is wrong with bytes that are no UTF-8, and leaves the text as it was', async () => {
    const page = await open('#heat');
    await openImport(page);
    await chooseFile(page, 'good.yml', Buffer.from('heat_engine_workers: 6\n'));
    await dialogOf(page).getByRole('region', { name: 'Found' }).waitFor();
    const alert = dialogOf(page).getByRole('alert');
    await chooseFile(
      page,
      'latin1.yml',
      Buffer.from('# gr\u00f6\u00dfe\nheat_engine_workers: 7\n', 'latin1'),
    );
    await expect
      .poll(() => alert.innerText(), patience)
      .toContain('latin1.yml: Line 1, byte 5: F6 is not UTF-8.');
    await chooseFile(page, 'utf16.yml', Buffer.from('\ufeffheat_engine_workers: 7\n', 'utf16le'));
    await expect.poll(() => alert.innerText(), patience).toContain('utf16.yml: This is text in UTF-16');
    await chooseFile(page, 'big.yml', Buffer.alloc(3 * 1024 * 1024, 'a'));
    await expect.poll(() => alert.innerText(), patience).toContain('big.yml: The file has 3.0 MB');
    expect(await editorOf(page).innerText()).toContain('heat_engine_workers: 6');
    await chooseFile(page, 'next.yml', Buffer.from('heat_engine_workers: 5\n'));
    await expect.poll(() => alert.count(), patience).toBe(0);
    await page.context().close();
  });

  it('takes one dropped file, and says so of several', async () => {
    const page = await open('#heat');
    await openImport(page);
    const drop = (names: readonly string[]) =>
      editorOf(page).evaluate((editor, files) => {
        const dataTransfer = new DataTransfer();
        for (const name of files)
          dataTransfer.items.add(new File(['heat_engine_workers: 6\n'], name, { type: 'text/yaml' }));
        editor.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      }, names);
    await drop(['a.yml', 'b.yml', 'c.yml']);
    await dialogOf(page).getByText('Drop one file: there were 3, and each is read by itself.').waitFor();
    expect(await editorOf(page).innerText()).not.toContain('heat_engine_workers');
    await drop(['a.yml']);
    await dialogOf(page).getByRole('region', { name: 'Found' }).waitFor();
    // Once: neither the editor nor the browser took it as well.
    expect((await editorOf(page).innerText()).match(/heat_engine_workers/g)).toHaveLength(1);
    await page.context().close();
  });

  it('is in the plan menu on a phone, beside print, link and help', async () => {
    const page = await open('#heat', { viewport: sizes.phone, hasTouch: true });
    await page.getByRole('table', { name: /every figure/ }).waitFor();
    expect(await page.getByRole('button', { name: 'Import YAML' }).isVisible()).toBe(false);
    const menu = async (item: string) => {
      await page.getByRole('button', { name: 'Plan', exact: true }).click();
      await page.getByRole('menuitem', { name: item }).click();
    };
    await menu('Import YAML');
    await editorOf(page).waitFor();
    await dialogOf(page).getByRole('button', { name: 'Cancel' }).click();
    await menu('Print paper');
    await page.getByRole('dialog', { name: 'Print paper' }).getByRole('button', { name: 'Cancel' }).click();
    await menu('Help and guide rules');
    await page.getByRole('dialog').waitFor();
    await page.context().close();
  });
});
