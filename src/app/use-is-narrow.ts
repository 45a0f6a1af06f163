import { useSyncExternalStore } from 'react';

const query = '(width < 760px)';

/** Whether the screen shows one column, so that the form becomes a sheet. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    () => matchMedia(query).matches,
  );
}
