import { describe, expect, it } from 'vitest';
import { loadCaseOf } from '../../../../../../src/sizing/calculators/heat/studies/load/load-case.ts';
import {
  answersTable,
  ceilingCell,
  perHourText,
  stackTimeCell,
  usedCell,
} from '../../../../../../src/sizing/calculators/heat/studies/load/load-table.ts';
import type { Inputs } from '../../../../../../src/sizing/core/plan.ts';
import { comparisonOf, planWith, upstream } from '../../plans.ts';
import { eight, four, loadOf } from './load-case-of.ts';

describe('loadCaseOf', () => {
  it('works every option out, by its own and by the other reckoning', () => {
    const load = loadOf({ stacksPerHour: 10 }, [four, eight], 'B');
    expect(load.options.map(({ load: one }) => one.places)).toEqual([12, 24]);
    expect(load.options.map(({ other }) => other.places)).toEqual([768, 1536]);
    expect([load.selected.option.letter, load.baseline.option.letter]).toEqual(['B', 'A']);
    expect(load.options.map(({ answer }) => answer.kind)).toEqual(['grows', 'settles']);
    expect(loadOf(upstream, [eight]).selected).toMatchObject({
      load: { places: 1536 },
      other: { places: 24 },
    });
  });

  it('works out a baseline that is not among the options', () => {
    const comparison = comparisonOf(planWith({}, four, eight), 'B');
    const load = loadCaseOf({ ...comparison, options: comparison.options.slice(1) });
    expect(load.baseline.load.places).toBe(12);
  });
});

describe('perHourText', () => {
  it.each([
    [0.126, '0.13'],
    [9.994, '9.99'],
    [9.995, '10'],
    [14.44, '14.4'],
    [99.94, '99.9'],
    [99.95, '100'],
    [1234.5, '1,235'],
  ])('writes %f as %s', (stacks, text) => {
    expect(perHourText(stacks)).toBe(text);
  });
});

describe('ceilingCell', () => {
  const cell = (shared: Inputs, own: Inputs = eight) => ceilingCell(loadOf(shared, [own]).selected);

  it('names what sets it, by which reckoning', () => {
    expect(cell({ stacksPerHour: 10 })).toMatchObject({
      text: '14.4',
      unit: '/h',
      note: 'places set it',
      explain: {
        worked: '24 places for 300 resources of 20 s each; 40 ms CPU a create allow 7,200: 14.4 an hour',
        origins: ['guide', 'yours', 'assumed'],
        rules: ['HT-1', 'M4'],
      },
    });
    expect(cell({ stacksPerHour: 10 }).tone).toBeUndefined();
    expect(cell({ ...upstream, stacksPerHour: 10 }).explain).toMatchObject({
      origins: ['release', 'yours', 'assumed'],
      rules: ['R-8', 'M4'],
    });
    expect(cell({ secondsPerResource: 0.1, cpuMsPerCreate: 100 }).note).toBe('CPU sets it');
  });

  it('is bad where as much comes', () => {
    const single = {
      controllers: 1,
      resources: 1,
      longestChain: 1,
      secondsPerResource: 0.1,
      cpuMsPerCreate: 100,
    };
    // One place of 0.1 s: 36,000 an hour.
    expect(cell({ ...single, stacksPerHour: 35_999 }, { engineWorkers: 1 }).tone).toBeUndefined();
    expect(cell({ ...single, stacksPerHour: 36_001 }, { engineWorkers: 1 }).tone).toBe('bad');
  });

  it('names the other reckoning where it is a quarter away', () => {
    expect(cell({}).explain?.other).toMatch(/^upstream: /);
    // Where CPU alone sets it both agree.
    expect(cell({ secondsPerResource: 0.1, cpuMsPerCreate: 100 }).explain).not.toHaveProperty('other');
  });

  it('has whole stacks queue where convergence is off', () => {
    // The legacy engine: 6 levels of 20 to 21 s and 30 s of its own.
    const worked = cell({ ...upstream }, { ...eight, convergence: false }).explain?.worked;
    expect(worked).toMatch(/^1,536 places for stacks of 2:00 to 2:36 each;/);
  });
});

describe('stackTimeCell', () => {
  const cell = (shared: Inputs, own: Inputs = eight) => stackTimeCell(loadOf(shared, [own]).selected);

  it('says by how much the backlog grows', () => {
    expect(cell({ stacksPerHour: 20 })).toEqual({
      text: 'grows',
      value: null,
      note: 'by 5.6 an hour',
      tone: 'bad',
    });
  });

  it('explains a time by the stack alone and the waits', () => {
    expect(cell({ stacksPerHour: 0.01 })).toMatchObject({
      text: '4:10',
      note: 'to 6:05',
      explain: {
        worked: expect.stringMatching(
          /^Alone 4:10 to 6:05; at 0.01 an hour a wait of .* at each of 6: 4:10 to 6:05$/,
        ),
        origins: ['yours', 'assumed'],
        rules: ['M4', 'M1'],
      },
    });
    expect(cell({ ...upstream, stacksPerHour: 0.01 }).explain?.rules).toEqual(['M4', 'M2']);
    const off = cell({ stacksPerHour: 0.01 }, { ...eight, convergence: false }).explain;
    expect(off?.worked).toContain(' once: ');
    expect(off?.formula).toContain('of a whole stack for a place');
    expect(cell({ stacksPerHour: 0.01 }).explain?.formula).toContain(
      'for each resource of the longest chain',
    );
  });
});

describe('usedCell', () => {
  const cell = (stacksPerHour: number) => usedCell(loadOf({ stacksPerHour }, [eight]).selected);

  it.each([
    // Of 14.4.
    [1.44, '10 %', 'plain'],
    [1.43, '9.9 %', 'plain'],
    [7.2, '50 %', 'plain'],
    [11.5, '80 %', 'plain'],
    [11.6, '81 %', 'warn'],
    [14.5, '101 %', 'bad'],
  ])('of %f stacks an hour is %s', (stacksPerHour, text, tone) => {
    expect(cell(stacksPerHour)).toMatchObject({ text, tone });
    expect(cell(stacksPerHour).value).toBeCloseTo(stacksPerHour / 14.4, 9);
  });
});

describe('answersTable', () => {
  it('has every option’s numbers, and none of what grows', () => {
    const { rows, subtitle, title } = answersTable(loadOf({ stacksPerHour: 10 }, [four, eight], 'B'));
    expect(title).toContain('10 stacks an hour');
    expect(subtitle).toContain('Stacks of 300 resources come by chance, reckoned by the guide.');
    expect(rows.map(({ id, isMarked, letter }) => [id, letter, isMarked])).toEqual([
      ['A', 'A', undefined],
      ['B', 'B', true],
    ]);
    const [first, second] = rows.map(({ cells }) => cells);
    expect(first?.[0]).toEqual({ text: 'Option 1', value: null });
    expect(first?.[1]).toEqual({ text: '12', value: 12 });
    expect(first?.[2]).toMatchObject({ text: '7.2', note: 'places' });
    expect(first?.[5]).toEqual({ text: '8:20 to 10:10', value: 500 });
    expect(first?.slice(6)).toEqual([
      { text: '–', value: null },
      { text: '–', value: null },
    ]);
    // 10 stacks of 300 × 20 s an hour hold 16.7 of 24 places.
    expect(second?.[6]?.text).toBe('17');
    expect(second?.[6]?.value).toBeCloseTo(50 / 3, 4);
    expect(answersTable(loadOf(upstream, [eight])).subtitle).toContain('by the source code');
  });

  it('has a decimal under ten places and stacks', () => {
    // 5 × 6,000 ÷ 3,600 = 8.3; Little’s stacks likewise.
    const [row] = answersTable(loadOf({ stacksPerHour: 5 }, [eight])).rows;
    expect(row?.cells[6]?.text).toBe('8.3');
    expect(row?.cells[7]?.text).toMatch(/^\d\.\d$/);
    expect(row?.cells[7]?.note).toMatch(/^to \d+$/);
    const [many] = answersTable(loadOf({ ...upstream, stacksPerHour: 400 }, [eight])).rows;
    expect(many?.cells[7]?.text).toMatch(/^\d+$/);
    expect(many?.cells[6]?.text).toMatch(/^\d+$/);
  });
});
