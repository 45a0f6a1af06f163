import { describe, expect, it } from 'vitest';
import { made } from './made-store.ts';
import { sampleSession } from './sample-store.ts';

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

describe('createPlanStore: load', () => {
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
