import { describe, expect, it } from 'vitest';
import { csvText } from '../../../src/sizing/core/csv-text.ts';

describe('csvText', () => {
  it('keeps numbers as numbers, also negative ones written as text', () => {
    expect(csvText([[1080, -4, '-4', '+16', '13.5']])).toBe('1080,-4,-4,+16,13.5\r\n');
  });

  it('makes text that a spreadsheet would run harmless', () => {
    expect(csvText([['=1+1', '+cmd', '-x', '@a', '\tb']])).toBe("'=1+1,'+cmd,'-x,'@a,'\tb\r\n");
  });

  it('quotes commas, quotes and line breaks as RFC 4180 says', () => {
    expect(csvText([['Memory, total', 'say "x"', 'a\nb']])).toBe('"Memory, total","say ""x""","a\nb"\r\n');
  });

  it('quotes a formula with a comma after making it harmless', () => {
    expect(csvText([['=HYPERLINK("http://x",1)']])).toBe(`"'=HYPERLINK(""http://x"",1)"\r\n`);
  });

  it('leaves a cell empty where there is no finite number', () => {
    expect(csvText([[Number.NaN, Number.POSITIVE_INFINITY, 1]])).toBe(',,1\r\n');
  });
});
