import { describe, expect, it } from 'vitest';
import { linkIn } from '../../../src/sizing/documents/import-report.ts';
import { reportOn } from './report-on.ts';

describe('resultOf', () => {
  it('sorts by line, then by column, and hands on what was given', () => {
    const { at, finish, report } = reportOn('a: { }\nb: 8\n');
    report.set(at('b'), 'threads', 8);
    report.set(at('a'), 'load', 9);
    report.need(at('b'), null, 'two');
    report.need(at('a'), null, 'one');
    report.warn(7, 'third.');
    report.warn(3, 'second.');
    report.warn(0, 'first.');
    const result = finish();
    expect(result.found.map(({ path }) => path)).toEqual(['/a', '/b']);
    expect(result.needs.map(({ message }) => message)).toEqual(['one', 'two']);
    expect(result.problems.map(({ message }) => message)).toEqual([
      'Line 1: first.',
      'Line 1: second.',
      'Line 2: third.',
    ]);
    expect(result).toMatchObject({ kind: 'K', destination: 'selected', link: null, unusedLeftOut: 2 });
    expect(result.unused).toEqual([{ path: '/u', line: 1, column: 1 }]);
    expect(result.inputs).toEqual({ load: 9, threads: 8 });
  });

  it('sets nothing beside an error, and everything beside warnings', () => {
    const { at, finish, report } = reportOn('a: 8\n');
    report.set(at('a'), 'threads', 8);
    report.warn(0, 'look.');
    expect(finish().inputs).toEqual({ threads: 8 });
    report.fail(0, 'stop.');
    expect(finish().inputs).toEqual({});
    expect(finish().found).toHaveLength(1);
  });
});

describe('linkIn', () => {
  const link = 'https://plimsoll.example/#heat?v=2&end';

  it.each([
    `# ${link}\na: 1\n`,
    `#${link}\n`,
    `  #   ${link}   \n`,
    `# Made by hand\n# ${link}\n`,
    `a: 1\n${'b\n'.repeat(28)}# ${link}`,
    `# ${link}\r\na: 1\r\n`,
  ])('finds the address of a plan in the comment of %j', (source) => {
    expect(linkIn(source, 'heat')).toBe(link);
  });

  it.each([
    ['of another calculator', `# ${link}\n`, 'cloud-controller'],
    ['outside a comment', `a: ${link}\n`, 'heat'],
    ['behind a value', `a: 1 # ${link}\n`, 'heat'],
    ['among other words', `# see ${link}\n`, 'heat'],
    ['before other words', `# ${link} here\n`, 'heat'],
    ['in the 31st line', `${'b\n'.repeat(30)}# ${link}\n`, 'heat'],
    ['beyond 20,000 characters', `# ${'x'.repeat(20_000)}\n# ${link}\n`, 'heat'],
    ['without an address', '# heat\n', 'heat'],
    ['in an empty text', '', 'heat'],
  ])('finds none %s', (_where, source, calculator) => {
    expect(linkIn(source, calculator)).toBeNull();
  });

  it('takes the first of two', () => {
    const other = link.replace('v=2', 'v=1');
    expect(linkIn(`# x\n# ${link}\n# ${other}\n`, 'heat')).toBe(link);
  });
});
