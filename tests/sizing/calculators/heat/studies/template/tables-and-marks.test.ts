import { describe, expect, it } from 'vitest';
import type { MissingParameter } from '../../../../../../src/sizing/calculators/heat/hot/read-parameters.ts';
import { readDurations } from '../../../../../../src/sizing/calculators/heat/studies/template/read-durations.ts';
import {
  chainTable,
  parameterTable,
  problemTable,
} from '../../../../../../src/sizing/calculators/heat/studies/template/tables.ts';
import { templateFacts } from '../../../../../../src/sizing/calculators/heat/studies/template/template-facts.ts';
import {
  orderedMarks,
  templateMarks,
} from '../../../../../../src/sizing/calculators/heat/studies/template/text-marks.ts';
import { graphIn, template } from '../../hot/hot-edges.ts';
import { planWith } from '../../plans.ts';
import { server } from '../template-texts.ts';
import { rowOf, viewOf } from '../view-of.ts';
import { problemAt } from './problem-at.ts';

describe('problemTable', () => {
  it('lists each place', () => {
    const table = problemTable([problemAt(12), problemAt(3, { file: 'web.yaml' })]);
    expect(table.subtitle).toBe('2 places to look at; Heat would refuse it too.');
    expect(table.rows.map(({ cells, id }) => [id, ...cells.map(({ text, value }) => [text, value])])).toEqual(
      [
        ['0', ['template', null], ['12', 12], ['3', 3], ['M12', null]],
        ['1', ['web.yaml', null], ['3', 3], ['3', 3], ['M3', null]],
      ],
    );
  });
});

describe('chainTable', () => {
  it('has each resource of the chain, and when it is done', () => {
    const chain = templateFacts(
      graphIn(template('2018-08-31', { a: '{type: X}', b: '{type: Y, depends_on: a}' })),
      readDurations('X: 20\nY: 30'),
    );
    const rows = chainTable(chain, ['a', 'b']).rows.map(({ cells, id }) => [
      id,
      ...cells.map(({ text, value, valueUnit }) => [text, value, valueUnit]),
    ]);
    expect(rows).toEqual([
      [
        'a',
        ['1', 1, undefined],
        ['a', null, undefined],
        ['X', null, undefined],
        ['0:20', 20, 's'],
        ['0:20', 20, 's'],
      ],
      [
        'b',
        ['2', 2, undefined],
        ['b', null, undefined],
        ['Y', null, undefined],
        ['0:30', 30, 's'],
        ['0:50', 50, 's'],
      ],
    ]);
  });
});

describe('parameterTable', () => {
  const parameter: MissingParameter = {
    name: 'n',
    type: 'string',
    line: 3,
    label: 'n',
    description: 'What it is for',
    placeholder: 'x',
    allowedValues: [],
  };
  const cells = (more: Partial<MissingParameter>) =>
    parameterTable([{ ...parameter, ...more }]).rows[0]?.cells.map(({ note, text, value }) => [
      text,
      value,
      note,
    ]);

  it('says what stands in, and what the parameter is', () => {
    expect(cells({})).toEqual([
      ['n', null, undefined],
      ['string', null, undefined],
      ['3', 3, undefined],
      ['x', null, undefined],
      ['What it is for', null, undefined],
    ]);
    expect(cells({ placeholder: {} })?.[3]?.[0]).toBe('an empty map');
    expect(cells({ placeholder: 0 })?.[3]?.[0]).toBe('0');
    // A label of its own says more than the description.
    expect(cells({ label: 'Image' })?.[4]?.[0]).toBe('Image');
  });

  it('names the first six values that are allowed', () => {
    expect(cells({ allowedValues: ['a'] })?.[4]?.[2]).toBe('one of a');
    expect(cells({ allowedValues: ['1', '2', '3', '4', '5', '6', '7'] })?.[4]?.[2]).toBe(
      'one of 1, 2, 3, 4, 5, 6',
    );
  });
});

describe('orderedMarks', () => {
  const mark = (line: number, severity: 'error' | 'warning', column = 1) =>
    ({ attachment: 'template', line, column, message: '', severity }) as const;

  it('has them by line and column', () => {
    const marks = [mark(3, 'error'), mark(1, 'warning', 5), mark(1, 'error', 2), mark(2, 'warning')];
    expect(orderedMarks(marks).map(({ column, line }) => [line, column])).toEqual([
      [1, 2],
      [1, 5],
      [2, 1],
      [3, 1],
    ]);
  });

  it('keeps 200 of them, errors rather than warnings', () => {
    const warnings = Array.from({ length: 200 }, (_, at) => mark(at + 1, 'warning'));
    const marks = orderedMarks([...warnings, mark(500, 'error')]);
    expect(marks).toHaveLength(200);
    expect(marks.at(-1)).toMatchObject({ line: 500, severity: 'error' });
  });
});

describe('templateMarks', () => {
  it('counts lines of a nested text from where it begins in all of them', () => {
    const files = { texts: {}, firstLines: new Map([['web.yaml', 10]]) };
    const marks = templateMarks(
      [problemAt(3), problemAt(3, { file: 'web.yaml' }), problemAt(3, { file: 'gone.yaml' })],
      'warning',
      files,
    );
    expect(
      marks.map(({ attachment, column, line, message, severity }) => [
        attachment,
        line,
        column,
        message,
        severity,
      ]),
    ).toEqual([
      ['template', 3, 3, 'M3', 'warning'],
      ['files', 12, 3, 'M3', 'warning'],
      ['template', 3, 3, 'M3', 'warning'],
    ]);
  });
});

describe('duration table', () => {
  const text = template('2018-08-31', {
    a: `{type: "${server}"}`,
    b: '{type: Mine}',
    c: `{type: "${server}"}`,
  });
  const view = (durations: string) => viewOf('template', planWith({}), { template: text, durations });
  const subtitle = (durations: string) =>
    view(durations).figures.find(({ id }) => id === 'template-durations')?.subtitle;

  it('has the dearest type first, and what each adds up to', () => {
    const found = view('').figures.find(({ id }) => id === 'template-durations');
    expect(found?.kind === 'table' && found.rows.map(({ id }) => id)).toEqual([server, 'Mine']);
    expect(rowOf(view(''), 'template-durations', server)).toEqual([server, '30', 'Assumed', '2', '1:00']);
    expect(rowOf(view('Mine: 100'), 'template-durations', 'Mine')).toEqual([
      'Mine',
      '100',
      'Yours',
      '1',
      '1:40',
    ]);
    const dear = view('Mine: 100').figures.find(({ id }) => id === 'template-durations');
    expect(dear?.kind === 'table' && dear.rows.map(({ id }) => id)).toEqual(['Mine', server]);
  });

  it('says whose the times are', () => {
    expect(subtitle('')).toContain('every other type counts 5 s');
    expect(subtitle('other: 7')).toContain('every other type counts 7 s');
    expect(subtitle(`${server}: 3\nMine: 4`)).toBe('All of them are yours.');
    expect(subtitle(`${server}: 3\nother: 4`)).toBe('All of them are yours.');
    expect(subtitle('Mine: 4')).not.toBe('All of them are yours.');
    const none = viewOf('template', planWith({}), {
      template: 'heat_template_version: 2018-08-31\nresources: {}\n',
    });
    expect(none.figures.find(({ id }) => id === 'template-durations')?.subtitle).toMatch(/^Assumed/);
  });

  it('explains each time by its origin', () => {
    const explain = (durations: string) => {
      const found = view(durations).figures.find(({ id }) => id === 'template-durations');
      const row = found?.kind === 'table' ? found.rows.find(({ id }) => id === server) : undefined;
      return row?.cells[1]?.explain;
    };
    expect(explain('')).toMatchObject({
      worked: `30 s, our guess for ${server}`,
      origins: ['assumed'],
      rules: [],
    });
    expect(explain(`${server}: 3`)).toMatchObject({
      worked: '3 s, as entered',
      origins: ['yours'],
      rules: [],
    });
  });
});
