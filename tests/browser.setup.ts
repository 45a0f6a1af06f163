/**
 * Builds the page as it is shipped, serves it, and starts one Chromium for all browser tests. The build runs in a
 * process of its own: inside vitest NODE_ENV is "test", and React's development build would be tested instead.
 */
import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { chromiumPath } from '../scripts/chromium.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built page; empty when there is no browser. */
    url: string;
    /** Where the browser listens. */
    ws: string;
    /** Folder of the built page. */
    dist: string;
  }
}

// A folder of its own, so that two runs at once do not pull the page from under each other.
const outDir = `node_modules/.cache/e2e-${process.pid}`;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = chromiumPath();
  if (!executablePath && process.env.CI)
    throw new Error('No Chromium for the browser tests, and this is CI.');
  const built = spawnSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'],
    { stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production', VITEST: '' } },
  );
  if (built.status !== 0) throw new Error('The page does not build.');
  project.provide('dist', outDir);
  if (!executablePath) {
    project.provide('url', '');
    project.provide('ws', '');
    return async () => rm(outDir, { recursive: true, force: true });
  }
  const server = await preview({
    configFile: false,
    base: './',
    logLevel: 'error',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const browser = await chromium.launchServer({
    executablePath,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  project.provide('url', server.resolvedUrls?.local[0] ?? '');
  project.provide('ws', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await server.close();
    await rm(outDir, { recursive: true, force: true });
  };
}
