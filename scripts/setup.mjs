// Installs what the lock file says, once per lock file, and (with --browser) sees to it that a Chromium is
// there for the browser tests. Node built-ins only: this runs before any dependency exists.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromiumPath, installChromiumOnDebian } from './chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const supported = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
if (!supported) {
  console.error(
    `Plimsoll needs Node 20.19 or later, or 22.12 or later. This is Node ${process.versions.node}.`,
  );
  process.exit(1);
}

const stamp = 'node_modules/.install-stamp';
const wanted = createHash('sha256')
  .update(readFileSync('package-lock.json'))
  .update(process.platform + process.arch)
  .digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.log('Installing dependencies …');
  // --include=dev beats NODE_ENV=production; no install script of any package is run.
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const run = npm
    ? spawnSync(process.execPath, [npm, ...args], { stdio: 'inherit' })
    : spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (run.status !== 0) process.exit(run.status ?? 1);
  writeFileSync(stamp, wanted);
}

if (process.argv.includes('--browser') && !chromiumPath() && !installChromiumOnDebian()) {
  const message =
    'No Chromium found: the browser tests are left out. Install Chromium or Chrome, or set CHROMIUM_PATH to one.';
  if (process.env.CI) {
    console.error(`${message} Under CI this is a failure.`);
    process.exit(1);
  }
  console.warn(message);
}
