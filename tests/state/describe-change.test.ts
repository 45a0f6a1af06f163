import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/sizing/core/plan.ts';
import { describeChange } from '../../src/state/describe-change.ts';
import { sampleCalculator } from '../sample-calculator/index.ts';
import { planWith } from './sample-store.ts';

const plan = planWith({ A: { nodes: 9 }, B: {} });
const said = (from: Plan, to: Plan) => describeChange(sampleCalculator, from, to);

describe('describeChange', () => {
  it('names the field and both values, and where it stands', () => {
    expect(said(plan, planWith({ A: { nodes: 1200 }, B: {} }))).toEqual({
      text: 'Consumers 9 to 1,200',
      letter: 'A',
      field: 'nodes',
    });
  });

  it('names no option for a field of all', () => {
    expect(said(plan, { ...plan, shared: { ...plan.shared, messages: 500 } })).toEqual({
      text: 'Messages in flight 400 to 500',
      field: 'messages',
    });
  });

  it('says values as the form does', () => {
    const text = (inputs: Parameters<typeof planWith>[0]) => said(plan, planWith(inputs)).text;
    expect(text({ A: { nodes: 9, mode: 'classic' }, B: {} })).toBe('Queue type Quorum to Classic');
    expect(text({ A: { nodes: 9, lazy: true }, B: {} })).toBe('Lazy queue off to on');
    expect(text({ A: { nodes: 9, prefetch: 16 }, B: {} })).toBe('Prefetch auto to 16');
    expect(said(plan, { ...plan, shared: { ...plan.shared, limit: 60 } }).text).toBe(
      'Connections allowed empty to 60',
    );
  });

  it('counts several fields, and keeps the option when all are of one', () => {
    expect(said(plan, planWith({ A: { nodes: 1, lazy: true }, B: {} }))).toEqual({
      text: '2 settings',
      letter: 'A',
    });
    expect(said(plan, planWith({ A: { nodes: 1 }, B: { nodes: 1 } }))).toEqual({ text: '2 settings' });
  });

  it('speaks of options that come and go', () => {
    expect(said(plan, planWith({ A: { nodes: 9 } }))).toEqual({ text: 'option B removed' });
    expect(said(planWith({ A: { nodes: 9 } }), plan)).toEqual({ text: 'option B back', letter: 'B' });
    expect(said(planWith({ A: {} }), planWith({ C: {} }, 'C')).text).toBe('all options replaced');
  });

  it('speaks of title, baseline, name and order', () => {
    expect(said(plan, { ...plan, title: 'New' }).text).toBe('title “Queue” to “New”');
    expect(said(plan, { ...plan, baseline: 'B' }).text).toBe('baseline A to B');
    const options = plan.options.map((o) => (o.letter === 'B' ? { ...o, name: 'Other' } : o));
    expect(said(plan, { ...plan, options })).toEqual({ text: 'name of option B', letter: 'B' });
    expect(said(plan, { ...plan, options: plan.options.toReversed() }).text).toBe('order of options');
  });
});
