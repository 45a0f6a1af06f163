import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { editInPlace } from '../../../src/share/edit-in-place.ts';
import { editedText, settings } from './edited-text.ts';

const workers = settings([{ key: 'heat_engine_workers', value: 8 }]);

describe('editInPlace of any layout', () => {
  const spaces = fc.constantFrom(' ', '  ', '    ');
  const remark = fc.constantFrom('', '  # as agreed: 4', ' # {{ }} "q', '\t# tab');
  const other = fc.constantFrom(
    '# a comment: with, things',
    '',
    '   ',
    'file_mode: 0644',
    'quoted: "a: b # c"',
    "single: 'it''s'",
    'flow: {a: 1,  b: [2,3]}',
    'anchor: &a  yes',
    'when: 12:30:00',
    'block: |\n    heat_engine_workers: 3\n      more\n',
    'nested:\n    heat_engine_workers: 5\n    deep: [ 1 ]',
    'tagged: !vault |\n          $ANSIBLE;1.1\n',
  );
  const keys = [
    'heat_engine_workers',
    'heat_api_workers',
    'heat_db_max_overflow',
    'heat_rpc_response_timeout',
  ];

  it('changes only the lines whose value differs and adds only at the end, whatever the layout', () => {
    const line = fc.record({ key: fc.constantFrom(...keys), gap: spaces, value: fc.nat(40), remark });
    const lines = fc.uniqueArray(line, { selector: (l) => l.key });
    const others = fc.uniqueArray(other, { maxLength: 8 });
    const wanted = fc.uniqueArray(fc.record({ key: fc.constantFrom(...keys), value: fc.nat(40) }), {
      selector: (s) => s.key,
      minLength: 1,
    });
    fc.assert(
      fc.property(
        lines,
        others,
        wanted,
        fc.constantFrom('\n', '\r\n'),
        fc.infiniteStream(fc.boolean()),
        (own, rest, want, end, order) => {
          const before: string[] = ['# head'];
          const [queue, fill] = [own.map((l) => `${l.key}:${l.gap}${l.value}${l.remark}`), [...rest]];
          while (queue.length + fill.length > 0) {
            const from = (order.next().value && queue.length > 0) || fill.length === 0 ? queue : fill;
            before.push(...(from.shift() ?? '').split('\n'));
          }
          const text = before.map((l) => l + end).join('');
          if (own.length === 0 && parse(text, { logLevel: 'error' }) === null) {
            expect(editInPlace(text, settings(want)).kind).toBe('refused');
            return;
          }
          const after = editedText(text, settings(want)).split(end);
          const expected = before.map((l) => {
            const entry = own.find((o) => l === `${o.key}:${o.gap}${o.value}${o.remark}`);
            const next = want.find((w) => w.key === entry?.key);
            return entry && next ? `${entry.key}:${entry.gap}${next.value}${entry.remark}` : l;
          });
          const missing = want
            .filter((w) => !own.some((o) => o.key === w.key))
            .map((w) => `${w.key}: ${w.value}`);
          expect(after).toEqual([...expected, ...missing, '']);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('never throws, and never changes a value it was not asked to', () => {
    const pieces = fc.constantFrom(
      'heat_engine_workers',
      'a',
      ': ',
      '4',
      '\n',
      '\n  ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      ', ',
      '&a ',
      '*a',
      '<<: ',
      '"',
      '# ',
      '|',
      '\r\n',
      '---\n',
      '...\n',
      '!t ',
      '~',
    );
    const lines = fc.constantFrom(
      'heat_engine_workers: 4\n',
      '"heat_engine_workers": "4" # ours\n',
      'a: 4\n',
      'a:\n  heat_engine_workers: 4\n',
      'b: &b { heat_engine_workers: 4, a: 4 }\n',
      'c: &c 4\n',
      'd: [ 4, *c ]\n',
      'heat_engine_workers: *c\n',
      '<<: *b\n',
      'e: |\n  heat_engine_workers: 4\n',
      'f: "heat_engine_workers: 4\n  a"\n',
      '# heat_engine_workers: 4\n',
      '\r\n',
    );
    const texts = fc
      .oneof(fc.array(pieces, { maxLength: 25 }), fc.array(lines, { maxLength: 8 }))
      .map((some) => some.join(''));
    let tried = 0;
    let compared = 0;
    fc.assert(
      fc.property(texts, (text) => {
        tried += 1;
        const result = editInPlace(text, workers);
        if (result.kind === 'refused') {
          expect(result.problems.map((problem) => problem.message).join(' ')).toMatch(
            /^Line \d+, column \d+: .*\S\.$/s,
          );
          return;
        }
        if (result.byHand.length > 0) {
          expect(result.text).toBe(text);
          expect(result.byHand).toMatchObject([{ path: 'heat_engine_workers', value: '8' }]);
          return;
        }
        const read = (t: string) => parse(t, { uniqueKeys: false, merge: true, logLevel: 'error' });
        let was: Record<string, unknown>;
        try {
          was = read(text);
        } catch {
          // The parser follows a merge key with a tag, which is no merge key here, and then wants a map.
          return;
        }
        const is = read(result.text);
        expect(is.heat_engine_workers).toBe(8);
        const without = ({ heat_engine_workers: _, ...others }: Record<string, unknown>) => others;
        expect(without(is)).toEqual(without(was));
        compared += 1;
      }),
      { numRuns: 2000 },
    );
    expect(compared).toBeGreaterThan(tried / 10);
  });
});
