// The heap over 10,000 edits with undo and redo among them, after a forced collection each time, in the built page.
// Flat means: once the history is full (100 steps), it does not grow. Run: npm run bench -- memory
import { addOptions, calculators, openBuiltPage, settled } from './page/built-page.mjs';

const edits = 10_000;
const every = 2000;

/** @typedef {import('playwright-core').Page} Page */

/** Megabytes in use and DOM nodes, when nothing that could be collected is left. @param {Page} page */
async function heapOf(page) {
  await settled(page);
  const session = await page.context().newCDPSession(page);
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return { megabytes: usedSize / 1e6, nodes };
}

/**
 * So many edits as a user makes them: keys in fields, each a step of its own, one in eight taken back and one in
 * sixteen brought again. Inside the page, so that ten thousand do not take an hour; after each, a frame is drawn.
 * @param {Page} page @param {number} count
 */
function makeEdits(page, count) {
  return page.evaluate(async (many) => {
    const fields = [
      .../** @type {NodeListOf<HTMLInputElement>} */ (
        document.querySelectorAll('input[role="spinbutton"]:enabled')
      ),
    ];
    /** @param {Element} target @param {string} key @param {boolean} [ctrlKey] @param {boolean} [shiftKey] */
    const press = (target, key, ctrlKey = false, shiftKey = false) =>
      target.dispatchEvent(
        new KeyboardEvent('keydown', { key, ctrlKey, shiftKey, bubbles: true, cancelable: true }),
      );
    for (let edit = 0; edit < many; edit += 1) {
      const field = fields[edit % fields.length];
      if (!field) continue;
      field.focus();
      press(field, Math.floor(edit / fields.length) % 2 === 0 ? 'ArrowUp' : 'ArrowDown');
      if (edit % 8 === 7) press(document.body, 'z', true);
      if (edit % 16 === 15) press(document.body, 'z', true, true);
      await new Promise((done) => requestAnimationFrame(done));
    }
  }, count);
}

// Without it the browser draws no frame faster than the screen, and ten thousand would take three minutes.
const built = await openBuiltPage(['--disable-frame-rate-limit', '--disable-gpu-vsync']);
for (const calculator of calculators) {
  const page = await built.open(`#${calculator}`);
  await addOptions(page);
  const start = await heapOf(page);
  console.log(`${calculator}: at the start ${start.megabytes.toFixed(1)} MB, ${start.nodes} nodes`);
  for (let done = every; done <= edits; done += every) {
    await makeEdits(page, every);
    const { megabytes, nodes } = await heapOf(page);
    console.log(
      `${calculator}: after ${done.toLocaleString('en')} edits ${megabytes.toFixed(1)} MB, ${nodes} nodes`,
    );
  }
  await page.close();
}
await built.close();
