// Runs before anything is painted, from a file because the page's policy refuses scripts within it: the theme that
// was chosen, and whether a plan or the start page is on its way. The keys are those of src/state.
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
  root.dataset.frame = location.hash.length > 1 || kept('plimsoll/last') !== null ? 'plan' : 'start';
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
