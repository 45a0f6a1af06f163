import { describe, expect, it } from 'vitest';
import { givenFile } from '../../../../../src/sizing/calculators/heat/hot/nested-file.ts';
import { graphOf } from '../../../../../src/sizing/calculators/heat/hot/read-template.ts';
import { readYaml } from '../../../../../src/sizing/calculators/heat/hot/read-yaml.ts';
import { readRegistry } from '../../../../../src/sizing/calculators/heat/hot/resource-registry.ts';
import { located, problemsOf } from '../../../../../src/sizing/calculators/heat/hot/template-place.ts';
import {
  TemplateFault,
  TemplateFaults,
} from '../../../../../src/sizing/calculators/heat/hot/template-problem.ts';
import { edgesIn, graphIn, notesIn, problemsIn, template } from './hot-edges.ts';

const version = '2016-10-14';

describe('givenFile', () => {
  it.each([
    ['n.yaml', 'main.yaml', 'n.yaml', 'n.yaml'],
    ['./n.yaml', 'lib/main.yaml', 'lib/n.yaml', 'lib/n.yaml'],
    ['../n.yaml', 'a/b/main.yaml', 'a/n.yaml', 'a/n.yaml'],
    ['../../n.yaml', 'a/main.yaml', '../n.yaml', '../n.yaml'],
    ['../../../n.yaml', 'a/main.yaml', '../../n.yaml', '../../n.yaml'],
    ['x/../n.yaml', '', 'n.yaml', 'n.yaml'],
    ['n.yaml', 'lib/main.yaml', 'n.yaml', 'n.yaml'],
    ['file:///lib/n.yaml', 'main.yaml', '/lib/n.yaml', '/lib/n.yaml'],
    ['n.yaml', 'file:///lib/main.yaml', '/lib/n.yaml', '/lib/n.yaml'],
    ['http://x/./n.yaml', 'lib/main.yaml', 'http://x/./n.yaml', 'http://x/./n.yaml'],
    ['n.yaml', 'main.yaml', 'other.yaml', undefined],
  ])('finds %s from %s among %s', (name, from, among, found) => {
    expect(givenFile(new Map([[among, 'text']]), name, from)?.name).toBe(found);
  });

  it('prefers the file beside the template that names it', () => {
    const files = new Map([
      ['n.yaml', 'outer'],
      ['lib/n.yaml', 'beside'],
    ]);
    expect(givenFile(files, 'n.yaml', 'lib/main.yaml')?.text).toBe('beside');
    expect(givenFile(files, 'n.yaml', 'main.yaml')?.text).toBe('outer');
  });
});

describe('graphOf', () => {
  it('names the parameters that were given and that the template does not have', () => {
    const text = template(
      version,
      { a: '{type: n.yaml, properties: {inner: 1}}' },
      'parameters: {p: {type: string}}',
    );
    const files = { 'n.yaml': template(version, { x: '{type: X}' }) };
    expect(graphOf(text, { parameters: { p: 'v', q: 'w' }, files })).toMatchObject({
      ok: true,
      unknownParameters: ['q'],
    });
    expect(graphOf(text, { parameters: { p: 'v' }, files })).toMatchObject({
      ok: true,
      unknownParameters: [],
      notes: [],
    });
  });

  it('reads the text of a file as given, from the folder of its template', () => {
    const text = template(version, {
      a: '{type: X}',
      b: '{type: X, properties: {p: {get_resource: {get_file: name.txt}}}}',
    });
    expect(edgesIn(text, { files: { 'name.txt': 'a' } })).toEqual(['b > a']);
    expect(edgesIn(text, { files: { 'lib/name.txt': 'a' }, fileName: 'lib/main.yaml' })).toEqual(['b > a']);
    expect(problemsIn(text)[0]?.code).toBe('unknown-reference');
    const outer = template(version, { n: '{type: lib/n.yaml}' });
    const inside = graphIn(outer, { files: { 'lib/n.yaml': text, 'lib/name.txt': 'a' } }).resources[0]
      ?.nested;
    expect(inside?.edges.map(({ from, to }) => `${from} > ${to}`)).toEqual(['b > a']);
  });

  it('takes the answers to conditions for the template itself, not for those inside', () => {
    const text = template(
      version,
      { x: '{type: X, condition: c}', n: '{type: n.yaml}' },
      'conditions: {c: {equals: [1, 1]}}',
    );
    const files = {
      'n.yaml': template(version, { y: '{type: X, condition: c}' }, 'conditions: {c: {equals: [1, 1]}}'),
    };
    const graph = graphIn(text, { files, conditions: { c: false } });
    expect(graph.resources.map(({ name }) => name)).toEqual(['n']);
    expect(graph.resources[0]?.nested?.resources.map(({ name }) => name)).toEqual(['y']);
  });

  it('holds nothing inside an external resource', () => {
    const group = '{type: OS::Heat::ResourceGroup, external_id: e, properties: {count: -1}}';
    expect(
      graphIn(template(version, { group, n: '{type: n.yaml, external_id: e}' })).resources,
    ).toMatchObject([
      { isExternal: true, nested: null, missingFile: null },
      { isExternal: true, nested: null, missingFile: null },
    ]);
  });

  it('reads the template behind the type of a group in place of members', () => {
    const { registry } = readRegistry(readYaml('"OS::Heat::ResourceGroup": n.yaml').root ?? undefined);
    const files = { 'n.yaml': template(version, { x: '{type: X}' }) };
    const [g] = graphIn(template(version, { g: '{type: OS::Heat::ResourceGroup}' }), {
      registry,
      files,
    }).resources;
    expect(g?.nested?.resources.map(({ name }) => name)).toEqual(['x']);
  });

  it('reads five stacks inside one another, as Heat does', () => {
    const files = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [
          `${at + 1}.yaml`,
          template(version, { n: at + 1 === count ? '{type: X}' : `{type: ${at + 2}.yaml}` }),
        ]),
      );
    const text = template(version, { n: '{type: 1.yaml}' });
    expect(problemsIn(text, { files: files(5) })).toEqual([]);
    expect(problemsIn(text, { files: files(6) })).toMatchObject([
      { code: 'nested-too-deep', file: '5.yaml', line: 3 },
    ]);
  });

  it('notes what is doubled in a template inside once, however often it is used', () => {
    const files = { 'n.yaml': `${template(version, { x: '{type: X}' })}\n  x: {type: Y}` };
    const text = template(version, { a: '{type: n.yaml}', b: '{type: n.yaml}' });
    expect(notesIn(text, { files })).toMatchObject([{ code: 'duplicate-key', file: 'n.yaml', line: 4 }]);
    expect(notesIn(text, { files: { 'n.yaml': template(version, { x: '{type: X}' }) } })).toEqual([]);
    expect(graphIn(text, { files }).resources.map(({ nested }) => nested?.resources.length)).toEqual([1, 1]);
  });

  it('counts the resources of all groups together', () => {
    const group = (count: number): string =>
      `{type: OS::Heat::ResourceGroup, properties: {count: ${count}, resource_def: {type: X}}}`;
    expect(problemsIn(template(version, { g: group(10_000) }))).toMatchObject([
      { code: 'too-many-resources', line: 3 },
    ]);
    expect(problemsIn(template(version, { g: group(1_000), h: group(8_999) }))).toMatchObject([
      { code: 'too-many-resources', line: 4 },
    ]);
  });

  it('refuses groups that repeat more text than can be read', () => {
    // 64,000 characters weigh 1,000; with four nodes around them, 4,980 members are under 5,000,000 and 5,000 over.
    const group = (count: number): string =>
      `{type: OS::Heat::ResourceGroup, properties: {count: ${count}, resource_def: {type: X, properties: {p: ${'x'.repeat(64_000)}}}}}`;
    expect(problemsIn(template(version, { g: group(5_000) }))).toMatchObject([
      { code: 'too-much-work', line: 3 },
    ]);
    const half = template(version, { g: group(2), h: group(4_999) });
    expect(problemsIn(half)).toMatchObject([{ code: 'too-much-work', line: 4 }]);
  });

  it('gives each edge all its reasons and its first place', () => {
    const text = template(version, {
      a: '{type: X}',
      b: '{type: X, depends_on: [a, a], metadata: {m: {get_resource: a}}, properties: {p: {get_resource: a}, q: {get_attr: [a, x]}}}',
      c: '{type: X,\n    metadata: {m: {get_resource: a}}}',
    });
    expect(graphIn(text).edges).toEqual([
      { from: 'b', to: 'a', reasons: ['depends_on', 'properties', 'metadata'], line: 4 },
      { from: 'c', to: 'a', reasons: ['metadata'], line: 6 },
    ]);
  });

  it('names up to twelve of a circle in the sentence, and all of it beside', () => {
    const ring = (count: number) =>
      problemsIn(
        template(
          version,
          Object.fromEntries(
            Array.from({ length: count }, (_, at) => [
              `r${at}`,
              `{type: X, depends_on: r${(at + 1) % count}}`,
            ]),
          ),
        ),
      )[0];
    const names = Array.from({ length: 12 }, (_, at) => `r${at}`);
    expect(ring(12)?.message).toBe(`${names.join(' → ')} → r0 wait for one another.`);
    expect(ring(13)?.message).toBe(
      `${names.slice(0, 11).join(' → ')} → … (13 in all) → r0 wait for one another.`,
    );
    expect(ring(13)?.cycle?.map(({ name, line }) => `${name} ${line}`)).toEqual(
      [...names, 'r12'].map((name, at) => `${name} ${at + 3}`),
    );
  });

  it.each([
    '{type: AWS::CloudFormation::Stack}',
    '{type: AWS::CloudFormation::Stack, properties: {TemplateURL: 5}}',
    '{type: AWS::CloudFormation::Stack, properties: {TemplateURL: {get_attr: [a, x]}}}',
  ])('asks for the template of %s by the name of its property', (stack) => {
    expect(graphIn(template(version, { a: '{type: X}', s: stack })).resources[1]).toMatchObject({
      nested: null,
      missingFile: 'TemplateURL',
    });
  });
});

describe('problemsOf', () => {
  const place = { file: 'n.yaml', lineOf: (offset: number) => ({ line: offset, column: 1 }), depth: 0 };
  const thrown = (error: unknown) => {
    try {
      return located(place, () => {
        throw error;
      });
    } catch (caught) {
      return problemsOf(caught, place);
    }
  };

  it('says of a fault what it is, and where, one by one', () => {
    expect(
      thrown(
        new TemplateFaults([
          new TemplateFault('yaml', 4, 'One.'),
          new TemplateFault('cycle', 5, 'Two.', [{ name: 'a', offset: 6 }]),
        ]),
      ),
    ).toEqual([
      { code: 'yaml', message: 'One.', line: 4, column: 1, file: 'n.yaml' },
      { code: 'cycle', message: 'Two.', line: 5, column: 1, file: 'n.yaml', cycle: [{ name: 'a', line: 6 }] },
    ]);
    expect(thrown(new TemplateFault('group', 7, 'Three.'))).toEqual([
      { code: 'group', message: 'Three.', line: 7, column: 1, file: 'n.yaml' },
    ]);
  });

  it('says of what nobody expected that the template could not be read', () => {
    expect(thrown(new RangeError('Maximum call stack size exceeded'))).toMatchObject([
      {
        code: 'too-much-work',
        message: 'The template is nested or repeated too far to be read here.',
        line: 0,
      },
    ]);
    expect(thrown(new TypeError('x is undefined'))).toMatchObject([
      { message: 'The template could not be read: x is undefined' },
    ]);
    expect(thrown('text')).toMatchObject([{ message: 'The template could not be read: text' }]);
  });
});
