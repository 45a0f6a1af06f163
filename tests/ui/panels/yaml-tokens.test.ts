import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yamlTokens } from '../../../src/ui/panels/yaml-tokens.ts';

const read = (line: string) =>
  yamlTokens(line)
    .filter((token) => token.kind !== 'plain')
    .map((token) => [token.kind, token.text.trim()]);

describe('yamlTokens', () => {
  it.each([
    ['# keep 20 VMs', [['comment', '# keep 20 VMs']]],
    [
      '- type: replace',
      [
        ['key', 'type'],
        ['string', 'replace'],
      ],
    ],
    [
      'heat_engine_workers: 8',
      [
        ['key', 'heat_engine_workers'],
        ['number', '8'],
      ],
    ],
    [
      '  value: true',
      [
        ['key', 'value'],
        ['number', 'true'],
      ],
    ],
    [
      'size: 16  # 2 × 8',
      [
        ['key', 'size'],
        ['number', '16'],
        ['comment', '# 2 × 8'],
      ],
    ],
    [
      'name: "a # b"',
      [
        ['key', 'name'],
        ['string', '"a # b"'],
      ],
    ],
    [
      'path: /a/name=api?/b#c',
      [
        ['key', 'path'],
        ['string', '/a/name=api?/b#c'],
      ],
    ],
  ])('colours %s', (line, expected) => {
    expect(read(line)).toEqual(expected);
  });

  it('loses no character of any line', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab1:#"\' -/\\x') }), (line) => {
        expect(
          yamlTokens(line)
            .map((token) => token.text)
            .join(''),
        ).toBe(line);
      }),
    );
  });
});
