// The Template study of Heat on generated templates: reading, graph, both schedules, and the whole view.
// Run: npm run bench -- template

import { createServer } from 'vite';

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
  console.log(
    `${name}: YAML ${median(() => readYaml(text))}, YAML and graph ${median(() => graphOf(text, { parameters: {} }))}, ` +
      `facts ${median(() => facts.templateFacts(reading.graph, read))}, ` +
      `guide ${median(() => engines.runGuide(reading.graph, read.secondsOf, engine))}, ` +
      `source ${median(() => engines.runUpstream(reading.graph, read.secondsOf, engine))}, ` +
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
