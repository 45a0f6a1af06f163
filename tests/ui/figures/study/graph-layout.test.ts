import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnPlaces } from '../../../../src/ui/figures/graph/column-places.ts';
import {
  type GraphLayout,
  layoutOf,
  nodeHeight,
  nodeWidth,
} from '../../../../src/ui/figures/graph/graph-layout.ts';
import { crossings, neighbours, orderedLayers } from '../../../../src/ui/figures/graph/layer-order.ts';
import { graphOf } from './sample-figures.ts';

const item = (key: string) => ({ key, isBend: false });

describe('crossings', () => {
  it('counts pairs of edges that cross', () => {
    const layers = [['a', 'b'].map(item), ['x', 'y'].map(item)];
    const crossed = [
      { left: 'a', right: 'y' },
      { left: 'b', right: 'x' },
    ];
    const level = [
      { left: 'a', right: 'x' },
      { left: 'b', right: 'y' },
    ];
    expect(crossings(layers, neighbours(crossed, 'left', 'right'))).toBe(1);
    expect(crossings(layers, neighbours(level, 'left', 'right'))).toBe(0);
    // Both to both: of four edges only a–y and b–x cross; edges that share an end do not.
    expect(crossings(layers, neighbours([...crossed, ...level], 'left', 'right'))).toBe(1);
  });
});

describe('orderedLayers', () => {
  it('untangles what can be untangled', () => {
    const layers = [['a', 'b', 'c'].map(item), ['x', 'y', 'z'].map(item)];
    const hops = [
      { left: 'a', right: 'z' },
      { left: 'b', right: 'y' },
      { left: 'c', right: 'x' },
    ];
    const ordered = orderedLayers(layers, hops);
    expect(crossings(ordered, neighbours(hops, 'left', 'right'))).toBe(0);
  });

  it('keeps every item in its layer and never adds crossings', () => {
    const edges = fc.array(fc.tuple(fc.nat(2), fc.nat(5), fc.nat(5)), { maxLength: 30 });
    fc.assert(
      fc.property(edges, (list) => {
        const layers = [0, 1, 2, 3].map((l) => Array.from({ length: 6 }, (_, i) => item(`${l}.${i}`)));
        const hops = list.map(([l, i, j]) => ({ left: `${l}.${i}`, right: `${l + 1}.${j}` }));
        const toRight = neighbours(hops, 'left', 'right');
        const ordered = orderedLayers(layers, hops);
        expect(crossings(ordered, toRight)).toBeLessThanOrEqual(crossings(layers, toRight));
        for (const [l, layer] of ordered.entries())
          expect(layer.map((i) => i.key).sort()).toEqual(layers[l]?.map((i) => i.key).sort());
      }),
      { numRuns: 60 },
    );
  });
});

describe('columnPlaces', () => {
  it('grants wishes that do not collide', () => {
    expect(
      columnPlaces(
        [
          { middle: 0, height: 10 },
          { middle: 100, height: 10 },
        ],
        5,
      ),
    ).toEqual([0, 100]);
  });

  it('spreads items with the same wish around it, the gap apart', () => {
    const wish = { middle: 50, height: 10 };
    expect(columnPlaces([wish, wish, wish], 5)).toEqual([35, 50, 65]);
  });
});

function placeOf(layout: GraphLayout, id: string) {
  const placed = layout.nodes.find((n) => n.node.id === id);
  if (!placed) throw new Error(`${id} was not placed.`);
  return placed;
}

describe('layoutOf', () => {
  const chain = graphOf(
    [['net'], ['port'], ['server']],
    [
      ['port', 'net'],
      ['server', 'port'],
    ],
  );

  it('places layers from left to right and draws a chain level', () => {
    const layout = layoutOf(chain);
    const [net, port, server] = ['net', 'port', 'server'].map((id) => placeOf(layout, id));
    expect(net?.x).toBeLessThan(port?.x ?? 0);
    expect(port?.x).toBeLessThan(server?.x ?? 0);
    expect(new Set([net?.y, port?.y, server?.y]).size).toBe(1);
  });

  it('takes the node in the later layer for the one that waits, whichever way the edge is written', () => {
    const backwards = { ...chain, edges: chain.edges.map((e) => ({ ...e, from: e.to, to: e.from })) };
    const waits = (layout: GraphLayout) => layout.edges.map((e) => [e.waiting, e.first]);
    expect(waits(layoutOf(chain))).toEqual([
      ['port', 'net'],
      ['server', 'port'],
    ]);
    expect(waits(layoutOf(backwards))).toEqual(waits(layoutOf(chain)));
  });

  it('leaves out edges to nodes that are not there, and of a node to itself', () => {
    const odd = graphOf(
      [['net'], ['port']],
      [
        ['port', 'net'],
        ['port', 'gone'],
        ['port', 'port'],
      ],
    );
    expect(layoutOf(odd).edges).toHaveLength(1);
  });

  it('leads a long edge around the node between', () => {
    const layout = layoutOf(
      graphOf(
        [['a'], ['b'], ['c']],
        [
          ['b', 'a'],
          ['c', 'b'],
          ['c', 'a'],
        ],
      ),
    );
    const long = layout.edges.find((e) => e.first === 'a' && e.waiting === 'c');
    const b = placeOf(layout, 'b');
    const level = Number(/ ([\d.]+)H/.exec(long?.path ?? '')?.[1]);
    expect(level < b.y || level > b.y + nodeHeight).toBe(true);
  });

  it('lets no node cover another, and holds all of them', () => {
    const layers = fc.array(fc.nat(5), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(layers, fc.array(fc.tuple(fc.nat(39), fc.nat(39)), { maxLength: 60 }), (of, pairs) => {
        const figure = graphOf(
          [0, 1, 2, 3, 4, 5].map((l) => of.flatMap((layer, i) => (layer === l ? [`n${i}`] : []))),
          pairs.map(([a, b]) => [`n${a}`, `n${b}`] as const),
        );
        const layout = layoutOf(figure);
        expect(layout.nodes).toHaveLength(of.length);
        for (const [i, a] of layout.nodes.entries()) {
          expect(a.x).toBeGreaterThanOrEqual(0);
          expect(a.y).toBeGreaterThanOrEqual(0);
          expect(a.x + nodeWidth).toBeLessThanOrEqual(layout.width);
          expect(a.y + nodeHeight).toBeLessThanOrEqual(layout.height);
          for (const b of layout.nodes.slice(i + 1))
            expect(a.x !== b.x || Math.abs(a.y - b.y) >= nodeHeight).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('gives the same layout for the same figure', () => {
    expect(layoutOf(chain)).toEqual(layoutOf(chain));
  });

  it('lays 1,000 nodes with edges across all layers out', () => {
    const ids = Array.from({ length: 25 }, (_, l) => Array.from({ length: 40 }, (_, i) => `${l}.${i}`));
    const edges = Array.from({ length: 3000 }, (_, i) => {
      const layer = 1 + (i % 24);
      return [`${layer}.${(i * 7) % 40}`, `${(i * 5) % layer}.${(i * 11) % 40}`] as const;
    });
    expect(layoutOf(graphOf(ids, edges)).nodes).toHaveLength(1000);
  });
});
