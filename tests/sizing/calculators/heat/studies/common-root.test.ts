import { describe, expect, it } from 'vitest';
import { withCommonRoot } from '../../../../../src/sizing/calculators/heat/studies/template/common-root.ts';
import { graphIn, template } from '../hot/hot-edges.ts';

describe('withCommonRoot', () => {
  it('puts one resource that creates nothing before all that wait for nothing, under a free name', () => {
    const graph = withCommonRoot(
      graphIn(
        template('2018-08-31', {
          a: '{type: X}',
          start: '{type: X}',
          c: '{type: X, depends_on: a}',
        }),
      ),
    );
    expect(graph.resources.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'start_ OS::Heat::None',
      'a X',
      'start X',
      'c X',
    ]);
    expect(graph.edges.map(({ from, to }) => `${from} > ${to}`).sort()).toEqual([
      'a > start_',
      'c > a',
      'start > start_',
    ]);
    expect(graph.resources[0]).toMatchObject({ isExternal: false, nested: null, missingFile: null, line: 1 });
    expect(graph.edges.filter(({ to }) => to === 'start_').map(({ reasons }) => reasons)).toEqual([
      ['depends_on'],
      ['depends_on'],
    ]);
    expect(graph.shape).toEqual({ depth: 3, widths: [1, 2, 1], leaves: 1 });
  });
});
