import type { XyChart } from '../../../../src/sizing/core/figure.ts';

const axis = { label: '', scale: 'linear', min: 0, max: 100, format: 'number' } as const;

/** A chart from 0 to 100 on both axes that draws nothing but what is given. */
export function blankChart(part: Partial<XyChart>): XyChart {
  return {
    kind: 'xy',
    id: 'c',
    title: '',
    subtitle: '',
    x: axis,
    y: axis,
    series: [],
    marks: [],
    places: [],
    ...part,
  };
}
