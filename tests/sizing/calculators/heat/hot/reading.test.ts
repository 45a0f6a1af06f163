import { describe, expect, it } from 'vitest';
import { graphOf } from '../../../../../src/sizing/calculators/heat/hot/read-template.ts';
import { edgesIn, graphIn, notesIn, problemsIn, template } from './hot-edges.ts';
import { registryIn } from './registry-in.ts';

const version = '2016-10-14';
const group = (count: number, definition = '{type: X}'): string =>
  `{type: OS::Heat::ResourceGroup, properties: {count: ${count}, resource_def: ${definition}}}`;

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
    const g = '{type: OS::Heat::ResourceGroup, external_id: e, properties: {count: -1}}';
    expect(graphIn(template(version, { g, n: '{type: n.yaml, external_id: e}' })).resources).toMatchObject([
      { isExternal: true, nested: null, missingFile: null },
      { isExternal: true, nested: null, missingFile: null },
    ]);
  });

  it('reads the template behind the type of a group in place of members', () => {
    const { registry } = registryIn('"OS::Heat::ResourceGroup": n.yaml');
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
    // With the groups themselves 10,000 and 10,001.
    expect(problemsIn(template(version, { g: group(1_000), h: group(8_998) }))).toEqual([]);
    expect(problemsIn(template(version, { g: group(1_000), h: group(8_999) }))).toMatchObject([
      { code: 'too-many-resources', line: 4 },
    ]);
  });

  it('refuses groups that repeat more text than can be read', () => {
    // 64,000 characters weigh 1,000; with four nodes around them, 4,980 members are under 5,000,000 and 4,981 over.
    const long = `{type: X, properties: {p: ${'x'.repeat(64_000)}}}`;
    expect(problemsIn(template(version, { g: group(4_980, long) }))).toEqual([]);
    expect(problemsIn(template(version, { g: group(4_981, long) }))).toMatchObject([
      { code: 'too-much-work', line: 3 },
    ]);
    expect(problemsIn(template(version, { g: group(2, long), h: group(4_979, long) }))).toMatchObject([
      { code: 'too-much-work', line: 4 },
    ]);
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
