import '@fontsource-variable/jetbrains-mono/wght.css';
import './ui/styles/fonts.css';
import './ui/styles/tokens.css';
import './ui/styles/base.css';
import './ui/styles/first-frame.css';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { allowOwnScripts } from './app/allow-own-scripts.ts';
import { App } from './app/app.tsx';
import { Drawn } from './app/drawn.tsx';
import { preloadParts } from './app/size-page.tsx';
import { startPage } from './app/start-page-part.tsx';
import { registry } from './sizing/calculators/registry.ts';
import { lastCalculatorIn } from './state/plan-storage.ts';
import { createThemeStore } from './state/theme.ts';
import { createWorkspace, type Workspace } from './state/workspace.ts';

const storage = () => window.localStorage;

/**
 * What the address or the last visit asks for is drawn first; the rest follows when that is on screen. A function and
 * no top-level await: the calculators import pieces that are bundled with this file, and would wait for it for ever.
 */
async function start(): Promise<void> {
  allowOwnScripts();
  const theme = createThemeStore(document.documentElement, storage);
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root to draw into.');

  const font = fontAtHand();
  const asked = firstAsked(window.location.hash, storage);
  const urgent = registry
    .filter((entry) => asked === undefined || entry.id === asked)
    .map((entry) => entry.loadFirst());
  const startPart = asked === undefined ? startPage.preload() : undefined;
  const workspace = createWorkspace(
    await Promise.all(urgent),
    {
      location: window.location,
      history: window.history,
      storage,
      addEventListener: window.addEventListener.bind(window),
      removeEventListener: window.removeEventListener.bind(window),
    },
    registry,
  );
  workspace.start();
  // Also where a link was refused: without it the page would have nothing but a notice for a moment.
  if (workspace.app.getState().current === null) await (startPart ?? startPage.preload());
  await font;
  const page = createRoot(root);
  // As a transition React draws the page in pieces, between which the browser can do what the user asks for.
  const drawn = new Promise<void>((resolve) =>
    startTransition(() =>
      page.render(
        <StrictMode>
          <App workspace={workspace} theme={theme} />
          <Drawn onDrawn={resolve} />
        </StrictMode>,
      ),
    ),
  );
  // On a slow line whatever else is under way would keep the answer waiting.
  await drawn;
  void loadRest(workspace, asked);
}

/** What the page lacks for a moment; where some of it fails the page says so and goes on. */
async function loadRest(workspace: Workspace, asked: string | undefined): Promise<void> {
  preloadParts();
  // One after the other, the one on the screen first.
  for (const entry of [...registry].sort((a, b) => Number(b.id === asked) - Number(a.id === asked)))
    await entry.load().then(workspace.provide).catch(workspace.notifyIncomplete);
  // Last of all, so that what it loads waits for the page and never the page for it.
  if (import.meta.env.PROD) await keepOffline(workspace);
}

const longestWaitMs = 150;

/** Lines break by their font, and a page that is drawn before it moves when it comes; on a slow line it may. */
function fontAtHand(): Promise<unknown> {
  const loaded = document.fonts.load('15px "Archivo Variable"').catch(() => undefined);
  return Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, longestWaitMs))]);
}

async function keepOffline(workspace: Workspace): Promise<void> {
  const part = await import('./offline/keep-offline.ts').catch(() => undefined);
  await part?.keepOffline(() =>
    workspace.notify({
      id: 'version',
      severity: 'note',
      title: 'A new version is ready.',
      lines: ['This page goes on as it is until then.'],
      actions: [{ label: 'Reload when you like', run: () => window.location.reload() }],
    }),
  );
}

/** Id of the calculator that the address names, or that was used last; undefined for the start page. */
function firstAsked(hash: string, keptIn: () => Storage): string | undefined {
  const named = /^#([^?]*)/.exec(hash)?.[1];
  const id = named === undefined || named === '' ? lastCalculatorIn(keptIn) : named;
  return registry.find((entry) => entry.id === id)?.id;
}

start().catch(() => {
  document.body.textContent =
    'Plimsoll could not be loaded. Check the connection and reload; your plans are kept.';
});
