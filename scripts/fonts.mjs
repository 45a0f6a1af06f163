// Cuts the page's font to what the page is written in, into src/ui/styles/fonts: `npm run fonts`. The whole font keeps
// a phone on a slow line half a second from the first sentence; letters beyond these come with the package's own files.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
// @ts-expect-error It comes without types.
import subsetFont from 'subset-font';

/** The same as the `unicode-range` in src/ui/styles/fonts.css. */
const characters = [
  ...Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCodePoint(0x20 + i)),
  ...'\u00a0±²·×÷–—‘’“”…↑↓−',
].join('');

const require = createRequire(import.meta.url);
const whole = require.resolve('@fontsource-variable/archivo/files/archivo-latin-wdth-normal.woff2');
const cut = await subsetFont(readFileSync(whole), characters, {
  targetFormat: 'woff2',
  // Weights and widths that src/ui/styles/tokens.css names.
  variationAxes: { wght: { min: 400, max: 640, default: 400 }, wdth: { min: 78, max: 100, default: 100 } },
  keepFeatures: ['kern', 'tnum'],
  noHinting: true,
});
mkdirSync('src/ui/styles/fonts', { recursive: true });
writeFileSync('src/ui/styles/fonts/archivo-basic.woff2', cut);
console.log(`archivo-basic.woff2: ${cut.length} bytes`);
