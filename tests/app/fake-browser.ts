import type { Browser } from '../../src/state/browser.ts';

/** A window's address, history and storage without a window, one a test. */
export function fakeBrowser(hash = '', kept: Readonly<Record<string, string>> = {}) {
  const storage = new Map(Object.entries(kept));
  const location = { hash, href: `https://plimsoll.example/${hash}` };
  const entries: { state: unknown; hash: string }[] = [{ state: null, hash }];
  const show = () => {
    const at = entries.at(-1);
    location.hash = at && at.hash !== '#' ? at.hash : '';
    location.href = `https://plimsoll.example/${location.hash}`;
  };
  const browser: Browser = {
    location,
    history: {
      get state() {
        return entries.at(-1)?.state;
      },
      pushState(state: unknown, _: string, url?: string | URL | null) {
        entries.push({ state, hash: String(url) });
        show();
      },
      replaceState(state: unknown, _: string, url?: string | URL | null) {
        entries[entries.length - 1] = { state, hash: String(url) };
        show();
      },
    },
    // Of Storage only these two are used.
    storage: () =>
      ({
        getItem: (key: string) => storage.get(key) ?? null,
        setItem: (key: string, text: string) => void storage.set(key, text),
      }) as Storage,
    addEventListener: () => {},
    removeEventListener: () => {},
  };
  return { browser, storage };
}
