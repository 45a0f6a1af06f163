// The Template study of Heat on generated templates: reading, graph, both schedules and the whole view in Node; then,
// in the built page, from the paste to the first frame with the graph and both schedules, and the longest task.
// Run: npm run bench -- template

import { chromium } from 'playwright-core';
import { build, createServer, preview } from 'vite';
import { chromiumPath } from '../scripts/chromium.mjs';

const server = await createServer({
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, watch: null, ws: false },
});
/** @param {string} path */
const load = (path) => server.ssrLoadModule(`/src/sizing/${path}`);
const heat = 'calculators/heat';
const [
  { heat: calculator },
  { planOf },
  { readYaml },
  { graphOf },
  facts,
  engines,
  durations,
  picture,
  gantt,
] = await Promise.all([
  load(`${heat}/index.ts`),
  load('core/preset.ts'),
  load(`${heat}/hot/read-yaml.ts`),
  load(`${heat}/hot/read-template.ts`),
  load(`${heat}/studies/template/template-facts.ts`),
  load(`${heat}/studies/template/template-engine.ts`),
  load(`${heat}/studies/template/read-durations.ts`),
  load(`${heat}/studies/template/graph-figure.ts`),
  load(`${heat}/studies/template/gantt-figure.ts`),
]);
const { plan, selected } = planOf(calculator, calculator.presets[0]);
const study = await calculator.study('template');
const engine = {
  processes: 24,
  tasksPerWorker: 1,
  slotsPerProcess: 64,
  cores: 24,
  isConvergence: true,
  stackTimeoutSeconds: 3600,
};

/** Ten levels of equal width. @param {number} count */
function levels(count) {
  const width = count / 10;
  const resources = Array.from({ length: count }, (_, at) => {
    const waits = at < width ? '' : `    depends_on: r${at - width}\n`;
    return `  r${at}:\n    type: OS::Nova::Server\n${waits}`;
  });
  return `heat_template_version: 2018-08-31\nresources:\n${resources.join('')}`;
}

/** One group. @param {number} count */
const group = (count) =>
  `heat_template_version: 2018-08-31\nresources:\n  g:\n    type: OS::Heat::ResourceGroup\n    properties: {count: ${count}, resource_def: {type: 'OS::Nova::Server'}}\n`;

/** @param {() => unknown} work */
function median(work) {
  const times = Array.from({ length: 7 }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  }).toSorted((a, b) => a - b);
  return `${(times[3] ?? 0).toFixed(1)} ms`;
}

/** @param {string} name @param {string} text */
function measure(name, text) {
  const read = durations.readDurations('');
  const reading = graphOf(text, { parameters: {} });
  const known = facts.templateFacts(reading.graph, read);
  const guide = engines.runGuide(reading.graph, read.secondsOf, engine);
  const words = { id: 'x', title: '', subtitle: '' };
  // What a plan was made of is remembered by its table of seconds; a table of its own makes each run work it out.
  const fresh = () => ({ ...read, secondsOf: (/** @type {string} */ type) => read.secondsOf(type) });
  const all = () => {
    const { graph } = graphOf(text, { parameters: {} });
    const { secondsOf } = fresh();
    engines.runGuide(graph, secondsOf, engine);
    engines.runUpstream(graph, secondsOf, engine);
  };
  console.log(
    `${name}: text to graph and both schedules ${median(all)}, YAML ${median(() => readYaml(text))}, YAML and graph ${median(() => graphOf(text, { parameters: {} }))}, ` +
      `facts ${median(() => facts.templateFacts(reading.graph, fresh()))}, ` +
      `guide ${median(() => engines.runGuide(reading.graph, fresh().secondsOf, engine))}, ` +
      `source ${median(() => engines.runUpstream(reading.graph, fresh().secondsOf, engine))}, ` +
      `graph figure ${median(() => picture.graphFigure(known, guide.longestChain.paths))}, ` +
      `schedule figure ${median(() => gantt.guideGantt(guide, 24, 1, words))}, ` +
      `whole view of four options ${median(() => study.evaluate(plan, selected, { template: text }))}`,
  );
}

measure('1,000 in ten levels', levels(1000));
measure('999 in a group', group(999));
measure('8,000 in ten levels', levels(8000));
measure('9,999 in a group', group(9999));
await server.close();

const version = 'heat_template_version: 2018-08-31\nresources:\n';
const kinds = ['OS::Nova::Server', 'OS::Neutron::Port', 'OS::Cinder::Volume'];

/** @param {number} count @param {(at: number) => readonly number[]} waitsFor */
function wired(count, waitsFor) {
  const resources = Array.from({ length: count }, (_, at) => {
    const names = waitsFor(at).map((other) => `r${other}`);
    const waits = names.length === 0 ? '' : `    depends_on: [${names.join(', ')}]\n`;
    return `  r${at}:\n    type: ${kinds[at % 3]}\n${waits}`;
  });
  return version + resources.join('');
}

/** @type {Readonly<Record<string, (count: number) => string>>} */
const shapes = {
  chain: (count) => wired(count, (at) => (at === 0 ? [] : [at - 1])),
  fan: (count) => wired(count, (at) => (at === 0 ? [] : [0])),
  layered: (count) => {
    const width = count / 10;
    return wired(count, (at) => {
      const level = Math.floor(at / width) - 1;
      return level < 0 ? [] : [...new Set([at - width, level * width + ((at * 7) % width)])];
    });
  },
  groups: (count) =>
    version +
    Array.from(
      { length: 10 },
      (_, at) =>
        `  g${at}:\n    type: OS::Heat::ResourceGroup\n    properties: {count: ${count / 10 - 1}, resource_def: {type: 'OS::Nova::Server'}}\n`,
    ).join(''),
};

/** In the page: pastes the text and waits until it is drawn and a second has passed. @param {string} text */
async function pasted(text) {
  const editor = /** @type {HTMLElement} */ (document.querySelector('.cm-content'));
  const data = new DataTransfer();
  data.setData('text/plain', text);
  const tasks = /** @type {number[]} */ ([]);
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((e) => e.duration)));
  observer.observe({ type: 'longtask' });
  editor.focus();
  const from = performance.now();
  const drawn = new Promise((resolve) => {
    const changes = new MutationObserver(() => {
      const graph = document.querySelector('[aria-roledescription="graph"] rect');
      const schedules = document.querySelectorAll(
        '[aria-roledescription="chart"][aria-label*="each resource"]',
      );
      if (graph === null || schedules.length < 2) return;
      changes.disconnect();
      // A message that is sent while a frame is being made comes when it has been painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - from);
      requestAnimationFrame(() => port2.postMessage(null));
    });
    changes.observe(document.body, { childList: true, subtree: true });
  });
  editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  const ms = /** @type {number} */ (await drawn);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  observer.disconnect();
  // The browser reports only tasks of 50 ms or more.
  return { ms, longestTask: Math.max(0, ...tasks) };
}

const pastes = 6;

/** @param {import('playwright-core').Browser} browser @param {string} url @param {string} shape @param {number} count */
async function inPage(browser, url, shape, count) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${url}#heat?view=template&end`);
  await page.locator('.cm-content').first().waitFor();
  await page.locator('main figure').first().waitFor();
  await page.waitForTimeout(1500);
  const text = shapes[shape]?.(count) ?? '';
  const runs = [];
  for (let run = 0; run < pastes; run++) {
    runs.push(await page.evaluate(pasted, text));
    await page.getByRole('button', { name: 'Clear' }).first().click();
    await page.getByRole('heading', { level: 1, name: /^Paste a HOT template/ }).waitFor();
    await page.waitForTimeout(500);
  }
  await page.close();
  const [first, ...later] = runs.map(({ ms }) => ms);
  const sorted = later.toSorted((a, b) => a - b);
  const longest = Math.max(...runs.slice(1).map(({ longestTask }) => longestTask));
  console.log(
    `${shape} of ${count}, ${text.length} characters: first paste ${first?.toFixed(0)} ms, ` +
      `later p50 ${sorted[Math.floor(sorted.length / 2)]?.toFixed(0)} ms, best ${sorted[0]?.toFixed(0)} ms, ` +
      `longest task ${longest === 0 ? 'under 50' : longest.toFixed(0)} ms`,
  );
}

// The server above has made this a development run, and the page would be built with React's checks in it.
process.env.NODE_ENV = 'production';
const outDir = 'node_modules/.cache/bench';
await build({ logLevel: 'warn', build: { outDir, emptyOutDir: true } });
const site = await preview({
  configFile: false,
  base: './',
  logLevel: 'error',
  build: { outDir },
  preview: { host: '127.0.0.1', port: 0 },
});
const executablePath = chromiumPath();
if (!executablePath) throw new Error('No Chromium found. Install one or set CHROMIUM_PATH.');
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const url = site.resolvedUrls?.local[0] ?? '';
for (const count of [100, 300, 1000])
  for (const shape of Object.keys(shapes)) await inPage(browser, url, shape, count);
await inPage(browser, url, 'fan', 9000);
await inPage(browser, url, 'groups', 10_000);
await browser.close();
await site.close();
