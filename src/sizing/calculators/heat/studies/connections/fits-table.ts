import type { Cell, Explanation } from '../../../../core/explanation.ts';
import type { Fix } from '../../../../core/finding.ts';
import { numberText } from '../../../../core/number-text.ts';
import type { DataTable } from '../../../../core/study-figures.ts';
import { setFix } from '../../advice.ts';
import { explainCeiling, explainTime } from '../../explanations.ts';
import type { HeatInputs } from '../../params.ts';
import { type HeatOption, sizeHeat } from '../../size.ts';
import { timeCell } from '../../time-text.ts';
import { defaultExecutorThreads } from '../../upstream-reckoning.ts';
import { type Fitting, type FittingSettings, fittingInputs, isLimitAccepted, whatFits } from './what-fits.ts';

const n = numberText;

/** What fits the database, a row a worker count, each to be taken over. */
export function fitsTable(option: HeatOption): DataTable {
  const fittings = whatFits(option);
  return {
    kind: 'table',
    id: 'connections-fits',
    title: 'What fits?',
    subtitle: subtitleOf(option, fittings),
    columns: [
      { id: 'workers', label: 'Workers', isNumber: true },
      { id: 'pool', label: 'Pool', isNumber: true },
      { id: 'overflow', label: 'Overflow', isNumber: true },
      { id: 'threads', label: 'Threads', isNumber: true },
      { id: 'total', label: 'Heat may open', isNumber: true },
      { id: 'time', label: 'Stack time', isNumber: true },
      { id: 'needed', label: 'Or max_connections', isNumber: true },
    ],
    rows: fittings.map((fitting) => {
      const fix = fixOf(option, fitting);
      return {
        id: String(fitting.engineWorkers),
        isMarked: fitting.engineWorkers === option.inputs.engineWorkers,
        cells: cellsOf(option, fitting),
        ...(fix && { fix }),
      };
    }),
    isSortable: true,
    empty: 'No worker count to try.',
  };
}

function subtitleOf({ inputs, sizing }: HeatOption, fittings: readonly Fitting[]): string {
  if (sizing.free === null)
    return 'Enter max_connections to see what fits; the last column says what each would need.';
  const most = fittings.findLast(({ settings }) => settings?.keepsShare);
  const tight = fittings.findLast(({ settings }) => settings !== null);
  const share = `${n(sizing.free)} are free for Heat.`;
  const pool = 'with the pool the guide asks for';
  if (!tight) return `${share} No worker count fits ${pool}.`;
  const kept = most
    ? `Up to ${n(most.engineWorkers)} workers per controller keep ${n(inputs.keepFreePercent)} % of it, ${pool}`
    : `None keeps ${n(inputs.keepFreePercent)} % of it, ${pool}`;
  return tight.engineWorkers > (most?.engineWorkers ?? 0)
    ? `${share} ${kept}; up to ${n(tight.engineWorkers)} just fit.`
    : `${share} ${kept}.`;
}

function cellsOf(option: HeatOption, fitting: Fitting): readonly Cell[] {
  const { engineWorkers, neededLimit, poolSize, settings } = fitting;
  const there = optionAt(option, fitting);
  const number = (value: number): Cell => ({ text: n(value), value });
  const none: Cell = { text: option.sizing.free === null ? '–' : 'none fits', value: null };
  return [
    number(engineWorkers),
    number(poolSize),
    settings ? number(settings.overflow) : none,
    settings ? threadsCell(settings) : none,
    settings ? totalCell(there, settings, option.sizing.free) : none,
    timeCell(there.sizing.shown.allUp, alone(explainTime(there, there.inputs.controllers))),
    {
      text: n(neededLimit),
      value: neededLimit,
      explain: {
        formula: 'Used by others + ceiling with the option’s own overflow ÷ (1 − kept free)',
        worked: `${n(option.inputs.otherConnections)} + … = ${n(neededLimit)}, ${n(option.inputs.keepFreePercent)} % kept free`,
        origins: ['yours', 'assumed'],
        rules: ['HT-8', 'HT-11'],
      },
    },
  ];
}

function totalCell(there: HeatOption, { keepsShare, total }: FittingSettings, free: number | null): Cell {
  return {
    text: n(total),
    value: total,
    note: `${n((free ?? total) - total)} spare`,
    tone: keepsShare ? 'good' : 'warn',
    explain: alone(explainCeiling(there)),
  };
}

/** Without the other reckoning's number, for which a row of this table has no room. */
function alone({ other: _, ...explain }: Explanation): Explanation {
  return explain;
}

/** Few threads leave few places for nested stacks, each of which holds one while it waits. */
function threadsCell({ executorThreads }: FittingSettings): Cell {
  if (executorThreads === null) return { text: 'as set', value: null };
  return {
    text: n(executorThreads),
    value: executorThreads,
    tone: executorThreads < defaultExecutorThreads ? 'warn' : 'plain',
    explain: {
      formula:
        'executor_thread_pool_size: overflow is raised to it, and as many resources find a place at once',
      worked: `${n(executorThreads)} of ${n(defaultExecutorThreads)} upstream; nested stacks hold one place each`,
      origins: ['release'],
      rules: ['R-5', 'R-8', 'R-9'],
    },
  };
}

/** The option as the row's fix would leave it. */
function optionAt(option: HeatOption, fitting: Fitting): HeatOption {
  const { engineWorkers, poolSize, settings } = fitting;
  const edit = settings ? fittingInputs(fitting, settings) : { engineWorkers, poolSize };
  const inputs: HeatInputs = { ...option.inputs, ...edit };
  return { ...option, inputs, sizing: sizeHeat(inputs) };
}

function fixOf({ inputs }: HeatOption, fitting: Fitting): Fix | undefined {
  const { engineWorkers, neededLimit, poolSize, settings } = fitting;
  if (settings) {
    const edit = fittingInputs(fitting, settings);
    const isSet = Object.entries(edit).every(([name, value]) => inputs[name as keyof HeatInputs] === value);
    return isSet ? undefined : setFix('Use', { ...edit });
  }
  if (!isLimitAccepted(neededLimit)) return undefined;
  const edit = { engineWorkers, poolSize, maxConnections: neededLimit };
  return setFix(`With limit ${n(neededLimit)}`, edit);
}
