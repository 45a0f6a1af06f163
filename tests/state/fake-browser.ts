import type { Browser } from '../../src/state/browser.ts';
import { FakeStorage } from './sample-store.ts';

interface Entry {
  hash: string;
  state: unknown;
}

/** A window's address, history and storage, as far as the workspace uses them; nothing happens by itself. */
export class FakeBrowser implements Browser {
  readonly store: FakeStorage;
  readonly storage: () => Storage;
  /** How often the address was replaced or pushed by the page. */
  writes: { how: 'replace' | 'push'; hash: string }[] = [];
  private entries: Entry[];
  private at = 0;
  private readonly target = new EventTarget();

  constructor(hash = '', store = new FakeStorage()) {
    this.store = store;
    this.storage = store.open;
    this.entries = [{ hash, state: null }];
  }

  get hash(): string {
    return this.entry.hash;
  }
  get hashes(): readonly string[] {
    return this.entries.map((e) => e.hash);
  }
  private get entry(): Entry {
    const entry = this.entries[this.at];
    if (!entry) throw new Error(`no entry ${this.at}`);
    return entry;
  }

  get location(): Browser['location'] {
    return { hash: this.hash, href: `https://plimsoll.example/size/${this.hash}` };
  }

  get history(): Browser['history'] {
    const write = (how: 'replace' | 'push', state: unknown, url: string | URL | null | undefined) => {
      const hash = String(url ?? '') === '#' ? '' : String(url ?? '');
      this.writes.push({ how, hash });
      if (how === 'replace') this.entries[this.at] = { hash, state };
      else this.enter({ hash, state });
    };
    return {
      state: this.entry.state,
      pushState: (state, _, url) => write('push', state, url),
      replaceState: (state, _, url) => write('replace', state, url),
    };
  }

  private enter(entry: Entry): void {
    this.entries = [...this.entries.slice(0, this.at + 1), entry];
    this.at += 1;
  }

  /** The user pastes a link over this page's address. */
  paste(hash: string): void {
    this.enter({ hash, state: null });
    this.tell('popstate');
    this.tell('hashchange');
  }

  back(): void {
    this.at -= 1;
    this.tell('popstate');
    this.tell('hashchange');
  }

  /** What the next page load finds: address, history and storage stay. */
  reloaded(): FakeBrowser {
    const next = new FakeBrowser('', this.store);
    next.entries = this.entries;
    next.at = this.at;
    return next;
  }

  tell(type: string): void {
    this.target.dispatchEvent(new Event(type));
  }

  /** Another tab wrote to the storage. */
  writtenElsewhere(key: string, text: string): void {
    this.store.setItem(key, text);
    this.target.dispatchEvent(new StorageEvent('storage', { key, newValue: text }));
  }

  readonly addEventListener = ((type: string, listener: EventListener) =>
    // The interface's overloads are narrower than what an event target takes.
    this.target.addEventListener(type, listener)) as Browser['addEventListener'];
  readonly removeEventListener = ((type: string, listener: EventListener) =>
    // As above.
    this.target.removeEventListener(type, listener)) as Browser['removeEventListener'];
}
