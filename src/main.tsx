import '@fontsource-variable/archivo/wdth.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './ui/styles/tokens.css';
import './ui/styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { calculators } from './sizing/calculators/index.ts';
import { createThemeStore } from './state/theme.ts';
import { createWorkspace } from './state/workspace.ts';

const storage = () => window.localStorage;
const theme = createThemeStore(document.documentElement, storage);
const workspace = createWorkspace(calculators, {
  location: window.location,
  history: window.history,
  storage,
  addEventListener: window.addEventListener.bind(window),
  removeEventListener: window.removeEventListener.bind(window),
});
workspace.start();

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root to draw into.');
createRoot(root).render(
  <StrictMode>
    <App workspace={workspace} theme={theme} />
  </StrictMode>,
);
