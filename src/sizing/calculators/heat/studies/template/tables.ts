import { counted, numberText } from '../../../../core/number-text.ts';
import type { DataTable } from '../../../../core/study-figures.ts';
import type { MissingParameter } from '../../hot/read-parameters.ts';
import type { TemplateProblem } from '../../hot/template-problem.ts';
import { clockText } from '../../time-text.ts';
import type { TemplateFacts } from './template-facts.ts';

/** What keeps the template from being read, place by place. */
export function problemTable(problems: readonly TemplateProblem[]): DataTable {
  return {
    kind: 'table',
    id: 'template-problems',
    title: 'What is wrong with the template?',
    subtitle: `${counted(problems.length, 'place')} to look at; Heat would refuse it too.`,
    columns: [
      { id: 'file', label: 'In', isNumber: false },
      { id: 'line', label: 'Line', isNumber: true },
      { id: 'column', label: 'Column', isNumber: true },
      { id: 'message', label: 'What', isNumber: false },
    ],
    rows: problems.map(({ column, file, line, message }, index) => ({
      id: String(index),
      cells: [
        { text: file ?? 'template', value: null },
        { text: String(line), value: line },
        { text: String(column), value: column },
        { text: message, value: null },
      ],
    })),
    isSortable: true,
    pageSize: 25,
    empty: 'Nothing.',
  };
}

/** Resources that wait for one another, in order: what no number of workers shortens. */
export function chainTable({ plan }: TemplateFacts, chain: readonly string[]): DataTable {
  const items = new Map(plan.items.map((item) => [item.path, item]));
  let since = 0;
  return {
    kind: 'table',
    id: 'template-chain',
    title: 'Which resources set the time?',
    subtitle: 'The longest chain, first to last.',
    columns: [
      { id: 'place', label: 'Place', isNumber: true },
      { id: 'resource', label: 'Resource', isNumber: false },
      { id: 'type', label: 'Type', isNumber: false },
      { id: 'seconds', label: 'Takes', isNumber: true },
      { id: 'until', label: 'Done after', isNumber: true },
    ],
    rows: chain.map((path, index) => {
      const { seconds = 0, type = '' } = items.get(path) ?? {};
      since += seconds;
      return {
        id: path,
        cells: [
          { text: numberText(index + 1), value: index + 1 },
          { text: path, value: null },
          { text: type, value: null },
          { text: clockText(seconds), value: seconds, valueUnit: 's' },
          { text: clockText(since), value: since, valueUnit: 's' },
        ],
      };
    }),
    isSortable: false,
    pageSize: 15,
    empty: 'The template creates nothing.',
  };
}

/** Parameters without a value, by name, and what stands in for each. */
export function parameterTable(missing: readonly MissingParameter[]): DataTable {
  return {
    kind: 'table',
    id: 'template-parameters',
    title: 'Which parameters have no value?',
    subtitle: 'Counts and conditions that depend on them are drawn with what stands in.',
    columns: [
      { id: 'name', label: 'Name', isNumber: false },
      { id: 'type', label: 'Type', isNumber: false },
      { id: 'line', label: 'Line', isNumber: true },
      { id: 'placeholder', label: 'Stands in', isNumber: false },
      { id: 'label', label: 'What it is', isNumber: false },
    ],
    rows: missing.map(({ allowedValues, description, label, line, name, placeholder, type }) => ({
      id: name,
      cells: [
        { text: name, value: null },
        { text: type, value: null },
        { text: String(line), value: line },
        { text: typeof placeholder === 'object' ? 'an empty map' : String(placeholder), value: null },
        {
          text: label === name ? description : label,
          value: null,
          ...(allowedValues.length > 0 && { note: `one of ${allowedValues.slice(0, 6).join(', ')}` }),
        },
      ],
    })),
    isSortable: false,
    pageSize: 15,
    empty: 'None.',
  };
}
