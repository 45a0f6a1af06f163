/**
 * A third calculator, for tests only: it must appear with form, table, advice, link and YAML by nothing but this
 * folder and its line in a registry. Small enough to read as the answer to "how do I add one?".
 */
import { defineCalculator, defineFirstPart } from '../../src/sizing/core/define-calculator.ts';
import { numberText } from '../../src/sizing/core/number-text.ts';
import {
  autoCount,
  choice,
  count,
  flag,
  optionalCount,
  quantity,
  text,
} from '../../src/sizing/core/param.ts';
import { defineRules } from '../../src/sizing/core/rule.ts';

const rules = defineRules({
  'SQ-1': {
    origin: 'guide',
    statement: 'A queue carries what its consumers can take.',
    quotes: ['Each consumer takes up to prefetch messages at a time.'],
    document: 'Sizing queues',
    section: 'Consumers',
  },
});

const params = {
  messages: count({
    key: 'm',
    scope: 'shared',
    group: 'load',
    label: 'Messages in flight',
    unit: 'messages',
    range: [1, 100_000],
    default: 400,
    rules: ['SQ-1'],
  }),
  secondsPerMessage: quantity({
    key: 's',
    scope: 'shared',
    group: 'load',
    label: 'Seconds per message',
    unit: 'seconds',
    range: [0.1, 60],
    step: 0.1,
    default: 0.5,
  }),
  limit: optionalCount({
    key: 'max',
    scope: 'shared',
    group: 'load',
    label: 'Connections allowed',
    unit: 'connections',
    range: [1, 10_000],
    empty: 'No check',
  }),
  nodes: count({
    key: 'n',
    scope: 'option',
    group: 'option',
    label: 'Consumers',
    unit: 'consumers',
    range: [1, 500],
    default: 20,
  }),
  prefetch: autoCount({
    key: 'p',
    scope: 'option',
    group: 'option',
    label: 'Prefetch',
    unit: 'messages',
    range: [1, 1000],
  }),
  mode: choice({
    key: 'mode',
    scope: 'option',
    group: 'option',
    label: 'Queue type',
    display: 'segments',
    choices: [
      { value: 'classic', label: 'Classic' },
      { value: 'quorum', label: 'Quorum' },
    ],
    default: 'quorum',
  }),
  lazy: flag({ key: 'lazy', scope: 'option', group: 'option', label: 'Lazy queue', default: false }),
  vhost: text({
    key: 'vhost',
    scope: 'option',
    group: 'option',
    label: 'Virtual host',
    default: 'main',
    maxLength: 20,
    pattern: /^[a-z-]+$/,
    accepts: 'use small letters and dashes',
  }),
};

const firstPart = defineFirstPart({
  id: 'sample-queue',
  title: 'Sample queue',
  question: 'How many consumers keep up?',
  planTitle: 'Queue',
  params,
  groups: [
    { id: 'load', label: 'Load' },
    { id: 'option', label: 'Option' },
  ],
  autos: { prefetch: (inputs) => (inputs.mode === 'quorum' ? 32 : 16) },
  problems: (inputs) =>
    inputs.limit !== null && inputs.limit < inputs.nodes
      ? [{ field: 'limit', message: `Connections allowed: ${inputs.nodes} consumers need one each.` }]
      : [],
  size: (inputs) => ({ capacity: inputs.nodes * inputs.prefetch }),
  findings: ({ selected: { inputs, sizing } }) => {
    const needed = Math.ceil(inputs.messages / inputs.prefetch);
    if (sizing.capacity >= inputs.messages) return [];
    return [
      {
        id: 'too-few',
        severity: 'blocker',
        title: `Use ${numberText(needed)} consumers`,
        text: `${numberText(sizing.capacity)} of ${numberText(inputs.messages)} messages are carried.`,
        rules: ['SQ-1'],
        ...(needed <= params.nodes.range[1]
          ? { fix: { label: `Use ${needed} consumers`, edit: { kind: 'set', inputs: { nodes: needed } } } }
          : {}),
      },
    ];
  },
  verdict: ({ selected }) => {
    const isEnough = selected.sizing.capacity >= selected.inputs.messages;
    const { capacity } = selected.sizing;
    return {
      state: isEnough ? 'meets' : 'short',
      stateText: `Option ${selected.letter} ${isEnough ? 'keeps up' : 'falls behind'}.`,
      headline: `${numberText(selected.inputs.nodes)} consumers carry ${numberText(capacity)} messages.`,
      paragraph: ['Each takes up to ', { strong: numberText(selected.inputs.prefetch) }, '.'],
      keyFigures: [{ label: 'Carried', cell: { text: numberText(capacity), value: capacity } }],
      spoken: `Option ${selected.letter} carries ${capacity}.`,
    };
  },
  formNotes: ({ inputs }) => ({ hints: { nodes: `Each takes ${inputs.prefetch}.` } }),
  presets: [
    {
      id: 'two',
      label: 'Two options',
      note: '',
      rules: [],
      options: [
        { name: 'Today', inputs: { nodes: 10 } },
        { name: 'Tomorrow', inputs: { nodes: 20 } },
      ],
      selected: 1,
    },
  ],
  studies: [
    {
      id: 'details',
      title: 'Details',
      load: async () => ({
        study: {
          evaluate: ({ selected }) => ({
            verdict: {
              state: 'meets',
              stateText: 'Looked at closely.',
              headline: `${selected.name} in detail.`,
              paragraph: [],
              keyFigures: [],
              spoken: 'Details.',
            },
            figures: [],
            findings: [],
            exports: [],
            hints: {},
          }),
        },
      }),
    },
  ],
  migrations: [],
});

export const sampleCalculator = defineCalculator(firstPart, {
  rules,
  board: ({ options, selected, baseline }) => {
    const explain = (o: typeof selected) => ({
      formula: 'Consumers × prefetch',
      worked: `${o.inputs.nodes} × ${o.inputs.prefetch} = ${o.sizing.capacity}`,
      origins: ['guide' as const],
      rules: ['SQ-1'],
    });
    const cells = Object.fromEntries(
      options.map((o) => [
        o.letter,
        { text: numberText(o.sizing.capacity), value: o.sizing.capacity, explain: explain(o) },
      ]),
    );
    return {
      gauge: {
        kind: 'load-lines',
        mode: 'load',
        title: 'Load lines',
        subtitle: '',
        key: '',
        axisLabel: 'Messages',
        marginLabel: 'All up',
        line: { label: 'Load', value: selected.inputs.messages, explain: explain(selected) },
        hulls: options.map((o) => ({
          letter: o.letter,
          isBaseline: o.letter === baseline.letter,
          lines: [
            {
              id: 'all',
              label: 'all up',
              short: 'a',
              value: o.sizing.capacity,
              isRing: true,
              explain: explain(o),
            },
          ],
          spoken: `Option ${o.letter}. All up ${o.sizing.capacity}.`,
        })),
      },
      table: { sections: [{ title: 'Carries', rows: [{ id: 'capacity', label: 'All up', cells }] }] },
      provenance: [{ origin: 'guide', text: 'Prefetch per consumer' }],
      configurations: {},
    };
  },
  charts: () => [],
  referenceTables: () => [],
  exports: ({ selected }, { link }) => [
    {
      id: 'settings',
      label: 'Settings',
      filename: 'queue.yml',
      content: {
        kind: 'settings',
        comments: [`Option ${selected.letter}: ${selected.name}`, link],
        entries: [
          { key: 'consumers', value: selected.inputs.nodes },
          { key: 'prefetch', value: selected.inputs.prefetch },
          { key: 'vhost', value: selected.inputs.vhost },
          { key: 'lazy', value: selected.inputs.lazy },
        ],
      },
    },
  ],
});
