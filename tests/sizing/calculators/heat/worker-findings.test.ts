import { describe, expect, it } from 'vitest';
import { findOnTable } from './find-on-table.ts';

describe('deadlockFloor', () => {
  it('blames the table only where that is where the number comes from', () => {
    expect(findOnTable('R-9', { vcpuPerController: 4 }, { engineWorkers: 2 })?.text).toContain(
      'The guide’s table gives 2.',
    );
    expect(findOnTable('R-9', { vcpuPerController: 4 }, { engineWorkers: 3 })?.text).not.toContain(
      'table gives',
    );
    expect(findOnTable('R-9', {}, { engineWorkers: 3 })?.fix).toEqual({
      label: 'Use 4',
      edit: { kind: 'set', inputs: { engineWorkers: 4 } },
    });
  });
});

describe('executorSetApart', () => {
  it('speaks on either side of 64', () => {
    expect(findOnTable('R-8-executor', {}, { executorThreads: 63 })?.severity).toBe('caution');
    expect(findOnTable('R-8-executor', {}, { executorThreads: 65 })?.severity).toBe('note');
    expect(findOnTable('R-8-executor', {}, { executorThreads: 1 })?.text).toContain(
      'Each process then has 1 place,',
    );
  });
});

describe('overTable', () => {
  it.each([
    // Over the table’s 8, and over half a worker for each of the 16 to 31 vCPU its row stands for.
    [16, 8, false],
    [16, 9, true],
    [24, 12, false],
    [24, 13, true],
    [64, 32, false],
    [64, 33, true],
    // Under the table one worker for each two vCPU, and one at least.
    [1, 1, false],
    [1, 2, true],
    [4, 2, false],
    [4, 3, true],
  ])('on %i vCPU with %i workers: %s', (vcpuPerController, engineWorkers, isOver) => {
    expect(findOnTable('H7', { vcpuPerController }, { engineWorkers }) !== undefined).toBe(isOver);
  });

  it('says how they stand to the text, and what of the cores', () => {
    const text = (engineWorkers: number) => findOnTable('H7', {}, { engineWorkers })?.text;
    expect(text(31)).toContain('over the table and falls short of the text.');
    expect(text(32)).toContain('over the table.');
    expect(text(16)).not.toContain('cores for');
    expect(text(17)).toContain('16 cores for 17 processes');
    expect(findOnTable('H7', { vcpuPerController: 1 }, { engineWorkers: 2 })?.text).toContain(
      '1 core for 2 processes',
    );
    expect(findOnTable('H7', {}, { engineWorkers: 9 })?.title).toMatch(/^9 workers exceed the table’s 8/);
  });
});

describe('whyNotTheText', () => {
  it('answers up to one worker fewer than the text has', () => {
    expect(findOnTable('K1', {}, { engineWorkers: 31 })?.title).toBe('Why not 32 workers per controller?');
    expect(findOnTable('K1', {}, { engineWorkers: 32 })).toBeUndefined();
    // 6,000 s over 96: at least the chain of 120 s, at most 62.5 + 118.75 s.
    expect(findOnTable('K1', {})?.text).toMatch(
      /^The stack would take 2 to 3 min, but pool 64 on every process/,
    );
  });

  it('counts the guide’s overflow of 20, and a floor only above that', () => {
    // (96 × (64 + 21) + 12 × (64 + 20)), and 108 × 84.
    expect(findOnTable('K1', {}, { executorThreads: 21 })?.text).toContain(
      'overflow raised to 21, may open 9,168',
    );
    expect(findOnTable('K1', {}, { executorThreads: 20 })?.text).toContain(
      'the default overflow of 20, may open 9,072',
    );
  });
});

describe('pastTheKnee', () => {
  it('sends back to the knee, or to four where that is less', () => {
    // ⌈300 ÷ (chain × 3)⌉: 20 for 5, 5 for 20, 4 for 25.
    const button = (longestChain: number, engineWorkers: number) =>
      findOnTable('H8', { longestChain }, { engineWorkers, poolSize: 100 })?.fix?.label;
    expect(button(5, 21)).toBe('Use 20');
    expect(button(5, 20)).toBeUndefined();
    expect(button(20, 6)).toBe('Use 5');
    expect(button(25, 5)).toBe('Use 4');
    expect(button(300, 5)).toBe('Use 4');
    expect(findOnTable('H8', { longestChain: 25 }, { engineWorkers: 5 })?.text).toBe(
      '25 in a chain at 20 s each cannot be shared out.',
    );
  });

  it('raises no pool, for workers become fewer', () => {
    expect(findOnTable('H8', {}, { engineWorkers: 18, poolSize: 36 })?.fix?.edit).toEqual({
      kind: 'set',
      inputs: { engineWorkers: 17 },
    });
  });
});

describe('defaultOverTable', () => {
  it('speaks of 4 workers on 4 vCPU only', () => {
    expect(findOnTable('K9', { vcpuPerController: 4 }, { engineWorkers: 4 })?.id).toBe('K9');
    expect(findOnTable('K9', { vcpuPerController: 4 }, { engineWorkers: 3 })).toBeUndefined();
    expect(findOnTable('K9', { vcpuPerController: 5 }, { engineWorkers: 4 })).toBeUndefined();
  });
});

describe('alertOnEngines', () => {
  it('speaks of one process in the singular', () => {
    expect(findOnTable('H11', { controllers: 1 }, { engineWorkers: 1 })?.text).toContain(
      'upstream lists 1 engine process.',
    );
  });
});
