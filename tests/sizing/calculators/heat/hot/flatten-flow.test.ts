import { describe, expect, it } from 'vitest';
import { flattenFlow } from '../../../../../src/sizing/calculators/heat/hot/flatten-flow.ts';

describe('flattenFlow', () => {
  it.each([
    ['brackets behind an anchor', 'a: &x {b: 1,\nc: 2}', 'a: &x {b: 1, c: 2}'],
    ['brackets behind a tag', 'a: !!map {b: 1,\nc: 2}', 'a: !!map {b: 1, c: 2}'],
    ['the value of a quoted key', '"a": {b: 1,\nc: 2}', '"a": {b: 1, c: 2}'],
    ['brackets behind a dash', '- - [1,\n2]', '- - [1, 2]'],
    ['quoted text', 'a: "one\ntwo"', 'a: "one two"'],
    ['brackets with a comment and Windows line ends', 'a: [1, # [\r\n2]', 'a: [1,      2]'],
  ])('writes %s on one line, every place kept', (_, text, flat) => {
    expect(flattenFlow(text)).toBe(flat);
  });

  it.each(['|', '>', '|-', '>+'])('leaves brackets in a block of text alone: %s', (mark) => {
    const block = `a: ${mark}\n  [ never closed\n  {\n`;
    expect(flattenFlow(`${block}b: {c: 1,\nd: 2}`)).toBe(`${block}b: {c: 1, d: 2}`);
  });

  it('takes no bracket inside quoted text for one', () => {
    expect(flattenFlow('a: ["]", \'it\'\'s }\', "\\"]",\n1]\nb: 2')).toBe(
      'a: ["]", \'it\'\'s }\', "\\"]", 1]\nb: 2',
    );
  });
});
