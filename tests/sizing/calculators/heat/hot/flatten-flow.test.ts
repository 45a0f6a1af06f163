import { describe, expect, it } from 'vitest';
import { flattenFlow } from '../../../../../src/sizing/calculators/heat/hot/flatten-flow.ts';

describe('flattenFlow', () => {
  it.each([
    ['brackets behind an anchor', 'a: &x {b: 1,\nc: 2}', 'a: &x {b: 1, c: 2}'],
    ['brackets behind a tag', 'a: !!map {b: 1,\nc: 2}', 'a: !!map {b: 1, c: 2}'],
    ['the value of a quoted key', '"a": {b: 1,\nc: 2}', '"a": {b: 1, c: 2}'],
    ['brackets behind a dash', '- - [1,\n2]', '- - [1, 2]'],
    ['quoted text', 'a: "one\ntwo"', 'a: "one two"'],
    ['text in single quotes', "a: 'it''s one\ntwo'\nb: [1,\n2]", "a: 'it''s one two'\nb: [1, 2]"],
    ['quoted text with Windows line ends', 'a: "one\r\ntwo"\r\nb: 1', 'a: "one  two"\r\nb: 1'],
    [
      'a backslash in single quotes, which escapes nothing',
      "a: ['\\', 1,\n2]\nb: 'x\ny'",
      "a: ['\\', 1, 2]\nb: 'x y'",
    ],
    ['an escaped quote in double quotes', 'a: "x\\"\ny"\nb: 1', 'a: "x\\" y"\nb: 1'],
    ['double quotes side by side in quotes', `a: ["x""y",\n1]`, `a: ["x""y", 1]`],
    ['brackets behind a question mark', '? [1,\n2]\n: {a: 1,\nb: 2}', '? [1, 2]\n: {a: 1, b: 2}'],
    ['the value of a key in brackets', '[a, b]: {c: 1,\nd: 2}', '[a, b]: {c: 1, d: 2}'],
    ['the value of a key on the next line', '"a":\n  [1,\n2]\nb: 3', '"a":\n  [1, 2]\nb: 3'],
    ['each of several', 'a: [1,\n2]\nb: [3,\n4]\nc: 5', 'a: [1, 2]\nb: [3, 4]\nc: 5'],
    ['brackets in brackets', 'a: [[1,\n2], {b: [3,\n4]}]\nc: [5]', 'a: [[1, 2], {b: [3, 4]}]\nc: [5]'],
    ['a key with a number sign inside', 'a#b: [1,\n2]', 'a#b: [1, 2]'],
    ['a number sign inside brackets that is no comment', 'a: [b#c,\nd]', 'a: [b#c, d]'],
    ['a comment right behind a bracket, which is none', 'a: [#b,\nc]', 'a: [#b, c]'],
    ['a number sign behind a word in brackets', 'a: [b# c,\nd]', 'a: [b# c, d]'],
    ['a comment that follows its sign at once', 'a: [1, #]\n2]', 'a: [1,    2]'],
    ['brackets with Windows line ends', 'a: [1,\r\n2]', 'a: [1,  2]'],
    ['an apostrophe inside a word', "a: [it's,\nb]\nc: [d,\ne]", "a: [it's, b]\nc: [d, e]"],
    [
      'quotes behind each mark that can stand before them',
      `a: {b:"]",c: ["]",'}',\n1]}`,
      `a: {b:"]",c: ["]",'}', 1]}`,
    ],
    ['text that goes on to the end', 'a: "never\nclosed', 'a: "never closed'],
    ['brackets that go on to the end', 'a: [never,\nclosed', 'a: [never, closed'],
    ['a comment inside at the end', 'a: [b # c', 'a: [b    '],
    ['nothing in an empty text', '', ''],
    ['brackets with a comment and Windows line ends', 'a: [1, # [\r\n2]', 'a: [1,      2]'],
  ])('writes %s on one line, every place kept', (_, text, flat) => {
    expect(flattenFlow(text)).toBe(flat);
  });

  it.each(['|', '>', '|-', '>+'])('leaves brackets in a block of text alone: %s', (mark) => {
    const block = `a: ${mark}\n  [ never closed\n  {\n`;
    expect(flattenFlow(`${block}b: {c: 1,\nd: 2}`)).toBe(`${block}b: {c: 1, d: 2}`);
  });

  it.each([
    ['blank lines', 'a: |\n  [\n\n  {\nb: 1\n'],
    ['blank lines with spaces fewer than its own', 'a: |\n    [\n \n    {\nb: 1\n'],
    ['blank lines with Windows line ends', 'a: |\r\n  [\r\n\r\n  {\r\nb: 1\r\n'],
    ['no line after it', 'a: |\n  [\n  '],
    ['a block under a dash', '- |\n  [\n- b\n'],
    ['a block under a dash further in', 'x:\n  - |\n   [\n  - b\n'],
    ['a block under a key behind a dash', 'x:\n  - a: |\n      [\n    b: 1\n'],
    ['a block under a key behind two dashes', '- - a: |\n      [\n    b: 1\n'],
    ['a block behind an anchor', 'a: &x |\n  [\nb: 1\n'],
    ['a comment with a key in it', '# a: [\nb: 1\n'],
    ['a comment behind a value', 'a: b # c: [\nd: 1\n'],
    ['a comment behind a key', 'a: # [\n  b: 1\n'],
    ['a dash that is no mark', '-a [\n-b {\n'],
    ['a dash right before a bracket', '-[ x\n'],
    ['a comment that follows its sign at once', 'a: b #c: [\nd: 1\n'],
    ['a block on the line after quoted text', '- "a"\n- |\n  [\n- b\n'],
    ['a block on the line after quoted text further in', 'x:\n  - "a"\n  - |\n   [\n  - b\n'],
    ['a colon that ends no key', 'a: b:c [\nd: 1\n'],
    ['a bracket inside plain text', 'a: b [ c\nd: e { f\n'],
    ['a colon at the end of the text', 'a:'],
  ])('leaves alone %s', (_, text) => {
    expect(flattenFlow(text)).toBe(text);
    expect(flattenFlow(`${text}\nz: [1,\n2]`)).toBe(`${text}\nz: [1, 2]`);
  });

  it.each([
    'a: |\n  [\nb: {c: 1,\nd: 2}',
    '- |\n  [\n- {c: 1,\nd: 2}',
    'x:\n  - |\n   [\n  - {c: 1,\nd: 2}',
    'x:\n  - a: |\n      [\n    b: {c: 1,\nd: 2}',
    '- - a: |\n      [\n    b: {c: 1,\nd: 2}',
    '  a: |\n    [\n  b: {c: 1,\nd: 2}',
    'a: |\n  [\n\nb: {c: 1,\nd: 2}',
    '? |\n  [\n: {c: 1,\nd: 2}',
  ])('goes on behind a block of text: %o', (text) => {
    expect(flattenFlow(text)).toBe(text.replace(',\n', ', '));
  });

  it('takes no bracket inside quoted text for one', () => {
    expect(flattenFlow('a: ["]", \'it\'\'s }\', "\\"]",\n1]\nb: 2')).toBe(
      'a: ["]", \'it\'\'s }\', "\\"]", 1]\nb: 2',
    );
  });
});
