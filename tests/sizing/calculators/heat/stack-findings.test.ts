import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../src/sizing/core/plan.ts';
import { buttonOf, findOnTable } from './find-on-table.ts';
import { findingOf, planWith, table } from './plans.ts';

describe('targetMissed', () => {
  it('may be missed where the short end meets it exactly, and is kept where the long end does', () => {
    // 288 × 20 s over 24 are 240 s; the long end 240 + 115 = 355 s.
    const stack = { resources: 288 };
    expect(findOnTable('target', { ...stack, targetMinutes: 4 })).toMatchObject({
      severity: 'caution',
      title: 'The target of 4:00 may be missed',
      text: 'The stack takes 4:00 to 5:55.',
    });
    expect(findOnTable('target', { ...stack, targetMinutes: 355 / 60 })).toBeUndefined();
    expect(findOnTable('target', { ...stack, targetMinutes: 3.5 })).toMatchObject({
      severity: 'blocker',
      title: 'The target of 3:30 is missed',
    });
  });

  it('names the chain only by the guide, and only where it is longer than the target', () => {
    const chain = 'The longest chain alone takes 2:00.';
    expect(findOnTable('target', { targetMinutes: 1.5 })?.text).toContain(chain);
    expect(findOnTable('target', { targetMinutes: 2 })?.text).not.toContain('chain');
    expect(findOnTable('target', { targetMinutes: 1.5, reckonBy: 'upstream' })?.text).not.toContain('chain');
  });

  it('speaks of stacks where there are several', () => {
    expect(findOnTable('target', { targetMinutes: 1, stacksAtOnce: 2 })?.text).toMatch(
      /^The stacks take 8:20 to 10:15\./,
    );
  });

  it('offers nothing where no number of workers is enough', () => {
    expect(findOnTable('target', { targetMinutes: 1.5 })?.fix).toBeUndefined();
  });

  it('turns convergence on where that is what it takes, with the workers that keep the target', () => {
    // In sequence 6,000 s however many workers; 8 of them keep 370 s together: 250 + 115 s.
    const finding = findOnTable('target', { targetMinutes: 370 / 60 }, { convergence: false });
    expect(finding?.fix).toEqual({
      label: 'Use convergence and 8 workers',
      edit: { kind: 'set', inputs: { engineWorkers: 8, convergence: true } },
    });
    // Many stacks take turns: 25 need a second one on 24 workers, and none on 27.
    const stacks = { stacksAtOnce: 25, targetMinutes: 101 };
    expect(buttonOf(findOnTable('target', stacks, { convergence: false }))).toEqual({
      engineWorkers: 9,
      poolSize: 18,
    });
    expect(findOnTable('target', stacks, { convergence: false })?.fix?.label).toBe('Use 9 workers');
  });

  it('counts workers by the source code where that is how the plan reckons', () => {
    // 1,000,000 creates of 0.1 s on cores: 40 ms each at most, so 40,000 s over the cores, which 16 workers use up.
    const many: Inputs = {
      reckonBy: 'upstream',
      resources: 1000,
      leaves: 1,
      longestChain: 1,
      secondsPerResource: 0.1,
      stacksAtOnce: 1000,
      targetMinutes: 30,
    };
    const workers = Number(buttonOf(findOnTable('target', many))?.engineWorkers);
    // 40,000 s ÷ (3 w) within 1,800 s takes 8 workers at least; what comes beside takes more.
    expect(workers).toBeGreaterThan(8);
    expect(workers).toBeLessThanOrEqual(16);
    expect(findOnTable('target', many, { engineWorkers: workers, poolSize: 32 })).toBeUndefined();
    expect(findOnTable('target', many, { engineWorkers: workers - 1, poolSize: 32 })).toBeDefined();
  });
});

describe('convergenceOff and suitsConvergence', () => {
  it('count a stack from 50 resources on as large', () => {
    expect(findOnTable('HT-5', { resources: 50 })).toMatchObject({
      severity: 'fine',
      title: '50 resources suit convergence',
      text: 'At the 50 where parallel work pays off.',
    });
    expect(findOnTable('HT-5', { resources: 51 })?.text).toBe('Above the 50 where parallel work pays off.');
    expect(findOnTable('HT-5', { resources: 49 })).toBeUndefined();
    expect(findOnTable('HT-5', {}, { convergence: false })).toBeUndefined();
  });

  it('say what it takes in sequence, or by the legacy engine', () => {
    const off = { convergence: false };
    expect(findOnTable('H6', {}, off)?.text).toContain(
      '300 resources in sequence take 1:40:00; from 50 resources on',
    );
    // 6 levels of 20 to 21 s and 0.1 s for each resource.
    expect(findOnTable('H6', { reckonBy: 'upstream' }, off)?.text).toContain('about 2:00 to 2:36 here');
  });
});

describe('limits of a project', () => {
  it('are kept by exactly as many', () => {
    expect(findOnTable('stack-limit', { stacksAtOnce: 5, maxStacksPerProject: 5 })).toBeUndefined();
    expect(findOnTable('stack-limit', { stacksAtOnce: 2, maxStacksPerProject: 1 })?.text).toContain(
      'allows 1 stack in',
    );
  });
});

describe('leafPace', () => {
  const leaf = (shared: Inputs, own: Inputs = {}) => findOnTable('R-7', shared, own);

  it('speaks from two leaves on', () => {
    expect(leaf({ leaves: 1 })).toBeUndefined();
    expect(leaf({ leaves: 2 })?.text).toBe(
      '2 wait for nothing, and the last one starts after 1 s, however many workers run.',
    );
    // A chain of all but one: two may be independent.
    expect(leaf({ resources: 7 })?.text).toMatch(/^If all 2 that may be independent are,/);
  });

  it('compares with the guide’s time only where that is how the plan reckons', () => {
    // 16 workers: 242.5 s at most by the guide.
    const sixteen = { engineWorkers: 16, poolSize: 32 };
    expect(leaf({ leaves: 244 }, sixteen)?.text).toContain(
      'That is past the 2:05 to 4:03 of the guide’s reckoning.',
    );
    expect(leaf({ leaves: 243 }, sixteen)?.text).not.toContain('past');
    expect(leaf({ leaves: 300, reckonBy: 'upstream' }, sixteen)?.text).not.toContain('past');
  });

  it('cautions only where the pace breaks a target that the guide’s time keeps', () => {
    const sixteen = { engineWorkers: 16, poolSize: 32 };
    const severity = (shared: Inputs) => leaf(shared, sixteen)?.severity;
    expect(severity({ leaves: 300, targetMinutes: 299 / 60 })).toBe('note');
    expect(severity({ leaves: 301, resources: 301, targetMinutes: 299 / 60 })).toBe('caution');
    expect(severity({ leaves: 300 })).toBe('note');
    expect(severity({ leaves: 300, reckonBy: 'upstream', targetMinutes: 1 })).toBe('note');
    expect(severity({ leaves: 200, targetMinutes: 1 })).toBe('note');
  });
});

describe('modeIsSticky', () => {
  it('speaks where an option changes the mode either way', () => {
    const off = { ...table, convergence: false };
    expect(findingOf(planWith({}, off, table), 'mode-sticky', 'B')?.id).toBe('mode-sticky');
    expect(findingOf(planWith({}, off, off), 'mode-sticky', 'B')).toBeUndefined();
  });
});
