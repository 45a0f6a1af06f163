import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';

export const hasBrowser = inject('url') !== '';

/** One connection a test file; each page has a context, and so a storage, of its own. */
export function useBrowser(): { open: (hash?: string, options?: BrowserContextOptions) => Promise<Page> } {
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (hasBrowser) browser = await chromium.connect(inject('ws'));
  });
  afterAll(async () => {
    await browser?.close();
  });
  return {
    async open(hash = '', options: BrowserContextOptions = {}) {
      if (!browser) throw new Error('There is no browser: the suite should have been skipped.');
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        // Each page is a first visit; to keep all files for each would only cost time.
        serviceWorkers: 'block',
        ...options,
      });
      const page = await context.newPage();
      page.on('pageerror', (error) => {
        throw error;
      });
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) throw new Error(message.text());
      });
      await page.goto(`${inject('url')}${hash}`);
      return page;
    },
  };
}

export const sizes = {
  wide: { width: 1440, height: 900 },
  middle: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
  small: { width: 320, height: 640 },
} as const;
