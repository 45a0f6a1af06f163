import { describe, expect, it } from 'vitest';
import { edgesIn, graphIn, notesIn, problemsIn, template } from './hot-edges.ts';

const none = '{type: OS::Heat::None}';

describe('graphOf', () => {
  it('finds get_resource and get_attr anywhere in properties and metadata, and depends_on', () => {
    const text = template('2015-04-30', {
      a: none,
      b: none,
      c: none,
      d: none,
      all: '{type: X, depends_on: [a, a], properties: {x: [{y: {get_resource: b}}]}, metadata: {z: {get_attr: [c, v]}}}',
      inside:
        '{type: X, properties: {v: {list_join: ["", [{str_replace: {template: t, params: {t: {get_attr: [d, v]}}}}]]}}}',
    });
    expect(edgesIn(text)).toEqual(['all > a', 'all > b', 'all > c', 'inside > d']);
  });

  it('finds nothing in policies, outputs, text and maps of two keys', () => {
    const text = template('2015-04-30', {
      a: none,
      b: '{type: X, update_policy: {x: {get_resource: a}}, properties: {t: "get_resource: a", m: {get_resource: a, other: 1}}}',
    });
    expect(edgesIn(`${text}\noutputs:\n  o: {value: {get_resource: a}}`)).toEqual([]);
  });

  it('reads only the branch of an if that is taken', () => {
    const text = template(
      '2016-10-14',
      {
        a: none,
        b: none,
        c: '{type: X, properties: {v: {if: [big, {get_resource: a}, {get_resource: b}]}}}',
      },
      'parameters: {size: {type: number, default: 3}}\nconditions: {big: {equals: [{get_param: size}, 3]}}',
    );
    expect(edgesIn(text)).toEqual(['c > a']);
    expect(edgesIn(text, { parameters: { size: 4 } })).toEqual(['c > b']);
  });

  it('takes an if of two arguments for unwritten where it is false, from 2021-04-16 shown', () => {
    const resources = { a: none, b: '{type: X, properties: {v: {if: [never, {get_resource: a}]}}}' };
    const head = 'conditions: {never: {equals: [1, 2]}}';
    expect(edgesIn(template('wallaby', resources, head))).toEqual([]);
    expect(problemsIn(template('rocky', resources, head))[0]?.code).toBe('function');
  });

  it('leaves out resources whose condition is false and drops depends_on to them, but no get_resource', () => {
    const head = 'conditions: {never: {not: always}, always: {equals: [a, a]}, both: {and: [never, always]}}';
    const resources = {
      hidden: '{type: X, condition: both}',
      shown: '{type: X, condition: {or: [never, always]}, depends_on: hidden}',
    };
    const graph = graphIn(template('2016-10-14', resources, head));
    expect(graph.resources.map(({ name }) => name)).toEqual(['shown']);
    expect(graph.disabledByCondition).toEqual(['hidden']);
    expect(graph.edges).toEqual([]);
    expect(graph.conditions).toContainEqual({ name: 'both', value: false });
    const referring = template(
      '2016-10-14',
      { ...resources, c: '{type: X, properties: {v: {get_resource: hidden}}}' },
      head,
    );
    expect(problemsIn(referring)[0]).toMatchObject({ code: 'unknown-reference', line: 6 });
  });

  it('lets the name of a resource be computed', () => {
    const text = template(
      '2015-10-15',
      { a: none, b: none, c: '{type: X, properties: {v: {get_attr: [{get_param: which}, x]}}}' },
      'parameters: {which: {type: string, default: b}}',
    );
    expect(edgesIn(text)).toEqual(['c > b']);
    expect(edgesIn(text, { parameters: { which: 'a' } })).toEqual(['c > a']);
  });

  it('lets a resource with external_id depend on nothing, and refuses depends_on beside it', () => {
    const external = '{type: X, external_id: abc, properties: {v: {get_resource: a}}}';
    expect(edgesIn(template('2016-10-14', { a: none, e: external, b: '{type: X, depends_on: e}' }))).toEqual([
      'b > e',
    ]);
    const both = template('2016-10-14', { a: none, e: '{type: X, external_id: abc, depends_on: a}' });
    expect(problemsIn(both)[0]).toMatchObject({ code: 'external-id', line: 4 });
  });

  it('knows each function from its version on: before, it is data', () => {
    const repeat = {
      a: none,
      b: '{type: X, properties: {v: {repeat: {for_each: {"%x%": [1]}, template: {get_resource: a}}}}}',
    };
    expect(edgesIn(template('2014-10-16', repeat))).toEqual(['b > a']);
    const wholeMap = { a: none, b: '{type: X, properties: {v: {get_attr: [a]}}}' };
    expect(edgesIn(template('2015-10-15', wholeMap))).toEqual(['b > a']);
    expect(problemsIn(template('2015-04-30', wholeMap))[0]?.code).toBe('function');
    const reference = { a: none, b: '{type: X, properties: {v: {Ref: a}}}' };
    expect(edgesIn(template('2013-05-23', reference))).toEqual(['b > a']);
    expect(edgesIn(template('2014-10-16', reference))).toEqual([]);
    expect(notesIn(template('2014-10-16', reference))[0]).toMatchObject({ code: 'function', line: 4 });
  });

  it.each([
    '2013-05-23',
    '2014-10-16',
    '2015-04-30',
    '2015-10-15',
    '2016-04-08',
    '2016-10-14',
    '2017-02-24',
    '2017-09-01',
  ])('accepts version %s', (version) =>
    expect(graphIn(template(version, { a: none })).version).toBe(version),
  );

  it.each([
    '2018-03-02',
    '2018-08-31',
    '2021-04-16',
    'newton',
    'ocata',
    'pike',
    'queens',
    'rocky',
    'wallaby',
  ])('accepts version %s', (version) =>
    expect(graphIn(template(version, { a: none })).version).toBe(version),
  );

  it('asks for parameters without a default and draws the graph with a placeholder', () => {
    const head =
      'parameters:\n  image: {type: string, label: Image, description: Which image}\n  n: {type: number, constraints: [{range: {min: 2}}]}\n  mode: {type: string, constraints: [{allowed_values: [slow, fast]}]}\n  known: {type: string, default: ""}';
    const graph = graphIn(
      template('2015-04-30', { a: '{type: X, properties: {v: {get_param: image}}}' }, head),
    );
    expect(graph.missingParameters).toEqual([
      {
        name: 'image',
        type: 'string',
        label: 'Image',
        description: 'Which image',
        allowedValues: [],
        line: 3,
        placeholder: 'placeholder-image',
      },
      { name: 'n', type: 'number', label: 'n', description: '', allowedValues: [], line: 4, placeholder: 2 },
      {
        name: 'mode',
        type: 'string',
        label: 'mode',
        description: '',
        allowedValues: ['slow', 'fast'],
        line: 5,
        placeholder: 'slow',
      },
    ]);
    expect(
      graphIn(template('2015-04-30', { a: none }, head), { parameters: { image: 'x', n: '3', mode: 'fast' } })
        .missingParameters,
    ).toEqual([]);
  });

  it('notes a parameter that does not exist, with its place', () => {
    const text = template('2015-04-30', {
      a: '{type: X, properties: {v: {get_param: lost}, w: {get_param: "OS::stack_name"}}}',
    });
    expect(notesIn(text)).toMatchObject([{ code: 'parameter', line: 3, column: 33 }]);
  });

  it('gives depth, resources per level and leaves', () => {
    const text = template('2015-04-30', {
      r: none,
      a: '{type: X, depends_on: r}',
      b: '{type: X, depends_on: [r, a]}',
      c: none,
    });
    expect(graphIn(text).shape).toEqual({ depth: 3, widths: [2, 1, 1], leaves: 2 });
    expect(graphIn('heat_template_version: 2015-04-30').shape).toEqual({ depth: 0, widths: [], leaves: 0 });
  });

  it('decides plain yaql conditions and asks for the value of others', () => {
    const head = (expression: string): string =>
      `parameters: {tag: {type: string, default: v3.26.1}}\nconditions:\n  c: {yaql: {expression: '${expression}', data: {tag: {get_param: tag}}}}`;
    const resources = { a: '{type: X, condition: c}' };
    const shape = (expression: string): number =>
      graphIn(template('pike', resources, head(expression))).resources.length;
    expect(shape('$.data.tag.startsWith("v3.26.")')).toBe(1);
    expect(shape('$.data.tag = "v3" or not $.data.tag.len() > 5')).toBe(0);
    const unknown = template('pike', resources, head('$.data.tag.matches(".*")'));
    expect(problemsIn(unknown)[0]).toMatchObject({ code: 'condition', line: 4 });
    expect(graphIn(unknown, { conditions: { c: true } }).resources).toHaveLength(1);
  });
});

describe('graphOf on CloudFormation templates', () => {
  const text = JSON.stringify(
    {
      AWSTemplateFormatVersion: '2010-09-09',
      Parameters: { Size: { Type: 'String', Default: 'big' } },
      Mappings: { M: { big: { name: 'volume' } } },
      Conditions: { Big: { 'Fn::Equals': [{ Ref: 'Size' }, 'big'] }, Small: { 'Fn::Not': ['Big'] } },
      Resources: {
        server: {
          Type: 'AWS::EC2::Instance',
          Properties: { a: { 'Fn::Join': ['', [{ Ref: 'net' }, { Ref: 'Size' }]] } },
        },
        volume: {
          Type: 'X',
          Properties: { v: { 'Fn::If': ['Big', { 'Fn::GetAtt': ['server', 'Ip'] }, { Ref: 'net' }] } },
        },
        net: { Type: 'X', Properties: { r: { Ref: 'AWS::Region' } } },
        late: { Type: 'X', DependsOn: ['net', 'gone'] },
        gone: { Type: 'X', Condition: 'Small' },
      },
    },
    null,
    '\t',
  );

  it('reads Ref, Fn::GetAtt, DependsOn, Fn::If and Condition', () => {
    expect(edgesIn(text)).toEqual(['late > net', 'server > net', 'volume > server']);
    expect(
      graphIn(text, { parameters: { Size: 'small' } }).edges.map(({ from, to }) => `${from} > ${to}`),
    ).toContain('volume > net');
  });
});
