// Runs before anything is painted, from a file because the page's policy refuses scripts within it: the theme that
// was chosen, whether a plan or the start page is on its way, and which calculator's first part that takes. The keys
// are those of src/state.
(() => {
  const root = document.documentElement;
  const kept = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const theme = kept('plimsoll/theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  const asked = location.hash.slice(1).split('?')[0] || kept('plimsoll/last');
  root.dataset.frame = asked ? 'plan' : 'start';
  // The development server has no parts.
  const parts = JSON.parse(document.currentScript.dataset.parts || '{}');
  for (const [id, href] of Object.entries(parts))
    if (id === asked || !(asked in parts))
      document.head.append(
        Object.assign(document.createElement('link'), { rel: 'modulepreload', href, crossOrigin: '' }),
      );
  // The page's own scripts cannot say that they did not arrive.
  addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLScriptElement)
        document.body.textContent =
          'Plimsoll could not be loaded. Check the connection and reload; your plans are kept.';
    },
    true,
  );
})();
