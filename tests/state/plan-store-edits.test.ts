import { describe, expect, it } from 'vitest';
import { sampleCalculator } from '../sample-calculator/index.ts';
import { made } from './made-store.ts';
import { planWith, sampleSession } from './sample-store.ts';

describe('createPlanStore: options', () => {
  it('get the first free letter, at the right end, as a copy of the selected one', () => {
    const { addOption, letters, nodes, remove, selected } = made();
    addOption();
    expect(letters()).toBe('ABC');
    expect(nodes('C')).toBe(20);
    remove('A');
    addOption();
    expect(letters()).toBe('BCA');
    expect(selected()).toBe('A');
  });

  it('keep their letters when they are moved', () => {
    const { letters, move, nodes } = made();
    move('A', 1);
    expect(letters()).toBe('BA');
    expect([nodes('A'), nodes('B')]).toEqual([10, 20]);
  });

  it('are duplicated to their right, named after their letter and selected', () => {
    const { duplicate, letters, nodes, now, selected } = made();
    duplicate('A');
    expect(letters()).toBe('ACB');
    expect(selected()).toBe('C');
    expect(now().options[1]?.name).toBe('A copy');
    expect(nodes('C')).toBe(10);
  });

  it('are six at most', () => {
    const { addOption, duplicate, letters, steps } = made();
    for (let more = 0; more < 4; more++) addOption();
    expect(letters()).toBe('ABCDEF');
    const before = steps();
    addOption();
    duplicate('A');
    expect(letters()).toBe('ABCDEF');
    expect(steps()).toBe(before);
  });

  it('are one at least', () => {
    const { letters, remove } = made();
    remove('A');
    remove('B');
    expect(letters()).toBe('B');
  });

  it('pass the baseline to the leftmost one when it is deleted, and the selection to the neighbour', () => {
    const { letters, load, now, remove, selected } = made();
    load({ ...sampleSession(), plan: planWith({ C: {}, A: {}, D: {} }, 'D'), selected: 'A' }, 'own');
    remove('D');
    expect(now().baseline).toBe('C');
    expect(selected()).toBe('A');
    remove('A');
    expect(letters()).toBe('C');
    expect(selected()).toBe('C');
  });
});

describe('createPlanStore: setInput', () => {
  it('sets a shared field for all options and another one for its option only', () => {
    const { nodes, now, setInput } = made();
    setInput('A', 'messages', 900);
    setInput('A', 'nodes', 30);
    expect(now().shared.messages).toBe(900);
    expect([nodes('A'), nodes('B')]).toEqual([30, 20]);
    expect(now().options[0]?.inputs).not.toHaveProperty('messages');
  });

  it('keeps a field on its rule as “auto”, not as the number', () => {
    const { now, setInput, wait } = made();
    setInput('A', 'prefetch', 50);
    wait(1000);
    setInput('A', 'prefetch', 'auto');
    expect(now().options[0]?.inputs.prefetch).toBe('auto');
  });

  it('does not know a field that is none', () => {
    expect(() => made().setInput('A', 'nowhere', 1)).toThrow('sample-queue has no parameter “nowhere”');
  });
});

describe('createPlanStore: applyPreset', () => {
  it('replaces the whole plan by a set, in one step, and keeps the title', () => {
    const { applyPreset, nodes, now, remove, setInput, setTitle, undo, wait } = made();
    const [set] = sampleCalculator.presets;
    if (!set) throw new Error('no preset');
    setTitle('My site');
    wait(1000);
    setInput('A', 'messages', 900);
    remove('A');
    applyPreset(set);
    expect(nodes('A')).toBe(10);
    expect(now().shared.messages).toBe(400);
    expect(now().title).toBe('My site');
    undo();
    expect(now().shared.messages).toBe(900);
    expect(now().options.map((o) => o.letter)).toEqual(['B']);
  });

  it('replaces the selected option by a single one, all its inputs, and leaves the others', () => {
    const { applyPreset, letters, nodes, now, select, setInput } = made();
    setInput('A', 'vhost', 'mine');
    select('A');
    const options = [{ name: 'Small', inputs: { nodes: 3 } }];
    applyPreset({ id: 's', label: 'Small', note: '', rules: [], shared: { messages: 50 }, options });
    expect(letters()).toBe('AB');
    expect(now().options[0]).toMatchObject({
      letter: 'A',
      name: 'Small',
      inputs: { nodes: 3, vhost: 'main' },
    });
    expect(nodes('B')).toBe(20);
    expect(now().shared.messages).toBe(50);
  });
});

describe('createPlanStore: apply', () => {
  it('sets what a finding’s button says on the selected option, as one step', () => {
    const { apply, nodes, now, steps } = made();
    apply({ kind: 'set', inputs: { nodes: 13, messages: 410 } });
    expect(nodes('B')).toBe(13);
    expect(nodes('A')).toBe(10);
    expect(now().shared.messages).toBe(410);
    expect(steps()).toBe(1);
  });

  it('adds an option that starts as the selected one', () => {
    const { apply, letters, nodes, now, selected, steps } = made();
    apply({ kind: 'add-option', name: 'Thirteen', inputs: { nodes: 13 } });
    expect(letters()).toBe('ABC');
    expect(selected()).toBe('C');
    expect(now().options[2]).toMatchObject({ name: 'Thirteen', inputs: { nodes: 13, vhost: 'main' } });
    expect(nodes('B')).toBe(20);
    expect(steps()).toBe(1);
  });

  it('leaves all options alone when there is no letter left for a new one', () => {
    const { addOption, apply, letters, nodes, selected } = made();
    for (let more = 0; more < 4; more++) addOption();
    apply({ kind: 'add-option', name: 'Seventh', inputs: { nodes: 13 } });
    expect(letters()).toBe('ABCDEF');
    expect(nodes(selected())).toBe(20);
  });
});
