import { describe, expect, it } from 'vitest';
import type { Letter } from '../../src/sizing/core/plan.ts';
import { createPlanStore } from '../../src/state/plan-store.ts';
import { sampleCalculator } from '../sample-calculator/index.ts';
import { planWith, sampleSession } from './sample-store.ts';

/** A store whose clock stands still until it is moved. */
function made() {
  let time = 0;
  const plan = createPlanStore(sampleCalculator, () => time);
  return {
    ...plan,
    wait: (ms: number) => {
      time += ms;
    },
    now: () => plan.store.getState().plan,
    selected: () => plan.store.getState().selected,
    letters: () =>
      plan.store
        .getState()
        .plan.options.map((o) => o.letter)
        .join(''),
    nodes: (letter: Letter) =>
      plan.store.getState().plan.options.find((o) => o.letter === letter)?.inputs.nodes,
    steps: () => plan.history.getState().pastStates.length,
  };
}

describe('createPlanStore', () => {
  it('begins with the first preset', () => {
    const { letters, now, selected } = made();
    expect(letters()).toBe('AB');
    expect(selected()).toBe('B');
    expect(now().baseline).toBe('A');
  });

  it('undoes a hundred steps and forgets older ones', () => {
    const { nodes, setInput, steps, undo, wait } = made();
    for (let value = 101; value <= 205; value++) {
      setInput('A', 'nodes', value);
      wait(1000);
    }
    expect(steps()).toBe(100);
    for (let step = 0; step < 100; step++) expect(undo()).toBeDefined();
    expect(nodes('A')).toBe(105);
    expect(undo()).toBeUndefined();
  });

  it('takes typing in one field within 800 ms for one step', () => {
    const { nodes, redo, setInput, steps, undo, wait } = made();
    setInput('A', 'nodes', 1);
    wait(799);
    setInput('A', 'nodes', 12);
    wait(799);
    setInput('A', 'nodes', 125);
    expect(steps()).toBe(1);
    undo();
    expect(nodes('A')).toBe(10);
    redo();
    expect(nodes('A')).toBe(125);
  });

  it('takes typing after 800 ms for a step of its own', () => {
    const { nodes, setInput, undo, wait } = made();
    setInput('A', 'nodes', 1);
    wait(800);
    setInput('A', 'nodes', 12);
    undo();
    expect(nodes('A')).toBe(1);
  });

  it('does not mix two fields, two options or two acts, however quick', () => {
    const { setInput, steps, setBaseline, move, rename } = made();
    setInput('A', 'nodes', 1);
    setInput('B', 'nodes', 1);
    setInput('A', 'prefetch', 1);
    rename('A', 'One');
    setBaseline('B');
    setBaseline('A');
    move('A', 1);
    move('A', -1);
    expect(steps()).toBe(8);
  });

  it('begins a new step after undo, even in the same field', () => {
    const { nodes, setInput, undo } = made();
    setInput('A', 'nodes', 1);
    undo();
    setInput('A', 'nodes', 2);
    setInput('A', 'nodes', 3);
    undo();
    expect(nodes('A')).toBe(10);
  });

  it('forgets what could be redone once something else is done', () => {
    const { nodes, redo, setInput, undo, wait } = made();
    setInput('A', 'nodes', 1);
    wait(100);
    undo();
    wait(100);
    setInput('A', 'nodes', 2);
    expect(redo()).toBeUndefined();
    expect(nodes('A')).toBe(2);
  });

  it('brings a deleted option back with letter, place, inputs and baseline', () => {
    const plan = made();
    plan.setInput('A', 'nodes', 77);
    plan.remove('A');
    expect(plan.letters()).toBe('B');
    expect(plan.now().baseline).toBe('B');
    const change = plan.undo();
    expect(change).toEqual({ text: 'option A back', letter: 'A' });
    expect(plan.letters()).toBe('AB');
    expect(plan.now().baseline).toBe('A');
    expect(plan.nodes('A')).toBe(77);
    expect(plan.selected()).toBe('A');
  });

  it('selects the option that an undone edit was made on', () => {
    const { select, selected, setInput, undo } = made();
    setInput('A', 'nodes', 77);
    select('B');
    expect(undo()).toEqual({ text: 'Consumers 77 to 10', letter: 'A', field: 'nodes' });
    expect(selected()).toBe('A');
  });

  it('always has a selected option and a baseline, whatever is undone and redone', () => {
    const plan = made();
    const acts = [
      () => plan.addOption(),
      () => plan.setBaseline('C'),
      () => plan.select('A'),
      () => plan.remove('A'),
      () => plan.duplicate('B'),
      () => plan.remove('C'),
      () => plan.move('B', 1),
    ];
    const check = () => {
      expect(plan.letters()).toContain(plan.selected());
      expect(plan.letters()).toContain(plan.now().baseline);
    };
    for (const act of acts) {
      act();
      check();
    }
    while (plan.undo()) check();
    expect(plan.letters()).toBe('AB');
    while (plan.redo()) check();
  });

  it('is not asked to undo looking: selecting and changing the view are no steps', () => {
    const { select, setView, steps } = made();
    select('A');
    setView('details');
    expect(steps()).toBe(0);
  });

  it('is not asked to undo what changed nothing', () => {
    const { apply, move, remove, rename, setBaseline, setInput, setTitle, steps, wait } = made();
    setBaseline('A');
    move('A', -1);
    move('B', 1);
    remove('F');
    setInput('A', 'nodes', 10);
    wait(1000);
    setInput('A', 'messages', 400);
    rename('A', 'Today');
    setTitle('Queue');
    apply({ kind: 'set', inputs: { nodes: 20, messages: 400 } });
    expect(steps()).toBe(0);
  });
});

describe('options', () => {
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

describe('setInput', () => {
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

describe('applyPreset', () => {
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

describe('apply', () => {
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

describe('load', () => {
  it('forgets the history of the plan before', () => {
    const { load, setInput, steps, store, undo } = made();
    setInput('A', 'nodes', 1);
    const before = store.getState().lineage;
    load(sampleSession(), 'opened');
    expect(steps()).toBe(0);
    expect(undo()).toBeUndefined();
    expect(store.getState().origin).toBe('opened');
    expect(store.getState().lineage).not.toBe(before);
  });

  it('begins a new step with the next edit of the same field', () => {
    const { load, nodes, setInput, undo } = made();
    setInput('A', 'nodes', 1);
    load(sampleSession(), 'own');
    setInput('A', 'nodes', 2);
    undo();
    expect(nodes('A')).toBe(10);
  });
});
