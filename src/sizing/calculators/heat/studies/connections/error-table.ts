import { numberText } from '../../../../core/number-text.ts';
import type { DataTable } from '../../../../core/study-figures.ts';
import { engineOverflowOf } from '../../advice.ts';
import type { HeatComparison } from '../../size.ts';

const n = numberText;

/** The two errors, what ran out, and what helps: the fix of one is the cause of the other. */
export function errorTable({ selected: { inputs, sizing } }: HeatComparison): DataTable {
  const perProcess = inputs.poolSize + engineOverflowOf(inputs);
  const free = sizing.free === null ? 'max_connections is not given' : `${n(sizing.free)} are free`;
  const rows = [
    [
      '1040',
      '“Too many connections (1040)”',
      'The server: all max_connections are taken',
      'Less pool, overflow or executor threads; fewer workers; a higher max_connections',
      'A larger pool, more workers',
      `Heat may open ${n(sizing.shown.ceiling.total)}, ${free}`,
    ],
    [
      'queuepool',
      '“QueuePool limit of size … overflow … reached, connection timed out”',
      'One process: its own pool + overflow is taken',
      'More pool or overflow for each process',
      'A smaller pool; more workers do not help it',
      `A process has ${n(perProcess)}`,
    ],
    [
      'user',
      '“max_user_connections”',
      'The account: the server limits this user apart from max_connections',
      'A higher max_user_connections for Heat’s account',
      'Raising max_connections alone',
      'Not checked here',
    ],
  ] as const;
  return {
    kind: 'table',
    id: 'connections-errors',
    title: 'Which error is it?',
    subtitle: 'The first two ask for opposite changes.',
    columns: [
      { id: 'message', label: 'Message', isNumber: false },
      { id: 'what', label: 'What ran out', isNumber: false },
      { id: 'helps', label: 'Helps', isNumber: false },
      { id: 'worse', label: 'Makes it worse or nothing', isNumber: false },
      { id: 'here', label: 'Here', isNumber: false },
    ],
    rows: rows.map(([id, ...texts]) => ({
      id,
      isMarked: inputs.errorSeen === id,
      cells: texts.map((text) => ({ text, value: null })),
    })),
    isSortable: false,
    empty: 'No error.',
  };
}
