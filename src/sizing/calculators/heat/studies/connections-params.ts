import { choice, count } from '../../../core/param.ts';

/** What the Connections study asks for. */
export const connectionsParams = {
  keepFreePercent: count({
    key: 'con.keep',
    scope: 'shared',
    group: 'connections',
    view: 'connections',
    label: 'Keep free of Heat’s share',
    unit: 'percent',
    suffix: '%',
    help: 'What fits leaves that much unused. Our default.',
    default: 10,
    range: [0, 50],
  }),
  databaseNodes: count({
    key: 'con.nodes',
    scope: 'shared',
    group: 'connections',
    view: 'connections',
    label: 'Database nodes',
    unit: 'nodes',
    help: 'Of a Galera cluster; 1 for a single server.',
    default: 3,
    range: [1, 32],
  }),
  databaseRoute: choice({
    key: 'con.route',
    scope: 'shared',
    group: 'connections',
    view: 'connections',
    label: 'Connections go to',
    display: 'radios',
    help: 'One address that leads to one node is what most deployment tools set up.',
    choices: [
      { value: 'one', label: 'One node at a time' },
      { value: 'spread', label: 'All nodes alike' },
    ],
    default: 'one',
    rules: ['HT-11'],
  }),
} as const;
