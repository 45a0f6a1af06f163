import { describe, expect, it } from 'vitest';
import { server, templateOf } from './template-texts.ts';
import { findingIn, viewOf } from './view-of.ts';

const head = 'heat_template_version: 2018-08-31\n';
const marksOf = (texts: Readonly<Record<string, string>>) =>
  (viewOf('template', undefined, texts).marks ?? []).map(
    ({ attachment, column, line, severity }) => `${attachment} ${line}:${column} ${severity}`,
  );

describe('template study marks', () => {
  it('has none for a template without a fault, nor for none at all', () => {
    expect(marksOf({ template: templateOf(3, server) })).toEqual([]);
    expect(marksOf({})).toEqual([]);
  });

  it('marks every unknown reference as an error where it stands', () => {
    const template = `${head}resources:
  a: { type: X, depends_on: gone }
  b:
    type: X
    properties:
      p: { get_resource: lost }
`;
    expect(marksOf({ template })).toEqual(['template 3:29 error', 'template 7:12 error']);
  });

  it('marks a key defined twice and a parameter without a value as warnings', () => {
    const template = `${head}parameters:
  n: { type: number }
resources:
  a: { type: X }
  a: { type: X }
`;
    expect(marksOf({ template })).toEqual(['template 3:1 warning', 'template 6:3 warning']);
  });

  it('marks a fault inside a nested template on its line of all nested texts together', () => {
    const inside = `${head}resources:\n  x: { type: X, depends_on: gone }\n`;
    const template = `${head}resources:\n  a: { type: web.yaml }\n  b: { type: db.yaml }\n`;
    const files = `# file: web.yaml\n${templateOf(1, server)}# file: db.yaml\n${inside}`;
    const line = files.split('\n').findIndex((text) => text.includes('gone')) + 1;
    expect(marksOf({ template, files })).toEqual([`files ${line}:29 error`]);
  });

  it('marks a nested template that is not given, where its resource stands', () => {
    expect(marksOf({ template: `${head}resources:\n  a: { type: web.yaml }\n` })).toEqual([
      'template 3:1 warning',
    ]);
  });

  it('marks in the environment a section, a type and a parameter that Heat refuses', () => {
    const parameters = `parameters:
  n: 1
resource_registry:
  "My::T": nonsense
extra: {}
`;
    const view = viewOf('template', undefined, { template: templateOf(1, server), parameters });
    expect(view.marks?.map(({ line, message }) => [line, message.split(':')[0]])).toEqual([
      [2, 'The template has no parameter "n"'],
      [4, '"nonsense" is neither a type nor a template (.yaml, .template).'],
      [5, '"extra" is no section of an environment'],
    ]);
    expect(findingIn(view, 'parameter-problem-1')?.severity).toBe('caution');
  });

  it('marks a line of seconds that it does not understand', () => {
    expect(marksOf({ durations: `${server}: 12\nlong\n` })).toEqual(['durations 2:1 warning']);
    expect(marksOf({ template: templateOf(1, server), durations: 'long' })).toEqual([
      'durations 1:1 warning',
    ]);
  });
});

describe('template study with an environment', () => {
  it('counts what is behind an alias, with parameter_defaults', () => {
    const parameters = `parameter_defaults: { n: 3 }
resource_registry:
  "My::Web": web.yaml
`;
    const files = `# file: web.yaml
${head}parameters:
  n: { type: number }
resources:
  g:
    type: OS::Heat::ResourceGroup
    properties: { count: { get_param: n }, resource_def: { type: "OS::Nova::Server" } }
`;
    const template = `${head}resources:\n  a: { type: "My::Web" }\n`;
    const view = viewOf('template', undefined, { template, parameters, files });
    // The resource, the group in it, and three servers in that.
    expect(view.verdict.keyFigures.find(({ label }) => label === 'Resources')?.cell.value).toBe(5);
    expect(view.findings.filter(({ id }) => id.startsWith('parameter-problem'))).toEqual([]);
  });
});
