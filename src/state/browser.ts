/** The parts of a browser window that plans live in: address, history, storage. */
export interface Browser {
  readonly location: Pick<Location, 'hash' | 'href'>;
  readonly history: Pick<History, 'pushState' | 'replaceState' | 'state'>;
  readonly storage: () => Storage;
  readonly addEventListener: Window['addEventListener'];
  readonly removeEventListener: Window['removeEventListener'];
}

interface Handlers {
  /** The address may say something else: Back, or another link pasted over the page. */
  readonly address: () => void;
  readonly otherTab: (event: StorageEvent) => void;
  readonly leaving: () => void;
}

/** Returns what ends it. */
export function listenTo(browser: Browser, { address, otherTab, leaving }: Handlers): () => void {
  browser.addEventListener('popstate', address);
  browser.addEventListener('hashchange', address);
  browser.addEventListener('storage', otherTab);
  browser.addEventListener('pagehide', leaving);
  return () => {
    browser.removeEventListener('popstate', address);
    browser.removeEventListener('hashchange', address);
    browser.removeEventListener('storage', otherTab);
    browser.removeEventListener('pagehide', leaving);
  };
}
