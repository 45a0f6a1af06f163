import { createStore } from 'zustand/vanilla';

export type Theme = 'system' | 'light' | 'dark';

const themes: readonly Theme[] = ['system', 'light', 'dark'];
const key = 'plimsoll/theme';

export interface ThemeStore extends ReturnType<typeof createThemeStore> {}

/** The theme the user chose, kept in this browser and set on the document's element. */
export function createThemeStore(root: HTMLElement, storage: () => Storage) {
  const store = createStore<{ readonly theme: Theme }>(() => ({ theme: keptTheme(storage) }));
  const show = ({ theme }: { readonly theme: Theme }) => {
    if (theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = theme;
  };
  show(store.getState());
  store.subscribe((state) => {
    show(state);
    try {
      storage().setItem(key, state.theme);
    } catch {
      // A theme that cannot be kept still holds for this visit.
    }
  });
  return store;
}

function keptTheme(storage: () => Storage): Theme {
  try {
    return themes.find((theme) => theme === storage().getItem(key)) ?? 'system';
  } catch {
    return 'system';
  }
}
