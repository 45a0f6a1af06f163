import '@fontsource-variable/archivo/wdth.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './ui/styles/tokens.css';
import './ui/styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { preloadParts } from './app/size-page.tsx';
import { registry } from './sizing/calculators/registry.ts';
import { lastCalculatorIn } from './state/plan-storage.ts';
import { createThemeStore } from './state/theme.ts';
import { createWorkspace } from './state/workspace.ts';

const storage = () => window.localStorage;
const theme = createThemeStore(document.documentElement, storage);

preloadParts();

// What the address or the last visit asks for is drawn first; the rest follows when that is on screen.
const asked = firstAsked(window.location.hash, storage);
const urgent = registry.filter((entry) => asked === undefined || entry.id === asked);
const workspace = createWorkspace(
  await Promise.all(urgent.map((entry) => entry.loadFirst())),
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

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root to draw into.');
createRoot(root).render(
  <StrictMode>
    <App workspace={workspace} theme={theme} />
  </StrictMode>,
);

for (const entry of registry) entry.load().then(workspace.provide, workspace.notifyIncomplete);

/** Id of the calculator that the address names, or that was used last; undefined for the start page. */
function firstAsked(hash: string, keptIn: () => Storage): string | undefined {
  const named = /^#([^?]*)/.exec(hash)?.[1];
  const id = named === undefined || named === '' ? lastCalculatorIn(keptIn) : named;
  return registry.find((entry) => entry.id === id)?.id;
}
