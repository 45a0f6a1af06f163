const checkEveryMs = 60 * 60 * 1000;

/**
 * Keeps the page for use without a network where the browser can, and calls `onNewVersion` when a version other than
 * this page's stands ready for the next load. The page itself goes on as it is. Never throws: without all this the
 * page works as long as there is a network.
 */
export async function keepOffline(onNewVersion: () => void): Promise<void> {
  try {
    if (!('serviceWorker' in navigator) || !/^https?:$/.test(location.protocol)) return;
    const { serviceWorker } = navigator;
    const compare = () => void isSuperseded().then((is) => is && onNewVersion());
    serviceWorker.addEventListener('controllerchange', compare);
    const registration = await serviceWorker.register('./sw.js', { updateViaCache: 'none' });
    if (serviceWorker.controller) compare();
    checkNowAndThen(registration);
  } catch {
    // Storage is blocked, or the host has no such file.
  }
}

/** A page can stand open for weeks; the browser by itself looks for a new version only when one is loaded. */
function checkNowAndThen(registration: ServiceWorkerRegistration): void {
  let checked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - checked < checkEveryMs) return;
    checked = Date.now();
    // Without a network there is nothing new to learn.
    registration.update().catch(() => undefined);
  });
}

/** Whether the page that the next load would show starts from other scripts than this one. */
async function isSuperseded(): Promise<boolean> {
  const next = await fetch('./').then(
    (response) => (response.ok ? response.text() : undefined),
    () => undefined,
  );
  const own = [...document.querySelectorAll('script[src]')].map((script) => script.getAttribute('src'));
  return next !== undefined && own.some((address) => address !== null && !next.includes(address));
}
