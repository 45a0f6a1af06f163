import { lazy, Suspense, useState } from 'react';
import type { StartPage } from './start-page.tsx';

type Props = Parameters<typeof StartPage>[0];

let atHand: typeof StartPage | undefined;

const Later = lazy(async () => ({ default: (await import('./start-page.tsx')).StartPage }));

/** Has the start page at hand for the first drawing; without it an empty page would stand there for a moment. */
export async function preloadStartPage(): Promise<void> {
  atHand = (await import('./start-page.tsx')).StartPage;
}

/** The start page, whose code only those load who see it. */
export function StartPagePart(props: Props) {
  // Once a page is shown it stays the same component, or its state would be lost.
  const [Page] = useState(() => atHand ?? Later);
  return (
    <Suspense fallback={null}>
      <Page {...props} />
    </Suspense>
  );
}
