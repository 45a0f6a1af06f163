import { describe, expect, it } from 'vitest';
import type { ErrorCode } from 'yaml';
import { readDocuments } from '../../../src/sizing/documents/read-documents.ts';
import { syntaxMessage } from '../../../src/sizing/documents/syntax-errors.ts';
import { errorsIn } from './errors-in.ts';

describe('syntaxMessage', () => {
  it.each<readonly [ErrorCode, RegExp]>([
    ['TAB_AS_INDENT', /^tabs /],
    ['BAD_INDENT', /indented differently/],
    ['MISSING_CHAR', /closing bracket is missing/],
    ['BLOCK_AS_IMPLICIT_KEY', /^two colons on one line/],
    ['MULTILINE_IMPLICIT_KEY', /key goes over several lines/],
    ['KEY_OVER_1024_CHARS', /1,024 characters/],
    ['BAD_SCALAR_START', /cannot start with this character/],
    ['BAD_DQ_ESCAPE', /^a backslash/],
    ['BAD_ALIAS', /anchor or an alias/],
    ['ALIAS_PROPS', /anchor or an alias/],
    ['MULTIPLE_ANCHORS', /anchor or an alias/],
    ['BAD_DIRECTIVE', /starts with %/],
    ['BLOCK_IN_FLOW', /in brackets cannot hold/],
    ['RESOURCE_EXHAUSTION', /nested too deeply/],
    ['UNEXPECTED_TOKEN', /not YAML/],
    ['IMPOSSIBLE', /not YAML/],
  ])('says of %s what is wrong, as the end of a sentence', (code, said) => {
    expect(syntaxMessage(code)).toMatch(said);
    expect(syntaxMessage(code)).toMatch(/^[a-z].*[^.]$/);
  });
});

describe('readDocuments', () => {
  it.each([
    ['a tab that indents', 'a:\n  b: 1\n\tc: 2\n', '\tc: 2', 'tabs cannot indent YAML; use spaces'],
    ['a tab behind spaces', 'a:\n  \tb: 1\n  c: 2\n', '\tb: 1', 'tabs cannot indent YAML; use spaces'],
    // It is missing at the end of the text.
    ['a quote left open', 'a: "x\n', '', 'a colon, a comma, a quote or a closing bracket is missing here'],
    [
      'an unknown escape',
      'a: "x\\qy"\n',
      '\\qy"',
      'a backslash in double quotes starts nothing that YAML knows',
    ],
    ['a bracket too many', 'a: 1\n]\n', ']', 'this is not YAML'],
    [
      'two colons on one line',
      'a: b: 1\n',
      'b: 1',
      'two colons on one line; a value with a colon and a space needs quotes',
    ],
    [
      'a directive',
      '%YAML\n---\na: 1\n',
      '%YAML',
      'a line that starts with % is a directive, and this is none that YAML knows',
    ],
  ])('places %s and reads nothing of the text', (_what, text, at, message) => {
    const read = readDocuments(text);
    expect(read.documents).toEqual([]);
    expect(errorsIn(text, read)).toContainEqual([at, message]);
  });

  it('lists mistakes in the order in which they stand', () => {
    const text = 'a: "\\q"\nb: "\\j"\nc: ]\n';
    expect(errorsIn(text, readDocuments(text)).map(([at]) => at)).toEqual(['\\q"', '\\j"', ']']);
  });

  it('takes no offence at a tag it does not know, nor at a version of YAML to come', () => {
    expect(readDocuments('a: !vault x\n').notes).toEqual([]);
    expect(readDocuments('%YAML 1.9\n---\na: 1\n').notes).toEqual([]);
  });
});
