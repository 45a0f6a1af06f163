import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphOf } from '../../../../../src/sizing/calculators/heat/hot/read-template.ts';
import { graphIn, notesIn, problemsIn, template } from './hot-edges.ts';

const head = 'heat_template_version: 2018-08-31\nresources:\n';

describe('graphOf on templates that Heat refuses', () => {
  it('shows a circle with its path and lines', () => {
    const text = template('2018-08-31', {
      before: '{type: X, depends_on: server_a}',
      server_a: '{type: X, depends_on: port_b}',
      port_b: '{type: X, properties: {v: {get_resource: server_a}}}',
    });
    expect(problemsIn(text)).toEqual([
      {
        code: 'cycle',
        message: 'server_a → port_b → server_a wait for one another.',
        line: 4,
        column: 3,
        file: null,
        cycle: [
          { name: 'server_a', line: 4 },
          { name: 'port_b', line: 5 },
        ],
      },
    ]);
  });

  it('shows a resource that waits for itself', () => {
    expect(problemsIn(template('2018-08-31', { a: '{type: X, depends_on: a}' }))[0]?.message).toBe(
      'a → a waits for itself.',
    );
  });

  it('shows every unknown reference with its place', () => {
    const text = template('2018-08-31', {
      a: '{type: X, depends_on: gone}',
      b: '{type: X, properties: {v: {get_attr: [lost, x]}}}',
    });
    expect(problemsIn(text).map(({ code, line, column }) => [code, line, column])).toEqual([
      ['unknown-reference', 3, 28],
      ['unknown-reference', 4, 33],
    ]);
  });

  it.each([
    ['no version', 'resources: {}', 'version', 1],
    ['an unknown version', 'resources: {}\nheat_template_version: 2019-01-01', 'version', 2],
    ['two versions', 'heat_template_version: newton\nAWSTemplateFormatVersion: "2010-09-09"', 'version', 2],
    ['an empty text', '', 'structure', 1],
    ['a list', '- a', 'structure', 1],
    ['a resource without type', `${head}  a: {properties: {}}`, 'structure', 3],
    ['a resource that is text', `${head}  a: text`, 'structure', 3],
    ['an unknown keyword', `${head}  a: {type: X, depend_on: b}`, 'structure', 3],
    [
      'a condition before its version',
      'heat_template_version: 2015-04-30\nresources:\n  a: {type: X, condition: c}',
      'structure',
      3,
    ],
    ['an unknown condition', `${head}  a: {type: X, condition: c}`, 'condition', 3],
    [
      'a circle of conditions',
      `heat_template_version: newton\nconditions: {c: {not: d}, d: {not: c}}\nresources: {a: {type: X, condition: c}}`,
      'condition',
      2,
    ],
    [
      'a function that no condition accepts',
      'heat_template_version: newton\nconditions:\n  c: {list_join: ["", [a]]}\nresources: {a: {type: X, condition: c}}',
      'condition',
      3,
    ],
    [
      'a parameter of no type',
      'heat_template_version: newton\nparameters:\n  p: {default: 1}',
      'parameter',
      3,
    ],
    ['brackets never closed', `${head}  a: {type: X`, 'yaml', 3],
    ['a tab', `${head}\ta: {type: X}`, 'tab', 3],
    ['two documents', `${head}  a: {type: X}\n---\nb: 1`, 'yaml', 4],
    ['a tag of its own', `${head}  a: {type: !Ref b}`, 'yaml', 3],
    ['an alias without anchor', `${head}  a: *b`, 'alias', 3],
    ['an alias inside its anchor', `${head}  a: &a {type: X, properties: {v: *a}}`, 'alias', 3],
  ])('refuses %s, with the line', (_, text, code, line) => {
    expect(problemsIn(text)[0]).toMatchObject({ code, line });
  });

  it('says which accepted versions there are', () => {
    expect(problemsIn('heat_template_version: 2019-01-01')[0]?.message).toContain(
      '2018-08-31, rocky, 2021-04-16',
    );
  });

  it('takes the last of two keys as Heat does, and notes it with the place', () => {
    const text = `${head}  a: {type: X}\n  b: {type: X}\n  a: {type: Y}`;
    expect(graphIn(text).resources.map(({ name, type }) => `${name} ${type}`)).toEqual(['a Y', 'b X']);
    expect(notesIn(text)).toMatchObject([{ code: 'duplicate-key', line: 5, column: 3 }]);
  });
});

describe('graphOf within its limits', () => {
  it('refuses more than 512 KiB, counted in bytes', () => {
    const padding = (bytes: number): string =>
      `${template('2018-08-31', { a: '{type: X}' })}\n#`.padEnd(bytes - 1, 'x');
    expect(problemsIn(`${padding(524_288)}\n`)).toEqual([]);
    expect(problemsIn(`${padding(524_289)}\n`)[0]?.code).toBe('too-large');
    expect(problemsIn('é'.repeat(262_145))[0]?.code).toBe('too-large');
  });

  it.each([
    ['brackets', 'a: '.padEnd(300_000, '[')],
    ['dashes on one line', '- '.repeat(100_000)],
    ['indentation', Array.from({ length: 150 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
  ])('refuses deep %s without overflowing', (_, text) => {
    expect(problemsIn(text)[0]?.code).toBe('too-deep');
  });

  it('refuses aliases that multiply', () => {
    const levels = Array.from(
      { length: 25 },
      (_, at) => `k${at}: &k${at} [${at === 0 ? 'x' : `*k${at - 1}, *k${at - 1}`}]`,
    );
    expect(problemsIn(levels.join('\n'))[0]?.code).toBe('alias');
  });

  it('refuses text that repeats itself without end', () => {
    const long = 'a'.repeat(100_000);
    const count = `{str_replace: {template: ${long}, params: {a: ${long}}}}`;
    const text = template('2018-08-31', {
      g: `{type: OS::Heat::ResourceGroup, properties: {count: ${count}, resource_def: {type: X}}}`,
    });
    expect(problemsIn(text)[0]?.code).toBe('function');
  });

  it('reads 10,000 resources and no more', () => {
    const group = (count: number): string =>
      template('2018-08-31', {
        g: `{type: OS::Heat::ResourceGroup, properties: {count: ${count}, resource_def: {type: X}}}`,
      });
    expect(graphIn(group(9_999)).resources[0]?.nested?.shape.leaves).toBe(9_999);
    expect(problemsIn(group(10_000))[0]?.code).toBe('too-many-resources');
    expect(problemsIn(group(1e12))[0]?.code).toBe('too-many-resources');
  });

  it('reads brackets whatever their indentation, as Heat does', () => {
    const text = `${head}  a: {type: X}\n  b:\n    type: X\n    properties:\n      v: [{ # why [not\n   "x": {get_resource: a}\n  }]\n  c: {type: X, depends_on: b}`;
    expect(graphIn(text).edges.map(({ from, to, line }) => [from, to, line])).toEqual([
      ['b', 'a', 8],
      ['c', 'b', 10],
    ]);
  });

  it('never throws, whatever the text', () => {
    const piece = fc.constantFrom(
      'heat_template_version: 2018-08-31\n',
      'resources:\n',
      '  a:\n',
      '    type: X\n',
      '{',
      '}',
      '[',
      ']',
      ': ',
      '- ',
      '"',
      "'",
      '|\n',
      '&a ',
      '*a',
      '\t',
      '#',
      'get_resource',
      'if',
      'depends_on',
      '<<',
      '\n',
      ',',
      'é',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const reading = graphOf(pieces.join(''), { parameters: {} });
        expect(reading.ok || reading.problems.every(({ line, column }) => line >= 1 && column >= 1)).toBe(
          true,
        );
      }),
      { numRuns: 300 },
    );
  });
});
