import { describe, expect, it } from 'vitest';
import { editInPlace } from '../../src/share/edit-in-place.ts';
import { editedFile, editedText, refusal, settings } from './edit/edited-text.ts';

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
    const result = editedFile(
      globals,
      settings([
        { key: 'heat_engine_workers', value: 12 },
        { key: 'heat_api_workers', value: 4 },
        { key: 'heat_convergence_engine', value: true },
      ]),
    );
    expect(result.text).toBe(globals.replace('heat_engine_workers: 4 ', 'heat_engine_workers: 12 '));
    // The globals above, counted by hand.
    expect(result).toMatchObject({
      changed: [{ path: 'heat_engine_workers', line: 7, column: 22, before: '4', after: '12' }],
      added: [],
      byHand: [],
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
    expect(editedText(file, wanted)).toBe(
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
    expect(editedText(before, workers)).toBe(after);
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
    expect(refusal(text, workers)).toContain(message);
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
    const text = editedText(file, settings([{ key: 'heat_heat_conf_overrides', value }]));
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
});
