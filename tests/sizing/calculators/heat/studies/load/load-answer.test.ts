import { describe, expect, it } from 'vitest';
import { loadFindings } from '../../../../../../src/sizing/calculators/heat/studies/load/load-findings.ts';
import { loadVerdict } from '../../../../../../src/sizing/calculators/heat/studies/load/load-verdict.ts';
import { plainText } from '../../../../../../src/sizing/core/explanation.ts';
import type { Inputs, Letter } from '../../../../../../src/sizing/core/plan.ts';
import { planWith, upstream } from '../../plans.ts';
import { viewOf } from '../view-of.ts';
import { eight, four, loadOf } from './load-case-of.ts';

/** Resources that do nothing but keep a core busy. */
const busy: Inputs = { secondsPerResource: 0.1, cpuMsPerCreate: 100 };

const find = (id: string, shared: Inputs, own: Inputs = eight) =>
  loadFindings(loadOf(shared, [own])).find((finding) => finding.id === id);
const idsOf = (shared: Inputs, own: Inputs = eight) =>
  loadFindings(loadOf(shared, [own])).map(({ id }) => id);

describe('loadFindings', () => {
  it('blocks what is not carried, and names the workers that carry it at four fifths', () => {
    const finding = find('HL1', { stacksPerHour: 20 });
    expect(finding).toMatchObject({
      severity: 'blocker',
      title: 'Above capacity: 5.6 stacks an hour are left over',
      rules: ['M4', 'HT-1'],
      // 1.8 a worker: 20 ÷ 0.8 ÷ 1.8 = 13.9.
      fix: { label: 'Use 14 workers', edit: { kind: 'set', inputs: { engineWorkers: 14 } } },
    });
    expect(finding?.text).toContain('20 come, 14.4 can be created');
    expect(finding?.text).toContain('14 engine workers per controller would carry it at 80 % or less.');
    expect(find('HL1', { stacksPerHour: 14 })).toBeUndefined();
  });

  it('says so where no number of workers would carry it', () => {
    // 48 cores create 480 resources of 100 ms a second, 5,760 stacks an hour.
    const finding = find('HL1', { ...busy, stacksPerHour: 6000 });
    expect(finding?.text).toContain('No number of engine workers on these controllers would carry it');
    expect(finding).not.toHaveProperty('fix');
  });

  it('cautions over four fifths of the capacity', () => {
    const finding = find('HL2', { stacksPerHour: 12 });
    expect(finding).toMatchObject({
      severity: 'caution',
      title: '83 % of what the engines can create is used',
      rules: ['M4'],
      // 12 ÷ 0.8 ÷ 1.8 = 8.3.
      fix: { label: 'Use 9 workers' },
    });
    expect(finding?.text).toContain('9 engine workers per controller');
    expect(find('HL2', { stacksPerHour: 11.5 })).toBeUndefined();
    expect(find('HL2', { stacksPerHour: 20 })).toBeUndefined();
  });

  it('says that CPU sets the limit, and whether workers help', () => {
    // 16 cores a controller, 8 workers or 16.
    expect(find('HL3', busy)).toMatchObject({ severity: 'note', rules: ['R-8', 'HT-4'] });
    expect(find('HL3', busy)?.text).toBe(
      '100 ms a create: a process is one core at most, so up to 16 workers a controller would help.',
    );
    expect(find('HL3', busy, { ...eight, engineWorkers: 15 })?.text).toContain('up to 16 workers');
    expect(find('HL3', busy, { ...eight, engineWorkers: 16 })?.text).toBe(
      '100 ms a create on 16 cores a controller: more workers than cores add places, not speed.',
    );
    expect(find('HL3', {})).toBeUndefined();
  });

  it('names the other reckoning where it is a quarter away', () => {
    const guide = find('HL4', {});
    expect(guide).toMatchObject({ severity: 'note', rules: ['R-8', 'M1'] });
    expect(guide?.title).toMatch(/^Upstream: full at/);
    expect(guide?.text).toContain(
      '1 is counted. The source code gives each process 64 places unless set, 1,536 in all.',
    );
    const other = find('HL4', upstream, { ...eight, tasksPerWorker: 2 });
    expect(other?.title).toBe('By the guide: full at 28.8 stacks an hour');
    expect(other?.text).toBe(
      'Counting 2 at once for each worker, the cautious reading, there are 48 places.',
    );
    expect(find('HL4', busy)).toBeUndefined();
  });

  it.each([
    // Places by the source code against those by the guide: the ratio of the two ceilings.
    [10, 13, false],
    [10, 7, false],
    [10, 12, true],
    [10, 8, true],
  ])(
    'lets %i tasks of a worker and %i threads differ without a word: %s',
    (tasksPerWorker, executorThreads, isAlike) => {
      const own = { ...eight, tasksPerWorker, executorThreads };
      expect(find('HL4', { cpuMsPerCreate: 1, stacksPerHour: 1 }, own) === undefined).toBe(isAlike);
    },
  );

  it('notes stacks in progress over the limit of a project', () => {
    // 400 stacks an hour of some minutes each.
    const many = { ...upstream, stacksPerHour: 400, maxStacksPerProject: 20 };
    expect(find('HL5', many)).toMatchObject({ severity: 'note', rules: ['HT-7', 'R-10'] });
    expect(find('HL5', many)?.text).toContain('The limit of 20 stacks is per project');
    expect(find('HL5', { ...many, maxStacksPerProject: 1000 })).toBeUndefined();
    expect(find('HL5', { stacksPerHour: 20, maxStacksPerProject: 1 })).toBeUndefined();
  });

  it('counts stacks in progress up to the limit without a word', () => {
    const answer = loadOf({ stacksPerHour: 10 }, [eight]).selected.answer;
    const most = answer.kind === 'settles' ? answer.mostInProgress : 0;
    expect(most).toBeGreaterThan(1);
    expect(find('HL5', { stacksPerHour: 10, maxStacksPerProject: most })).toBeUndefined();
    expect(find('HL5', { stacksPerHour: 10, maxStacksPerProject: most - 1 })?.title).toBe(
      `Up to ${most} stacks are in progress at once`,
    );
  });

  it('warns of nested stacks under convergence', () => {
    expect(find('HL6', {})).toMatchObject({ severity: 'note', rules: ['R-9', 'HT-4'] });
    expect(find('HL6', {})?.text).toContain('well below 24');
    expect(find('HL6', {})?.text).toContain('though the guide names the depth');
    expect(find('HL6', upstream)?.text).not.toContain('though the guide');
    expect(find('HL6', {}, { ...eight, convergence: false })).toBeUndefined();
  });

  it('is content where there is nothing but notes', () => {
    expect(find('HL7', { stacksPerHour: 10 })).toMatchObject({
      severity: 'fine',
      title: '10 stacks an hour are carried',
      text: 'Full at 14.4. Places, CPU and the limit of stacks were checked.',
      rules: ['M4'],
    });
    expect(idsOf({ stacksPerHour: 10 })).toEqual(['HL4', 'HL6', 'HL7']);
    expect(idsOf({ stacksPerHour: 12 })).toEqual(['HL2', 'HL4', 'HL6']);
    expect(idsOf({ stacksPerHour: 20 })).toEqual(['HL1', 'HL4', 'HL6']);
  });
});

describe('loadVerdict', () => {
  const verdict = (shared: Inputs, options: readonly Inputs[] = [eight], selected: Letter = 'A') => {
    const load = loadOf(shared, options, selected);
    return loadVerdict(load, loadFindings(load));
  };

  it.each([
    [10, 'meets', 'Option A carries 10 stacks an hour'],
    [12, 'changes', 'Option A carries 12 stacks an hour, with 1 caution'],
    [20, 'short', 'Option A does not settle: the backlog grows by 5.6 stacks an hour'],
  ])('at %i stacks an hour: %s, %s', (stacksPerHour, state, stateText) => {
    expect(verdict({ stacksPerHour })).toMatchObject({ state, stateText });
  });

  it('has its figures, which say so where the backlog grows', () => {
    const texts = (stacksPerHour: number) =>
      verdict({ stacksPerHour }).keyFigures.map(({ cell, label }) => [label, cell.text]);
    expect(texts(20)).toEqual([
      ['Full at', '14.4'],
      ['Used at the load', '139 %'],
      ['Stack time', 'grows'],
      ['Stacks in progress', 'grows'],
    ]);
    // Hardly any come: 0.01 × 365 s.
    expect(texts(0.01)).toEqual([
      ['Full at', '14.4'],
      ['Used at the load', '0.1 %'],
      ['Stack time', '4:10'],
      ['Stacks in progress', '0'],
    ]);
    const [, , , progress] = verdict({ stacksPerHour: 10 }).keyFigures;
    expect(progress?.cell.note).toMatch(/^99 of 100 moments: \d+ at most$/);
    expect(progress?.cell.value).toBeGreaterThan(1);
    expect(verdict({ stacksPerHour: 20 }).keyFigures[3]?.cell).toEqual({
      text: 'grows',
      value: null,
      tone: 'bad',
    });
  });

  it('says what a stack takes, what sets the limit, and what the baseline does', () => {
    const said = (shared: Inputs, ...args: [(readonly Inputs[])?, Letter?]) =>
      plainText(verdict(shared, ...args).paragraph);
    expect(said({ stacksPerHour: 20 })).toBe('At 20 stacks an hour the backlog grows by 5.6 stacks an hour.');
    expect(said({ stacksPerHour: 0.01 })).toMatch(
      /^At 0.01 stacks an hour a stack takes 4 to 6 min, alone 4 to 6 min; a resource waits .* for a place\. 24 places set the limit; CPU would allow 7,200\.$/,
    );
    expect(said({ stacksPerHour: 0.01 }, [{ ...eight, convergence: false }])).toContain('; a stack waits');
    expect(said({ ...busy, stacksPerHour: 1 })).toMatch(/CPU sets the limit\.$/);
    expect(said({ stacksPerHour: 10 }, [four, eight], 'B')).toMatch(
      / Option 1 does not settle: its backlog grows by 2.8 an hour\.$/,
    );
    expect(said({ stacksPerHour: 0.01 }, [four, eight], 'B')).toMatch(/ Option 1: 8 to 10 min\.$/);
    expect(verdict({}, [four, eight], 'B').spoken).toBe(
      'Option B: Option 2 is full at 14.4 stacks an hour; Option 1 at 7.2.',
    );
  });
});

describe('load view', () => {
  it('says of which stacks the rate is', () => {
    expect(viewOf('load', planWith({}, eight)).hints).toEqual({
      stacksPerHour: 'Each of 300 resources, 20 s each, as on the Size view.',
    });
  });
});
