// Draws the ring mark as the PNG icons that installed pages need, into public/icons: `node scripts/icons.mjs`.
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { chromiumPath } from './chromium.mjs';

const folder = 'public/icons';
const ink = '#10222c';
const panel = '#ffffff';
const ground = '#e3eff5';

/**
 * Launchers cut a maskable icon to their own shape and promise only its middle 80 %, so there the ring is smaller and
 * the line runs to the edges. Apple rounds the corners itself and paints what is transparent black.
 *
 * @type {readonly { name: string, size: number, ring: number, isCut: boolean }[]}
 */
const icons = [
  { name: 'icon-192', size: 192, ring: 0.34, isCut: false },
  { name: 'icon-512', size: 512, ring: 0.34, isCut: false },
  { name: 'maskable-192', size: 192, ring: 0.25, isCut: true },
  { name: 'maskable-512', size: 512, ring: 0.25, isCut: true },
  { name: 'apple-touch-icon', size: 180, ring: 0.28, isCut: true },
];

/** @param {{ size: number, ring: number, isCut: boolean }} icon */
function drawing({ size, ring, isCut }) {
  const corner = isCut ? 0 : size * 0.2;
  const stroke = size * ring * 0.26;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">
    <rect width="${size}" height="${size}" rx="${corner}" fill="${ground}"/>
    <g stroke="${ink}" stroke-width="${stroke}" fill="none">
      <circle cx="${size / 2}" cy="${size / 2}" r="${size * ring}" fill="${panel}"/>
      <path d="M0 ${size / 2}h${size}"/>
    </g>
  </svg>`;
}

const executablePath = chromiumPath();
if (!executablePath) throw new Error('The icons are drawn by a Chromium, and there is none.');
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
mkdirSync(folder, { recursive: true });
for (const icon of icons) {
  await page.setViewportSize({ width: icon.size, height: icon.size });
  await page.setContent(`<body style="margin:0">${drawing(icon)}</body>`);
  await page.screenshot({ path: `${folder}/${icon.name}.png`, omitBackground: true });
}
await browser.close();
