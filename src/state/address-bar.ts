import type { Browser } from './browser.ts';

export interface AddressBar extends ReturnType<typeof createAddressBar> {}

/**
 * What the page writes into the address, and what it must leave there. `hashOf` is the plan on screen as a link, empty
 * without one; `lineageOf` tells its history entries apart from a pasted link.
 */
export function createAddressBar(browser: Browser, hashOf: () => string, lineageOf: () => string) {
  /** The address holds what could not be read, or not all of it: leave it until the user edits something. */
  let isHeld = false;
  let lastHash = '';
  return {
    /** Whether the address says something that this page neither wrote nor read yet. */
    isNews: (): boolean => browser.location.hash !== lastHash,
    hold(hash: string): void {
      isHeld = true;
      lastHash = hash;
    },
    release(): void {
      isHeld = false;
    },
    /** Whatever the address says is to be written anew. */
    forget(): void {
      lastHash = '';
    },
    write(how: 'replace' | 'push'): void {
      const hash = hashOf();
      if (isHeld || (hash === lastHash && how === 'replace')) return;
      lastHash = hash;
      const state = { lineage: lineageOf() };
      if (how === 'push') browser.history.pushState(state, '', hash || '#');
      else browser.history.replaceState(state, '', hash || '#');
    },
    /** Of the history entry that is shown; undefined for a link from elsewhere. */
    lineage: (): string | undefined => lineageIn(browser.history.state),
    /** The whole address with another fragment. */
    withHash: (hash: string): string => browser.location.href.split('#', 1)[0] + hash,
  };
}

function lineageIn(state: unknown): string | undefined {
  if (typeof state !== 'object' || state === null || !('lineage' in state)) return undefined;
  return typeof state.lineage === 'string' && state.lineage !== '' ? state.lineage : undefined;
}
