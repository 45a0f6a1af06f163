import { preloadable } from '../ui/shell/preloadable.tsx';

/** The start page, whose code only those load who see it; at hand for the first drawing, or nothing would stand there. */
export const startPage = preloadable(async () => (await import('./start-page.tsx')).StartPage);
