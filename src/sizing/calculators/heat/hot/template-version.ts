/** What a function of a template does, whatever its name in this version. */
export type Operation =
  | 'getParam'
  | 'getResource'
  | 'getAttThenSelect'
  | 'getAttAll'
  | 'getAttPair'
  | 'ref'
  | 'paramRef'
  | 'getFile'
  | 'join'
  | 'replace'
  | 'replaceList'
  | 'split'
  | 'strSplit'
  | 'select'
  | 'base64'
  | 'repeat'
  | 'mapMerge'
  | 'mapReplace'
  | 'filter'
  | 'listConcat'
  | 'listConcatUnique'
  | 'contains'
  | 'equals'
  | 'not'
  | 'and'
  | 'or'
  | 'if'
  | 'ifNullable'
  | 'findInMap'
  | 'yaql'
  /** Known to Heat, worked out only by a running Heat (digest, resource_facade …). */
  | 'opaque'
  | 'removed'
  | 'refused';

export interface TemplateVersion {
  readonly name: string;
  readonly format: 'hot' | 'cfn';
  readonly functions: ReadonlyMap<string, Operation>;
  /** Functions inside a condition; every other known function is refused there. */
  readonly conditionFunctions: ReadonlyMap<string, Operation>;
  /** Null where Heat does not look at them (CloudFormation format). */
  readonly resourceKeys: ReadonlySet<string> | null;
  readonly sections: ReadonlySet<string>;
  readonly hasConditions: boolean;
}

type Table = readonly (readonly [string, Operation])[];

const cloudFormationFunctions: Table = [
  ['Fn::GetAZs', 'opaque'],
  ['Ref', 'ref'],
  ['Fn::Select', 'select'],
  ['Fn::Join', 'join'],
  ['Fn::Split', 'split'],
  ['Fn::Replace', 'replaceList'],
  ['Fn::Base64', 'base64'],
  ['Fn::MemberListToMap', 'opaque'],
  ['Fn::ResourceFacade', 'opaque'],
];
const first: Table = [
  ['get_param', 'getParam'],
  ['get_resource', 'getResource'],
  ['get_attr', 'getAttThenSelect'],
  ['list_join', 'join'],
  ['str_replace', 'replace'],
  ['resource_facade', 'opaque'],
  ['get_file', 'getFile'],
];
const v2013: Table = [...first, ...cloudFormationFunctions];
const v2014: Table = [
  ...first,
  ...cloudFormationFunctions.map(([name]): [string, Operation] => [name, 'removed']),
  ['Fn::Select', 'select'],
];
const v2015April: Table = [...v2014, ['repeat', 'repeat'], ['digest', 'opaque']];
const v2015October: Table = [
  ...v2015April,
  ['get_attr', 'getAttAll'],
  ['str_split', 'strSplit'],
  ['Fn::Select', 'removed'],
];
const v2016April: Table = [...v2015October, ['map_merge', 'mapMerge']];
const newton: Table = [...v2016April, ['yaql', 'yaql'], ['map_replace', 'mapReplace'], ['if', 'if']];
const ocata: Table = [...newton, ['filter', 'filter'], ['str_replace_strict', 'replace']];
const pike: Table = [
  ...ocata,
  ['make_url', 'opaque'],
  ['list_concat', 'listConcat'],
  ['list_concat_unique', 'listConcatUnique'],
  ['str_replace_vstrict', 'replace'],
  ['contains', 'contains'],
];
const wallaby: Table = [...pike, ['if', 'ifNullable']];

const newtonConditions: Table = [
  ['get_param', 'getParam'],
  ['equals', 'equals'],
  ['not', 'not'],
  ['and', 'and'],
  ['or', 'or'],
];
const pikeConditions: Table = [...newtonConditions, ['yaql', 'yaql'], ['contains', 'contains']];

const hotKeys = [
  'type',
  'properties',
  'metadata',
  'depends_on',
  'deletion_policy',
  'update_policy',
  'description',
];
const hotSections = [
  'heat_template_version',
  'description',
  'parameter_groups',
  'parameters',
  'resources',
  'outputs',
];

function hot(name: string, functions: Table, conditions: Table | null): TemplateVersion {
  const hasConditions = conditions !== null;
  return {
    name,
    format: 'hot',
    functions: new Map(functions),
    conditionFunctions: conditionTable(functions, conditions ?? []),
    resourceKeys: new Set(hasConditions ? [...hotKeys, 'external_id', 'condition'] : hotKeys),
    sections: new Set(hasConditions ? [...hotSections, 'conditions'] : hotSections),
    hasConditions,
  };
}

function conditionTable(functions: Table, conditions: Table): ReadonlyMap<string, Operation> {
  const refused = functions.map(([name, operation]): [string, Operation] => [
    name,
    operation === 'removed' ? 'removed' : 'refused',
  ]);
  return new Map([...refused, ...conditions]);
}

function cloudFormation(name: string, hasConditions: boolean): TemplateVersion {
  const functions: Table = [
    ...cloudFormationFunctions,
    ['Fn::FindInMap', 'findInMap'],
    ['Fn::GetAtt', 'getAttPair'],
    ...(hasConditions ? ([['Fn::If', 'if']] as const) : []),
  ];
  const conditions: Table = [
    ['Fn::Equals', 'equals'],
    ['Ref', 'paramRef'],
    ['Fn::FindInMap', 'findInMap'],
    ['Fn::Not', 'not'],
    ['Fn::And', 'and'],
    ['Fn::Or', 'or'],
  ];
  const sections = ['Description', 'Mappings', 'Parameters', 'Resources', 'Outputs', 'Metadata'];
  return {
    name,
    format: 'cfn',
    functions: new Map(functions),
    conditionFunctions: conditionTable(functions, conditions),
    resourceKeys: null,
    sections: new Set([
      'AWSTemplateFormatVersion',
      'HeatTemplateFormatVersion',
      ...sections,
      ...(hasConditions ? ['Conditions'] : []),
    ]),
    hasConditions,
  };
}

/**
 * Every version that Heat 26.0.0 accepts, by the section that names it.
 * Source: heat/engine/hot/template.py, heat/engine/cfn/template.py, entry points heat.templates.
 */
export const templateVersions: ReadonlyMap<string, ReadonlyMap<string, TemplateVersion>> = new Map([
  [
    'heat_template_version',
    new Map([
      ['2013-05-23', hot('2013-05-23', v2013, null)],
      ['2014-10-16', hot('2014-10-16', v2014, null)],
      ['2015-04-30', hot('2015-04-30', v2015April, null)],
      ['2015-10-15', hot('2015-10-15', v2015October, null)],
      ['2016-04-08', hot('2016-04-08', v2016April, null)],
      ['2016-10-14', hot('2016-10-14', newton, newtonConditions)],
      ['newton', hot('newton', newton, newtonConditions)],
      ['2017-02-24', hot('2017-02-24', ocata, newtonConditions)],
      ['ocata', hot('ocata', ocata, newtonConditions)],
      ['2017-09-01', hot('2017-09-01', pike, pikeConditions)],
      ['pike', hot('pike', pike, pikeConditions)],
      ['2018-03-02', hot('2018-03-02', pike, pikeConditions)],
      ['queens', hot('queens', pike, pikeConditions)],
      ['2018-08-31', hot('2018-08-31', pike, pikeConditions)],
      ['rocky', hot('rocky', pike, pikeConditions)],
      ['2021-04-16', hot('2021-04-16', wallaby, pikeConditions)],
      ['wallaby', hot('wallaby', wallaby, pikeConditions)],
    ]),
  ],
  ['HeatTemplateFormatVersion', new Map([['2012-12-12', cloudFormation('2012-12-12', false)]])],
  ['AWSTemplateFormatVersion', new Map([['2010-09-09', cloudFormation('2010-09-09', true)]])],
]);

/** The version Heat gives to the templates it makes for groups (heat/scaling/template.py). */
export const groupTemplateVersion: TemplateVersion = hot('2015-04-30', v2015April, null);
