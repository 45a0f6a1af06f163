import { describe, expect, it } from 'vitest';
import { reportOn, twoOptions } from './report-on.ts';

describe('createReport', () => {
  it('reads numbers, switches and names, and counts what it read as used', () => {
    const { at, report } = reportOn('a: 8\nb: yes\nc: api\nd: 1\n');
    expect(report.numberAt(at('a'), 'threads')).toBe(8);
    expect(report.switchAt(at('b'), 'lazy')).toBe(true);
    expect(report.nameAt(at('c'), 'group')).toBe('api');
    expect(['a', 'b', 'c', 'd'].map((key) => report.used.has(at(key).node))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(report.problems).toEqual([]);
    expect(report.needs).toEqual([]);
  });

  it('says what is wanted where something else stands', () => {
    const { at, report } = reportOn('a: eight\nbb: maybe\nccc: [api]\n');
    expect(report.numberAt(at('a'), null)).toBeUndefined();
    expect(report.switchAt(at('bb'), null)).toBeUndefined();
    expect(report.nameAt(at('ccc'), null)).toBeUndefined();
    expect(report.problems).toEqual([
      {
        severity: 'error',
        line: 1,
        column: 4,
        message: 'Line 1, column 4: a needs a whole number; found “eight”.',
      },
      {
        severity: 'error',
        line: 2,
        column: 5,
        message: 'Line 2, column 5: bb needs true or false; found “maybe”.',
      },
      { severity: 'error', line: 3, column: 6, message: 'Line 3, column 6: ccc needs a name; found a list.' },
    ]);
  });

  it('warns of a key without a value', () => {
    const { at, report } = reportOn('a: ~\n');
    expect(report.numberAt(at('a'), 'threads')).toBeUndefined();
    expect(report.needs).toEqual([]);
    expect(report.problems).toEqual([
      { severity: 'warning', line: 1, column: 4, message: 'Line 1: a has no value; it is not used.' },
    ]);
  });

  it.each([
    ['((n))', 'a is the variable ((n))', 4],
    ['"{{ n + 1 }}"', 'a is an expression', 4],
    // Behind the tag.
    ['!vault x', 'a has a tag and is not read', 11],
  ])('asks for the value of %s in its field', (written, said, column) => {
    const { at, report } = reportOn(`a: ${written}\n`);
    expect(report.numberAt(at('a'), 'threads')).toBeUndefined();
    expect(report.problems).toEqual([]);
    expect(report.needs).toEqual([
      { path: '/a', field: 'threads', message: `Line 1: ${said}. Enter its value.`, line: 1, column },
    ]);
  });

  it('reads a number in quotes, and warns of them', () => {
    const { at, report } = reportOn('a: "8"\nb: "x"\nc: 8\n');
    expect(report.numberAt(at('a'), 'threads')).toBe(8);
    expect(report.numberAt(at('c'), 'threads')).toBe(8);
    expect(report.problems).toEqual([
      {
        severity: 'warning',
        line: 1,
        column: 4,
        message: 'Line 1: a is in quotes; it is read as the number 8.',
      },
    ]);
    expect(report.numberAt(at('b'), 'threads')).toBeUndefined();
    expect(report.problems.map(({ severity }) => severity)).toEqual(['warning', 'error']);
  });

  it('takes a switch in quotes for text where text is always true', () => {
    const asText = reportOn('a: "false"\nb: false\nc: "((x))"\n', { areQuotedSwitchesText: true });
    expect(asText.report.switchAt(asText.at('a'), 'lazy')).toBeUndefined();
    expect(asText.report.problems.map(({ message }) => message)).toEqual([
      'Line 1, column 4: a needs true or false; found text in quotes.',
    ]);
    expect(asText.report.switchAt(asText.at('b'), 'lazy')).toBe(false);
    expect(asText.report.switchAt(asText.at('c'), 'lazy')).toBeUndefined();
    expect(asText.report.needs).toHaveLength(1);
    const asSwitch = reportOn('a: "false"\n');
    expect(asSwitch.report.switchAt(asSwitch.at('a'), 'lazy')).toBe(false);
  });

  it('gives values to fields of the selected option and of all, with what stood there before', () => {
    const { at, report } = reportOn('a: 8\nb: 500\nc: x\n');
    report.set(at('a'), 'threads', 8);
    report.set(at('b'), 'load', 500, 'counted');
    expect(report.found).toEqual([
      { path: '/a', field: 'threads', before: 12, value: 8, note: null, line: 1, column: 4 },
      { path: '/b', field: 'load', before: 300, value: 500, note: 'counted', line: 2, column: 4 },
    ]);
  });

  it('lets a later value for a field stand', () => {
    const { at, finish, report } = reportOn('a: 8\nb: 9\n');
    report.set(at('a'), 'threads', 8);
    report.set(at('b'), 'threads', 9);
    expect(report.found.map(({ path, value }) => [path, value])).toEqual([['/b', 9]]);
    expect(finish().inputs).toEqual({ threads: 9 });
  });

  it('knows no value before where the plan has none', () => {
    const options = twoOptions.options.filter(({ letter }) => letter === 'A');
    const { at, report } = reportOn('a: 8\n', { plan: { ...twoOptions, shared: {}, options } });
    report.set(at('a'), 'threads', 8);
    report.set(at('a'), 'load', 8);
    expect(report.found.map(({ before }) => before)).toEqual([null, null]);
  });

  it('says what a field takes where it does not take the value', () => {
    const { at, report } = reportOn('a: 65\nb: X\n');
    report.set(at('a'), 'threads', 65);
    report.set(at('b'), 'group', 'X'.repeat(50));
    expect(report.found).toEqual([]);
    expect(report.problems.map(({ message, severity }) => [severity, message])).toEqual([
      ['error', 'Line 1, column 4: a is 65. Threads: enter a whole number from 1 to 64.'],
      ['error', `Line 2, column 4: b is “${'X'.repeat(40)}…”. Group: use small letters.`],
    ]);
  });

  it('sets no field that there is not', () => {
    const { at, report } = reportOn('a: 65\n');
    expect(() => report.set(at('a'), 'nothing', 1)).toThrow('nothing');
  });

  it('asks, warns and fails at places', () => {
    const { at, report } = reportOn('a: 1\nb: 2\n');
    report.need(at('b'), null, 'Choose a group.');
    report.warn(5, 'look here.');
    report.fail(8, 'stop here.');
    report.noteAll([{ severity: 'warning', offset: 0, message: 'strange' }]);
    expect(report.needs).toEqual([
      { path: '/b', field: null, message: 'Choose a group.', line: 2, column: 4 },
    ]);
    expect(report.used.has(at('b').node)).toBe(true);
    expect(report.problems).toEqual([
      { severity: 'warning', line: 2, column: 1, message: 'Line 2: look here.' },
      { severity: 'error', line: 2, column: 4, message: 'Line 2, column 4: stop here.' },
      { severity: 'warning', line: 1, column: 1, message: 'Line 1, column 1: strange.' },
    ]);
  });

  it('names repeated keys, and shows the last value only where it is read', () => {
    const { at, repeats, report } = reportOn('a: 1\na: 2\nb: x\nb: y\nb: secret\nc: 1\nc: [2]\n');
    report.numberAt(at('a'), 'threads');
    report.nameAt(at('c'), null);
    const before = report.problems.length;
    report.noteRepeats(repeats);
    expect(
      report.problems.slice(before).map(({ line, message, severity }) => [severity, line, message]),
    ).toEqual([
      ['warning', 2, 'Line 2: a appears twice; the last one, 2, is used.'],
      ['warning', 5, 'Line 5: b appears 3 times; the last one is used.'],
      ['warning', 7, 'Line 7: c appears twice; the last one is used.'],
    ]);
  });

  it('lists 200 complaints, and no more', () => {
    const { report } = reportOn('a: 1\n');
    for (let index = 0; index < 201; index += 1) report.warn(0, `number ${index}.`);
    expect(report.problems).toHaveLength(200);
    expect(report.problems.at(-1)?.message).toBe('Line 1: number 199.');
  });
});
