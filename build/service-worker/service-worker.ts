/**
 * Keeps one whole version of the page at hand. A version is shown once all of its files lie in a cache and each is
 * what the build made. It takes over at once, yet disturbs no page that is open: files are named by their content,
 * so a page of an earlier version still finds its own, and an earlier cache goes only when its last page is gone.
 */

/** What the build made, by address below the page's folder, each with its hash. Written above this by the build. */
declare const files: Readonly<Record<string, string>>;
declare const version: string;
/** Folder of the files that are named by their content. */
declare const hashedFolder: string;

// A service worker's globals are known to TypeScript by another name than `self`.
const worker = self as unknown as ServiceWorkerGlobalScope;
const { scope } = worker.registration;
// Another folder of this host may hold a page with caches of its own.
const family = `plimsoll ${scope} `;
const cacheName = family + version;
const openBeforeAddress = `${scope}.open-before`;
// On one's own machine the server is at hand or stopped: asking it first spares its owner a stale build.
const isOwnMachine = ['localhost', '127.0.0.1', '[::1]'].includes(worker.location.hostname);

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const [address = ''] = request.url.split(/[?#]/, 1);
  if (request.method !== 'GET' || !address.startsWith(scope)) return;
  const isNavigation = request.mode === 'navigate';
  if (address === scope || address === `${scope}index.html`) {
    event.respondWith(answerPage(request));
    if (isNavigation) event.waitUntil(tidy());
  } else if (!isNavigation) event.respondWith(answer(request));
});

/** All files or none: half a version would be found out by whoever opens a view without a network. */
async function install(): Promise<void> {
  // A cache that is left of an earlier installation would count as older than its successor's.
  await caches.delete(cacheName);
  const cache = await caches.open(cacheName);
  try {
    await Promise.all(Object.entries(files).map(([file, hash]) => keep(cache, file, hash)));
  } catch (error) {
    await caches.delete(cacheName);
    throw error;
  }
  await worker.skipWaiting();
}

async function keep(cache: Cache, file: string, integrity: string): Promise<void> {
  const address = scope + file;
  const isNamedByContent = file.startsWith(hashedFolder);
  const known = isNamedByContent ? await kept(address) : undefined;
  // The hash also refuses what a host may send in place of a file: a start page, a sign-in, another version.
  const fetched = () =>
    fetch(address, { integrity, redirect: 'error', cache: isNamedByContent ? 'default' : 'no-cache' });
  await cache.put(address, known ?? (await fetched()));
}

async function activate(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.put(openBeforeAddress, Response.json(await openPages()));
  await worker.clients.claim();
}

async function answerPage(request: Request): Promise<Response> {
  if (isOwnMachine) {
    const fresh = await fetch(request).catch(() => undefined);
    if (fresh) return fresh;
  }
  return (await caches.match(scope, { cacheName, ignoreVary: true })) ?? fetch(request);
}

async function answer(request: Request): Promise<Response> {
  return (await kept(request.url)) ?? fetch(request);
}

/** A file of this version, else of any other that is still kept. */
async function kept(address: string): Promise<Response | undefined> {
  const own = await caches.match(address, { cacheName, ignoreVary: true });
  if (own) return own;
  for (const name of await familyCaches()) {
    const other = await caches.match(address, { cacheName: name, ignoreVary: true });
    if (other) return other;
  }
  return undefined;
}

/** Deletes earlier versions once no page is open any more that was open when this one took over. */
async function tidy(): Promise<void> {
  const before = await caches.match(openBeforeAddress, { cacheName });
  if (!before) return;
  const [ids, open]: [readonly string[], readonly string[]] = [await before.json(), await openPages()];
  if (ids.some((id) => open.includes(id))) return;
  // In order of creation: what comes after this one is a successor being installed.
  const names = await familyCaches();
  await Promise.all(names.slice(0, names.indexOf(cacheName)).map((name) => caches.delete(name)));
}

async function openPages(): Promise<readonly string[]> {
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return pages.filter((page) => page.url.startsWith(scope)).map((page) => page.id);
}

async function familyCaches(): Promise<readonly string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(family));
}
