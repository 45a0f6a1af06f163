import { counted, numberText } from '../../../../core/number-text.ts';
import type { DataTable } from '../../../../core/study-figures.ts';
import { wording } from '../../conditions.ts';
import type { LoadCase, LoadedOption } from './load-case.ts';
import { ceilingCell, meanCell, percentileCell, requestText, usedCell, waitShareCell } from './load-cells.ts';
import { rateText, requestRateText, shareText } from './load-text.ts';

const number = (id: string, label: string) => ({ id, label, isNumber: true });
const optionColumn = { id: 'option', label: 'Option', isNumber: false };

function rowOf(load: LoadCase, { option }: LoadedOption) {
  return {
    id: option.letter,
    letter: option.letter,
    ...(option.letter === load.selected.option.letter ? { isMarked: true } : {}),
  };
}

/** Every option at the load. */
export function answersTable(load: LoadCase): DataTable {
  return {
    kind: 'table',
    id: 'answers',
    title: `How does each option do at ${requestRateText(load.loadPerSecond)}?`,
    subtitle: `${conditionText(load)}; a request takes ${requestText(load)}, ${load.request.source}. The load is ${load.loadSource}.`,
    columns: [
      optionColumn,
      number('ceiling', 'Full at'),
      number('used', 'Used'),
      number('mean', 'Mean'),
      number('p50', 'Median'),
      number('p95', '95 of 100 within'),
      number('p99', '99 of 100 within'),
      number('waits', 'Wait for a thread'),
    ],
    rows: load.options.map((one) => ({
      ...rowOf(load, one),
      cells: [
        { text: one.option.name, value: null },
        ceilingCell(load, one),
        usedCell(load, one),
        meanCell(load, one),
        percentileCell(load, one, 'p50'),
        percentileCell(load, one, 'p95'),
        percentileCell(load, one, 'p99'),
        waitShareCell(load, one),
      ],
    })),
    isSortable: true,
    empty: 'There is no option to compare.',
  };
}

/** A stalled process that shares its VM with no other is taken out of routing, or nothing would ever settle. */
function conditionText({ condition, options }: LoadCase): string {
  const isAlone = condition === 'worker' && options.some((o) => o.make.workersPerVm === 1);
  return `${wording[condition].heading}${isAlone ? ', out of routing with its VM where it is the only one' : ''}`;
}

/** threads, processes and cores side by side. */
export function processesTable(load: LoadCase): DataTable {
  const { inputs, today } = load;
  const todaysSlots = inputs.thinVms * inputs.thinThreads;
  return {
    kind: 'table',
    id: 'processes',
    title: 'Are equal threads equal capacity?',
    subtitle: `No: a process computes on one core at most. Today: ${counted(todaysSlots, 'request')} at once on ${counted(inputs.thinVms, 'process', 'processes')}, full at ${rateText(today.ceilingPerSecond)} a second with all up.`,
    columns: [
      optionColumn,
      number('slots', 'Requests at once, all up'),
      number('processes', 'Processes'),
      number('cores', 'Cores they can use'),
      number('ceiling', `Full at, ${wording[load.condition].having}`),
      number('today', 'Against today, all up'),
    ],
    rows: load.options.map((one) => {
      const { carries, processes, usedCores } = one.option.sizing;
      const share = one.loaded.ceilingPerSecond / today.ceilingPerSecond;
      return {
        ...rowOf(load, one),
        cells: [
          { text: one.option.name, value: null },
          { text: numberText(carries.all), value: carries.all },
          { text: numberText(processes), value: processes },
          {
            text: numberText(usedCores),
            value: usedCores,
            ...(usedCores < inputs.thinVms ? { tone: 'warn' as const } : {}),
            explain: {
              formula: 'VMs × the smaller of workers and vCPU',
              worked: `${numberText(one.make.vms)} × min(${numberText(one.make.workersPerVm)}, ${numberText(one.make.coresPerVm)}) = ${numberText(usedCores)}`,
              origins: ['release', 'yours'],
              rules: ['R-12', 'CF-5'],
            },
          },
          ceilingCell(load, one),
          { text: shareText(share), value: share, ...(share < 1 ? { tone: 'warn' as const } : {}) },
        ],
      };
    }),
    isSortable: true,
    empty: 'There is no option to compare.',
  };
}
