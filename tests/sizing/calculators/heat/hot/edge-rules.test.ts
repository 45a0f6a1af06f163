import { describe, expect, it } from 'vitest';
import { edgesIn, graphIn, notesIn, problemsIn, template } from './hot-edges.ts';

const latest = '2021-04-16';
const edges = (resources: Readonly<Record<string, string>>, head = '', version = latest): readonly string[] =>
  edgesIn(template(version, resources, head));
const ab = { a: '{type: X}', b: '{type: X}' };

// Each expectation follows from a rule of Heat's own documentation or source; none from running this code.
describe('edges by the text', () => {
  it('finds get_resource and get_attr in properties and metadata, however deep, and in no other part', () => {
    const r = `{type: X, metadata: {m: [{n: {get_attr: [a, x]}}]}, properties: {p: [[{get_resource: b}]]},
      update_policy: {u: {get_resource: c}}, deletion_policy: Retain}`;
    expect(edges({ ...ab, c: '{type: X}', r })).toEqual(['r > a', 'r > b']);
  });

  it('takes no edge from outputs or from text that looks like a function', () => {
    const text = `${template(latest, { a: '{type: X}', r: '{type: X, properties: {p: "{get_resource: a}"}}' })}
outputs: {o: {value: {get_resource: a}}}`;
    expect(edgesIn(text)).toEqual([]);
  });

  it('takes a map of two keys for data, and a map of one unknown key as well', () => {
    expect(edges({ ...ab, r: '{type: X, properties: {p: {get_resource: a, other: 1}}}' })).toEqual([]);
    expect(edges({ ...ab, r: '{type: X, properties: {p: {Get_resource: a}}}' })).toEqual([]);
    // Inside such data a function is one again.
    expect(
      edges({ ...ab, r: '{type: X, properties: {p: {get_resource: a, other: {get_resource: b}}}}' }),
    ).toEqual(['r > b']);
  });

  it('reads only the branch of an if that is taken, also inside lists and inside one another', () => {
    const head = 'conditions: {is: true, isnt: {not: is}}';
    const taken = '{if: [is, [{if: [isnt, {get_resource: a}, {get_resource: b}]}], {get_resource: gone}]}';
    expect(edges({ ...ab, r: `{type: X, properties: {p: [${taken}]}}` }, head)).toEqual(['r > b']);
    const none = '{if: [isnt, {get_resource: a}]}';
    expect(edges({ ...ab, r: `{type: X, properties: {p: [${none}], q: ${none}}}` }, head)).toEqual([]);
  });

  it('finds what repeat loops over and what its template holds', () => {
    const loop = '{repeat: {for_each: {"%i%": [{get_resource: a}]}, template: ["%i%", {get_attr: [b, x]}]}}';
    expect(edges({ ...ab, r: `{type: X, properties: {p: ${loop}}}` })).toEqual(['r > a', 'r > b']);
  });

  it('refuses a loop variable as the name of a resource: references are read before the loop runs', () => {
    const loop = '{repeat: {for_each: {"%i%": [a, b]}, template: {get_resource: "%i%"}}}';
    expect(problemsIn(template(latest, { ...ab, r: `{type: X, properties: {p: ${loop}}}` }))[0]?.code).toBe(
      'unknown-reference',
    );
  });

  it('finds the arguments of str_replace, list_join, map_merge and yaql', () => {
    const r = `{type: X, properties: {
      s: {str_replace: {template: "get_resource: gone", params: {$a: {get_attr: [a, x]}}}},
      j: {list_join: [",", [{get_resource: b}]]},
      m: {map_merge: [{k: {get_resource: c}}, {}]},
      y: {yaql: {expression: $.data, data: {get_attr: [d, x]}}}}}`;
    expect(edges({ ...ab, c: '{type: X}', d: '{type: X}', r })).toEqual(['r > a', 'r > b', 'r > c', 'r > d']);
  });

  it('works out a computed name, by list_join, str_replace or a parameter', () => {
    const head = 'parameters: {n: {type: string, default: b}}';
    const r =
      '{type: X, properties: {p: {get_resource: {list_join: ["", [a, b]]}}, q: {get_attr: [{get_param: n}, x]}}}';
    expect(edges({ ...ab, ab: '{type: X}', r }, head)).toEqual(['r > ab', 'r > b']);
  });

  it('drops depends_on of a resource whose condition is false and refuses an unknown name', () => {
    const head = 'conditions: {isnt: false}';
    const left = '{type: X, condition: isnt, depends_on: [nowhere]}';
    expect(edges({ left, a: '{type: X}', r: '{type: X, depends_on: [left, a]}' }, head)).toEqual(['r > a']);
    expect(problemsIn(template(latest, { r: '{type: X, depends_on: [gone]}' }))[0]).toMatchObject({
      code: 'unknown-reference',
      line: 3,
    });
  });

  it('refuses a reference to a resource whose condition is false', () => {
    const text = template(
      latest,
      { left: '{type: X, condition: isnt}', r: '{type: X, properties: {p: {get_attr: [left, x]}}}' },
      'conditions: {isnt: false}',
    );
    expect(problemsIn(text)[0]?.code).toBe('unknown-reference');
  });

  it('lets an external resource wait for nothing, and others wait for it', () => {
    const e = '{type: X, external_id: abc, properties: {p: {get_resource: a}}}';
    expect(edges({ a: '{type: X}', e, r: '{type: X, depends_on: e}' })).toEqual(['r > e']);
    const waiting = { a: '{type: X}', e: '{type: X, external_id: abc, depends_on: a}' };
    expect(problemsIn(template(latest, waiting))[0]?.code).toBe('external-id');
  });

  it('keeps the edge of a group to what its members name, and gives the members none outside', () => {
    const r =
      '{type: OS::Heat::ResourceGroup, properties: {count: 2, resource_def: {type: X, properties: {p: {get_resource: a}}}}}';
    expect(edges({ a: '{type: X}', r })).toEqual(['r > a']);
    const group = graphIn(template(latest, { a: '{type: X}', r })).resources.find(({ name }) => name === 'r');
    expect(group?.nested?.edges).toEqual([]);
  });

  it('makes the same members whatever the rolling update of a scaling group, and no edge of it', () => {
    const r = `{type: OS::Heat::AutoScalingGroup, properties: {min_size: 2, max_size: 5, resource: {type: X},
      rolling_updates: {min_in_service: 1, max_batch_size: 1, pause_time: 60}}, update_policy: {p: {get_resource: a}}}`;
    const graph = graphIn(template(latest, { a: '{type: X}', r }));
    expect(graph.edges).toEqual([]);
    expect(graph.resources.find(({ name }) => name === 'r')?.nested?.resources).toHaveLength(2);
  });

  it('gives a ResourceChain the edges of its properties and a chain inside', () => {
    const r =
      '{type: OS::Heat::ResourceChain, properties: {resources: [X, Y, Z], resource_properties: {p: {get_attr: [a, x]}}}}';
    const graph = graphIn(template(latest, { a: '{type: X}', r }));
    expect(graph.edges.map(({ from, to }) => `${from} > ${to}`)).toEqual(['r > a']);
    expect(graph.resources.find(({ name }) => name === 'r')?.nested?.shape.depth).toBe(3);
  });

  it('knows an attribute only by a list, and whose it is by the first of it', () => {
    expect(
      problemsIn(template(latest, { a: '{type: X}', r: '{type: X, properties: {p: {get_attr: a}}}' }))[0]
        ?.code,
    ).toBe('function');
    expect(edges({ ...ab, r: '{type: X, properties: {p: {get_attr: [a, b]}}}' })).toEqual(['r > a']);
  });

  it('names the whole circle that depends_on and a property close together', () => {
    const problem = problemsIn(
      template(latest, {
        a: '{type: X, depends_on: c}',
        b: '{type: X, properties: {p: {get_resource: a}}}',
        c: '{type: X, metadata: {m: {get_attr: [b, x]}}}',
      }),
    )[0];
    expect(problem?.code).toBe('cycle');
    expect(new Set(problem?.cycle?.map(({ name }) => name))).toEqual(new Set(['a', 'b', 'c']));
  });
});

describe('edges of a template in the AWS format', () => {
  const aws = (resources: string, more = ''): string =>
    `AWSTemplateFormatVersion: "2010-09-09"\n${more}Resources:\n${resources}`;

  it('reads Ref as a resource where one has the name, else as a parameter', () => {
    const text = aws(
      '  A: {Type: X}\n  R: {Type: X, Properties: {P: {Ref: A}, Q: {Ref: N}, Z: {Ref: "AWS::Region"}}}',
      'Parameters: {N: {Type: String, Default: A}}\n',
    );
    expect(edgesIn(text)).toEqual(['R > A']);
  });

  it('reads Fn::GetAtt, DependsOn and Metadata, and Ref inside Fn::Join', () => {
    const text = aws(`  A: {Type: X}
  B: {Type: X}
  C: {Type: X}
  D: {Type: X}
  R: {Type: X, DependsOn: [A], Metadata: {M: {"Fn::GetAtt": [B, x]}},
      Properties: {P: {"Fn::Join": ["", [{Ref: C}]]}, Q: {"Fn::GetAtt": [D, x]}}}`);
    expect(edgesIn(text)).toEqual(['R > A', 'R > B', 'R > C', 'R > D']);
  });

  it('leaves out what a condition switches off, and takes the branch of Fn::If', () => {
    const text = aws(
      `  A: {Type: X, Condition: Off}
  B: {Type: X}
  R: {Type: X, DependsOn: A, Properties: {P: {"Fn::If": [Off, {Ref: Gone}, {Ref: B}]}}}`,
      'Conditions: {Off: {"Fn::Equals": [a, b]}}\n',
    );
    expect(edgesIn(text)).toEqual(['R > B']);
    expect(graphIn(text).disabledByCondition).toEqual(['A']);
  });
});

describe('notes of what Heat refuses when it validates', () => {
  it('names a section and a parameter that do not exist, with their place', () => {
    const text = `${template(latest, { r: '{type: X, properties: {p: {get_param: gone}}}' })}\nnonsense: {}`;
    const problems = [...notesIn(text), ...problemsIn(text)];
    expect(problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['structure', 'parameter']));
    expect(problems.every(({ column, line }) => line >= 1 && column >= 1)).toBe(true);
  });
});
