import { describe, expect, it } from 'vitest';
import { planWith } from '../../plans.ts';
import { groupOf, head, server, templateOf } from '../template-texts.ts';
import { figureOf, viewOf } from '../view-of.ts';

const plan = planWith({ controllers: 3 }, { engineWorkers: 4 });
const graphOf = (template: string, durations = '') =>
  figureOf(viewOf('template', plan, { template, durations }), 'graph', 'template-graph');

describe('graphFigure, names', () => {
  it('says of a resource what it is and takes, of a stack how many are inside', () => {
    const { nodes } = graphOf(`${head}  g: ${groupOf(2)}\n  a: { type: "${server}" }\n`);
    expect(nodes.map(({ count, detail, label }) => [label, detail, count])).toEqual([
      ['g', 'OS::Heat::ResourceGroup, a stack of 2', 1],
      ['a', `${server}, 0:30`, 1],
      ['g/0', `${server}, 0:30`, 1],
      ['g/1', `${server}, 0:30`, 1],
    ]);
  });

  it.each([
    [
      templateOf(3, server, (at) => (at === 2 ? 1 : undefined)),
      'The longest chain has 2 resources; 2 of 3 wait for nothing.',
    ],
    [templateOf(1, server), 'The longest chain has 1 resource; 1 of 1 wait for nothing.'],
    [
      `${head}  g: ${groupOf(2)}\n`,
      'The longest chain has 2 resources; 1 of 1 wait for nothing. 1 stack inside.',
    ],
    ['heat_template_version: 2018-08-31\nresources: {}\n', 'The template creates nothing.'],
  ])('sums %j up: %s', (template, subtitle) => {
    expect(graphOf(template).subtitle).toBe(subtitle);
  });
});

describe('graphFigure, groups', () => {
  it('draws 150 resources one by one, and more by type and level', () => {
    expect(graphOf(templateOf(150, server)).nodes).toHaveLength(150);
    expect(graphOf(templateOf(150, server)).subtitle).not.toContain('Shown by type');
    const grouped = graphOf(templateOf(151, server), `${server}: 2`);
    expect(grouped.subtitle).toMatch(/ Shown by type and level\.$/);
    expect(grouped.nodes).toEqual([
      {
        id: '0',
        label: server,
        detail: '151 resources, 5:02 of work',
        layer: 0,
        isCritical: true,
        count: 151,
      },
    ]);
    expect(grouped.edges).toEqual([]);
  });

  it('names several types of one group by the first', () => {
    // 160 types on one level do not fit 150 groups: one of all.
    const lines = Array.from({ length: 160 }, (_, at) => `  r${at}: { type: "My::T${at}" }\n`).join('');
    expect(graphOf(`${head}${lines}`, 'other: 1').nodes).toEqual([
      {
        id: '0',
        label: 'My::T0 and 159 other types',
        detail: '160 resources, 2:40 of work',
        layer: 0,
        isCritical: true,
        count: 160,
      },
    ]);
  });

  it('draws an edge once between two groups, the chain’s marked', () => {
    const waiting = templateOf(160, server, (at) => (at < 80 ? undefined : at - 80));
    expect(graphOf(waiting).edges).toEqual([{ from: '0', to: '1', isCritical: true, isImplied: false }]);
  });
});

describe('graphFigure, edges', () => {
  const named = (template: string) => {
    const { edges, nodes } = graphOf(template);
    const label = (id: string) => nodes.find((node) => node.id === id)?.label;
    return edges.map(({ from, isCritical, isImplied, to }) => [
      `${label(from)} → ${label(to)}`,
      ...(isCritical ? ['chain'] : []),
      ...(isImplied ? ['implied'] : []),
    ]);
  };

  it('marks what is on the longest chain only', () => {
    const template = `${head}  a: { type: "${server}" }\n  b: { type: "${server}", depends_on: a }\n  c: { type: "OS::Heat::None", depends_on: a }\n`;
    expect(named(template)).toEqual([['a → b', 'chain'], ['a → c']]);
  });

  it('draws a stack’s holder before what is inside, which no line asks for', () => {
    const template = `${head}  g: ${groupOf(1)}\n  after: { type: "${server}", depends_on: g }\n`;
    expect(named(template).sort()).toEqual([
      ['g → g/0', 'chain', 'implied'],
      ['g/0 → after', 'chain'],
    ]);
  });

  it('tells in a stack inside, too, what Heat adds by itself', () => {
    const files = `# file: net.yaml\n${head}  net: { type: OS::Neutron::Net }
  subnet: { type: OS::Neutron::Subnet, properties: { network: { get_resource: net } } }
  port: { type: OS::Neutron::Port, properties: { network: { get_resource: net } } }
`;
    const template = `${head}  inside: { type: net.yaml }\n`;
    const { edges, nodes } = figureOf(
      viewOf('template', plan, { template, files }),
      'graph',
      'template-graph',
    );
    const label = (id: string) => nodes.find((node) => node.id === id)?.label;
    const implied = edges
      .filter((edge) => edge.isImplied)
      .map(({ from, to }) => `${label(from)} → ${label(to)}`);
    expect(implied.sort()).toEqual(['inside → inside/net', 'inside/subnet → inside/port']);
  });
});
