import type { Page } from 'playwright-core';

/** What has the focus: role, name and text, enough to recognise it. */
export async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return '';
    const labels =
      element instanceof HTMLInputElement ? [...(element.labels ?? [])].map((l) => l.textContent) : [];
    return [element.getAttribute('aria-label'), ...labels, element.textContent].filter(Boolean).join(' | ');
  });
}

/** Presses Tab until the focus is on something that reads like this. */
export async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  for (let presses = 0; presses < 260; presses++) {
    if (wanted.test(await focused(page))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${wanted}.`);
}

/** Opens the command palette and does the first command found for these words. */
export async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await palette.waitFor();
  await page.keyboard.type(words);
  await palette.getByRole('option', { selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await palette.waitFor({ state: 'hidden' });
}

/** Presses a key and waits for the file that it downloads. */
export async function downloaded(
  page: Page,
  act: () => Promise<void>,
): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  let text = '';
  for await (const chunk of await download.createReadStream()) text += String(chunk);
  return { name: download.suggestedFilename(), text };
}
