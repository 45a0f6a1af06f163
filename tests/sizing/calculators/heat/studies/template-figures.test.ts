import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { busySteps } from '../../../../../src/sizing/calculators/heat/studies/template/busy-steps.ts';
import { readFiles } from '../../../../../src/sizing/calculators/heat/studies/template/read-files.ts';
import { planWith } from '../plans.ts';
import { chainOf, server, templateOf } from './template-texts.ts';
import { figureOf, viewOf } from './view-of.ts';

const plan = planWith({ controllers: 3 }, { engineWorkers: 4 });
const graphOf = (template: string) =>
  figureOf(viewOf('template', plan, { template }), 'graph', 'template-graph');
const ganttOf = (template: string) =>
  figureOf(viewOf('template', plan, { template }), 'gantt', 'template-guide');

describe('graphFigure', () => {
  it('stands each resource in the layer behind all it waits for and marks the longest chain', () => {
    const graph = graphOf(templateOf(4, server, (at) => (at === 3 || at === 0 ? undefined : at - 1)));
    expect(graph.nodes.map(({ isCritical, label, layer }) => [label, layer, isCritical])).toEqual([
      ['r0', 0, true],
      ['r1', 1, true],
      ['r2', 2, true],
      ['r3', 0, false],
    ]);
    expect(graph.edges).toEqual([
      { from: '0', to: '1', isCritical: true, isImplied: false },
      { from: '1', to: '2', isCritical: true, isImplied: false },
    ]);
  });

  it('tells what Heat adds by itself from what is written', () => {
    const graph = graphOf(`heat_template_version: 2018-08-31
resources:
  net: { type: OS::Neutron::Net }
  subnet:
    type: OS::Neutron::Subnet
    properties: { network: { get_resource: net } }
  port:
    type: OS::Neutron::Port
    properties: { network: { get_resource: net } }
`);
    const named = graph.edges.map(({ from, isImplied, to }) => [
      graph.nodes[Number(from)]?.label,
      graph.nodes[Number(to)]?.label,
      isImplied,
    ]);
    expect(named).toContainEqual(['net', 'subnet', false]);
    // A port waits for every subnet on its network, though no line says so.
    expect(named).toContainEqual(['subnet', 'port', true]);
  });

  it('unfolds a group: what waits for it waits for its members', () => {
    const graph = graphOf(`heat_template_version: 2018-08-31
resources:
  g:
    type: OS::Heat::ResourceGroup
    properties: { count: 2, resource_def: { type: OS::Nova::Server } }
  after: { type: OS::Nova::Server, depends_on: g }
`);
    const layerOf = (label: string) => graph.nodes.find((node) => node.label === label)?.layer;
    expect([layerOf('g'), layerOf('g/0'), layerOf('g/1'), layerOf('after')]).toEqual([0, 1, 1, 2]);
    expect(graph.edges).toHaveLength(4);
  });

  it.each([
    ['wide', 400, () => undefined],
    ['a chain', 400, (at: number) => (at === 0 ? undefined : at - 1)],
    ['levels', 900, (at: number) => (at < 30 ? undefined : at - 30)],
  ])('groups over 150 resources, %s, and loses none', (_, count, waits) => {
    const graph = graphOf(templateOf(count, server, waits));
    expect(graph.nodes.length).toBeLessThanOrEqual(150);
    expect(graph.nodes.reduce((sum, node) => sum + node.count, 0)).toBe(count);
    const layers = new Map(graph.nodes.map(({ id, layer }) => [id, layer]));
    for (const { from, to } of graph.edges)
      expect(layers.get(to) ?? 0).toBeGreaterThan(layers.get(from) ?? 0);
  });
});

describe('guideGantt', () => {
  it('has a lane for every worker, and no two bars of a lane at once', () => {
    const gantt = ganttOf(templateOf(50, server, (at) => (at < 20 ? undefined : at - 20)));
    expect(gantt.lanes).toHaveLength(12);
    expect(gantt.bars).toHaveLength(50);
    for (const bar of gantt.bars) {
      const others = gantt.bars.filter((other) => other !== bar && other.lane === bar.lane);
      for (const other of others)
        expect(other.startSeconds >= bar.endSeconds || other.endSeconds <= bar.startSeconds).toBe(true);
    }
  });

  it('works as long in its lanes as the resources take together', () => {
    // 40 servers of 30 s.
    const { busy, endSeconds } = ganttOf(templateOf(40, server));
    const work = busy.reduce(
      (sum, step, at) => sum + step.lanes * ((busy[at + 1]?.atSeconds ?? endSeconds) - step.atSeconds),
      0,
    );
    expect(work).toBeCloseTo(1200, 6);
  });

  it('draws a template of thousands with fewer bars and steps than resources', () => {
    const gantt = ganttOf(templateOf(4000, server));
    expect(gantt.bars.length).toBeLessThan(4000);
    expect(gantt.busy.length).toBeLessThanOrEqual(1000);
    expect(gantt.endSeconds).toBe(Math.ceil(4000 / 12) * 30);
  });

  it('draws a long chain of several types with far fewer bars that leave no gap', () => {
    const types = ['OS::Nova::Server', 'OS::Neutron::Port', 'OS::Cinder::Volume'];
    const resources = Array.from(
      { length: 3000 },
      (_, at) => `  r${at}: { type: ${types[at % 3]}${at === 0 ? '' : `, depends_on: r${at - 1}`} }\n`,
    );
    const gantt = ganttOf(`heat_template_version: 2018-08-31\nresources:\n${resources.join('')}`);
    expect(gantt.bars.length).toBeLessThanOrEqual(110);
    // 1,000 servers of 30 s, ports of 2 s and volumes of 10 s, one after another.
    const drawn = gantt.bars.reduce((sum, bar) => sum + bar.endSeconds - bar.startSeconds, 0);
    expect(drawn).toBeCloseTo(42_000, 6);
    expect(gantt.endSeconds).toBe(42_000);
    expect(gantt.bars.every((bar) => bar.isCritical)).toBe(true);
  });

  it('draws lanes that a long chain leaves idle as idle', () => {
    const template = chainOf(1000);
    const gantt = figureOf(viewOf('template', plan, { template }), 'gantt', 'template-upstream');
    const drawn = gantt.bars.reduce((sum, bar) => sum + bar.endSeconds - bar.startSeconds, 0);
    // One resource at a time is in progress, whatever the lanes: bars together last no longer than the stack.
    expect(gantt.lanes.length).toBeGreaterThan(1);
    expect(drawn).toBeLessThanOrEqual(gantt.endSeconds * 1.001);
  });
});

describe('busySteps', () => {
  it('keeps the time that lanes are busy, summed up or averaged', () => {
    const bar = fc.record({ start: fc.nat(5000), length: fc.integer({ min: 1, max: 500 }) });
    fc.assert(
      fc.property(fc.array(bar, { minLength: 1, maxLength: 1500 }), (list) => {
        const bars = list.map(({ length, start }, lane) => ({
          lane,
          startSeconds: start,
          endSeconds: start + length,
        }));
        const end = Math.max(...bars.map(({ endSeconds }) => endSeconds));
        const steps = busySteps(bars, end);
        const area = steps.reduce(
          (sum, step, at) => sum + step.lanes * ((steps[at + 1]?.atSeconds ?? end) - step.atSeconds),
          0,
        );
        const work = list.reduce((sum, { length }) => sum + length, 0);
        // Averages are kept to two decimals.
        expect(Math.abs(area - work)).toBeLessThanOrEqual(0.005 * end + 1e-6);
      }),
      { numRuns: 60 },
    );
  });
});

describe('readFiles', () => {
  it('splits at lines that name a file and keeps their texts', () => {
    expect(readFiles('dropped\n# file: a.yaml\nx: 1\n\n#file: lib/b.yaml \ny: 2')).toEqual({
      texts: { 'a.yaml': 'x: 1\n', 'lib/b.yaml': 'y: 2' },
      firstLines: new Map([
        ['a.yaml', 3],
        ['lib/b.yaml', 6],
      ]),
    });
    expect(readFiles('').texts).toEqual({});
  });
});
