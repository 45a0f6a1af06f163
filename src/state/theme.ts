import { createStore } from 'zustand/vanilla';

export type Theme = 'system' | 'light' | 'dark';
export type Density = 'normal' | 'compact';

const themes: readonly Theme[] = ['system', 'light', 'dark'];
const densities: readonly Density[] = ['normal', 'compact'];
const themeKey = 'plimsoll/theme';
const densityKey = 'plimsoll/density';

interface Look {
  readonly theme: Theme;
  /** Height of rows and controls; the style sheet heeds it where there is room and a fine pointer. */
  readonly density: Density;
}

export interface ThemeStore extends ReturnType<typeof createThemeStore> {}

/** The theme and the density the user chose, kept in this browser and set on the document's element. */
export function createThemeStore(root: HTMLElement, storage: () => Storage) {
  const store = createStore<Look>(() => ({
    theme: kept(storage, themeKey, themes) ?? 'system',
    density: kept(storage, densityKey, densities) ?? 'normal',
  }));
  const show = ({ theme, density }: Look) => {
    if (theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = theme;
    if (density === 'normal') delete root.dataset.density;
    else root.dataset.density = density;
  };
  show(store.getState());
  store.subscribe((state) => {
    show(state);
    try {
      storage().setItem(themeKey, state.theme);
      storage().setItem(densityKey, state.density);
    } catch {
      // A look that cannot be kept still holds for this visit.
    }
  });
  return store;
}

function kept<T extends string>(storage: () => Storage, key: string, known: readonly T[]): T | undefined {
  try {
    const text = storage().getItem(key);
    return known.find((value) => value === text);
  } catch {
    return undefined;
  }
}
