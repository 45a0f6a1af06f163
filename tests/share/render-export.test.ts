import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { fileText, type RenderedText, renderExport, yamlText } from '../../src/share/render-export.ts';
import { calculators } from '../../src/sizing/calculators/index.ts';
import type {
  ExportContent,
  ExportDocument,
  IniContent,
  YamlContent,
  YamlValue,
} from '../../src/sizing/core/export-document.ts';
import { nameLength, nameProblem } from '../../src/sizing/core/plan.ts';
import { planOf } from '../../src/sizing/core/preset.ts';
import { sampleCalculator } from '../sample-calculator/index.ts';
import { arbitrarySession } from './arbitrary-session.ts';

const all = [...calculators, sampleCalculator];
const context = { link: 'https://plimsoll.example/#sample-queue?v=1&A.name=a:b%23c&end' };

/** Names that mean something to YAML. All are names a user may give. */
const hostileNames = [
  'a # b',
  '# b',
  'a: b',
  '- b',
  '"quoted"',
  "it's",
  '{a: b}',
  '[a, b]',
  '&a *a !a',
  '--- !!map',
  '...',
  '%YAML 1.1',
  '| >',
  '👩‍🚒 größe',
  '<b>&amp;</b>',
  '\\n',
  '```',
];

/** As Ansible and BOSH read it. */
function read(text: string): unknown {
  const document = parseDocument(text, { version: '1.1' });
  expect(document.errors).toEqual([]);
  expect(document.warnings).toEqual([]);
  return document.toJS();
}

/** What a reader must find in a file. */
function expectedOf(content: YamlContent): unknown {
  if (content.kind === 'ops')
    return content.entries.map(({ path, value }) => ({ type: 'replace', path, value }));
  return Object.fromEntries(content.entries.map(({ key, value }) => [key, value]));
}

function expectReadsBack(content: YamlContent): void {
  const text = yamlText(content);
  expect(read(text)).toEqual(expectedOf(content));
  // YAML 1.2 readers find the same.
  expect(parse(text)).toEqual(expectedOf(content));
}

/** As oslo.config reads it: lines with a sign of comment at the margin are none of its business. */
function expectIniReadsBack(content: IniContent): void {
  const lines = fileText(content)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  expect(lines).toEqual(
    content.sections.flatMap(({ entries, name }) => [
      `[${name}]`,
      ...entries.map(({ key, value }) => `${key} = ${value}`),
    ]),
  );
}

function textOf(rendered: RenderedText, ...signs: readonly string[]): string {
  return rendered.lines
    .filter((line) => signs.includes(line.sign))
    .map((line) => `${line.text}\n`)
    .join('');
}

function expectSound({ content, filename }: ExportDocument): void {
  expect(filename).toMatch(/^[a-z0-9_][a-z0-9_.-]*$/);
  switch (content.kind) {
    case 'ops':
    case 'settings':
      expectReadsBack(content);
      break;
    case 'ini':
      expectIniReadsBack(content);
      break;
    case 'changes': {
      const rendered = renderExport(content);
      const [before, after] = [content.before, content.after].map((c) => fileText({ ...c, comments: [] }));
      if (before === after) {
        expect(rendered.text).toBe(`# ${content.identical}\n`);
        break;
      }
      expect(textOf(rendered, ' ', '-')).toBe(before);
      expect(textOf(rendered, ' ', '+')).toBe(after);
      break;
    }
    case 'text':
      expect(renderExport(content).text).toBe(content.text);
      expect(content.text).not.toMatch(/undefined|NaN|Infinity|\[object/);
      break;
    case 'refused':
      expect(content.reason).toMatch(/\.$/);
  }
}

describe.each(all.map((c) => [c.id, c] as const))('files of %s', (_, calculator) => {
  it.each(calculator.presets.map((p) => [p.id, p] as const))(
    'of preset %s hold the values that were reckoned with',
    (_id, preset) => {
      const { plan } = planOf(calculator, preset);
      for (const { letter } of plan.options) {
        const documents = calculator.exports(plan, letter, context);
        expect(documents.length).toBeGreaterThan(0);
        expect(new Set(documents.map((d) => d.id)).size).toBe(documents.length);
        documents.forEach(expectSound);
      }
    },
  );

  it('read back the same for any plan', () => {
    fc.assert(
      fc.property(arbitrarySession(calculator), ({ plan, selected }) => {
        calculator.exports(plan, selected, context).forEach(expectSound);
      }),
      { numRuns: 60 },
    );
  });

  it.each(hostileNames)('keep the name “%s” within its comment', (name) => {
    const [preset] = calculator.presets;
    if (!preset) throw new Error('no preset');
    expect(nameProblem(name, nameLength)).toBeUndefined();
    const { plan, selected } = planOf(calculator, preset);
    const renamed = { ...plan, options: plan.options.map((o) => ({ ...o, name })) };
    const values = (documents: readonly ExportDocument[]) =>
      documents.flatMap(({ content }) =>
        content.kind === 'ops' || content.kind === 'settings' ? [read(yamlText(content))] : [],
      );
    const documents = calculator.exports(renamed, selected, context);
    documents.forEach(expectSound);
    expect(values(documents)).toEqual(values(calculator.exports(plan, selected, context)));
    const files = documents.flatMap(({ content }) =>
      content.kind === 'ops' || content.kind === 'settings' ? [yamlText(content)] : [],
    );
    for (const file of files)
      expect(
        file
          .split('\n')
          .filter((l) => l.includes(name))
          .join(''),
      ).toMatch(/^#|^$/);
  });
});

describe('yamlText', () => {
  const texts = fc.oneof(
    fc.constantFrom(
      ...[
        'on',
        'no',
        'y',
        'N',
        'yes',
        'off',
        'null',
        '~',
        '',
        '12:30',
        '1_000',
        '010',
        '0o10',
        '0x1f',
        '1e3',
      ],
      ...[
        '.5',
        '+1',
        '.inf',
        '<<',
        '2001-12-14',
        '- a',
        'a: b',
        'a #b',
        '#',
        '"',
        "'",
        '{{ x }}',
        '((vm_type))',
      ],
      ...[
        '@x',
        '`x`',
        '%x',
        '!x',
        '&x',
        '*x',
        '|',
        '>',
        '? x',
        '---',
        'x ',
        ' x',
        'two\nlines',
        'größe',
        '👍',
      ],
    ),
    fc.string({ unit: 'grapheme' }),
  );
  const values: fc.Arbitrary<YamlValue> = fc.oneof(texts, fc.integer(), fc.boolean());
  const comments = fc.array(
    fc.oneof(fc.constantFrom(...hostileNames), fc.string({ unit: 'grapheme', maxLength: 20 })),
    { maxLength: 3 },
  );
  const paths = fc.stringMatching(/^\/instance_groups\/name=[a-z0-9]{1,80}\/jobs\/name=x\/cc\?\/puma\?$/);

  it('reads back as a list of maps with exactly type, path and value', () => {
    const entries = fc.array(
      fc
        .record({ path: paths, value: values, comment: fc.option(fc.constantFrom(...hostileNames)) })
        .map(({ comment, ...entry }) => (comment === null ? entry : { ...entry, comment })),
    );
    fc.assert(
      fc.property(comments, entries, (above, made) => {
        const content: YamlContent = { kind: 'ops', comments: above, entries: made };
        expectReadsBack(content);
        const list = parse(yamlText(content), { version: '1.1' });
        expect(Array.isArray(list)).toBe(true);
        for (const item of list) expect(Object.keys(item)).toEqual(['type', 'path', 'value']);
      }),
      { numRuns: 200 },
    );
  });

  it('reads back as a map with the settings in the order given', () => {
    const settings = fc
      .uniqueArray(fc.stringMatching(/^heat_[a-z_]{1,20}$/))
      .chain((keys) =>
        fc
          .tuple(...keys.map((key) => fc.record({ key: fc.constant(key), value: values })))
          .map((made) => made.map((s) => ({ ...s, comment: 'of “2 × 8” # and: more' }))),
      );
    fc.assert(
      fc.property(comments, settings, (above, entries) => {
        const content: YamlContent = { kind: 'settings', comments: above, entries };
        expectReadsBack(content);
        expect(Object.keys(parse(yamlText(content)))).toEqual(entries.map((e) => e.key));
      }),
      { numRuns: 200 },
    );
  });

  it('writes each path on one line however long, so that it can be found by searching', () => {
    const path = `/instance_groups/name=${'api-'.repeat(60)}/jobs/name=cloud_controller_ng/properties/cc`;
    const text = yamlText({ kind: 'ops', comments: [], entries: [{ path, value: 4 }] });
    expect(text.split('\n')).toContain(`  path: ${path}`);
  });

  it('writes the comments first, each on a line of its own', () => {
    const text = yamlText({
      kind: 'settings',
      comments: ['Option C: 8 # workers', 'https://plimsoll.example/#heat?v=1'],
      entries: [{ key: 'heat_engine_workers', value: 8, comment: 'a core each' }],
    });
    expect(text).toBe(
      [
        '# Option C: 8 # workers',
        '# https://plimsoll.example/#heat?v=1',
        '',
        'heat_engine_workers: 8 # a core each',
        '',
      ].join('\n'),
    );
  });

  it('writes a wide comment unbroken', () => {
    const link = `https://plimsoll.example/#${'x'.repeat(1900)}`;
    const text = yamlText({ kind: 'settings', comments: [link], entries: [{ key: 'a', value: 1 }] });
    expect(text.split('\n')[0]).toBe(`# ${link}`);
  });

  it('writes numbers in plain digits', () => {
    const text = yamlText({ kind: 'settings', comments: [], entries: [{ key: 'a', value: 26_250 }] });
    expect(text).toBe('a: 26250\n');
  });
});

describe('renderExport of changes', () => {
  const settings = (entries: Readonly<Record<string, YamlValue>>, comments: readonly string[] = []) =>
    ({
      kind: 'settings',
      comments,
      entries: Object.entries(entries).map(([key, value]) => ({ key, value })),
    }) as const;
  const changes = (before: YamlContent, after: YamlContent): Exclude<ExportContent, { kind: 'refused' }> => ({
    kind: 'changes',
    before,
    after,
    identical: 'Nothing to change.',
  });

  it('shows the old and the new line of what changes, the rest unmarked', () => {
    const before = settings({ workers: 4, pool: 10, overflow: 20 }, ['Option A']);
    const after = settings({ workers: 8, pool: 10, overflow: 20 }, ['Option B']);
    expect(renderExport(changes(before, after)).text).toBe(
      '-workers: 4\n+workers: 8\n pool: 10\n overflow: 20\n',
    );
  });

  it('says so in a comment when nothing changes', () => {
    const rendered = renderExport(
      changes(settings({ a: 1 }, ['Option A']), settings({ a: 1 }, ['Option B'])),
    );
    expect(rendered.text).toBe('# Nothing to change.\n');
    expect(read(rendered.text)).toBeNull();
  });

  it('is a correct difference of any two files: applied to the one it gives the other', () => {
    const file = fc
      .dictionary(
        fc.stringMatching(/^[a-z]{1,3}$/),
        fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant('on')),
      )
      .map((entries) => settings(entries));
    fc.assert(
      fc.property(file, file, (before, after) => {
        fc.pre(yamlText(before) !== yamlText(after));
        const rendered = renderExport(changes(before, after));
        expect(textOf(rendered, ' ', '-')).toBe(yamlText(before));
        expect(textOf(rendered, ' ', '+')).toBe(yamlText(after));
        expect(rendered.text).toBe(rendered.lines.map((l) => `${l.sign}${l.text}\n`).join(''));
      }),
      { numRuns: 300 },
    );
  });
});
