import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type EditedInPlace, editInPlace } from '../../src/share/edit-in-place.ts';
import type { FileContent, OpsEntry, Setting } from '../../src/sizing/core/export-document.ts';

function settings(entries: readonly Setting[]): FileContent {
  return { kind: 'settings', comments: [], entries };
}

function ops(entries: readonly OpsEntry[]): FileContent {
  return { kind: 'ops', comments: [], entries };
}

/** The edited text, where all of it could be edited. */
function textOf(result: EditedInPlace): string {
  if (result.kind === 'refused') throw new Error(messageOf(result));
  if (result.byHand.length > 0) throw new Error(`by hand: ${result.byHand[0]?.reason}`);
  return result.text;
}

function messageOf(result: EditedInPlace): string {
  if (result.kind === 'edited') throw new Error(`edited: ${result.text}`);
  return result.problems.map((problem) => problem.message).join(' ');
}

const workers = settings([{ key: 'heat_engine_workers', value: 8 }]);

const globals = `---
####################
# Heat
####################
node_custom_config:   "/etc/kolla/config"   # ours

heat_engine_workers: 4        # per controller
heat_api_workers:    4        # aligned
file_mode: 0644
flow: { a: 1,b: [ 2,3 ] }
anchor: &a yes
alias: *a
text: |
    kept   as
      it is
long: this is a line that is far longer than eighty characters and must not be folded whatever the writer likes
heat_convergence_engine: yes
`;

describe('editInPlace', () => {
  it('changes only the value that differs, and keeps comments, alignment, modes, anchors and long lines', () => {
    const result = editInPlace(
      globals,
      settings([
        { key: 'heat_engine_workers', value: 12 },
        { key: 'heat_api_workers', value: 4 },
        { key: 'heat_convergence_engine', value: true },
      ]),
    );
    expect(textOf(result)).toBe(globals.replace('heat_engine_workers: 4 ', 'heat_engine_workers: 12 '));
    // The globals above, counted by hand.
    expect(result).toMatchObject({
      changed: [{ path: 'heat_engine_workers', line: 7, column: 22, before: '4', after: '12' }],
      added: [],
      warnings: [],
    });
  });

  it('changes nothing where everything is as wanted', () => {
    const result = editInPlace(globals, settings([{ key: 'heat_api_workers', value: 4 }]));
    expect(result).toEqual({
      kind: 'edited',
      text: globals,
      changed: [],
      added: [],
      byHand: [],
      warnings: [],
    });
  });

  it('adds what is missing at the end, with the line ends of the file', () => {
    const file = '# ours\r\nheat_api_workers: 4';
    const wanted = settings([
      { key: 'heat_engine_workers', value: 8 },
      { key: 'heat_convergence_engine', value: false },
    ]);
    expect(textOf(editInPlace(file, wanted))).toBe(
      '# ours\r\nheat_api_workers: 4\r\nheat_engine_workers: 8\r\nheat_convergence_engine: false\r\n',
    );
  });

  it.each([
    ['quotes', 'heat_engine_workers: "4"  # q\n', 'heat_engine_workers: 8  # q\n'],
    ['no value', 'heat_engine_workers:\nb: 1\n', 'heat_engine_workers: 8\nb: 1\n'],
    [
      'no value but a comment',
      'heat_engine_workers: # soon\nb: 1\n',
      'heat_engine_workers: 8 # soon\nb: 1\n',
    ],
    ['a value on the next line', 'heat_engine_workers:\n  4\n', 'heat_engine_workers:\n  8\n'],
    ['braces', '{ heat_engine_workers: 4, b: 1 }\n', '{ heat_engine_workers: 8, b: 1 }\n'],
    [
      'a repeated key',
      'heat_engine_workers: 2\nheat_engine_workers: 4\n',
      'heat_engine_workers: 2\nheat_engine_workers: 8\n',
    ],
    ['an anchor that nothing uses', 'heat_engine_workers: &w 4\n', 'heat_engine_workers: &w 8\n'],
    ['a byte order mark', '\ufeffheat_engine_workers: 4\n', '\ufeffheat_engine_workers: 8\n'],
    ['indentation', '  a: 1\n  b: 2\n', '  a: 1\n  b: 2\n  heat_engine_workers: 8\n'],
    ['an expression', 'heat_engine_workers: "{{ n }}"\n', 'heat_engine_workers: 8\n'],
    [
      'a merge that has the key',
      'b: &b { heat_engine_workers: 4 }\n<<: *b\n',
      'b: &b { heat_engine_workers: 4 }\n<<: *b\nheat_engine_workers: 8\n',
    ],
  ])('edits a file with %s', (_what, before, after) => {
    expect(textOf(editInPlace(before, workers))).toBe(after);
  });

  it.each([
    ['an alias', 'n: &n 4\nheat_engine_workers: *n\n', 'heat_engine_workers is an alias', 2],
    [
      'an anchor that others use',
      'heat_engine_workers: &n 4\nheat_api_workers: *n\n',
      'heat_api_workers takes it from the anchor on line 1.',
      1,
    ],
    [
      'an anchor that a list uses',
      'a: 1\nheat_engine_workers: &n 4\nb: [ 2, *n ]\n',
      'b/1 takes it from the anchor on line 2.',
      2,
    ],
    ['a list', 'heat_engine_workers: [4]\n', 'is a list', 1],
    ['a block of text', 'heat_engine_workers: |\n  4\n', 'change it by hand', 1],
    ['a tag', 'a: 1\nheat_engine_workers: !vault 4\n', 'change it by hand', 2],
    ['braces without the key', '{ a: 1 }\n', 'written in braces', 1],
    ['dots at the end', 'a: 1\n...\n', 'three dots', null],
    ['text that would grow by a line end', 'a: |\n  text', 'without a line end', null],
  ])(
    'leaves a value to the user where the file has %s, and says why and where',
    (_what, text, reason, line) => {
      const result = editInPlace(text, workers);
      expect(result).toMatchObject({ kind: 'edited', text, changed: [], added: [] });
      const [left, ...more] = result.kind === 'edited' ? result.byHand : [];
      expect(more).toEqual([]);
      expect(left).toMatchObject({ path: 'heat_engine_workers', value: '8' });
      expect(left?.reason).toContain(reason);
      expect(left?.place?.line ?? null).toBe(line);
    },
  );

  it('edits what it can beside a value that is left to the user', () => {
    const file = 'n: &n 4\nheat_engine_workers: *n\nheat_api_workers: 2 # ours\n';
    const result = editInPlace(
      file,
      settings([
        { key: 'heat_engine_workers', value: 8 },
        { key: 'heat_api_workers', value: 3 },
        { key: 'heat_workers', value: 5 },
      ]),
    );
    expect(result).toMatchObject({
      kind: 'edited',
      text: 'n: &n 4\nheat_engine_workers: *n\nheat_api_workers: 3 # ours\nheat_workers: 5\n',
      changed: [{ path: 'heat_api_workers', line: 3, before: '2', after: '3' }],
      added: [{ path: 'heat_workers', line: 4, value: '5' }],
      byHand: [{ path: 'heat_engine_workers', value: '8', place: { line: 2, column: 1 } }],
    });
  });

  it('warns of a variable that a value replaces, and of a key that stands twice', () => {
    const file = 'heat_engine_workers: 2\nheat_engine_workers: "{{ n }}"\n';
    expect(editInPlace(file, workers)).toMatchObject({
      kind: 'edited',
      warnings: [
        {
          severity: 'warning',
          message: 'Line 2, column 22: heat_engine_workers appears 2 times; the last one is changed.',
        },
        { severity: 'warning', message: 'Line 2, column 22: the variable {{ n }} is replaced by a value.' },
      ],
    });
  });

  it.each([
    ['several documents', 'a: 1\n---\nb: 2\n', 'Line 2, column 1: a second document starts here.'],
    ['an error', 'a: 1\n\tb: 2\n', 'Line 2, column 1: tabs cannot indent YAML; use spaces.'],
    ['nothing in it', '# empty\n', 'Line 1, column 1: there is nothing in the file.'],
    ['a list of settings', '# a\n- a\n', 'Line 2, column 1: the file is no map of settings.'],
    ['more than 2 MB', `a: ${'x'.repeat(2_200_000)}`, 'the file has 2.1 MB; up to 2 MB are read.'],
  ])('refuses a file with %s and says where', (_what, text, message) => {
    expect(messageOf(editInPlace(text, workers))).toContain(message);
  });

  it('refuses a manifest where operations are wanted', () => {
    const content = ops([{ path: '/instance_groups/name=api/instances', value: 9 }]);
    expect(messageOf(editInPlace('# ours\nname: cf\n', content))).toBe(
      'Line 2, column 1: the file is no list of operations.',
    );
  });

  it('does not lengthen a block of text at the end of an ops file', () => {
    const file = '- type: replace\n  path: /a\n  value: |\n    text';
    const result = editInPlace(file, ops([{ path: '/b', value: 1 }]));
    expect(result).toMatchObject({ kind: 'edited', text: file, byHand: [{ path: '/b', value: '1' }] });
  });

  it('edits the map of an override where it stands and adds to it', () => {
    const file = `heat_heat_conf_overrides:
  DEFAULT:
    # ours
    debug: true
    rpc_response_timeout: 60   # short
other: 1
`;
    const value = {
      DEFAULT: { rpc_response_timeout: 600, max_stacks_per_tenant: 100 },
      database: { max_overflow: 20 },
    };
    const text = textOf(editInPlace(file, settings([{ key: 'heat_heat_conf_overrides', value }])));
    expect(text).toBe(`heat_heat_conf_overrides:
  database:
    max_overflow: 20
  DEFAULT:
    # ours
    max_stacks_per_tenant: 100
    debug: true
    rpc_response_timeout: 600   # short
other: 1
`);
  });

  const group = '/instance_groups/name=api';
  const puma = `${group}/jobs/name=cloud_controller_ng/properties/cc/puma?`;

  it('edits the operation that decides a value, also one that replaces a whole map', () => {
    const file = `# ours
- type: replace
  path: ${group}/instances
  value: 8   # was 20
- path: ${puma}
  type: replace
  value: { workers: 4, max_threads: 10 }
`;
    const result = editInPlace(
      file,
      ops([
        { path: `${group}/instances`, value: 9 },
        { path: `${puma}/max_threads`, value: 13 },
        { path: `${puma}/workers`, value: 4 },
        { path: `${group}/vm_type`, value: 'api-4cpu-16gb', comment: 'Must exist.' },
      ]),
    );
    expect(textOf(result)).toBe(
      `${file.replace('value: 8 ', 'value: 9 ').replace('max_threads: 10', 'max_threads: 13')}# Must exist.\n- type: replace\n  path: ${group}/vm_type\n  value: api-4cpu-16gb\n`,
    );
    expect(result).toMatchObject({
      changed: [
        { path: `${group}/instances`, line: 4, before: '8', after: '9' },
        { path: `${puma}/max_threads`, line: 7, before: '10', after: '13' },
      ],
      // Comment, type and path stand above it, on lines 8 to 10.
      added: [{ path: `${group}/vm_type`, line: 11, value: 'api-4cpu-16gb' }],
    });
  });

  it('says the last word anew where a later operation takes it back', () => {
    const file = `- { type: replace, path: ${puma}/workers, value: 4 }\n- { type: remove, path: ${puma} }\n`;
    const text = textOf(editInPlace(file, ops([{ path: `${puma}/workers`, value: 5 }])));
    expect(text).toBe(`${file}- type: replace\n  path: ${puma}/workers\n  value: 5\n`);
  });

  it('does not take a switch in quotes for the switch', () => {
    const file = `- type: replace\n  path: ${puma}/x\n  value: "false"\n`;
    expect(textOf(editInPlace(file, ops([{ path: `${puma}/x`, value: false }])))).toContain('value: false\n');
  });

  it('edits heat.conf in its sections', () => {
    const file =
      '# ours\n[DEFAULT]\n\ndebug=true\nnum_engine_workers  =  4\n; end\n[database]\nconnection = mysql://x';
    const content: FileContent = {
      kind: 'ini',
      comments: [],
      sections: [
        {
          name: 'DEFAULT',
          entries: [
            { key: 'num_engine_workers', value: 8 },
            { key: 'convergence_engine', value: true },
          ],
        },
        { name: 'heat_api', entries: [{ key: 'workers', value: 4 }] },
      ],
    };
    expect(textOf(editInPlace(file, content))).toBe(
      '# ours\n[DEFAULT]\nconvergence_engine = true\n\ndebug=true\nnum_engine_workers  =  8\n; end\n[database]\nconnection = mysql://x\n\n[heat_api]\nworkers = 4\n',
    );
  });

  const spaces = fc.constantFrom('', ' ', '   ', '\t').map((s) => ` ${s.replace('\t', ' ')}`);
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
          const result = editInPlace(text, settings(want));
          if (own.length === 0 && parse(text, { logLevel: 'error' }) === null) {
            expect(result.kind).toBe('refused');
            return;
          }
          const after = textOf(result).split(end);
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
      ...[
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
      ],
    );
    const texts = fc.array(pieces, { maxLength: 25 }).map((some) => some.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const result = editInPlace(text, workers);
        if (result.kind === 'refused') {
          expect(messageOf(result)).toMatch(/^Line \d+, column \d+: .*\S\.$/s);
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
      }),
      { numRuns: 2000 },
    );
  });
});
