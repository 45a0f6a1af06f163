import { describe, expect, it } from 'vitest';
import { readDurations } from '../../../../../../src/sizing/calculators/heat/studies/template/read-durations.ts';
import {
  assumptionFindings,
  missingParameterFinding,
  placeText,
  problemFindings,
} from '../../../../../../src/sizing/calculators/heat/studies/template/reading-findings.ts';
import { templateFacts } from '../../../../../../src/sizing/calculators/heat/studies/template/template-facts.ts';
import { graphIn, template } from '../../hot/hot-edges.ts';
import { planWith } from '../../plans.ts';
import { findingIn, viewOf } from '../view-of.ts';
import { problemAt } from './problem-at.ts';

const problems = (count: number) => Array.from({ length: count }, (_, at) => problemAt(at + 1));

const names = (count: number) => Array.from({ length: count }, (_, at) => `n${at + 1}`);

const facts = templateFacts(graphIn(template('2018-08-31', { a: '{type: X}' })), readDurations(''));

describe('placeText', () => {
  it('names the file where it is another one', () => {
    expect(placeText(problemAt(12))).toBe('Line 12, column 3');
    expect(placeText(problemAt(12, { file: 'web.yaml' }))).toBe('web.yaml, line 12, column 3');
  });
});

describe('problemFindings', () => {
  it('has one for each, twenty at most, and counts the others', () => {
    const ids = (count: number) =>
      problemFindings(problems(count), 'caution', 'p').map(({ id, title }) => [id, title]);
    expect(ids(0)).toEqual([]);
    expect(ids(2)).toEqual([
      ['p-1', 'Line 1, column 3: M1'],
      ['p-2', 'Line 2, column 3: M2'],
    ]);
    expect(ids(20)).toHaveLength(20);
    expect(ids(21).slice(19)).toEqual([
      ['p-20', 'Line 20, column 3: M20'],
      ['p-more', '1 place more'],
    ]);
    expect(ids(23).at(-1)).toEqual(['p-more', '3 places more']);
    expect(
      problemFindings(problems(21), 'caution', 'p').every(
        ({ rules, severity }) => severity === 'caution' && rules.length === 0,
      ),
    ).toBe(true);
  });

  it('goes round a circle, twelve of it by name', () => {
    const text = (count: number) => {
      const cycle = names(count).map((name, at) => ({ name, line: at + 1 }));
      return problemFindings([problemAt(1, { cycle })], 'blocker', 'p')[0]?.text;
    };
    expect(text(2)).toBe('n1 (line 1) → n2 (line 2) → n1 wait for one another.');
    expect(text(12)).not.toContain('more');
    expect(text(13)).toContain('n12 (line 12) → 1 more → n1 wait');
    expect(text(0)).toBe('');
    expect(problemFindings([problemAt(1)], 'blocker', 'p')[0]?.text).toBe('');
  });
});

describe('missingParameterFinding', () => {
  const missing = (count: number) =>
    missingParameterFinding(names(count).map((name) => ({ name }) as never))[0];

  it('names twelve, and counts the others', () => {
    expect(missing(0)).toBeUndefined();
    expect(missing(1)).toMatchObject({
      id: 'template-parameters',
      severity: 'caution',
      title: '1 parameter without a value',
      rules: [],
    });
    expect(missing(12)?.text).toMatch(/^n1, .*, n12\. Something/);
    expect(missing(13)?.text).toMatch(/, n12 and 1 more\. Something/);
  });
});

describe('assumptionFindings', () => {
  const found = (more: Partial<typeof facts>, durations = '', types: readonly string[] = []) =>
    assumptionFindings({ ...facts, ...more }, readDurations(durations), types);

  it('says nothing where nothing is assumed', () => {
    expect(found({})).toEqual([]);
  });

  it('repeats lines of seconds that it does not understand, twenty at most', () => {
    expect(found({}, '\nlong\n')).toMatchObject([
      {
        id: 'durations-2',
        severity: 'caution',
        title: 'Seconds by type, line 2: “long” is not understood',
        rules: [],
      },
    ]);
    expect(found({}, 'x\n'.repeat(25))).toHaveLength(20);
  });

  it('names files that are missing, times that are assumed and what is left out', () => {
    expect(found({ missingFiles: ['web.yaml'] })).toMatchObject([
      { id: 'template-files', severity: 'caution', title: '1 nested template not given', rules: ['R-9'] },
    ]);
    expect(found({}, '', ['X', 'Y'])).toMatchObject([
      { id: 'template-durations', severity: 'note', title: '2 types with an assumed time', rules: [] },
    ]);
    expect(found({ disabled: ['a', 'b'] })).toMatchObject([
      {
        id: 'template-disabled',
        severity: 'note',
        title: '2 resources left out by a condition',
        text: 'a, b.',
        rules: [],
      },
    ]);
  });

  it('tells in the view what a condition leaves out', () => {
    const text = `${template('2018-08-31', { a: '{type: X}', b: '{type: X, condition: never}' })}\nconditions: { never: false }\n`;
    const finding = findingIn(viewOf('template', planWith({}), { template: text }), 'template-disabled');
    expect(finding?.title).toBe('1 resource left out by a condition');
    expect(finding?.text).toBe('b.');
  });
});
