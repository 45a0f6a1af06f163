import { describe, expect, it } from 'vitest';
import { defaultsOf, planOf } from '../../../src/sizing/core/preset.ts';
import { sampleCalculator } from '../../sample-calculator/index.ts';

describe('defaultsOf', () => {
  it('has the parameters of one scope only, by their long names', () => {
    expect(defaultsOf(sampleCalculator, 'option')).toEqual({
      nodes: 20,
      prefetch: 'auto',
      mode: 'quorum',
      lazy: false,
      vhost: 'main',
    });
  });
});

describe('planOf', () => {
  it('fills in what a preset leaves out and selects what it says', () => {
    const [preset] = sampleCalculator.presets;
    if (!preset) throw new Error('no preset');
    const { plan, selected } = planOf(sampleCalculator, preset);
    expect(selected).toBe('B');
    expect(plan.baseline).toBe('A');
    expect(plan.options.map((o) => [o.letter, o.name, o.inputs.nodes, o.inputs.prefetch])).toEqual([
      ['A', 'Today', 10, 'auto'],
      ['B', 'Tomorrow', 20, 'auto'],
    ]);
  });

  it('says which position has no letter when a preset has seven options', () => {
    const options = Array.from({ length: 7 }, () => ({ name: 'One', inputs: {} }));
    expect(() => planOf(sampleCalculator, { id: 'x', label: 'X', note: '', rules: [], options })).toThrow(
      'no letter for position 6',
    );
  });
});
