import { describe, expect, it } from 'vitest';
import type { Axis } from '../../../../src/sizing/core/figure.ts';
import { axisFraction, axisTicks, tickText } from '../../../../src/ui/figures/recharts/axis-scale.ts';

function axis(part: Partial<Axis>): Axis {
  return { label: '', scale: 'linear', min: 0, max: 100, format: 'number', ...part };
}

describe('axisFraction', () => {
  it('puts the middle of a linear axis at a half', () => {
    expect(axisFraction(axis({ min: 100, max: 300 }), 200)).toBe(0.5);
  });

  it('puts the geometric mean of a log axis at a half, whatever its base', () => {
    expect(axisFraction(axis({ scale: 'log2', min: 2, max: 32 }), 8)).toBeCloseTo(0.5);
    expect(axisFraction(axis({ scale: 'log10', min: 10, max: 1000 }), 100)).toBeCloseTo(0.5);
  });

  it('draws zero at the low end of a log axis', () => {
    expect(axisFraction(axis({ scale: 'log10', min: 10, max: 1000 }), 0)).toBe(0);
  });
});

describe('axisTicks', () => {
  it('takes powers of two on a log2 axis', () => {
    expect(axisTicks(axis({ scale: 'log2', min: 2, max: 64 }))).toEqual([2, 4, 8, 16, 32, 64]);
  });

  it('takes powers of ten inside a log10 axis', () => {
    expect(axisTicks(axis({ scale: 'log10', min: 50, max: 20_000 }))).toEqual([100, 1000, 10_000]);
  });

  it('takes round numbers on a linear axis', () => {
    expect(axisTicks(axis({ min: 0, max: 800 }))).toEqual([0, 200, 400, 600, 800]);
    expect(axisTicks(axis({ min: 0, max: 0.5 }))).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
  });

  it('is round in minutes when seconds are written as minutes', () => {
    expect(axisTicks(axis({ min: 0, max: 1200, format: 'minutes' }))).toEqual([0, 300, 600, 900, 1200]);
  });

  it('keeps the ticks that the chart gives', () => {
    expect(axisTicks(axis({ ticks: [1, 7] }))).toEqual([1, 7]);
  });
});

describe('tickText', () => {
  it('groups thousands, writes durations and shares', () => {
    expect(tickText(axis({}), 10_000)).toBe('10,000');
    expect(tickText(axis({ format: 'duration' }), 250)).toBe('4:10');
    expect(tickText(axis({ format: 'percent' }), 0.8)).toBe('80%');
  });
});
